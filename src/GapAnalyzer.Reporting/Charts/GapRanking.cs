using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Bars of the cross-sector pairs with most missing links: the gaps dark, the pairs with a tie light beside them.</summary>
internal static class GapRanking
{
    private const int MostBars = 15;
    private const float PanelWidth = 200;
    private const float AxisHeight = 40;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "gap-ranking", "Where the missing links are", "Between which sectors are most links missing?", Draw);

    /// <summary>Cross-sector pairs that meet, by number of gaps, then the lower rate, then canonical order.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Sector A"), new("Sector B"), new("Missing links", ColumnKind.Count), new("Pairs that meet", ColumnKind.Count),
            new("Of them with a tie", ColumnKind.Count), new("Coordination rate", ColumnKind.Share), new("Of them tested as tied", ColumnKind.Count),
            new("Expected", ColumnKind.Number), new("Expected at least", ColumnKind.Number), new("Expected at most", ColumnKind.Number), new("Verdict"),
        ],
        [.. Ranked(analysis).Select(pair => (pair, Chance: Chance(analysis, pair), Test: analysis.TestOf(pair))).Select(row => new object[]
        {
            analysis.Dataset.Sectors[row.pair.A.Index].Name, analysis.Dataset.Sectors[row.pair.B.Index].Name,
            row.pair.Rate.Gaps, row.pair.Rate.Required, row.pair.Rate.Satisfied, row.pair.Rate.Value, row.Test.VerdictTies,
            row.Chance.Expected * row.pair.Rate.Required, row.Chance.Low * row.pair.Rate.Required, row.Chance.High * row.pair.Rate.Required, Naming.NameOf(row.Test.Verdict),
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.gaps.no-ties"));
        var ranked = Ranked(analysis);
        if (ranked.Count == 0)
            return ChartResult.None(t.Say("chart.gaps.no-pairs"));
        var missing = ranked.Where(pair => pair.Rate.Gaps > 0).ToList();
        var shown = (missing.Count > 0 ? missing : ranked).Take(MostBars).ToList();
        var names = new ChartNames(analysis.Dataset, t, type);
        ObservedAndExpected[] chances = [.. shown.Select(pair => Chance(analysis, pair))];
        string[] verdicts = [.. shown.Select(pair => t.Say($"verdict.{Naming.SnakeCase(analysis.TestOf(pair).Verdict.ToString())}"))];
        bool tested = chances.Any(chance => double.IsFinite(chance.Expected));
        var bars = Bars(names, shown, tested, t);
        var words = Words(analysis, names, ranked, shown.Count, tested, t);
        return ChartResult.Of(new Chart(
            Definition.Id,
            words,
            Table(analysis),
            bars.Height + Sheet.Margin + (tested ? AxisHeight : 0),
            sheet =>
            {
                bars.Draw(sheet);
                if (tested)
                    DrawChances(sheet, chances, verdicts, t.Say($"chart.gaps.panel.{Naming.NameOf(analysis.SectorTests.Mode)}"), bars.Height, t);
            },
            type));
    }

    private static StackedBars Bars(ChartNames names, List<SectorPairSummary> shown, bool tested, Texts t)
    {
        float room = tested ? 264 : 290;
        float right = Chart.Width - Sheet.Margin - (tested ? PanelWidth + 24 : 0);
        return new(
            [.. shown.Select(pair => new StackedBar(
                names.Type.FitPair(names.Of(pair.A), names.Of(pair.B), TextStyle.Label, room),
                pair.Rate.Gaps,
                pair.Rate.Satisfied,
                t.Say("chart.gaps.bar", ("n", pair.Rate.Gaps)),
                t.Say("chart.gaps.rest", ("rate", pair.Rate.Value), ("n", pair.Rate.Required))))],
            t.Say("chart.gaps.legend"),
            t.Say("chart.gaps.legend-rest"),
            right,
            room);
    }

    /// <summary>
    /// Of the pairs that meet, the share with a tie that the tests speak of, what activity and homophily explain, and two standard
    /// deviations about it; undefined where the pair of sectors is not tested.
    /// </summary>
    internal static ObservedAndExpected Chance(Analysis analysis, SectorPairSummary pair)
    {
        var test = analysis.TestOf(pair);
        var model = test.Homophily;
        if (test.Verdict is not (Verdict.Under or Verdict.AsExpected or Verdict.Over) || pair.Rate.Required == 0)
            return ObservedAndExpected.Undefined;
        double deviation = model.Z == 0 ? double.NaN : (test.VerdictTies - model.Expected) / model.Z;
        double of = pair.Rate.Required;
        return new(
            test.VerdictTies / of,
            model.Expected / of,
            Math.Max(0, model.Expected - (2 * deviation)) / of,
            Math.Min(of, model.Expected + (2 * deviation)) / of,
            test.Verdict == Verdict.Under);
    }

    private static void DrawChances(Sheet sheet, ObservedAndExpected[] chances, string[] verdicts, string heading, float bottom, Texts t)
    {
        const float left = Chart.Width - Sheet.Margin - PanelWidth;
        double most = chances.Max(chance => double.IsNaN(chance.High) ? double.IsNaN(chance.Observed) ? 0 : chance.Observed : Math.Max(chance.High, chance.Observed));
        var ticks = RangeScale.Ticks(most);
        var scale = new RangeScale(left, PanelWidth - 14, 0, ticks[^1]);
        sheet.Text(sheet.Type.Fit(heading, TextStyle.Small, PanelWidth), left, 11.5f, TextStyle.Small);
        scale.Axis(sheet, StackedBars.Top, bottom, ticks, share => Numbers.Percent(share, t));
        for (int i = 0; i < chances.Length; i++)
        {
            float y = StackedBars.Middle(i);
            if (double.IsNaN(chances[i].Expected))
                DrawVerdict(sheet, sheet.Type.Fit(verdicts[i], TextStyle.Small, PanelWidth - 8), left + 6, y);
            else
                scale.Draw(sheet, y, chances[i]);
        }

        string amiss = chances.Any(chance => chance.IsAmiss) ? t.Say("chart.gaps.amiss") : string.Empty;
        RangeScale.Legend(sheet, Sheet.Margin, bottom + 36, t.Say("chart.observed"), amiss, t.Say("chart.gaps.expected"), t.Say("chart.range"));
    }

    /// <summary>The lines of the scale stop at it.</summary>
    private static void DrawVerdict(Sheet sheet, string verdict, float x, float y)
    {
        sheet.Rectangle(new(x - 3, y - 8, sheet.Type.Width(verdict, TextStyle.Small) + 6, 16), Palette.Ground);
        sheet.Text(verdict, x, y + 4, TextStyle.Small);
    }

    private static IReadOnlyList<SectorPairSummary> Ranked(Analysis analysis) =>
        [.. analysis.SectorPairs.Where(pair => pair.IsCross && pair.Rate.Required > 0)
            .OrderByDescending(pair => pair.Rate.Gaps).ThenBy(pair => pair.Rate.Value)];

    private static ChartWords Words(Analysis analysis, ChartNames names, IReadOnlyList<SectorPairSummary> ranked, int shown, bool tested, Texts t)
    {
        var top = ranked[0];
        long all = ranked.Sum(pair => pair.Rate.Gaps);
        int missing = ranked.Count(pair => pair.Rate.Gaps > 0);
        string title = all == 0
            ? t.Say("chart.gaps.none")
            : t.Say(missing == 1 ? "chart.gaps.title-only" : "chart.gaps.title", ("a", names.Of(top.A)), ("b", names.Of(top.B)), ("n", top.Rate.Gaps), ("all", all));
        string cut = shown < missing ? t.Say("chart.gaps.cut", ("n", shown), ("all", missing)) : string.Empty;
        string others = missing > 0 && missing < ranked.Count ? t.Say("chart.gaps.others", ("n", ranked.Count - missing)) : string.Empty;
        string chance = tested ? t.Say($"chart.gaps.chance.{Naming.NameOf(analysis.SectorTests.Mode)}") : string.Empty;
        var first = ranked.Take(3).Select(pair => t.Say(
            "chart.gaps.alt-pair", ("a", names.Of(pair.A)), ("b", names.Of(pair.B)), ("gaps", pair.Rate.Gaps), ("n", pair.Rate.Required)));
        return new(
            title,
            ChartWords.Sentences(Scope(analysis, t), Meeting(analysis, t), t.Say("chart.gaps.meaning"), Tie(analysis, t), cut, others, chance, names.Note),
            t.Say("chart.gaps.alt", ("n", shown), ("title", title), ("pairs", string.Join(t.Say("list.semicolon"), first))));
    }
}
