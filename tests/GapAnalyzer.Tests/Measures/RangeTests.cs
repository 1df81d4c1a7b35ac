using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

public sealed class RangeTests
{
    [Fact]
    public void Every_standard_error_is_that_of_leaving_out_pair_by_pair() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        var analysis = Analysis.Run(dataset, drawn.Options, CancellationToken.None);
        if (analysis.TieEvidence == TieKinds.None)
            return;
        SectorId SectorOf(int i) => dataset.Stakeholders[i].Sector;
        double Se(Func<(int I, int J), bool> where, Func<Arena, bool>? arena = null) => LeaveOneOut(slow, [
            .. slow.Pairs.Where(where).Where(p => slow.Shared(p.I, p.J).Any(arena ?? (_ => true)))]);

        Assert.Equal(Se(_ => true), analysis.Headline.CoordinationSe, 1e-9);
        Assert.Equal(Se(p => slow.IsCross(p.I, p.J)), analysis.Headline.CrossSectorSe, 1e-9);
        foreach (var sector in analysis.Sectors)
            Assert.Equal(Se(p => SectorOf(p.I) == sector.Sector || SectorOf(p.J) == sector.Sector), sector.Range.Se, 1e-9);
        foreach (var pair in analysis.SectorPairs)
        {
            var ends = new[] { pair.A.Index, pair.B.Index }.Order().ToArray();
            Assert.Equal(Se(p => ends.SequenceEqual(new[] { SectorOf(p.I).Index, SectorOf(p.J).Index }.Order())), pair.Range.Se, 1e-9);
        }

        foreach (var theme in analysis.Presence.Arenas.Select(arena => arena.Theme).Distinct())
        {
            var group = analysis.Themes.Single(r => r.Label == (theme is { } t ? dataset.Themes[t.Index] : Vocabulary.All));
            Assert.Equal(Se(_ => true, arena => arena.Theme == theme), group.Range.Se, 1e-9);
            Assert.Equal(Se(p => slow.IsCross(p.I, p.J), arena => arena.Theme == theme), group.CrossSectorRange.Se, 1e-9);
        }
    });

    /// <summary>An arena has one theme, one place and one period, so that the requirement adds up over each.</summary>
    [Fact]
    public void The_weights_of_themes_places_and_periods_add_up_to_the_total() => RandomDatasets.Cases.Sample(drawn =>
    {
        var analysis = drawn.Plan.Build().Run(drawn.Options);
        var total = analysis.Headline.Coordination;
        Assert.Equal(total.RequiredWeight, Enumerable.Range(0, analysis.Requirement.N).Sum(i => analysis.Requirement.Reader().Read(i).Weights.ToArray().Sum()), 1e-9);
        foreach (var groups in new[] { analysis.Themes, analysis.Places, analysis.Periods })
        {
            Assert.Equal(total.RequiredWeight, groups.Sum(group => group.Rate.RequiredWeight), 1e-9);
            Assert.Equal(analysis.Headline.CrossSector.RequiredWeight, groups.Sum(group => group.CrossSectorRate.RequiredWeight), 1e-9);
            Assert.Equal(analysis.Presence.Arenas.Count, groups.Sum(group => group.Arenas));
        }

        Assert.Equal(total.SatisfiedWeight, analysis.Themes.Sum(theme => theme.Rate.SatisfiedWeight), 1e-9);
        Assert.Equal(total.SatisfiedWeight, analysis.Places.Sum(place => place.Rate.SatisfiedWeight), 1e-9);
    });

    [Fact]
    public void A_funder_that_only_pays_takes_part_in_no_activity_unless_funders_count_as_present()
    {
        var small = new SmallDatasets().Sector("Donor", "F").Sector("NGO", "A").Activity("x", "T", "P", "2024", "A:lead", "F:funder");
        var (absent, present) = (small.Run(), small.Run(new() { FundersPresent = true }));
        Assert.Equal([1, 0], absent.Stakeholders.Select(s => s.Activities));
        Assert.Equal([0, 1], absent.Sectors.Select(s => s.Activities));
        Assert.Equal([1, 1], present.Stakeholders.Select(s => s.Activities));
        Assert.Equal([1, 1], present.Sectors.Select(s => s.Activities));
        Assert.Equal((0, 1), (absent.Headline.Coordination.Required, present.Headline.Coordination.Required));
    }

    [Fact]
    public void Only_activities_inside_the_window_are_listed_as_too_large_and_the_largest_comes_first()
    {
        var unplaced = new SmallDatasets().Sector("NGO", "A", "B", "C", "D")
            .Activity("1", "T", "P", "2023", "A", "B", "C", "D").Activity("2", "T", "P", "2024", "A", "B", "C").Activity("3", "T", "P", "2024", "A", "B", "C", "D")
            .Run(new() { MaxJointParticipants = 2, From = new(2024, 1, 1) }).Unplaced;
        Assert.Equal([new ActivityId(2), new ActivityId(1)], unplaced.TooLargeForTies);
    }

    private static double LeaveOneOut(SlowReference slow, (int I, int J)[] required)
    {
        var without = Enumerable.Range(0, slow.N).Where(i => required.Any(p => p.I == i || p.J == i))
            .Select(i => required.Where(p => p.I != i && p.J != i).Select(p => slow.IsTied(p.I, p.J) ? 1.0 : 0).ToArray())
            .Where(rest => rest.Length > 0)
            .Select(rest => rest.Average()).ToArray();
        var k = without.Length;
        return k < 2 ? double.NaN : Math.Sqrt((k - 1.0) / k * without.Sum(rate => Math.Pow(rate - without.Average(), 2)));
    }
}
