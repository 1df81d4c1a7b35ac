using CsCheck;
using GapAnalyzer.Comparing;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests.Comparing;

/// <summary>Laws of a comparison, and each pair by the method's definitions written out slowly.</summary>
public sealed class ComparisonTests
{
    private const double Tolerance = 1e-12;

    private static readonly TimeWindow[] Windows = [new("2023", new(2023, 1, 1), new(2023, 12, 31)), new("2024–2025", new(2024, 1, 1), new(2025, 12, 31))];

    private static readonly Gen<(RandomDatasets.Plan Plan, AnalysisOptions Options)> Cases =
        RandomDatasets.Cases.Select(one => (one.Plan, one.Options with { From = null, To = null, Permutations = 99 }));

    [Fact]
    public void A_dataset_against_itself_has_not_changed() => Cases.Sample(one =>
    {
        var dataset = one.Plan.Build().Build();
        var comparison = Comparer.OfDatasets(dataset, one.Plan.Build().Build(), one.Options, default);
        Assert.Equal(0, comparison.Left.Count + comparison.Arrived.Count + comparison.Cells.Count + comparison.Moved + comparison.Doubts.Count);
        Assert.DoesNotContain(comparison.SectorPairs, pair => pair.VerdictChanged);
        if (comparison.Comparability != Comparability.Full)
            return;
        var (ties, gaps) = (comparison.Ties!.Value, comparison.Gaps!);
        Assert.Equal((0, 0, comparison.First.TieCount), (ties.New, ties.Lost, ties.Kept));
        Assert.True(ties.Kept == 0 || ties.Jaccard == 1);
        Assert.Equal((0, 0, comparison.Before.Headline.Coordination.Gaps), (gaps.GoneCount, gaps.ComeCount, gaps[GapFate.Persisting]));
        Assert.True(comparison.Rate.Move is RateMove.Same or RateMove.Undefined);
        Assert.True(double.IsNaN(comparison.Rate.Se) || comparison.Rate.Se == 0);
    });

    [Fact]
    public void Before_and_after_in_each_others_place_swap_what_came_and_what_went() => Gen.Select(Cases, RandomDatasets.Plans).Sample((one, plan) =>
    {
        var (a, b) = (one.Plan.Build().Build(), plan.Build().Build());
        var (there, back) = (Comparer.OfDatasets(a, b, one.Options, default), Comparer.OfDatasets(b, a, one.Options, default));
        Assert.Equal(Names(there, there.Left), Names(back, back.Arrived));
        Assert.Equal(Names(there, there.Arrived), Names(back, back.Left));
        if (there.Comparability != Comparability.Full)
            return;
        Assert.Equal(Fates(there.Gaps!), Swapped(back.Gaps!));
        var (ties, ties2) = (there.Ties!.Value, back.Ties!.Value);
        Assert.Equal((ties.Kept, ties.New, ties.Lost, ties.NewByArrival, ties.LostByLeaving), (ties2.Kept, ties2.Lost, ties2.New, ties2.LostByLeaving, ties2.NewByArrival));
        Assert.Equal(ties.JaccardAmongStaying, ties2.JaccardAmongStaying);
        if (double.IsFinite(there.Rate.Difference))
            Assert.Equal((there.Rate.Difference, there.Rate.Se), (-back.Rate.Difference, back.Rate.Se), (x, y) => Math.Abs(x.Item1 - y.Item1) < Tolerance && (double.IsNaN(x.Item2) || Math.Abs(x.Item2 - y.Item2) < Tolerance));
    });

