using CsCheck;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

public sealed class GapListTests
{
    [Fact]
    public void Gaps_are_ranked_by_requirement_then_shared_arenas_then_names() => RandomDatasets.Cases.Sample(drawn =>
    {
        var analysis = drawn.Plan.Build().Run(drawn.Options);
        var all = GapList.AllGaps(analysis);
        var sorted = all.OrderByDescending(g => g.Requirement).ThenByDescending(g => g.SharedArenas)
            .ThenBy(g => analysis.Dataset.Stakeholders[g.A.Index].Name, StringComparer.Ordinal).ThenBy(g => analysis.Dataset.Stakeholders[g.B.Index].Name, StringComparer.Ordinal);
        Assert.Equal(sorted, all);
        for (var limit = 0; limit <= all.Count; limit++)
            Assert.Equal(all.Take(limit), GapList.AllGaps(analysis, limit));
        Assert.Equal(all.Where(g => g.CrossSector), GapList.CrossSectorGaps(analysis, int.MaxValue));
    });

    [Fact]
    public void Every_gap_shows_the_shared_arenas_and_the_activities_of_both_sides() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        foreach (var gap in Analysis.Run(dataset, drawn.Options, CancellationToken.None).Gaps)
        {
            Assert.Equal(slow.Shared(gap.A.Index, gap.B.Index), [.. gap.Evidence.Select(e => e.Arena)]);
            Assert.Equal(gap.SharedArenas, gap.Evidence.Count);
            Assert.Equal(slow.IsCross(gap.A.Index, gap.B.Index), gap.CrossSector);
            foreach (var (who, activities) in gap.Evidence.SelectMany(e => new[] { (gap.A, e.ActivitiesA), (gap.B, e.ActivitiesB) }))
            {
                Assert.NotEmpty(activities);
                Assert.All(activities, a => Assert.Equal(
                    dataset.Activities[a.Activity.Index].Participations.Single(p => p.Stakeholder == who).Sources, a.Sources));
            }
        }
    });

    [Fact]
    public void Introducers_are_the_common_partners_and_distance_2_means_that_there_is_one() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        foreach (var gap in Analysis.Run(dataset, drawn.Options, CancellationToken.None).Gaps)
        {
            var common = Enumerable.Range(0, slow.N).Where(k => k != gap.A.Index && k != gap.B.Index && slow.IsTied(k, gap.A.Index) && slow.IsTied(k, gap.B.Index));
            Assert.Equal(common, gap.Introducers.Select(i => i.Index).Order());
            Assert.Equal(gap.Introducers.Count > 0, gap.Distance == 2);
            Assert.Equal(gap.Distance is { } distance ? distance + 1 : 0, gap.Path.Count);
            Assert.All(gap.Path.Zip(gap.Path.Skip(1)), step => Assert.True(slow.IsTied(step.First.Index, step.Second.Index)));
        }
    });

    [Fact]
    public void The_strongest_introducer_comes_first_and_a_stand_in_for_a_sector_never()
    {
        var gap = Assert.Single(new SmallDatasets().Sector("Gov", "A", "C", "D").Sector("NGO", "B").Stakeholder("media", "Media", standIn: true)
            .Activity("x", "T", "P", "2024", "A").Activity("y", "T", "P", "2024", "B")
            .Tie("A", "C", 5).Tie("C", "B", 1).Tie("A", "D", 2).Tie("D", "B", 2).Tie("A", "media", 9).Tie("media", "B", 9).Run().Gaps);
        Assert.Equal([3, 2], gap.Introducers.Select(i => i.Index));
        Assert.Equal([0, 2, 1], gap.Path.Select(i => i.Index));
        Assert.True(gap.CrossSector);
    }

    [Fact]
    public void Only_the_top_gaps_carry_evidence_but_all_are_counted()
    {
        var small = new SmallDatasets().Sector("Gov", "A", "B", "C", "D").Sector("NGO", "Y", "Z").Tie("Y", "Z");
        foreach (var who in new[] { "A", "B", "C", "D" })
            small.Activity(who, "T", "P", "2024", who);
        var analysis = small.Run(new AnalysisOptions { Top = 2, MaxTableRows = 4 });
        Assert.Equal(2, analysis.Gaps.Count);
        Assert.Equal(4, GapList.AllGaps(analysis).Count);
        Assert.Equal(6, analysis.Headline.Coordination.Gaps);
    }
}
