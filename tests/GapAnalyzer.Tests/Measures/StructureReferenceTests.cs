using CsCheck;
using GapAnalyzer.Measures;
using MathNet.Numerics.LinearAlgebra;

namespace GapAnalyzer.Tests.Measures;

/// <summary>Every kernel of section 4 against its definition written out slowly, on small random graphs.</summary>
public sealed class StructureReferenceTests
{
    private const double Tolerance = 1e-9;
    private const int Most = 7;

    [Fact]
    public void Centralities_are_those_of_the_definition() => Sample((analysis, slow) => All(
        analysis,
        s => [s.Betweenness, s.Closeness],
        i => [slow.Betweenness(i), slow.Closeness(i)]));

    /// <summary>Against a dense solver: an eigenvector of the largest eigenvalue, 0 in the components that do not have it.</summary>
    [Fact]
    public void Eigenvector_centrality_solves_its_equation_for_the_largest_eigenvalue() => Sample((analysis, slow) =>
    {
        var x = analysis.Stakeholders.Select(s => s.Eigenvector).ToArray();
        var matrix = Matrix<double>.Build.Dense(slow.N, slow.N, (i, j) => slow.Tied(i, j) ? 1 : 0);
        var largest = matrix.Evd(Symmetricity.Symmetric).EigenValues.Max(value => value.Real);
        Assert.Equal(1, x.Max(), Tolerance);
        Assert.All(slow.All, i => Assert.Equal(largest * x[i], slow.Partners(i).Sum(j => x[j]), Tolerance));
        foreach (var component in analysis.Stakeholders.GroupBy(s => s.Component))
            Assert.True(component.All(s => s.Eigenvector > 1e-12) || component.All(s => s.Eigenvector == 0));
    });

    [Fact]
    public void Clustering_constraint_and_effective_size_are_those_of_the_definition() => Sample((analysis, slow) =>
    {
        All(
            analysis,
            s => [s.Clustering, s.Constraint, s.ConstraintWeighted, s.EffectiveSize, s.EffectiveSizeWeighted],
            i => [slow.Clustering(i), slow.Constraint(i, false), slow.Constraint(i, true), slow.EffectiveSize(i, false), slow.EffectiveSize(i, true)]);
        Assert.Equal(slow.Transitivity(), analysis.Network.Transitivity, Tolerance);
    });

    [Fact]
    public void Coreness_cutpoints_and_bridges_are_those_of_taking_away() => Sample((analysis, slow) =>
    {
        All(analysis, s => [s.Coreness!.Value, s.CutOff!.Value], i => [slow.Coreness(i), slow.CutOff(i)]);
        Assert.Equal(
            slow.All.Where(v => slow.Components(v).Length > slow.Components().Length - (slow.Partners(v).Length == 0 ? 1 : 0)),
            analysis.Stakeholders.Where(s => s.Cutpoint == true).Select(s => s.Stakeholder.Index));
        Assert.Equal(slow.Bridges(), analysis.Network.Bridges.Select(tie => (tie.A.Index, tie.B.Index)));
    });

    [Fact]
    public void Leiden_finds_the_largest_modularity_of_all_partitions() => Sample((analysis, slow) =>
    {
        var group = analysis.Stakeholders.Select((s, i) => s.Community ?? -1 - i).ToArray();
        Assert.Equal(slow.BestModularity(), analysis.Network.Modularity, Tolerance);
        Assert.Equal(slow.Modularity(group), analysis.Network.Modularity, Tolerance);
        Assert.Equal(slow.Modularity([.. slow.All.Select(i => slow.Sector(i) switch { "Gov" => 0, "NGO" => 1, "UN" => 2, _ => 9 + i })]), analysis.Network.ModularitySectors, Tolerance);
    });

    /// <summary>Every community holds together, none is an isolate, and they are numbered from the largest.</summary>
    [Fact]
    public void Communities_are_connected_and_numbered_by_size() => Sample((analysis, slow) =>
    {
        var communities = analysis.Stakeholders.Where(s => s.Community is not null).GroupBy(s => s.Community!.Value, s => s.Stakeholder.Index).OrderBy(c => c.Key).ToArray();
        Assert.Equal(Enumerable.Range(0, analysis.Network.Communities!.Value), communities.Select(c => c.Key));
        Assert.Equal(communities.OrderByDescending(c => c.Count()).ThenBy(c => c.Min()).Select(c => c.Key), communities.Select(c => c.Key));
        Assert.All(communities, c => Assert.Single(slow.Components([.. slow.All.Except(c)])));
        Assert.All(analysis.Stakeholders, s => Assert.Equal(s.Degree == 0, s.Community is null));
    });

