using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Tests.Networks;

public sealed class NetworkTests
{
    [Fact]
    public void Presence_and_requirement_are_those_of_the_slow_reference() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        var analysis = Analysis.Run(dataset, drawn.Options, CancellationToken.None);
        for (var i = 0; i < slow.N; i++)
            Assert.Equal(slow.ArenasOf(i), [.. analysis.Presence.ArenasOf(i).ToArray().Select(c => analysis.Presence.Arenas[c])]);

        var expected = slow.Pairs.Select(pair => (pair.I, pair.J, slow.Shared(pair.I, pair.J).Count)).Where(pair => pair.Count > 0);
        Assert.Equal(expected, RequiredPairs(analysis.Requirement));
    });

    [Fact]
    public void The_tie_network_is_that_of_the_slow_reference_and_symmetric() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        var ties = Analysis.Run(dataset, drawn.Options, CancellationToken.None).Ties;
        for (var i = 0; i < slow.N; i++)
        {
            var neighbours = ties.Of(i).ToArray();
            Assert.Equal(Enumerable.Range(0, slow.N).Where(j => j != i && slow.IsTied(i, j)), neighbours);
            foreach (var (k, j) in neighbours.Index())
            {
                var (joint, declared, strength) = slow.Tie(i, j);
                var support = ties.SupportAt(ties.RowStart[i] + k);
                Assert.Equal((joint, declared), (support.JointActivities, support.DeclaredRows));
                Assert.Equal(strength, support.Strength, 1e-12);
                Assert.Equal(support.Strength, ties.StrengthsOf(i)[k]);
                Assert.Equal(ties.StrengthsOf(i)[k], ties.StrengthsOf(j)[ties.Of(j).BinarySearch(i)]);
            }
        }
    });

    [Fact]
    public void Ties_of_a_period_are_those_active_in_it() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        var analysis = Analysis.Run(dataset, drawn.Options, CancellationToken.None);
        Period[] periods = [.. analysis.Presence.Arenas.Select(arena => arena.Period).Distinct().Order()];
        var ties = new PeriodTies(dataset, analysis.Options, periods);
        var (marks, mark) = (new int[dataset.Stakeholders.Count], 0);
        foreach (var (p, period) in periods.Index())
        {
            for (var i = 0; i < marks.Length; i++)
            {
                ties.Mark(i, p, marks, ++mark);
                Assert.All(Enumerable.Range(0, marks.Length).Where(j => j != i), j => Assert.Equal(slow.IsTied(Math.Min(i, j), Math.Max(i, j), period), marks[j] == mark));
            }
        }
    });

    [Fact]
    public void A_funder_is_tied_to_the_leads_but_not_to_the_other_participants()
    {
        var analysis = new SmallDatasets().Sector("Donor", "F").Sector("NGO", "A", "B")
            .Activity("x", "T", "P", "2024", "A:lead", "B", "F:funder").Run();
        Assert.True(analysis.Ties.AreTied(new(0), new(2)));
        Assert.False(analysis.Ties.AreTied(new(1), new(2)));
        Assert.Equal(TieKinds.Both, analysis.TieEvidence);
        Assert.Equal(1, analysis.Headline.Coordination.Required);
    }

    [Fact]
    public void Without_a_lead_a_funder_is_tied_to_those_that_implement_and_without_either_to_no_one()
    {
        var analysis = new SmallDatasets().Sector("Donor", "F").Sector("NGO", "A", "B")
            .Activity("x", "T", "P", "2024", "A:implementing", "F:funder")
            .Activity("y", "T", "P", "2024", "B:participant", "F:funder").Run();
        Assert.Equal([0], analysis.Ties.Of(2).ToArray());
    }

    [Fact]
    public void An_activity_above_the_participant_limit_is_presence_but_makes_no_ties_of_either_kind()
    {
        var analysis = new SmallDatasets().Sector("Donor", "F").Sector("NGO", "A", "B", "C")
            .Activity("x", "T", "P", "2024", "A:lead", "B", "C", "F:funder")
            .Run(new AnalysisOptions { MaxJointParticipants = 2 });
        Assert.Equal(0, analysis.Ties.M);
        Assert.Equal(3, analysis.Headline.Coordination.Required);
        Assert.Equal([new ActivityId(0)], analysis.Unplaced.TooLargeForTies);
    }

    /// <summary>Newman 2001, figure 6: one paper of A, B, C, D; one of A, B, E; one of A, B. A-B 1/3 + 1/2 + 1 = 11/6, A-E 1/2, A-C 1/3.</summary>
    [Fact]
    public void Strength_is_that_of_Newmans_figure_6()
    {
        var ties = new SmallDatasets().Sector("Author", "A", "B", "C", "D", "E")
            .Activity("1", null, null, null, "A", "B", "C", "D")
            .Activity("2", null, null, null, "A", "B", "E")
            .Activity("3", null, null, null, "A", "B").Run().Ties;
        Assert.Equal([11.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 2], ties.StrengthsOf(0).ToArray().Select(w => Math.Round(w, 12)), (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void Distances_and_first_paths_are_those_of_exhaustive_search() => RandomDatasets.Cases.Sample(drawn =>
    {
        var analysis = Analysis.Run(drawn.Plan.Build().Build(), drawn.Options, CancellationToken.None);
        var (ties, n) = (analysis.Ties, analysis.Ties.N);
        var (distance, queue) = (new int[n], new int[n]);
        for (var target = 0; target < n; target++)
        {
            ShortestPaths.Distances(ties.RowStart, ties.Neighbours, target, [.. Enumerable.Range(0, ties.N)], distance, queue);
            for (var from = 0; from < n; from++)
                Assert.Equal(FirstPath(ties, from, target), ShortestPaths.First(ties.RowStart, ties.Neighbours, from, distance));
        }
    }, iter: 30);

    [Fact]
    public void Components_are_the_classes_of_reachability() => RandomDatasets.Cases.Sample(drawn =>
    {
        var analysis = Analysis.Run(drawn.Plan.Build().Build(), drawn.Options, CancellationToken.None);
        var (ties, n) = (analysis.Ties, analysis.Ties.N);
        var component = new int[n];
        var sizes = Components.Label(ties.RowStart, ties.Neighbours, component);
        var reach = Reachability(ties);
        Assert.Equal(sizes.OrderDescending(), sizes);
        for (var i = 0; i < n; i++)
        {
            Assert.Equal(Enumerable.Range(0, n).Count(j => reach[i, j]), sizes[component[i]]);
            Assert.All(Enumerable.Range(0, n), j => Assert.Equal(reach[i, j], component[i] == component[j]));
        }
    });

    private static IEnumerable<(int, int, int)> RequiredPairs(Requirement requirement)
    {
        var row = requirement.Reader();
        for (var i = 0; i < requirement.N; i++)
        {
            row.Read(i);
            for (var k = 0; k < row.Others.Length; k++)
                yield return (i, row.Others[k], row.Shared[k]);
        }
    }

    /// <summary>All simple paths by length, then in ascending order: the first.</summary>
    private static int[] FirstPath(TieNetwork ties, int from, int to)
    {
        var paths = new List<int[]> { new[] { from } };
        while (paths.Count > 0)
        {
            if (paths.Where(path => path[^1] == to).MinBy(path => string.Join(',', path.Select(i => (char)i))) is { } found)
                return found;
            paths = [.. paths.SelectMany(path => ties.Of(path[^1]).ToArray().Where(j => !path.Contains(j)).Select(j => path.Append(j).ToArray()))];
        }

        return [];
    }

    private static bool[,] Reachability(TieNetwork ties)
    {
        var reach = new bool[ties.N, ties.N];
        for (var i = 0; i < ties.N; i++)
        {
            reach[i, i] = true;
            foreach (var j in ties.Of(i))
                reach[i, j] = true;
        }

        for (var k = 0; k < ties.N; k++)
        {
            for (var i = 0; i < ties.N; i++)
            {
                for (var j = 0; j < ties.N; j++)
                    reach[i, j] |= reach[i, k] && reach[k, j];
            }
        }

        return reach;
    }
}
