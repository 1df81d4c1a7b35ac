using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Bars of the cross-sector pairs with most missing links: the gaps dark, the pairs with a tie light beside them.</summary>
internal static class GapRanking
{
    private const int MostBars = 15;
    private const float RowHeight = 30;
    private const float LegendHeight = 28;

    public static ChartDefinition Definition { get; } = new(
        "gap-ranking", "Where the missing links are", "Between which sectors are most links missing?", Draw);

    /// <summary>Cross-sector pairs that meet, by number of gaps, then the lower rate, then canonical order.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Sector A"), new("Sector B"), new("Missing links", ColumnKind.Count), new("Pairs that meet", ColumnKind.Count),
            new("Of them with a tie", ColumnKind.Count), new("Coordination rate", ColumnKind.Share),
        ],
        [.. Ranked(analysis).Select(pair => new object[]
        {
            analysis.Dataset.Sectors[pair.A.Index].Name, analysis.Dataset.Sectors[pair.B.Index].Name,
            pair.Rate.Gaps, pair.Rate.Required, pair.Rate.Satisfied, pair.Rate.Value,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.gaps.no-ties"));
        var ranked = Ranked(analysis);
        if (ranked.Count == 0)
            return ChartResult.None(t.Say("chart.gaps.no-pairs"));
        var missing = ranked.Where(pair => pair.Rate.Gaps > 0).ToList();
        var shown = (missing.Count > 0 ? missing : ranked).Take(MostBars).ToList();
        var names = new ChartNames(analysis.Dataset, t);
        string[] labels = [.. shown.Select(pair => $"{names.Of(pair.A)} – {names.Of(pair.B)}")];
        float height = LegendHeight + (shown.Count * RowHeight) + Sheet.Margin;
        return ChartResult.Of(new Chart(
            Definition.Id, Words(analysis, names, ranked, shown.Count, t), Table(analysis), height, sheet => DrawBars(sheet, shown, labels, t)));
    }

    private static IReadOnlyList<SectorPairSummary> Ranked(Analysis analysis) =>
        [.. analysis.SectorPairs.Where(pair => pair.IsCross && pair.Rate.Required > 0)
            .OrderByDescending(pair => pair.Rate.Gaps).ThenBy(pair => pair.Rate.Value)];

    private static ChartWords Words(Analysis analysis, ChartNames names, IReadOnlyList<SectorPairSummary> ranked, int shown, Texts t)
    {
        var top = ranked[0];
        long all = ranked.Sum(pair => pair.Rate.Gaps);
        int missing = ranked.Count(pair => pair.Rate.Gaps > 0);
        string title = all == 0
            ? t.Say("chart.gaps.none")
            : t.Say("chart.gaps.title", ("a", names.Of(top.A)), ("b", names.Of(top.B)), ("n", top.Rate.Gaps), ("all", all));
        string cut = shown < missing ? t.Say("chart.gaps.cut", ("n", shown), ("all", missing)) : string.Empty;
        string others = missing > 0 && missing < ranked.Count ? t.Say("chart.gaps.others", ("n", ranked.Count - missing)) : string.Empty;
        var first = ranked.Take(3).Select(pair => t.Say(
            "chart.gaps.alt-pair", ("a", names.Of(pair.A)), ("b", names.Of(pair.B)), ("gaps", pair.Rate.Gaps), ("n", pair.Rate.Required)));
        return new(
            title,
            ChartWords.Sentences(Scope(analysis, t), Meeting(analysis, t), t.Say("chart.gaps.meaning"), Tie(analysis, t), cut, others, names.Note),
            t.Say("chart.gaps.alt", ("n", shown), ("pairs", string.Join(t.Say("list.semicolon"), first))));
    }

    private static void DrawBars(Sheet sheet, List<SectorPairSummary> shown, string[] labels, Texts t)
    {
        string[] fitted = [.. labels.Select(label => Typography.Fit(label, TextStyle.Label, 290))];
        float left = Sheet.Margin + fitted.Max(label => Typography.Width(label, TextStyle.Label)) + 12;
        float perPair = shown.Min(pair => (Chart.Width - Sheet.Margin - left - EndWidth(pair.Rate, t)) / pair.Rate.Required);
        DrawLegend(sheet, left, t);
        for (int i = 0; i < shown.Count; i++)
        {
            var rate = shown[i].Rate;
            var bar = new Box(left, LegendHeight + (i * RowHeight) + 5, rate.Gaps * perPair, RowHeight - 10);
            var rest = new Box(bar.Right, bar.Y, rate.Satisfied * perPair, bar.Height);
            sheet.Text(fitted[i], left - 10, bar.CentreY + 4.3f, TextStyle.Label, Anchor.End);
            sheet.Rectangle(bar, Palette.Alarm);
            sheet.Rectangle(rest, Palette.Quiet);
            sheet.Text(EndStrong(rate, t), rest.Right + 8, bar.CentreY + 4.3f, Strong);
            sheet.Text(EndQuiet(rate, t), rest.Right + 15 + Typography.Width(EndStrong(rate, t), Strong), bar.CentreY + 4.3f, TextStyle.Small);
        }

        sheet.Line(left, LegendHeight, left, LegendHeight + (shown.Count * RowHeight), Palette.Muted, 1);
    }

    private static TextStyle Strong => new(12, Palette.Ink, Bold: true);

    private static string EndStrong(Rate rate, Texts t) => t.Say("chart.gaps.bar", ("n", rate.Gaps));

    private static string EndQuiet(Rate rate, Texts t) => t.Say("chart.gaps.rest", ("rate", rate.Value), ("n", rate.Required));

    private static float EndWidth(Rate rate, Texts t) => 15 + Typography.Width(EndStrong(rate, t), Strong) + Typography.Width(EndQuiet(rate, t), TextStyle.Small);

    private static void DrawLegend(Sheet sheet, float left, Texts t)
    {
        string missing = t.Say("chart.gaps.legend");
        sheet.Rectangle(new(left, 2, 14, 10), Palette.Alarm);
        sheet.Text(missing, left + 20, 11.5f, TextStyle.Small);
        float next = left + 20 + Typography.Width(missing, TextStyle.Small) + 22;
        sheet.Rectangle(new(next, 2, 14, 10), Palette.Quiet);
        sheet.Text(t.Say("chart.gaps.legend-rest"), next + 20, 11.5f, TextStyle.Small);
    }
}
