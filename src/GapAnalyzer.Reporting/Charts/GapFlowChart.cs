using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Comparing;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Missing links between sectors that went, to the left, and that came, to the right, by reason.</summary>
internal static class GapFlowChart
{
    private const int MostBars = 12;

    private static readonly Paint Meeting = Palette.Muted.WithAlpha(0.55);

    private static readonly Paint[] Gone = [Palette.Accent, Meeting, Palette.Quiet];

    private static readonly Paint[] Come = [Palette.Alarm, Meeting, Palette.Quiet];

    public static ChartDefinition<Comparison> Definition { get; } = new(
        "gap-flow", "Missing links that went and that came", "Between which sectors were missing links closed, and where are there new ones?", Draw);

    /// <summary>Every pair of sectors with a missing link before or after, most changes first.</summary>
    public static ChartTable Table(Comparison comparison) => new(
        [
            new("Sector A"), new("Sector B"), new("Missing before", ColumnKind.Count), new("Missing after", ColumnKind.Count), new("Persisting", ColumnKind.Count),
            new("Closed by a tie", ColumnKind.Count), new("No longer meeting", ColumnKind.Count), new("An organisation left", ColumnKind.Count),
            new("Opened: the tie is gone", ColumnKind.Count), new("Newly meeting", ColumnKind.Count), new("An organisation arrived", ColumnKind.Count),
        ],
        [.. Ranked(comparison).Select(pair => new object[]
        {
            comparison.Names.Sector(pair.A).Name, comparison.Names.Sector(pair.B).Name, pair.Gaps!.Before, pair.Gaps.After, pair.Gaps[GapFate.Persisting],
            pair.Gaps[GapFate.Closed], pair.Gaps[GapFate.NoLongerMeeting], pair.Gaps[GapFate.StakeholderLeft],
            pair.Gaps[GapFate.Opened], pair.Gaps[GapFate.NewlyMeeting], pair.Gaps[GapFate.StakeholderArrived],
        })]);

    internal static ChartResult Draw(Comparison comparison, Texts t, Typography type)
    {
        if (comparison.CrossGaps is not { } all)
            return ChartResult.None(t.Say("compare.chart.not-comparable"));
        var changed = Ranked(comparison).Where(pair => pair.Gaps!.GoneCount + pair.Gaps.ComeCount > 0).ToList();
        if (changed.Count == 0)
            return ChartResult.None(t.Say("compare.chart.same"));
        var shown = changed.Take(MostBars).ToList();
        bool persist = shown.Any(pair => pair.Gaps![GapFate.Persisting] > 0);
        var names = new ChartNames(comparison.After.Dataset with { Sectors = [.. Enumerable.Range(0, comparison.Names.Sectors.Count).Select(comparison.Names.Sector)] }, t, type);
        var bars = new FlowBars(
            [.. shown.Select(pair => new FlowBar(
                FlowBars.Label(type, names.Of(new Domain.SectorId(pair.A)), names.Of(new Domain.SectorId(pair.B))),
                [.. GapFlow.Gone.Select(fate => pair.Gaps![fate])],
                [.. GapFlow.Come.Select(fate => pair.Gaps![fate])],
                persist ? t.Say("compare.chart.persist", ("n", pair.Gaps![GapFate.Persisting])) : string.Empty))],
            Legend(GapFlow.Gone, Gone, t), Legend(GapFlow.Come, Come, t),
            t.Say("compare.chart.gone"), t.Say("compare.chart.come"));
        return ChartResult.Of(new Chart(
            Definition.Id, Words(comparison, all, shown, changed.Count, names, t), Table(comparison), bars.Height + Sheet.Margin, bars.Draw, type));
    }

    private static (string Text, Paint Paint)[] Legend(IReadOnlyList<GapFate> fates, Paint[] paints, Texts t) =>
        [.. fates.Zip(paints, (fate, paint) => (t.Say($"compare.fate.{ComparisonNames.NameOf(fate)}"), paint))];

    private static List<SectorPairChange> Ranked(Comparison comparison) =>
        [.. comparison.SectorPairs.Where(pair => pair.Gaps is { } gaps && gaps.Before + gaps.After > 0)
            .OrderByDescending(pair => pair.Gaps!.GoneCount + pair.Gaps.ComeCount).ThenByDescending(pair => pair.Gaps!.Before)];

    private static ChartWords Words(Comparison comparison, GapFlow all, List<SectorPairChange> shown, int changed, ChartNames names, Texts t)
    {
        string title = t.Say(
            all.ComeCount == 0 ? "compare.chart.title-gone" : all.Before == 0 ? "compare.chart.title-come" : "compare.chart.title",
            ("before", all.Before), ("closed", all[GapFate.Closed]), ("new", all.ComeCount), ("arrived", all[GapFate.StakeholderArrived]), ("gone", all.GoneCount));
        string subtitle = ChartWords.Sentences(
            t.Say("compare.chart.scope", ("before", comparison.Before(t)), ("n", comparison.First.There), ("after", comparison.After(t)), ("now", comparison.Last.There)),
            Phrases.Meeting(comparison.After, t),
            t.Say("compare.chart.meaning"),
            shown.Count < changed ? t.Say("compare.chart.cut", ("n", shown.Count), ("all", changed)) : string.Empty,
            names.Note);
        var first = shown.Take(3).Select(pair => t.Say(
            "compare.chart.alt-pair",
            ("a", names.Of(new Domain.SectorId(pair.A))), ("b", names.Of(new Domain.SectorId(pair.B))), ("gone", pair.Gaps!.GoneCount), ("come", pair.Gaps.ComeCount)));
        return new(title, subtitle, t.Say("compare.chart.alt", ("n", shown.Count), ("title", title), ("pairs", string.Join(t.Say("list.semicolon"), first))));
    }
}
