using CsCheck;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Tests.Measures;

/// <summary>What must hold whatever the data: method.md, section 9.</summary>
public sealed class StructureLawTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Other_names_permute_what_is_said_of_stakeholders() => Gen.Select(RandomGraphs.Graphs(9), Gen.Int[0, 1000]).Sample((graph, turn) =>
    {
        var n = graph.SectorOf.Count;
        int[] moved = [.. Enumerable.Range(0, n).OrderBy(i => (i * 7919 + turn) % 101).ThenBy(i => i).Select((i, k) => (i, k)).OrderBy(pair => pair.i).Select(pair => pair.k)];
        var (before, after) = (graph.Build().Run(RandomGraphs.Options), graph.Build(i => moved[i]).Run(RandomGraphs.Options));
        for (var i = 0; i < n; i++)
            Assert.Equal(Numbers(before.Stakeholders[i]), Numbers(after.Stakeholders[moved[i]]), (a, b) => a.Equals(b) || Math.Abs(a - b) < Tolerance);
        Assert.Equal(Numbers(before.Network), Numbers(after.Network), (a, b) => a.Equals(b) || Math.Abs(a - b) < Tolerance);
        Assert.Equal(before.SectorPairs.Select(p => (p.DisjointTies, p.DisjointRoutes)), after.SectorPairs.Select(p => (p.DisjointTies, p.DisjointRoutes)));
    });

    /// <summary>Closeness and betweenness are scaled by n, and so move together; everything else of the others stays.</summary>
    [Fact]
    public void An_isolated_stakeholder_changes_no_one_else() => RandomGraphs.Graphs(8).Sample(graph =>
    {
        var (before, after) = (graph.Build().Run(RandomGraphs.Options), graph.Build().Stakeholder("Z", "Gov").Run(RandomGraphs.Options));
        if (before.Network.M == 0)
            return;
        foreach (var (one, other) in before.Stakeholders.Zip(after.Stakeholders))
            Assert.Equal(Numbers(one).Skip(2), Numbers(other).Skip(2), (a, b) => a.Equals(b) || Math.Abs(a - b) < Tolerance);
        Assert.Equal((0, false, null), (after.Stakeholders[^1].Coreness, after.Stakeholders[^1].Cutpoint, after.Stakeholders[^1].Community));
        Assert.Equal(before.Network.Modularity, after.Network.Modularity, Tolerance);
        Assert.Equal(before.Network.Communities, after.Network.Communities);
    });

    [Fact]
    public void A_tie_more_never_lowers_coreness_or_the_number_of_disjoint_ties_and_routes() => Gen.Select(RandomGraphs.Graphs(8), Gen.Int[0, 7], Gen.Int[0, 7]).Sample((graph, a, b) =>
    {
        var n = graph.SectorOf.Count;
        if (a >= n || b >= n || a == b || graph.Ties.Count == 0)
            return;
        var (before, after) = (graph.Build().Run(RandomGraphs.Options), (graph with { Ties = [.. graph.Ties, (a, b, 1)] }).Build().Run(RandomGraphs.Options));
        Assert.All(before.Stakeholders.Zip(after.Stakeholders), pair => Assert.True(pair.First.Coreness <= pair.Second.Coreness));
        Assert.All(before.SectorPairs.Zip(after.SectorPairs), pair => Assert.True(
            (pair.First.DisjointTies ?? 0) <= (pair.Second.DisjointTies ?? 0) && (pair.First.DisjointRoutes ?? 0) <= (pair.Second.DisjointRoutes ?? 0)));
    });

    /// <summary>Disjoint ties are disjoint routes, and neither can be more than the smaller sector.</summary>
    [Fact]
    public void Disjoint_ties_are_at_most_disjoint_routes_and_those_at_most_the_smaller_sector() => RandomDatasets.Cases.Sample(drawn =>
        Assert.All(drawn.Plan.Build().Run(drawn.Options with { Permutations = 9 }).SectorPairs, pair =>
        {
            Assert.Equal(pair.DisjointTies is null, pair.DisjointRoutes is null);
            Assert.True((pair.DisjointTies ?? 0) <= (pair.DisjointRoutes ?? 0));
            Assert.True((pair.DisjointRoutes ?? 0) <= Math.Min(pair.StakeholdersA, pair.StakeholdersB));
            Assert.Equal((pair.DisjointTies ?? 0) == 0, pair.Ties == 0 || !pair.IsCross);
        }));

    [Fact]
    public void Without_any_tie_nothing_is_said_of_structure()
    {
        var analysis = new SmallDatasets().Sector("X", "A", "B").Sector("Y", "C").Run();
        Assert.All(Numbers(analysis.Network), value => Assert.True(double.IsNaN(value)));
        Assert.All(analysis.Stakeholders, s => Assert.True(double.IsNaN(s.Betweenness) && s.Coreness is null && s.Brokerage is null && s.Exclusive is null));
        Assert.All(analysis.SectorPairs, pair => Assert.Null(pair.DisjointTies));
    }

    /// <summary>Every stakeholder within five standard errors of the exact value, and with all pivots the exact value itself.</summary>
    [SharedFact]
    public void Sampled_betweenness_and_closeness_keep_to_the_error_they_state()
    {
        var ties = Analysis.Run(OracleFiles.Load("gen_S"), new() { Permutations = 9 }, CancellationToken.None).Ties;
        var all = PathSums.Of(ties, 1, CancellationToken.None);
        var (betweenness, closeness) = (new double[ties.N], new double[ties.N]);
        Assert.Equal((ties.N, 0, 0), (all.Pivots, Betweenness.Of(all, betweenness), Closeness.Of(all, closeness)));
        for (ulong seed = 1; seed <= 5; seed++)
        {
            var some = PathSums.Of(ties, seed, CancellationToken.None, mostWork: 0, sampledWork: 0);
            Assert.InRange(some.Pivots, PathSums.FewestPivots, ties.N - 1);
            AssertNear(betweenness, values => Betweenness.Of(some, values));
            AssertNear(closeness, values => Closeness.Of(some, values));
        }

        static void AssertNear(double[] exact, Func<double[], double> estimate)
        {
            var sampled = new double[exact.Length];
            var stated = estimate(sampled);
            Assert.InRange(exact.Zip(sampled, (a, b) => Math.Abs(a - b)).Max(), stated / 10, 5 * stated);
        }
    }

    /// <summary>A component of no more stakeholders than the fewest pivots is exact, whatever is sampled elsewhere.</summary>
    [Fact]
    public void Small_components_are_exact_where_large_ones_are_sampled()
    {
        var small = new SmallDatasets();
        for (var i = 0; i < 200; i++)
            small.Stakeholder($"Z{i:000}", "X");
        foreach (var name in (string[])["A", "B", "C"])
            small.Stakeholder(name, "Y");
        for (var i = 1; i < 200; i++)
            small.Tie($"Z{i - 1:000}", $"Z{i:000}");
        var ties = small.Tie("A", "B").Tie("B", "C").Run(new() { Permutations = 9 }).Ties;
        var sums = PathSums.Of(ties, 1, CancellationToken.None, mostWork: 0, sampledWork: 0);
        Assert.Equal(PathSums.FewestPivots + 3, sums.Pivots);
        Assert.Equal((2.0, 0.0), sums.Dependencies(1));
        Assert.Equal((3.0, 0.0), sums.Distances(0));
        Assert.True(sums.Distances(50).Error > 0);
    }

    /// <summary>Under contention of several runs at once, and alone: the same digits.</summary>
    [SharedFact]
    public void Threads_change_no_digit()
    {
        var dataset = OracleFiles.Load("gen_S");
        var options = new AnalysisOptions { Permutations = 99 };
        var alone = Everything(Analysis.Run(dataset, options, CancellationToken.None));
        var together = new double[3][];
        Parallel.For(0, together.Length, k => together[k] = Everything(Analysis.Run(dataset, options, CancellationToken.None)));
        Assert.All(together, numbers => Assert.Equal(alone, numbers));
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var ties = new SmallDatasets().Sector("X", "A", "B", "C").Tie("A", "B").Run().Ties;
        Assert.ThrowsAny<OperationCanceledException>(() => PathSums.Of(ties, 1, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => Embeddedness.Of(ties, new() { Of = [0, 0, 0], Known = [true], Sizes = [3] }, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => Communities.Of(ties, null, 1, new int[3], source.Token));
    }

    private static double[] Everything(Analysis analysis) =>
    [
        .. Numbers(analysis.Network),
        analysis.Headline.Ei.P,
        .. analysis.Stakeholders.SelectMany(Numbers),
        .. analysis.Stakeholders.Select(s => s.Brokerage!.Across.P),
        .. analysis.Stakeholders.Select(s => (double)(s.Community ?? -1)),
        .. analysis.SectorPairs.SelectMany(pair => pair.Cover.Select(id => (double)id.Index)),
    ];

    private static double[] Numbers(StakeholderSummary s) =>
    [
        s.Betweenness, s.Closeness, s.Eigenvector, s.Clustering, s.Constraint, s.ConstraintWeighted, s.EffectiveSize, s.EffectiveSizeWeighted,
        s.Coreness ?? -1, s.CutOff ?? -1, s.Brokerage?.Total ?? -1, s.Brokerage?.Across.Count ?? -1, s.Between ?? -1, s.Exclusive ?? -1,
    ];

    private static double[] Numbers(NetworkSummary n) =>
    [
        n.Transitivity, n.ClusteringAverage, n.CentralisationDegree, n.CentralisationBetweenness, n.CentralisationCloseness, n.Modularity, n.ModularitySectors,
    ];
}
