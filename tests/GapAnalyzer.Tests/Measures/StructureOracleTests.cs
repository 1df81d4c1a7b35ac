using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Tests.Measures;

/// <summary>
/// Structure against numbers of independent programs (networkx, igraph, sna, leidenalg, brute force), to 1e-9. Where a definition
/// differs from ours the test converts it and says how. Not computed by us, and so not compared: weighted betweenness, harmonic
/// closeness, pagerank, Barrat's and Onnela's clustering, degree assortativity, the Bernoulli null of brokerage.
/// </summary>
public sealed class StructureOracleTests
{
    private const int Shuffles = 199;

    private const double Tolerance = 1e-9;

    public static TheoryData<string, string> Layers => OracleTests.Layers;

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Betweenness_is_that_of_networkx_igraph_sna_and_brute_force(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        double n = analysis.Network.N;
        All(analysis, expected, "betweenness", s => s.Betweenness);
        All(analysis, expected, "betweenness_raw", s => s.Betweenness * (n - 1) * (n - 2) / 2);
        Assert.Equal((analysis.Network.N, 0), (analysis.Network.BetweennessPivots, analysis.Network.BetweennessError));
    }

    /// <remarks>Within the component only, it is ours without the share reached.</remarks>
    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Closeness_is_that_of_networkx_igraph_and_brute_force(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var sizes = analysis.Stakeholders.CountBy(s => s.Component).ToDictionary();
        All(analysis, expected, "closeness_wf", s => s.Closeness);
        All(analysis, expected, "closeness_component", s =>
            s.Degree == 0 ? 0 : s.Closeness * (analysis.Network.N - 1) / (sizes[s.Component] - 1));
        if (expected.TryGetProperty("closeness_freeman", out _))
            All(analysis, expected, "closeness_freeman", s => s.Closeness);
    }

    /// <remarks>Theirs has length 1, ours a largest value of 1.</remarks>
    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Eigenvector_centrality_is_that_of_numpy_networkx_and_igraph(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var length = Math.Sqrt(analysis.Stakeholders.Sum(s => s.Eigenvector * s.Eigenvector));
        Assert.Equal(1, analysis.Stakeholders.Max(s => s.Eigenvector));
        All(analysis, expected, "eigenvector", s => s.Eigenvector / length);
    }

