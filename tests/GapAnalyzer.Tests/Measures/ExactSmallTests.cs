namespace GapAnalyzer.Tests.Measures;

/// <summary>12 organisations in 6 sectors with 14 ties; counts from R sna and igraph, in the oracle folder.</summary>
public sealed class ExactSmallTests
{
    [SharedFact]
    public void Ties_possible_pairs_and_density_of_every_sector_pair_are_those_of_the_oracle()
    {
        var analysis = Run();
        var sectors = analysis.Dataset.Sectors;
        var found = analysis.SectorPairs.ToDictionary(pair => (sectors[pair.A.Index].Name, sectors[pair.B.Index].Name));
        var rows = OracleFiles.Rows("exact_small", "small_sector_pairs.csv");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var pair = found[(row["s"], row["t"])];
            Assert.Equal(Number(row["observed"]), pair.Ties);
            Assert.Equal(Number(row["possible"]), pair.Possible);
            Assert.Equal(Number(row["density"]), pair.Density, 1e-6);
        }
    }

    [SharedFact]
    public void Degrees_are_those_of_igraph()
    {
        var analysis = Run();
        var degrees = OracleFiles.Rows("exact_small", "small_nodes_expected.csv").ToDictionary(row => row["id"], row => Number(row["deg"]));
        Assert.Equal(12, degrees.Count);
        Assert.All(analysis.Stakeholders, s => Assert.Equal(degrees[OracleFiles.Id(analysis.Dataset, s.Stakeholder)], s.Degree));
    }

    /// <remarks>Six digits in the file. sna counts every role twice but gatekeeper and representative, igraph leaves betweenness undivided.</remarks>
    [SharedFact]
    public void Core_betweenness_constraint_and_roles_are_those_of_sna_and_igraph()
    {
        var analysis = Run();
        var rows = OracleFiles.Rows("exact_small", "small_nodes_expected.csv").ToDictionary(row => row["id"]);
        foreach (var stakeholder in analysis.Stakeholders)
        {
            var row = rows[OracleFiles.Id(analysis.Dataset, stakeholder.Stakeholder)];
            var roles = stakeholder.Brokerage!;
            Assert.Equal(Number(row["core"]), stakeholder.Coreness!.Value);
            Assert.Equal(Number(row["btw"]), stakeholder.Betweenness * 11 * 10 / 2, 1e-9);
            Assert.Equal(row["constraint"] == "NA" ? double.NaN : Number(row["constraint"]), stakeholder.Constraint, 1e-6);
            Assert.Equal(
                new[] { "w_I", "w_O", "b_IO", "b_OI", "b_O", "t" }.Select(role => (long)Number(row[role])),
                [2 * roles.Coordinator.Count, 2 * roles.Itinerant.Count, roles.Gatekeeper.Count, roles.Representative.Count, 2 * roles.Liaison.Count, 2 * roles.Total]);
        }
    }

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Analysis Run()
    {
        var small = new SmallDatasets();
        foreach (var node in OracleFiles.Rows("exact_small", "small_nodes_expected.csv"))
            small.Stakeholder(node["id"], node["sector"]);
        foreach (var edge in OracleFiles.Rows("exact_small", "small_edges.csv"))
            small.Tie(edge["V1"], edge["V2"]);
        return small.Run();
    }
}
