using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

public sealed class CoordinationRateTests
{
    [Fact]
    public void Rates_at_every_level_are_those_of_the_slow_reference() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        var analysis = Analysis.Run(dataset, drawn.Options, CancellationToken.None);
        (long, long) Count(Func<(int I, int J), bool> where, Func<Arena, bool>? arena = null, Period? period = null)
        {
            var required = slow.Pairs.Where(where).Where(p => slow.Shared(p.I, p.J).Any(arena ?? (_ => true))).ToArray();
            return (required.Count(p => slow.IsTied(p.I, p.J, period)), required.Length);
        }

        Assert.Equal(Count(_ => true), Counts(analysis.Headline.Coordination));
        Assert.Equal(Count(p => slow.IsCross(p.I, p.J)), Counts(analysis.Headline.CrossSector));
        foreach (var s in analysis.Stakeholders)
        {
            var i = s.Stakeholder.Index;
            Assert.Equal(Count(p => p.I == i || p.J == i), Counts(s.Rate));
            Assert.Equal(Count(p => (p.I == i || p.J == i) && slow.IsCross(p.I, p.J)), Counts(s.CrossSectorRate));
        }

        SectorId SectorOf(int i) => dataset.Stakeholders[i].Sector;
        foreach (var pair in analysis.SectorPairs)
            Assert.Equal(Count(p => (SectorOf(p.I), SectorOf(p.J)) == (pair.A, pair.B) || (SectorOf(p.I), SectorOf(p.J)) == (pair.B, pair.A)), Counts(pair.Rate));
        foreach (var sector in analysis.Sectors)
            Assert.Equal(Count(p => SectorOf(p.I) == sector.Sector || SectorOf(p.J) == sector.Sector), Counts(sector.Rate));
        foreach (var period in analysis.Presence.Arenas.Select(arena => arena.Period).Distinct())
            Assert.Equal(Count(_ => true, arena => arena.Period == period, period), Counts(analysis.Periods.Single(p => p.Label == period.Label).Rate));
        foreach (var theme in analysis.Presence.Arenas.Select(arena => arena.Theme).Distinct())
        {
            var label = theme is { } t ? dataset.Themes[t.Index] : Vocabulary.All;
            Assert.Equal(Count(p => slow.IsCross(p.I, p.J), arena => arena.Theme == theme), Counts(analysis.Themes.Single(r => r.Label == label).CrossSectorRate));
        }
    });

    [Fact]
    public void The_sensitivity_table_has_the_headline_of_every_period_and_level() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        foreach (var row in Analysis.Run(dataset, drawn.Options, CancellationToken.None).Sensitivity)
        {
            var there = Analysis.Run(dataset, drawn.Options with { Period = row.Period, PlaceLevel = row.PlaceLevel }, CancellationToken.None);
            Assert.Equal(Counts(there.Headline.Coordination), Counts(row.Rate));
            Assert.Equal(Counts(there.Headline.CrossSector), Counts(row.CrossSectorRate));
            Assert.Equal(there.Headline.Coordination.RequiredWeight, row.Rate.RequiredWeight, 1e-9);
            Assert.Equal(there.Presence.Arenas.Count, row.Arenas);
        }
    }, iter: 30);

    [Fact]
    public void Required_is_satisfied_plus_gaps_and_sector_pairs_sum_to_the_totals() => RandomDatasets.Cases.Sample(drawn =>
    {
        var analysis = drawn.Plan.Build().Run(drawn.Options);
        var total = analysis.Headline.Coordination;
        var measured = analysis.TieEvidence != TieKinds.None;
        Assert.Equal(measured ? total.Required - total.Satisfied : 0, GapList.AllGaps(analysis).Count);
        Assert.Equal(total.Required, analysis.SectorPairs.Sum(pair => pair.Rate.Required));
        Assert.Equal(total.Satisfied, analysis.SectorPairs.Sum(pair => pair.Rate.Satisfied));
        Assert.Equal(total.RequiredWeight, analysis.SectorPairs.Sum(pair => pair.Rate.RequiredWeight), 1e-9);
        Assert.Equal(analysis.Headline.CrossSector.Required, analysis.SectorPairs.Where(pair => pair.IsCross).Sum(pair => pair.Rate.Required));
        Assert.Equal(analysis.Network.M, analysis.SectorPairs.Sum(pair => pair.Ties));
        Assert.Equal(analysis.Network.M, total.Satisfied + analysis.Network.ExcessTies);
    });

    [Fact]
    public void An_isolate_changes_no_rate() => RandomDatasets.Cases.Sample(drawn =>
    {
        var before = drawn.Plan.Build().Run(drawn.Options);
        var after = drawn.Plan.Build().Stakeholder("M-isolate", "NGO").Run(drawn.Options);
        Assert.Equal(before.Headline.Coordination, after.Headline.Coordination);
        Assert.Equal(before.Headline.CrossSector, after.Headline.CrossSector);
        Assert.Equal(before.Headline.CoordinationSe, after.Headline.CoordinationSe, 1e-12);
        Assert.Equal(before.Periods.Select(p => p.Rate), after.Periods.Select(p => p.Rate));
        Assert.Equal(before.Places.Select(p => p.Rate), after.Places.Select(p => p.Rate));
        Assert.Equal(before.Network.Isolates + 1, after.Network.Isolates);
    });

    [Fact]
    public void A_tie_on_a_required_pair_never_lowers_the_rate() => RandomDatasets.Cases.Sample(drawn =>
    {
        var options = drawn.Options with { Ties = TieKinds.Both };
        var before = drawn.Plan.Build().Run(options);
        if (before.Gaps.Count == 0)
            return;
        var names = before.Dataset.Stakeholders;
        var after = drawn.Plan.Build().Tie(names[before.Gaps[0].A.Index].Id, names[before.Gaps[0].B.Index].Id).Run(options);
        Assert.True(after.Headline.Coordination.Value > before.Headline.Coordination.Value);
        Assert.False(after.Headline.Coordination.Weighted < before.Headline.Coordination.Weighted);
    });

    [Fact]
    public void Relabelling_the_stakeholders_permutes_the_results() => RandomDatasets.Cases.Sample(drawn =>
    {
        var n = drawn.Plan.SectorOf.Count;
        var before = drawn.Plan.Build().Run(drawn.Options);
        var after = drawn.Plan.Build(i => $"S{n - 1 - i}").Run(drawn.Options);
        Assert.Equal(Counts(before.Headline.Coordination), Counts(after.Headline.Coordination));
        Assert.Equal(before.Headline.CoordinationSe, after.Headline.CoordinationSe, 1e-12);
        Assert.Equal(before.Headline.Ei.Value, after.Headline.Ei.Value);
        Assert.Equal(before.Cells.Select(cell => cell.Status), after.Cells.Select(cell => cell.Status));
        Assert.Equal(
            before.Stakeholders.Select(s => (s.Degree, s.Arenas, Counts(s.Rate), Counts(s.CrossSectorRate))),
            after.Stakeholders.Reverse().Select(s => (s.Degree, s.Arenas, Counts(s.Rate), Counts(s.CrossSectorRate))));
    });

    [Fact]
    public void Without_tie_evidence_nothing_is_measured_and_there_are_no_gaps()
    {
        var analysis = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B")
            .Activity("x", "T", "P", "2024", "A").Activity("y", "T", "P", "2024", "B").Run();
        Assert.Equal(TieKinds.None, analysis.TieEvidence);
        Assert.Equal(1, analysis.Headline.Coordination.Required);
        Assert.Equal(0, analysis.Headline.Coordination.Gaps);
        Assert.True(double.IsNaN(analysis.Headline.Coordination.Value));
        Assert.True(double.IsNaN(analysis.Headline.CoordinationSe));
        Assert.True(double.IsNaN(analysis.Headline.Baseline.ExpectedRate));
        Assert.Empty(analysis.Gaps);
        Assert.Empty(GapList.AllGaps(analysis));
        Assert.Equal(CellStatus.CoordinationUnknown, Assert.Single(analysis.Cells).Status);
    }

    /// <summary>
    /// By hand: A, B, C meet; only A-B tied. C = 1/3. Without A 0/1, without B 0/1, without C 1/1: mean 1/3,
    /// sum of squares 6/9, se = sqrt(2/3 * 2/3) = 2/3. C moves it most (by 2/3 against 1/3).
    /// </summary>
    [Fact]
    public void The_standard_error_leaves_one_stakeholder_out()
    {
        var headline = new SmallDatasets().Sector("NGO", "A", "B", "C")
            .Activity("x", "T", "P", "2024", "A").Activity("y", "T", "P", "2024", "B").Activity("z", "T", "P", "2024", "C")
            .Tie("A", "B").Run().Headline;
        Assert.Equal(1.0 / 3, headline.Coordination.Value, 1e-12);
        Assert.Equal(2.0 / 3, headline.CoordinationSe, 1e-12);
        Assert.Equal(new StakeholderId(2), headline.CoordinationRange.MovesMost);
        Assert.Equal(1, headline.CoordinationRange.WithoutIt);
    }

    /// <summary>Leaving a stakeholder out really is analysing the dataset without it. Two who meet no one keep the tie evidence alive.</summary>
    [Fact]
    public void The_rate_without_a_stakeholder_is_that_of_the_dataset_without_it() => RandomDatasets.Plans.Sample(plan =>
    {
        var options = new AnalysisOptions { Ties = TieKinds.Declared };
        static RandomDatasets.Plan Keep(RandomDatasets.Plan plan, Func<int, bool> stays) => plan with
        {
            Activities = [.. plan.Activities.Select(a => (a.Theme, a.Place, a.When, (IReadOnlyList<(int, string)>)[.. a.Who.Where(w => stays(w.Who)).Select(w => (w.Who, "participant"))]))],
        };
        Headline Run(Func<int, bool> stays) => Keep(plan, stays).Build().Sector("NGO", "Z1", "Z2").Tie("Z1", "Z2").Run(options).Headline;
        var full = Run(_ => true);
        if (full.CoordinationRange.MovesMost is { } most)
            Assert.Equal(full.CoordinationRange.WithoutIt, Run(i => i != most.Index).Coordination.Value, 1e-12);
    });

    private static (long Satisfied, long Required) Counts(Rate rate) => (rate.Satisfied, rate.Required);
}