    /// <remarks>Theirs is 0 with fewer than two partners, ours undefined; the average counts 0 in both.</remarks>
    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Clustering_is_that_of_networkx_and_igraph(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        Assert.Equal(Number(Value(expected, "transitivity")), analysis.Network.Transitivity, Tolerance);
        Assert.Equal(Number(Value(expected, "clustering_average")), analysis.Network.ClusteringAverage, Tolerance);
        All(analysis, expected, "clustering", s => s.Degree < 2 ? 0 : s.Clustering);
        Assert.All(analysis.Stakeholders, s => Assert.Equal(s.Degree < 2, double.IsNaN(s.Clustering)));
    }

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Constraint_and_effective_size_by_ties_and_by_strength_are_those_of_networkx_and_igraph(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        All(analysis, expected, "constraint", s => s.Constraint);
        All(analysis, expected, "constraint_weighted", s => s.ConstraintWeighted);
        All(analysis, expected, "effective_size", s => s.EffectiveSize);
        All(analysis, expected, "effective_size_weighted", s => s.EffectiveSizeWeighted);
    }

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Coreness_cutpoints_and_bridges_are_those_of_networkx_and_igraph(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        string Id(StakeholderId stakeholder) => OracleFiles.Id(analysis.Dataset, stakeholder);
        All(analysis, expected, "coreness", s => s.Coreness!.Value);
        Assert.Equal(Texts(expected, "articulation_points"), analysis.Stakeholders.Where(s => s.Cutpoint == true).Select(s => Id(s.Stakeholder)).Order(StringComparer.Ordinal));
        Assert.Equal(Texts(expected, "articulation_points").Count(), analysis.Network.Cutpoints);
        Assert.Equal(Texts(expected, "bridges"), analysis.Network.Bridges.Select(tie => string.Join(" | ", new[] { Id(tie.A), Id(tie.B) }.Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
    }

    /// <remarks>
    /// sna counts both directions: every role twice but gatekeeper and representative, which have one direction each. Its total
    /// therefore is twice ours.
    /// </remarks>
    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Brokerage_roles_are_those_of_sna_and_brute_force(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var raw = Value(expected, "brokerage_raw");
        var sums = new double[6];
        foreach (var stakeholder in analysis.Stakeholders)
        {
            var roles = stakeholder.Brokerage!;
            var id = OracleFiles.Id(analysis.Dataset, stakeholder.Stakeholder);
            double[] ours =
            [
                2 * roles.Coordinator.Count, 2 * roles.Itinerant.Count, roles.Gatekeeper.Count, roles.Representative.Count,
                2 * roles.Liaison.Count, 2 * roles.Total,
            ];
            string[] names = ["w_I", "w_O", "b_IO", "b_OI", "b_O", "t"];
            Assert.Equal(names.Select(name => raw.GetProperty($"{id}/{name}").GetDouble()), ours);
            Assert.Equal(roles.Gatekeeper.Count + roles.Liaison.Count, roles.Across.Count);
            Assert.Equal(stakeholder.Between, roles.Across.Count);
            for (var role = 0; role < ours.Length; role++)
                sums[role] += ours[role];
        }

        var global = Value(expected, "brokerage_global").GetProperty("raw");
        Assert.Equal(global.EnumerateObject().Select(role => role.Value.GetDouble()), sums);
        Assert.Equal(sums[^1] / 2, analysis.Network.Brokerage!.Total);
    }

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Modularity_of_the_sectors_is_that_of_networkx_igraph_and_brute_force(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        int[] sectors = [.. analysis.Dataset.Stakeholders.Select(s => s.Sector.Index)];
        var ties = analysis.Ties;
        Assert.Equal(Number(Value(expected, "modularity_sector")), analysis.Network.ModularitySectors, Tolerance);
        Assert.Equal(
            Number(Value(expected, "modularity_sector_weighted")), Modularity.Of(ties.RowStart, ties.Neighbours, Strengths(ties), sectors), Tolerance);
    }

    /// <remarks>
    /// The best of 100 runs each of five programs, and the proven optimum where igraph could find it. Up to 100 stakeholders the best
    /// known value is reached to 1e-6; gen_S to within half a percent of leidenalg, as agreed, and in fact to 1e-3 of the best.
    /// </remarks>
    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Leiden_reaches_the_best_modularity_that_others_found(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var weighted = Communities.Of(analysis.Ties, Strengths(analysis.Ties), 1, new int[analysis.Ties.N], CancellationToken.None);
        Assert.Multiple(
            () => AssertReached(expected.GetProperty("louvain_best"), analysis.Network.Modularity, folder == "gen_S"),
            () => AssertReached(expected.GetProperty("louvain_best_weighted"), weighted, folder == "gen_S"));
    }

    private static double[] Strengths(TieNetwork ties) => [.. Enumerable.Range(0, ties.N).SelectMany(ties.StrengthsOf)];

    private static void AssertReached(JsonElement best, double modularity, bool isLarge)
    {
        var peers = best.GetProperty("by_peer");
        var leidenalg = peers.GetProperty("leidenalg").GetDouble();
        var target = best.GetProperty("value").GetDouble();
        Assert.InRange(modularity, isLarge ? Math.Max(leidenalg * 0.995, target - 1e-3) : target - 1e-6, 1);
        if (peers.TryGetProperty("igraph_optimal_exact", out var optimum))
            Assert.InRange(modularity, -1, optimum.GetDouble() + Tolerance);
    }

    private static void All(Analysis analysis, JsonElement expected, string measure, Func<StakeholderSummary, double> ours)
    {
        var values = Value(expected, measure);
        Assert.Equal(values.EnumerateObject().Count(), analysis.Stakeholders.Count);
        Assert.All(analysis.Stakeholders, s => Assert.Equal(Number(values.GetProperty(OracleFiles.Id(analysis.Dataset, s.Stakeholder))), ours(s), Tolerance));
    }

    private static (Analysis Analysis, JsonElement Layer) Run(string folder, string layer) => (OracleFiles.Analyse(folder, layer, Shuffles), OracleFiles.Layer(folder, layer));

    private static JsonElement Value(JsonElement layer, string measure) => layer.GetProperty(measure).GetProperty("value");

    private static IEnumerable<string> Texts(JsonElement layer, string measure) =>
        Value(layer, measure).EnumerateArray().Select(item => item.GetString()!).Order(StringComparer.Ordinal);

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();
}
