using GapAnalyzer.Measures;
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

    internal static ChartResult Draw(Analysis analysis)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None("The data hold no evidence of ties, so missing links cannot be told from links that were not recorded.");
        var ranked = Ranked(analysis);
        if (ranked.Count == 0)
            return ChartResult.None("No two stakeholders of different sectors meet, so no link between sectors is missing.");
        var missing = ranked.Where(pair => pair.Rate.Gaps > 0).ToList();
        var shown = (missing.Count > 0 ? missing : ranked).Take(MostBars).ToList();
        var names = new ChartNames(analysis.Dataset);
        string[] labels = [.. shown.Select(pair => $"{names.Of(pair.A)} – {names.Of(pair.B)}")];
        float height = LegendHeight + (shown.Count * RowHeight) + Sheet.Margin;
        return ChartResult.Of(new Chart(
            Definition.Id, Words(analysis, names, ranked, shown.Count), Table(analysis), height, sheet => DrawBars(sheet, shown, labels)));
    }

    private static IReadOnlyList<SectorPairSummary> Ranked(Analysis analysis) =>
        [.. analysis.SectorPairs.Where(pair => pair.IsCross && pair.Rate.Required > 0)
            .OrderByDescending(pair => pair.Rate.Gaps).ThenBy(pair => pair.Rate.Value)];

    private static ChartWords Words(Analysis analysis, ChartNames names, IReadOnlyList<SectorPairSummary> ranked, int shown)
    {
        var top = ranked[0];
        long all = ranked.Sum(pair => pair.Rate.Gaps);
        string title = all == 0
            ? "Every two stakeholders of different sectors that meet have a tie"
            : $"{names.Of(top.A)} and {names.Of(top.B)}: {Count(top.Rate.Gaps, "missing link", "missing links")}, of {Number(all)} between sectors";
        int missing = ranked.Count(pair => pair.Rate.Gaps > 0);
        string cut = shown < missing ? $" Shown are the {shown} of {Number(missing)} sector pairs with most missing links." : string.Empty;
        if (missing > 0 && missing < ranked.Count)
            cut += $" {Count(ranked.Count - missing, "other sector pair that meets lacks", "other sector pairs that meet lack")} no link.";
        string subtitle = $"{Scope(analysis)} {Meeting(analysis)} A link is missing where a pair meets and has no tie. {Tie(analysis)}{cut}"
            + (names.Replaced ? " " + ChartNames.ReplacedNote : string.Empty);
        string alt = $"Bar chart of {Count(shown, "sector pair", "sector pairs")} by missing links. " + string.Join("; ", ranked.Take(3).Select(pair =>
            $"{names.Of(pair.A)} and {names.Of(pair.B)}: {Number(pair.Rate.Gaps)} missing of {Count(pair.Rate.Required, "pair that meets", "pairs that meet")}")) + ".";
        return new(title, subtitle, alt);
    }

    private static void DrawBars(Sheet sheet, List<SectorPairSummary> shown, string[] labels)
    {
        string[] fitted = [.. labels.Select(label => Typography.Fit(label, TextStyle.Label, 290))];
        float left = Sheet.Margin + fitted.Max(label => Typography.Width(label, TextStyle.Label)) + 12;
        float perPair = shown.Min(pair => (Chart.Width - Sheet.Margin - left - EndWidth(pair.Rate)) / pair.Rate.Required);
        DrawLegend(sheet, left);
        for (int i = 0; i < shown.Count; i++)
        {
            var rate = shown[i].Rate;
            var bar = new Box(left, LegendHeight + (i * RowHeight) + 5, rate.Gaps * perPair, RowHeight - 10);
            var rest = new Box(bar.Right, bar.Y, rate.Satisfied * perPair, bar.Height);
            sheet.Text(fitted[i], left - 10, bar.CentreY + 4.3f, TextStyle.Label, Anchor.End);
            sheet.Rectangle(bar, Palette.Alarm);
            sheet.Rectangle(rest, Palette.Quiet);
            sheet.Text(EndStrong(rate), rest.Right + 8, bar.CentreY + 4.3f, Strong);
            sheet.Text(EndQuiet(rate), rest.Right + 15 + Typography.Width(EndStrong(rate), Strong), bar.CentreY + 4.3f, TextStyle.Small);
        }

        sheet.Line(left, LegendHeight, left, LegendHeight + (shown.Count * RowHeight), Palette.Muted, 1);
    }

    private static TextStyle Strong => new(12, Palette.Ink, Bold: true);

    private static string EndStrong(Rate rate) => $"{Number(rate.Gaps)} missing";

    private static string EndQuiet(Rate rate) => $"{Percent(rate.Value)} of {Number(rate.Required)} {(rate.Required == 1 ? "has" : "have")} a tie";

    private static float EndWidth(Rate rate) => 15 + Typography.Width(EndStrong(rate), Strong) + Typography.Width(EndQuiet(rate), TextStyle.Small);

    private static void DrawLegend(Sheet sheet, float left)
    {
        sheet.Rectangle(new(left, 2, 14, 10), Palette.Alarm);
        sheet.Text("meet, no tie: the link is missing", left + 20, 11.5f, TextStyle.Small);
        float next = left + 20 + Typography.Width("meet, no tie: the link is missing", TextStyle.Small) + 22;
        sheet.Rectangle(new(next, 2, 14, 10), Palette.Quiet);
        sheet.Text("meet and have a tie", next + 20, 11.5f, TextStyle.Small);
    }
}
