using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

/// <summary>
/// Against numbers of independent programs (networkx, igraph, sna, brute force), to 1e-9. Expected values are read from
/// <c>expected.json</c> and <c>gaps.csv</c> of the oracle folders; their README names who computed them.
/// </summary>
public sealed class OracleTests
{
    private const int Shuffles = 199;

    private const double Tolerance = 1e-9;

    public static TheoryData<string, string> Layers => new()
    {
        { "tiny", "projection" },
        { "tiny", "ties" },
        { "tiny", "combined" },
        { "davis", "combined" },
        { "florentine", "combined" },
        { "emon_Texas", "combined" },
        { "gen_S", "projection" },
        { "gen_S", "ties" },
        { "gen_S", "combined" },
    };

    public static TheoryData<string> WithGaps => ["tiny", "davis", "gen_S"];

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void The_network_summary_is_that_of_independent_programs(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var network = analysis.Network;
        Assert.Equal(Number(expected, "n"), network.N);
        Assert.Equal(Number(expected, "m"), network.M);
        Assert.Equal(Number(expected, "density"), network.Density, Tolerance);
        Assert.Equal(Number(expected, "total_weight"), network.TotalStrength, Tolerance);
        Assert.Equal(Number(expected, "components"), network.Components);
        Assert.Equal(Number(expected, "ei_index"), analysis.Headline.Ei.Value, Tolerance);
        Assert.Equal(Number(expected, "assortativity_nominal"), network.Assortativity, Tolerance);
        Assert.Equal(Number(expected, "assortativity_nominal_weighted"), network.AssortativityWeighted, Tolerance);
    }

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Component_sizes_are_those_of_independent_programs(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var sizes = analysis.Stakeholders.CountBy(s => s.Component).OrderBy(component => component.Key).Select(component => component.Value);
        Assert.Equal(Value(expected, "component_sizes").EnumerateArray().Select(size => size.GetInt32()), sizes);
        Assert.Equal(Value(expected, "component_sizes")[0].GetInt32(), analysis.Network.LargestComponent);
        Assert.Equal(Value(expected, "degree").EnumerateObject().Count(degree => degree.Value.GetInt32() == 0), analysis.Network.Isolates);
    }

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void Degree_strength_and_EI_of_every_stakeholder_are_those_of_independent_programs(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        Assert.Equal(analysis.Stakeholders.Count, Value(expected, "degree").EnumerateObject().Count());
        foreach (var stakeholder in analysis.Stakeholders)
        {
            var id = OracleFiles.Id(analysis.Dataset, stakeholder.Stakeholder);
            Assert.Equal(Number(expected, "degree", id), stakeholder.Degree);
            Assert.Equal(Number(expected, "strength", id), stakeholder.Strength, Tolerance);
            Assert.Equal(Number(expected, "ei_by_org", id), stakeholder.EiIndex, Tolerance);
        }
    }

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void The_EI_index_of_every_sector_counts_internal_ties_at_both_ends(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        Assert.Equal(analysis.Sectors.Count, Value(expected, "ei_by_sector_degree").EnumerateObject().Count());
        foreach (var sector in analysis.Sectors)
            Assert.Equal(Number(expected, "ei_by_sector_degree", analysis.Dataset.Sectors[sector.Sector.Index].Name), sector.EiIndex, Tolerance);
    }

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void The_mixing_matrix_is_that_of_independent_programs(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var mixing = Value(expected, "sector_mixing");
        Assert.Equal(mixing.EnumerateObject().Count(), analysis.SectorPairs.Count);
        foreach (var pair in analysis.SectorPairs)
        {
            var cell = mixing.GetProperty(PairName(analysis.Dataset, pair));
            Assert.Equal(Number(cell.GetProperty("edges")), pair.Ties);
            Assert.Equal(Number(cell.GetProperty("possible")), pair.Possible);
            Assert.Equal(Number(cell.GetProperty("density")), pair.Density, Tolerance);
            Assert.Equal(Number(cell.GetProperty("weight")), pair.Strength, Tolerance);
        }
    }

    /// <summary>Random labels: the mean number of ties per sector pair, in closed form in the oracle, adds up to the expected E-I index.</summary>
    [SharedTheory]
    [MemberData(nameof(Layers))]
    public void The_expected_EI_index_is_that_of_the_label_permutation(string folder, string layer)
    {
        var (analysis, expected) = Run(folder, layer);
        var external = Value(expected, "sector_mixing").EnumerateObject()
            .Where(cell => cell.Name.Split(" | ") is [var s, var t] && s != t)
            .Sum(cell => cell.Value.GetProperty("edges_perm_mean").GetDouble());
        Assert.Equal((2 * external / analysis.Network.M) - 1, analysis.Headline.Ei.Expected, Tolerance);
    }

    [SharedTheory]
    [MemberData(nameof(WithGaps))]
    public void Gaps_by_month_are_exactly_those_of_brute_force_and_data_table(string folder)
    {
        var (analysis, _) = Run(folder, "combined");
        var gaps = GapList.AllGaps(analysis).Select(gap =>
            Ordered(OracleFiles.Id(analysis.Dataset, gap.A), OracleFiles.Id(analysis.Dataset, gap.B), gap.SharedArenas, gap.Requirement)).Order();
        var expected = OracleFiles.Rows(folder, "gaps.csv").Select(row => Ordered(row["org_a"], row["org_b"], Int(row["shared_months_cells"]), Int(row["shared_months_cells"]))).Order();
        Assert.Equal(expected, gaps);
    }

    [SharedTheory]
    [MemberData(nameof(WithGaps))]
    public void Required_pairs_gaps_and_their_shared_arenas_by_month_are_those_of_brute_force_and_data_table(string folder)
    {
        var (analysis, _) = Run(folder, "combined");
        var month = OracleFiles.Expected(folder).GetProperty("gaps").GetProperty("month");
        Assert.Equal(month.GetProperty("copresent").GetInt64(), analysis.Headline.Coordination.Required);
        Assert.Equal(month.GetProperty("gaps").GetInt64(), analysis.Headline.Coordination.Gaps);
        Assert.Equal(month.GetProperty("cells_total").GetInt64(), GapList.AllGaps(analysis).Sum(gap => gap.SharedArenas));
        foreach (var pair in analysis.SectorPairs)
        {
            var known = month.GetProperty("by_pair").TryGetProperty(PairName(analysis.Dataset, pair), out var gaps);
            Assert.Equal(known ? gaps.GetInt64() : 0, pair.Rate.Gaps);
        }
    }

    private static (Analysis Analysis, JsonElement Layer) Run(string folder, string layer) => (OracleFiles.Analyse(folder, layer, Shuffles), OracleFiles.Layer(folder, layer));

    private static JsonElement Value(JsonElement layer, string measure) => layer.GetProperty(measure).GetProperty("value");

    private static double Number(JsonElement layer, string measure) => Number(Value(layer, measure));

    private static double Number(JsonElement layer, string measure, string key) => Number(Value(layer, measure).GetProperty(key));

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble();

    private static int Int(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static (string, string, int, double) Ordered(string a, string b, int shared, double requirement) =>
        string.CompareOrdinal(a, b) < 0 ? (a, b, shared, requirement) : (b, a, shared, requirement);

    private static string PairName(Dataset dataset, SectorPairSummary pair) =>
        $"{dataset.Sectors[pair.A.Index].Name} | {dataset.Sectors[pair.B.Index].Name}";
}
