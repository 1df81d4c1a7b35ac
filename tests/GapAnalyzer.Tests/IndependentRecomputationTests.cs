using System.Text.Json;

namespace GapAnalyzer.Tests;

/// <summary>
/// The tool against a second opinion: <c>tests/independent/recompute.py</c> computes the same numbers from the same files, from the
/// written rules alone, and shares no code with the tool.
/// </summary>
public sealed class IndependentRecomputationTests
{
    /// <summary>Sets of options: what the script calls them, and the tool's arguments.</summary>
    private static readonly (string Run, string[] Arguments)[] Runs =
    [
        ("default", []),
        ("month", ["--period", "month"]),
        ("level2", ["--place-level", "2"]),
        ("declared", ["--ties", "declared"]),
        ("funders-present", ["--funders-present"]),
        ("max-joint-2", ["--max-joint-participants", "2"]),
        ("local-ties", ["--local-ties"]),
        ("local-ties-level2", ["--local-ties", "--place-level", "2"]),
    ];

    [PythonTheory]
    [InlineData("3w-hxl.csv")]
    [InlineData("pakistan-counter-trafficking")]
    [InlineData("province-referral")]
    public Task The_samples_give_the_same_numbers_when_recomputed(string sample) => AssertSame(Committed.PathOf("sample-data", sample));

    [PythonTheory(SharedData.TablesFolder)]
    [InlineData("burkina_5w_feb2022.csv")]
    [InlineData("cameroon_5w_nwsw_raw.csv")]
    [InlineData("colombia_4w_2021.csv")]
    [InlineData("honduras_2021.csv")]
    [InlineData("somalia_3w_mar2022.csv")]
    public Task Published_tables_give_the_same_numbers_when_recomputed(string table) => AssertSame(Path.Combine(SharedData.Tables, table));

    private static async Task AssertSame(string dataset)
    {
        var recomputed = await Recompute(dataset);
        foreach (var (run, arguments) in Runs)
            Assert.Equal(OfScript(run, recomputed.GetProperty(run)), OfTool(run, await Analyze(dataset, arguments)));
    }

    /// <summary>The numbers that have to agree, as lines, so that a failure names what differs.</summary>
    private static string[] OfScript(string run, JsonElement numbers) =>
    [
        run,
        .. Counts(numbers, "stakeholders", "sectors", "activities", "participations", "arenas"),
        $"ties {numbers.GetProperty("ties")}",
        $"rows {numbers.GetProperty("rows").GetProperty("read")} used {numbers.GetProperty("rows").GetProperty("used")}",
        $"overall {Rate(numbers.GetProperty("overall"))} gaps {numbers.GetProperty("overall").GetProperty("gaps")}",
        $"cross {Rate(numbers.GetProperty("cross_sector"))} gaps {numbers.GetProperty("cross_sector").GetProperty("gaps")}",
        .. SectorPairs(numbers, numbers.GetProperty("measured").GetBoolean()),
        .. numbers.GetProperty("cell_status").EnumerateObject()
            .Select(status => $"cells {status.Name.Replace(", ", "_", StringComparison.Ordinal).Replace(' ', '_')} {status.Value}")
            .Order(StringComparer.Ordinal),
        $"ties across sectors in cells {numbers.GetProperty("cell_cross_sector_ties")}",
    ];

    private static string[] OfTool(string run, JsonElement report)
    {
        var (dataset, headline) = (report.GetProperty("dataset"), report.GetProperty("headline"));
        return
        [
            run,
            .. Counts(dataset, "stakeholders", "sectors", "activities", "participations", "arenas"),
            $"ties {report.GetProperty("network").GetProperty("m")}",
            $"rows {dataset.GetProperty("rows").GetProperty("read")} used {dataset.GetProperty("rows").GetProperty("used")}",
            $"overall {Rate(headline.GetProperty("coordination_rate"))} gaps {headline.GetProperty("gaps").GetProperty("total")}",
            $"cross {Rate(headline.GetProperty("cross_sector_rate"))} gaps {headline.GetProperty("gaps").GetProperty("cross_sector")}",
            .. SectorPairs(report, dataset.GetProperty("tie_evidence").GetString() != "none"),
            .. report.GetProperty("cells").EnumerateArray().CountBy(cell => cell.GetProperty("status").GetString()!)
                .Select(status => $"cells {status.Key} {status.Value}")
                .Order(StringComparer.Ordinal),
            $"ties across sectors in cells {report.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("cross_sector_ties")).Sum(ties => ties.ValueKind == JsonValueKind.Null ? 0 : ties.GetInt64())}",
        ];
    }

    private static IEnumerable<string> Counts(JsonElement of, params string[] names) => names.Select(name => $"{name} {of.GetProperty(name)}");

    private static string Rate(JsonElement rate) => $"required {rate.GetProperty("required")} satisfied {rate.GetProperty("satisfied")}";

    /// <summary>Pairs of sectors in which anyone meets or is tied: the script has no others.</summary>
    private static IEnumerable<string> SectorPairs(JsonElement of, bool measured) =>
        of.GetProperty("sector_pairs").EnumerateArray()
            .Where(pair => pair.GetProperty("required").GetInt64() + pair.GetProperty("ties").GetInt64() > 0)
            .Select(pair => string.Join(" - ", new[] { pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString() }.Order(StringComparer.Ordinal))
                + $" possible {pair.GetProperty("possible")} ties {pair.GetProperty("ties")} required {pair.GetProperty("required")} gaps {pair.GetProperty("gaps")}"
                + (measured ? $" satisfied {pair.GetProperty("satisfied")}" : ""))
            .Order(StringComparer.Ordinal);

    private static async Task<JsonElement> Analyze(string dataset, string[] arguments)
    {
        using var folder = new TemporaryFolder();
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(await Independent.Report(dataset, folder.Path, arguments)));
        return report.RootElement.Clone();
    }

    private static async Task<JsonElement> Recompute(string dataset)
    {
        var (code, output) = await Independent.Run("recompute.py", "--table", "--top", "0", "--runs", string.Join(',', Runs.Select(run => run.Run)), dataset);
        Assert.True(code == 0, output);
        using var numbers = JsonDocument.Parse(output);
        return numbers.RootElement.GetProperty(Path.GetFileName(dataset)).Clone();
    }
}
