using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>On how few organisations presence rests: shares added up from the most present on (a Lorenz curve seen from the top).</summary>
internal static class PresenceConcentration
{
    private const int Fewest = 5;
    private const int Named = 10;
    private const float PlotHeight = 300;
    private const float PlotLeft = 58;
    private const float PlotWidth = 440;
    private const float Top = 14;
    private const float ListLeft = PlotLeft + PlotWidth + 42;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "presence-concentration", "Concentration of presence", "On how few organisations does presence rest?", Draw);

    /// <summary>An organisation, its arenas, its share of all, and that of all down to it.</summary>
    private readonly record struct Row(StakeholderSummary Stakeholder, double Share, double Cumulative);

    /// <summary>Organisations that are present anywhere, the most present first, then in canonical order.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Rank", ColumnKind.Count), new("Stakeholder"), new("Sector"), new("Arenas", ColumnKind.Count), new("Share of all presence", ColumnKind.Share),
            new("Share so far", ColumnKind.Share),
        ],
        [.. Ranked(analysis).Select((row, i) => new object[]
        {
            i + 1L, analysis.Name(row.Stakeholder.Stakeholder), analysis.Sector(row.Stakeholder.Stakeholder), (long)row.Stakeholder.Arenas, row.Share, row.Cumulative,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        var ranked = Ranked(analysis);
        if (ranked.Count < Fewest)
            return ChartResult.None(t.Say("chart.presence.too-few"));
        if (ranked[0].Stakeholder.Arenas == ranked[^1].Stakeholder.Arenas)
            return ChartResult.None(t.Say("chart.presence.even"));
        var names = new ChartNames(analysis.Dataset, t, type);
        var first = ranked.Take(Named).Select(row => (Name: names.Of(row.Stakeholder.Stakeholder), row.Stakeholder.Arenas, row.Share)).ToList();
        int half = ranked.TakeWhile(row => row.Cumulative < 0.5).Count() + 1;
        return ChartResult.Of(new Chart(
            Definition.Id,
            Words(analysis, names, ranked, half, first, t),
            Table(analysis),
            Top + PlotHeight + 44 + Sheet.Margin,
            sheet =>
            {
                DrawCurve(sheet, ranked, half, t);
                DrawList(sheet, first, t);
            },
            type));
    }

    /// <summary>A stand-in for a whole sector is no organisation.</summary>
    private static List<Row> Ranked(Analysis analysis)
    {
        var present = analysis.Stakeholders.Where(s => s.Arenas > 0 && !analysis.Of(s.Stakeholder).StandsForSector)
            .OrderByDescending(s => s.Arenas).ThenBy(s => s.Stakeholder.Index).ToList();
        double all = present.Sum(s => (long)s.Arenas);
        var rows = new List<Row>();
        long soFar = 0;
        foreach (var stakeholder in present)
        {
            soFar += stakeholder.Arenas;
            rows.Add(new(stakeholder, stakeholder.Arenas / all, soFar / all));
        }

        return rows;
    }

    private static ChartWords Words(Analysis analysis, ChartNames names, List<Row> ranked, int half, List<(string Name, int Arenas, double Share)> first, Texts t)
    {
        string title = t.Say("chart.presence.title", ("n", half), ("all", ranked.Count), ("share", ranked[half - 1].Cumulative));
        var top = first.Take(3).Select(row => t.Say("chart.presence.alt-one", ("name", row.Name), ("share", row.Share)));
        return new(
            title,
            ChartWords.Sentences(Scope(analysis, t), t.Say("chart.presence.meaning", ("n", ranked.Sum(row => (long)row.Stakeholder.Arenas))), names.Note),
            t.Say("chart.presence.alt", ("title", title), ("first", string.Join(t.Say("list.semicolon"), top))));
    }

    private static void DrawCurve(Sheet sheet, List<Row> ranked, int half, Texts t)
    {
        float X(double count) => PlotLeft + (float)(PlotWidth * count / ranked.Count);
        float Y(double share) => Top + (float)(PlotHeight * (1 - share));
        foreach (double share in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            sheet.Line(PlotLeft, Y(share), PlotLeft + PlotWidth, Y(share), share == 0 ? Palette.Muted : Palette.Grid, 1);
            sheet.Text(Numbers.Percent(share, t), PlotLeft - 8, Y(share) + 4, TextStyle.Small, Anchor.End);
        }

        List<(float X, float Y)> points = [(X(0), Y(0)), .. ranked.Select((row, i) => (X(i + 1), Y(row.Cumulative)))];
        sheet.Area(points, Y(0), Palette.Quiet.WithAlpha(0.55));
        sheet.Path(points, Palette.Accent, 2.5f);
        sheet.DashedLine(X(0), Y(0), X(ranked.Count), Y(1), Palette.Muted, 1);
        double reached = ranked[half - 1].Cumulative;
        sheet.Line(X(half), Y(0), X(half), Y(reached), Palette.Alarm, 1.5f);
        sheet.Dot(X(half), Y(reached), Palette.Alarm, 10);

        // Right of the point and below the curve there is always room for the label: the curve is above its chord.
        var style = TextStyle.Strong;
        string label = sheet.Type.Fit(t.Say("chart.presence.half", ("n", half), ("share", reached)), style, PlotLeft + PlotWidth - X(half) - 12);
        sheet.Text(label, X(half) + 9, Y(0.1), style);
        sheet.Text("0", X(0), Y(0) + 17, TextStyle.Small, Anchor.Middle);
        sheet.Text(Number(ranked.Count), X(ranked.Count), Y(0) + 17, TextStyle.Small, Anchor.Middle);
        sheet.Text(sheet.Type.Fit(t.Say("chart.presence.axis"), TextStyle.Small, PlotWidth - 20), PlotLeft, Y(0) + 34, TextStyle.Small);
        sheet.Text(sheet.Type.Fit(t.Say("chart.presence.equal"), TextStyle.Small, ListLeft + 300 - Sheet.Margin), PlotLeft, Y(0) + 50, TextStyle.Small);
    }

    private static void DrawList(Sheet sheet, List<(string Name, int Arenas, double Share)> first, Texts t)
    {
        const float row = 27;
        const float right = Chart.Width - Sheet.Margin;
        sheet.Text(sheet.Type.Fit(t.Say("chart.presence.most"), TextStyle.Small, right - ListLeft), ListLeft, Top + 6, TextStyle.Small);
        float perShare = (right - ListLeft - 52) / (float)first[0].Share;
        for (int i = 0; i < first.Count; i++)
        {
            float y = Top + 22 + (i * row);
            var bar = new Box(ListLeft, y + 9, MathF.Max(1, (float)first[i].Share * perShare), 7);
            sheet.Text(sheet.Type.Fit(first[i].Name, TextStyle.Label, right - ListLeft - 56), ListLeft, y + 5, TextStyle.Label);
            sheet.Rectangle(bar, Palette.Accent);
            sheet.Text(Number(first[i].Arenas), right, y + 5, TextStyle.Strong, Anchor.End);
        }
    }
}