    [Fact]
    public void Brokerage_roles_are_those_of_all_open_triples() => Sample((analysis, slow) =>
    {
        foreach (var stakeholder in analysis.Stakeholders)
        {
            var v = stakeholder.Stakeholder.Index;
            var open = SlowGraph.Pairs(slow.Partners(v)).Where(pair => !slow.Tied(pair.A, pair.B)).ToArray();
            var across = open.Where(pair => slow.Cross(pair.A, pair.B)).ToArray();
            Assert.Equal(across.Length, stakeholder.Between);
            Assert.Equal(
                across.Count(pair => slow.All.Count(u => slow.Tied(u, pair.A) && slow.Tied(u, pair.B)) == 1),
                stakeholder.Exclusive);
            if (slow.Sector(v) is not { } own)
            {
                Assert.Null(stakeholder.Brokerage);
                continue;
            }

            var roles = open.Where(pair => slow.Sector(pair.A) is not null && slow.Sector(pair.B) is not null)
                .CountBy(pair => (slow.Sector(pair.A) == own ? 1 : 0, slow.Sector(pair.B) == own ? 1 : 0, slow.Cross(pair.A, pair.B)))
                .ToDictionary();
            int Count(int a, int b, bool cross) => roles.GetValueOrDefault((a, b, cross));
            var found = stakeholder.Brokerage!;
            Assert.Equal(
                [Count(1, 1, false), Count(0, 0, false), Count(0, 1, true) + Count(1, 0, true), Count(0, 0, true)],
                [found.Coordinator.Count, found.Itinerant.Count, found.Gatekeeper.Count, found.Liaison.Count]);
            Assert.Equal(roles.Values.Sum(), found.Total);
            if (found.Total > 0)
                Assert.Equal(found.Total, found.Coordinator.Expected + found.Itinerant.Expected + found.Gatekeeper.Expected + found.Liaison.Expected, Tolerance);
        }
    });

    /// <summary>Konig and Menger: the most disjoint ties, and paths, are the fewest stakeholders whose loss leaves none.</summary>
    [Fact]
    public void Disjoint_ties_and_routes_are_the_fewest_losses_that_leave_none() => Sample((analysis, slow) =>
    {
        foreach (var pair in analysis.SectorPairs.Where(pair => pair.IsCross))
        {
            var (s, t) = (analysis.Dataset.Sectors[pair.A.Index].Name, analysis.Dataset.Sectors[pair.B.Index].Name);
            bool HasTie(Func<int, bool> isThere) => slow.All.Any(i => slow.Sector(i) == s && isThere(i)
                && slow.Partners(i).Any(j => slow.Sector(j) == t && isThere(j)));
            Assert.Equal(slow.FewestWithout(HasTie), pair.DisjointTies);
            Assert.Equal(slow.FewestWithout(isThere => slow.AreJoined(s, t, isThere)), pair.DisjointRoutes);
            Assert.Equal(pair.DisjointTies, pair.Cover.Count);
            Assert.False(HasTie(i => !pair.Cover.Contains(new(i))));
            Assert.Equal(LargestLeft(slow, HasTie, s, pair.DisjointTies!.Value), pair.Cover.Select(id => id.Index));
        }
    });

    /// <summary>The smallest cover with most of the first sector: there is exactly one, which makes it a fit one to show.</summary>
    private static IEnumerable<int> LargestLeft(SlowGraph slow, Func<Func<int, bool>, bool> hasTie, string first, int size)
    {
        var covers = Enumerable.Range(0, 1 << slow.N).Where(set => int.PopCount(set) == size && !hasTie(i => (set >> i & 1) == 0)).ToArray();
        var left = covers.GroupBy(set => slow.All.Count(i => (set >> i & 1) == 1 && slow.Sector(i) == first)).MaxBy(group => group.Key)!;
        return slow.All.Where(i => (Assert.Single(left) >> i & 1) == 1);
    }

    private static void Sample(Action<Analysis, SlowGraph> check) => RandomGraphs.Graphs(Most).Sample(
        graph =>
        {
            var analysis = graph.Build().Run(RandomGraphs.Options);
            if (analysis.Network.M > 0)
                check(analysis, new(graph));
        },
        iter: 300);

    private static void All(Analysis analysis, Func<StakeholderSummary, double[]> ours, Func<int, double[]> slow) =>
        Assert.All(analysis.Stakeholders, s => Assert.Equal(slow(s.Stakeholder.Index), ours(s), (a, b) => a.Equals(b) || Math.Abs(a - b) < Tolerance));
}
