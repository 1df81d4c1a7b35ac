using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GapAnalyzer.Tests.Cli;

/// <summary>
/// Numbers of independent programs against what <c>analyze</c> writes, from the CSV files of the oracle folders to
/// <c>report.json</c> and <c>tables/gaps.csv</c>.
/// </summary>
public sealed class OracleCommandTests : CliTest
{
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

    [SharedTheory]
    [MemberData(nameof(Layers))]
    public async Task The_report_has_the_network_of_independent_programs(string folder, string layer)
    {
        var ties = layer switch { "projection" => "joint", "ties" => "declared", _ => "both" };
        var report = await Analyze(Path.Combine(SharedData.Oracles, folder), "--ties", ties);
        var expected = OracleFiles.Expected(folder).GetProperty("layers").GetProperty(layer);

        foreach (var (ours, theirs) in new[] { ("n", "n"), ("m", "m"), ("density", "density"), ("components", "components"), ("assortativity", "assortativity_nominal"), ("assortativity_weighted", "assortativity_nominal_weighted") })
            AssertSame(Value(expected, theirs), report["network"]![ours], ours);
        AssertSame(Value(expected, "ei_index"), report["headline"]!["ei_index"]!["value"], "ei_index");
        var stakeholders = report["stakeholders"]!.AsArray();
        Assert.Equal(Value(expected, "degree").EnumerateObject().Count(), stakeholders.Count);
        foreach (var (ours, theirs) in new[] { ("degree", "degree"), ("strength", "strength"), ("ei_index", "ei_by_org") })
        {
            foreach (var stakeholder in stakeholders)
                AssertSame(Value(expected, theirs).GetProperty((string)stakeholder!["id"]!), stakeholder[ours], ours);
        }

        foreach (var pair in report["sector_pairs"]!.AsArray())
        {
            var cell = Value(expected, "sector_mixing").GetProperty($"{(string)pair!["a"]!} | {(string)pair["b"]!}");
            AssertSame(cell.GetProperty("edges"), pair["ties"], "ties");
            AssertSame(cell.GetProperty("possible"), pair["possible"], "possible");
            AssertSame(cell.GetProperty("density"), pair["density"], "density");
        }
    }

    [SharedTheory]
    [InlineData("tiny")]
    [InlineData("davis")]
    [InlineData("gen_S")]
    public async Task The_table_of_gaps_by_month_is_that_of_brute_force(string folder)
    {
        var result = await Run("analyze", Path.Combine(SharedData.Oracles, folder), "-o", Report, "--format", "csv,json", "--period", "month");
        Assert.True(result.Code == 0, result.Error);

        var header = File.ReadLines(Path.Combine(Report, "tables", "gaps.csv")).First().Split(',');
        string[] columns = ["a", "b", "shared_arenas"];
        Assert.All(columns, column => Assert.Contains(column, header));
        var ours = ReadTable(Path.Combine(Report, "tables", "gaps.csv")).Select(row => Ordered(row["a"], row["b"], row["shared_arenas"])).Order();
        var theirs = OracleFiles.Rows(folder, "gaps.csv").Select(row => Ordered(row["org_a"], row["org_b"], row["shared_months_cells"])).Order();
        Assert.Equal(theirs, ours);
    }

    /// <summary>As the README of the oracles has it: actors of one sector, theme = activity, one activity per actor-activity pair, actor-actor rows as ties.</summary>
    [SharedFact]
    public async Task The_wetlands_network_has_the_published_open_and_closed_triangles()
    {
        var levels = OracleFiles.Rows("motifr_wetlands", "motifr_wetlands_nodes.csv").ToDictionary(node => node["name"], node => node["level"]);
        var actors = levels.Where(node => node.Value == "actor").Select(node => node.Key).ToList();
        var edges = OracleFiles.Rows("motifr_wetlands", "motifr_wetlands_edges.csv").Select(edge => (A: edge["a"], B: edge["b"])).ToList();
        var joins = edges.Where(edge => levels[edge.A] != levels[edge.B]).Select(edge => levels[edge.A] == "actor" ? edge : (A: edge.B, B: edge.A)).ToList();
        var ties = edges.Where(edge => levels[edge.A] == "actor" && levels[edge.B] == "actor").ToList();
        Assert.Equal((80, 288), (actors.Count, ties.Count));
        WriteTidy("wetlands",
            actors.Select(actor => $"{actor},{actor},Actor"),
            joins.Select((join, number) => $"e{number},{join.B}"),
            joins.Select((join, number) => $"e{number},{join.A}"),
            ties.Select(tie => $"{tie.A},{tie.B}"));

        var report = await Analyze(At("wetlands"));

        // motifr: 167 closed and 543 open; the rest by an independent program.
        Assert.Equal((167, 543), (Int(report, "headline.random_ties.closed"), Int(report, "headline.random_ties.open")));
        Assert.Equal((482, 108), Pairs(report));
        Assert.Equal(8, Int(report, "network.components"));
        Assert.Equal(["actor10--actor27", "actor18--actor44"], report["gaps"]!.AsArray().Take(2).Select(gap => (string)gap!["id"]!));
    }

