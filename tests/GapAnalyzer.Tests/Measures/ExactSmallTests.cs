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
