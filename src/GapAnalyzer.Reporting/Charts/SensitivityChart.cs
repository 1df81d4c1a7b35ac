using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>The headline rate under every way of counting who meets: the level depends on it, and the reader must see how much.</summary>
internal static class SensitivityChart
{
    private const float RowHeight = 30;
    private const float AxisHeight = 22;

    public static ChartDefinition Definition { get; } = new(
        "sensitivity", "What the rate depends on", "How much does the coordination rate depend on what counts as meeting?", Draw);

    /// <summary>As the analysis lists them: by period, then place level.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Period"), new("Place level"), new("Arenas", ColumnKind.Count), new("Pairs that meet", ColumnKind.Count),
            new("Of them with a tie", ColumnKind.Count), new("Coordination rate", ColumnKind.Share), new("Cross-sector rate", ColumnKind.Share),
        ],
        [.. analysis.Sensitivity.Select(row => new object[]
        {
            GrainName(row.Period), Number(row.PlaceLevel), (long)row.Arenas, row.Rate.Required,
            row.Rate.Measured ? row.Rate.Satisfied : double.NaN, row.Rate.Value, row.CrossSectorRate.Value,
        })]);

    internal static ChartResult Draw(Analysis analysis)
    {
        var rows = analysis.Sensitivity.Where(row => !double.IsNaN(row.Rate.Value)).ToList();
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None("The data hold no evidence of ties, so there is no rate that could depend on anything.");
        if (rows.Count < 2)
            return ChartResult.None("The data allow only one way of counting who meets.");
        return ChartResult.Of(new Chart(
            Definition.Id, Words(analysis, rows), Table(analysis), (rows.Count * RowHeight) + AxisHeight + Sheet.Margin, sheet => DrawRows(sheet, analysis, rows)));
    }

    private static ChartWords Words(Analysis analysis, List<SensitivityRow> rows)
    {
        double low = rows.Min(row => row.Rate.Value);
        double high = rows.Max(row => row.Rate.Value);
        string range = Percent(low) == Percent(high) ? $"is {Percent(low)} however meeting is counted" : $"lies between {Percent(low)} and {Percent(high)}, depending on what counts as meeting";
        string title = $"The coordination rate {range}";
        string subtitle = $"{Scope(analysis)} Share of the pairs that meet which have a tie. The finer the period and the place, the fewer pairs meet."
            + " The dark bar is the way of counting used in this report.";
        string alt = $"Bar chart of the coordination rate. {string.Join("; ", rows.Select(row => $"{Label(rows, row)}: {Percent(row.Rate.Value)} of {Count(row.Rate.Required, "pair", "pairs")}"))}.";
        return new(title, subtitle, alt);
    }

    private static string Label(List<SensitivityRow> rows, SensitivityRow row)
    {
        string period = row.Period == PeriodGrain.All ? "Any time" : $"Same {GrainName(row.Period)}";
        return rows.Select(r => r.PlaceLevel).Distinct().Count() == 1 ? period : $"{period}, place level {Number(row.PlaceLevel)}";
    }

    private static void DrawRows(Sheet sheet, Analysis analysis, List<SensitivityRow> rows)
    {
        string[] labels = [.. rows.Select(row => Label(rows, row))];
        float left = Sheet.Margin + labels.Max(label => Typography.Width(label, TextStyle.Label)) + 12;
        float width = Chart.Width - Sheet.Margin - left - 170;
        float bottom = rows.Count * RowHeight;
        for (int percent = 0; percent <= 100; percent += 25)
        {
            float x = left + (width * percent / 100);
            sheet.Line(x, 0, x, bottom, percent == 0 ? Palette.Muted : Palette.Grid, 1);
            sheet.Text(Percent(percent / 100.0), x, bottom + 17, TextStyle.Small, Anchor.Middle);
        }

        for (int i = 0; i < rows.Count; i++)
            DrawRow(sheet, rows[i], labels[i], IsChosen(analysis, rows, rows[i]), new Box(left, (i * RowHeight) + 5, width, RowHeight - 10));
    }

    private static void DrawRow(Sheet sheet, SensitivityRow row, string label, bool chosen, Box track)
    {
        float end = track.X + (float)(track.Width * row.Rate.Value);
        sheet.Text(label, track.X - 10, track.CentreY + 4.3f, TextStyle.Label with { Bold = chosen }, Anchor.End);
        sheet.Rectangle(track with { Width = end - track.X }, chosen ? Palette.Accent : Palette.Quiet);
        var bold = new TextStyle(12, Palette.Ink, Bold: true);
        string percent = Percent(row.Rate.Value);
        string counts = $"{Number(row.Rate.Satisfied)} of {Count(row.Rate.Required, "pair", "pairs")}";
        float width = Typography.Width(percent, bold) + 7 + Typography.Width(counts, TextStyle.Small);
        sheet.Rectangle(new(end + 4, track.Y, width + 8, track.Height), Palette.White);
        sheet.Text(percent, end + 8, track.CentreY + 4.3f, bold);
        sheet.Text(counts, end + 15 + Typography.Width(percent, bold), track.CentreY + 4.3f, TextStyle.Small);
    }

    private static bool IsChosen(Analysis analysis, List<SensitivityRow> rows, SensitivityRow row) =>
        row.Period == (analysis.Options.Period ?? AnalysisOptions.DefaultPeriod)
        && (row.PlaceLevel == (analysis.Options.PlaceLevel ?? AnalysisOptions.DefaultPlaceLevel) || rows.All(r => r.PlaceLevel == row.PlaceLevel));
}