    /// <summary>All twelve organisations in one arena, so that every pair is required and the satisfied ones are the ties.</summary>
    [SharedFact]
    public async Task The_small_network_has_the_ties_and_possible_pairs_of_every_sector_pair()
    {
        var nodes = OracleFiles.Rows("exact_small", "small_nodes_expected.csv");
        WriteTidy("small",
            nodes.Select(node => $"{node["id"]},{node["id"]},{node["sector"]}"),
            nodes.Select(node => $"a-{node["id"]},meeting"),
            nodes.Select(node => $"a-{node["id"]},{node["id"]}"),
            OracleFiles.Rows("exact_small", "small_edges.csv").Select(edge => $"{edge["V1"]},{edge["V2"]}"));

        var report = await Analyze(At("small"));

        Assert.Equal((66, 14), Pairs(report));
        var pairs = report["sector_pairs"]!.AsArray().ToDictionary(pair => $"{(string)pair!["a"]!}|{(string)pair["b"]!}", pair => pair!);
        var expected = OracleFiles.Rows("exact_small", "small_sector_pairs.csv");
        Assert.Equal(21, expected.Count);
        foreach (var row in expected)
        {
            var pair = pairs[$"{row["s"]}|{row["t"]}"];
            Assert.Equal(row["observed"], ((int)pair["ties"]!).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(row["observed"], ((int)pair["satisfied"]!).ToString(CultureInfo.InvariantCulture));
            Assert.Equal(row["possible"], ((int)pair["possible"]!).ToString(CultureInfo.InvariantCulture));
        }

        foreach (var node in nodes)
            Assert.Equal(node["deg"], ((int)report["stakeholders"]!.AsArray().Single(s => (string)s!["id"]! == node["id"])!["degree"]!).ToString(CultureInfo.InvariantCulture));
    }

    private void WriteTidy(string folder, IEnumerable<string> stakeholders, IEnumerable<string> activities, IEnumerable<string> participations, IEnumerable<string> ties)
    {
        Write(Path.Combine(folder, "stakeholders.csv"), string.Join('\n', stakeholders.Prepend("org_id,name,sector")));
        Write(Path.Combine(folder, "activities.csv"), string.Join('\n', activities.Prepend("activity_id,theme")));
        Write(Path.Combine(folder, "participations.csv"), string.Join('\n', participations.Prepend("activity_id,org_id")));
        Write(Path.Combine(folder, "ties.csv"), string.Join('\n', ties.Prepend("org_a,org_b")));
    }

    private static JsonElement Value(JsonElement layer, string measure) => layer.GetProperty(measure).GetProperty("value");

    private static void AssertSame(JsonElement expected, JsonNode? ours, string what)
    {
        if (expected.ValueKind == JsonValueKind.Null)
            Assert.True(ours is null, $"{what}: {ours}, expected undefined");
        else
            Assert.Equal(expected.GetDouble(), (double)ours!, Tolerance);
    }

    private static (string, string, int) Ordered(string a, string b, string shared) =>
        string.CompareOrdinal(a, b) < 0 ? (a, b, int.Parse(shared, CultureInfo.InvariantCulture)) : (b, a, int.Parse(shared, CultureInfo.InvariantCulture));

    private static IEnumerable<IReadOnlyDictionary<string, string>> ReadTable(string path)
    {
        using var reader = CsvHelper.CsvReader.FromFile(path);
        while (reader.Read())
            yield return reader.Headers.ToArray().Index().ToDictionary(header => header.Item, header => reader.GetString(header.Index));
    }
}