    [Fact]
    public void Each_pair_is_what_the_definitions_say_and_the_parts_add_up() => Cases.Sample(one =>
    {
        var dataset = one.Plan.Build().Build();
        if (Windows.Any(window => !dataset.Activities.Any(activity => activity.Dates is { } dates && dates.Overlaps(window.First, window.Last))))
            return;
        var comparison = Comparer.OfWindows(dataset, Windows, one.Options, default);
        if (comparison.Comparability != Comparability.Full)
            return;
        SlowReference[] slow = [.. Windows.Select(window => new SlowReference(dataset, one.Options with { From = window.First, To = window.Last }))];
        bool[][] there = [.. Windows.Select(window => Enumerable.Range(0, slow[0].N).Select(i =>
            dataset.Activities.Any(a => a.Dates is { } dates && dates.First <= window.Last && dates.Last >= window.First && a.Participations.Any(p => p.Stakeholder.Index == i))).ToArray())];
        var fates = new Dictionary<GapFate, long>();
        var ties = (Kept: 0L, New: 0L, Lost: 0L);
        foreach (var (i, j) in slow[0].Pairs)
        {
            var (required, tied) = (slow.Select(s => s.Shared(i, j).Count > 0).ToArray(), slow.Select(s => s.IsTied(i, j)).ToArray());
            ties = (ties.Kept + (tied[0] && tied[1] ? 1 : 0), ties.New + (!tied[0] && tied[1] ? 1 : 0), ties.Lost + (tied[0] && !tied[1] ? 1 : 0));
            var fate = FateOf(required[0] && !tied[0], required[1] && !tied[1], tied, there[0][i] && there[0][j], there[1][i] && there[1][j]);
            fates[fate] = fates.GetValueOrDefault(fate) + 1;
        }

        Assert.Equal((ties.Kept, ties.New, ties.Lost), (comparison.Ties!.Value.Kept, comparison.Ties.Value.New, comparison.Ties.Value.Lost));
        Assert.All(Enum.GetValues<GapFate>().Where(fate => fate != GapFate.None), fate => Assert.Equal(fates.GetValueOrDefault(fate), comparison.Gaps![fate]));
        Assert.Equal(comparison.First.TieCount, ties.Kept + ties.Lost);
        Assert.Equal(comparison.First.Rate.Gaps, comparison.Gaps!.Before);
        Assert.Equal(comparison.Last.Rate.Gaps, comparison.Gaps.After);
        Assert.Equal((comparison.First.CrossRate.Gaps, comparison.Last.CrossRate.Gaps), (comparison.CrossGaps!.Before, comparison.CrossGaps.After));
        Assert.Equal((comparison.CrossGaps.Before, comparison.CrossGaps.After), (comparison.SectorPairs.Sum(pair => pair.Gaps!.Before), comparison.SectorPairs.Sum(pair => pair.Gaps!.After)));
        Assert.All(comparison.SectorPairs, pair => Assert.Equal((pair.Rate.Before.Gaps, pair.Rate.After.Gaps), (pair.Gaps!.Before, pair.Gaps.After)));
        Assert.Equal(comparison.Left.Count, there[0].Zip(there[1]).Count(pair => pair.First && !pair.Second));
        AssertRange(comparison, slow);
    });

    [Fact]
    public void A_window_has_the_numbers_of_an_analysis_of_it_and_a_series_those_of_its_periods() => Cases.Sample(one =>
    {
        var options = one.Options with { Period = one.Options.Period == PeriodGrain.All ? PeriodGrain.Year : one.Options.Period };
        // Ties of activities without a date are active in every period, and in no window.
        var dataset = (one.Plan with { Activities = [.. one.Plan.Activities.Where(activity => activity.When is not null)] }).Build().Build();
        var dates = dataset.Activities.Select(activity => activity.Dates).OfType<DateSpan>().ToList();
        if (dates.Count == 0 || dates.Min(d => d.First.Year) == dates.Max(d => d.Last.Year))
            return;
        var comparison = Comparer.OfWindows(dataset, null, options, default);
        var periods = Analysis.Run(dataset, options, default).Periods.ToDictionary(period => period.Label);
        foreach (var point in comparison.Series)
        {
            var expected = periods.GetValueOrDefault(point.Window.Label);
            // A dataset whose dates are all too coarse has the one period "all".
            if (periods.ContainsKey("all"))
                continue;
            Assert.Equal((expected?.Rate.Required ?? 0, expected?.CrossSectorRate.Required ?? 0), (point.Rate.Required, point.CrossRate.Required));
            if (expected is { Rate.Measured: true })
                Assert.Equal((expected.Rate.Satisfied, expected.CrossSectorRate.Satisfied, expected.Range.Se), (point.Rate.Satisfied, point.CrossRate.Satisfied, point.RateSe));
        }

        Assert.Equal(comparison.Before.Headline.Coordination.Required, comparison.First.Rate.Required);
        Assert.Equal(comparison.After.Network.M, comparison.Last.TieCount);
    });

    [Fact]
    public void A_dataset_split_by_time_into_two_gives_what_its_windows_give() => Cases.Sample(one =>
    {
        var plan = one.Plan with { Ties = [], Needs = [] };
        var whole = (plan with { Activities = [.. plan.Activities.Where(activity => WindowOf(activity.When) >= 0)] }).Build().Build();
        Dataset[] parts = [.. Windows.Select((_, w) => (plan with { Activities = [.. plan.Activities.Where(activity => WindowOf(activity.When) == w)] }).Build().Build())];
        if (parts.Any(part => part.Activities.Count == 0))
            return;
        var (split, windows) = (Comparer.OfDatasets(parts[0], parts[1], one.Options, default), Comparer.OfWindows(whole, Windows, one.Options, default));
        Assert.Equal(Names(windows, windows.Left), Names(split, split.Left));
        Assert.Equal(Names(windows, windows.Arrived), Names(split, split.Arrived));
        if (split.Comparability != Comparability.Full || !split.After.Unplaced.AbsentDimensions.SequenceEqual(windows.After.Unplaced.AbsentDimensions))
            return;
        Assert.Equal(windows.Ties, split.Ties);
        Assert.Equal(Fates(windows.Gaps!), Fates(split.Gaps!));
        Assert.Equal((windows.Rate.Difference, windows.Rate.Se, windows.CrossRate.Se), (split.Rate.Difference, split.Rate.Se, split.CrossRate.Se));
        Assert.Equal(Cells(windows), Cells(split));
    });

