using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>The headline rate under every way of counting who meets: the level depends on it, and the reader must see how much.</summary>
internal static class SensitivityChart
{
    private const float RowHeight = 30;
    private const float AxisHeight = 22;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "sensitivity", "What the rate depends on", "How much does the coordination rate depend on what counts as meeting?", Draw)
    { Needs = AnalysisParts.Sensitivity };

    /// <summary>As the analysis lists them: by period, then place level.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Period"), new("Place level"), new("Arenas", ColumnKind.Count), new("Pairs that meet", ColumnKind.Count),
            new("Of them with a tie", ColumnKind.Count), new("Coordination rate", ColumnKind.Share), new("Cross-sector rate", ColumnKind.Share),
        ],
        [.. analysis.Sensitivity.Select(row => new object[]
        {
            Texts.English.Say($"chart.grain.{Naming.NameOf(row.Period)}"), Number(row.PlaceLevel), (long)row.Arenas, row.Rate.Required,
            row.Rate.Measured ? row.Rate.Satisfied : double.NaN, row.Rate.Value, row.CrossSectorRate.Value,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        var rows = analysis.Sensitivity.Where(row => !double.IsNaN(row.Rate.Value)).ToList();
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.sensitivity.no-ties"));
        if (rows.Count < 2)
            return ChartResult.None(t.Say("chart.sensitivity.one-way"));
        return ChartResult.Of(new Chart(
            Definition.Id, Words(analysis, rows, t), Table(analysis), (rows.Count * RowHeight) + AxisHeight + Sheet.Margin, sheet => DrawRows(sheet, analysis, rows, t), type));
    }

    private static ChartWords Words(Analysis analysis, List<SensitivityRow> rows, Texts t)
    {
        double low = rows.Min(row => row.Rate.Value);
        double high = rows.Max(row => row.Rate.Value);
        bool same = Numbers.Percent(low, t) == Numbers.Percent(high, t);
        var bars = rows.Select(row => t.Say("chart.sensitivity.alt-row", ("label", Label(rows, row, t)), ("rate", row.Rate.Value), ("n", row.Rate.Required)));
        string title = t.Say(same ? "chart.sensitivity.same" : "chart.sensitivity.title", ("low", low), ("high", high));
        return new(
            title,
            ChartWords.Sentences(Scope(analysis, t), t.Say("chart.sensitivity.meaning")),
            t.Say("chart.sensitivity.alt", ("title", title), ("rows", string.Join(t.Say("list.semicolon"), bars))));
    }

    private static string Label(List<SensitivityRow> rows, SensitivityRow row, Texts t)
    {
        string period = t.Say($"chart.sensitivity.{Naming.NameOf(row.Period)}");
        return rows.Select(r => r.PlaceLevel).Distinct().Count() == 1 ? period : t.Say("chart.sensitivity.level", ("period", period), ("level", row.PlaceLevel));
    }

    private static void DrawRows(Sheet sheet, Analysis analysis, List<SensitivityRow> rows, Texts t)
    {
        string[] labels = [.. rows.Select(row => Label(rows, row, t))];
        float left = Sheet.Margin + labels.Max(label => sheet.Type.Width(label, TextStyle.Label)) + 12;
        float width = Chart.Width - Sheet.Margin - left - 170;
        float bottom = rows.Count * RowHeight;
        var ticks = RangeScale.Ticks(rows.Max(row => row.Rate.Value));
        var scale = new RangeScale(left, width, 0, ticks[^1]);
        scale.Shares(sheet, 0, bottom, ticks, t);
        for (int i = 0; i < rows.Count; i++)
            DrawRow(sheet, rows[i], labels[i], analysis.IsOwn(rows[i]), scale.X(rows[i].Rate.Value), new Box(left, (i * RowHeight) + 5, width, RowHeight - 10), t);
    }

    private static void DrawRow(Sheet sheet, SensitivityRow row, string label, bool chosen, float end, Box track, Texts t)
    {
        sheet.Text(label, track.X - 10, track.CentreY + 4.3f, TextStyle.Label with { Bold = chosen }, Anchor.End);
        sheet.Rectangle(track with { Width = end - track.X }, chosen ? Palette.Accent : Palette.Quiet);
        var bold = new TextStyle(12, Palette.Ink, Bold: true);
        string percent = Numbers.Percent(row.Rate.Value, t);
        string counts = t.Say("chart.sensitivity.bar", ("satisfied", row.Rate.Satisfied), ("n", row.Rate.Required));
        float width = sheet.Type.Width(percent, bold) + 7 + sheet.Type.Width(counts, TextStyle.Small);
        sheet.Rectangle(new(end + 4, track.Y, width + 8, track.Height), Palette.Ground);
        sheet.Text(percent, end + 8, track.CentreY + 4.3f, bold);
        sheet.Text(counts, end + 15 + sheet.Type.Width(percent, bold), track.CentreY + 4.3f, TextStyle.Small);
    }
}