    [Fact]
    public void Without_evidence_of_ties_on_one_side_presence_alone_is_compared()
    {
        var before = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Activity("1", "T", "P", "2023", "A").Activity("2", "T", "P", "2023", "B").Build();
        var after = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "C").Activity("1", "T", "P", "2024", "A", "C").Build();
        var comparison = Comparer.OfDatasets(before, after, new(), default);
        Assert.Equal(Comparability.NotMeasuredBefore, comparison.Comparability);
        Assert.Null(comparison.Gaps);
        Assert.Null(comparison.Ties);
        Assert.Empty(comparison.Pairs);
        Assert.Empty(comparison.Cells); // covered before and coordinated after: how coordinated cannot be compared
        Assert.Equal(["B"], Names(comparison, comparison.Left));
        Assert.Equal(["C"], Names(comparison, comparison.Arrived));
    }

    [Fact]
    public void A_theme_that_only_one_side_has_makes_meeting_another_thing()
    {
        var before = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Activity("1", null, "P", "2023", "A", "B").Build();
        var after = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Activity("1", "T", "P", "2024", "A", "B").Build();
        Assert.Equal(Comparability.OtherDimensions, Comparer.OfDatasets(before, after, new(), default).Comparability);
    }

    [Fact]
    public void Windows_are_read_as_people_write_them()
    {
        Assert.Equal([("2016–2021", new(2016, 1, 1), new(2021, 12, 31)), ("2022-Q3", new(2022, 7, 1), new(2022, 9, 30)), ("2023-05–2023-05-15", new DateOnly(2023, 5, 1), new DateOnly(2023, 5, 15))],
            TimeWindow.Parse("2016..2021, 2022-Q3,2023-05..2023-05-15").Select(window => (window.Label, window.First, window.Last)));
        foreach (var wrong in new[] { "2016", "2016..2021,2021..2022", "2022,2021", "2016..2015,2017", "x..y,2017", "2016..2017..2018,2019", "" })
            Assert.StartsWith("--periods", Assert.Throws<GapAnalyzer.Diagnostics.InputException>(() => TimeWindow.Parse(wrong)).Message, StringComparison.Ordinal);
    }

    /// <summary>The range of the difference with every organisation taken out of both sides at once, pair by pair.</summary>
    private static void AssertRange(Comparison comparison, SlowReference[] slow)
    {
        var pairs = slow.Select(s => s.Pairs.Where(pair => s.Shared(pair.I, pair.J).Count > 0).Select(pair => (pair.I, pair.J, Tied: s.IsTied(pair.I, pair.J))).ToList()).ToList();
        var differences = Enumerable.Range(0, slow[0].N).Where(i => pairs.Any(side => side.Any(pair => pair.I == i || pair.J == i)))
            .Select(i => Rate(pairs[1], i) - Rate(pairs[0], i)).Where(double.IsFinite).ToList();
        if (differences.Count < 2 || double.IsNaN(comparison.Rate.Difference))
            return;
        var (k, mean) = (differences.Count, differences.Average());
        Assert.Equal(Math.Sqrt((k - 1.0) / k * differences.Sum(d => (d - mean) * (d - mean))), comparison.Rate.Se, Tolerance);

        static double Rate(List<(int I, int J, bool Tied)> side, int without)
        {
            var left = side.Where(pair => pair.I != without && pair.J != without).ToList();
            return left.Count == 0 ? double.NaN : (double)left.Count(pair => pair.Tied) / left.Count;
        }
    }

    private static GapFate FateOf(bool before, bool after, bool[] tied, bool bothThere, bool bothThereAfter)
    {
        if (before && after)
            return GapFate.Persisting;
        if (before)
            return tied[1] ? GapFate.Closed : bothThereAfter ? GapFate.NoLongerMeeting : GapFate.StakeholderLeft;
        return !after ? GapFate.None : tied[0] ? GapFate.Opened : bothThere ? GapFate.NewlyMeeting : GapFate.StakeholderArrived;
    }

    /// <summary>The window that holds all of a date; -1 where none does.</summary>
    private static int WindowOf(string? when) => SmallDatasets.ParseSpan(when) is { } span ? Array.FindIndex(Windows, window => window.First <= span.First && span.Last <= window.Last) : -1;

    private static IReadOnlyList<string> Cells(Comparison comparison) =>
    [
        .. comparison.Cells.Select(cell => $"{(cell.Theme is { } theme ? comparison.Names.Theme(theme) : "all")}, {(cell.Place is { } place ? comparison.Names.Place(place) : "all")}: {cell.Before} {cell.StakeholdersBefore}, {cell.After} {cell.StakeholdersAfter}")
            .Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Names(Comparison comparison, IReadOnlyList<int> numbers) => [.. numbers.Select(number => comparison.Names.Stakeholder(number).Name)];

    private static long[] Fates(GapFlow flow) => [flow[GapFate.Persisting], .. GapFlow.Gone.Select(fate => flow[fate]), .. GapFlow.Come.Select(fate => flow[fate])];

    private static long[] Swapped(GapFlow flow) => [flow[GapFate.Persisting], .. GapFlow.Come.Select(fate => flow[fate]), .. GapFlow.Gone.Select(fate => flow[fate])];
}
