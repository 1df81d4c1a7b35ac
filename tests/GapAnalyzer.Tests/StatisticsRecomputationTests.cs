using GapAnalyzer.Cli;

namespace GapAnalyzer.Tests;

/// <summary>
/// Every statistic of a report against a second opinion: <c>tests/independent/recompute_statistics.py</c> computes rates and their ranges,
/// models, tests, verdicts, measures of structure, co-presence and the worth of plans from docs/method.md, and shares no code with the tool.
/// </summary>
public sealed class StatisticsRecomputationTests
{
    private static readonly string[] Defaults = [];

    /// <summary>Other arenas, other presence, other ties in cells, and another size that matters.</summary>
    private static readonly string[] Fine = ["--period", "month", "--place-level", "2", "--local-ties", "--funders-present", "--material", "0.75"];

    [PythonTheory]
    [InlineData("3w-hxl.csv")]
    [InlineData("pakistan-counter-trafficking")]
    [InlineData("province-referral")]
    public Task Statistics_of_the_samples_are_the_same_when_recomputed(string sample) => AssertSame(Committed.PathOf("sample-data", sample), Defaults, Fine);

    /// <summary>Where no one is named as lead, the verdict is from the company that sectors keep.</summary>
    [PythonTheory]
    [InlineData("--without-leads")]
    [InlineData("--without-leads", "--silo", "Government:NGO=0.1")]
    [InlineData("--silo", "Government:NGO=0.1")]
    public async Task Statistics_of_generated_data_are_the_same_when_recomputed(params string[] gaps)
    {
        using var folder = new TemporaryFolder();
        string[] size = ["--stakeholders", "50", "--activities", "200", "--sectors", "5", "--seed", "5"];
        Assert.Equal(0, await Program.Run(["generate", folder.Path, .. size, .. gaps], TextWriter.Null, TextWriter.Null, default));
        await AssertSame(folder.Path, Defaults);
    }

    [PythonTheory(SharedData.TablesFolder)]
    [InlineData("burkina_5w_feb2022.csv")]
    [InlineData("cameroon_5w_nwsw_raw.csv")]
    [InlineData("colombia_4w_2021.csv")]
    [InlineData("honduras_2021.csv")]
    [InlineData("mozambique_2019_response_tracking.csv")]
    public Task Statistics_of_published_tables_are_the_same_when_recomputed(string table) => AssertSame(Path.Combine(SharedData.Tables, table), Defaults);

    private static async Task AssertSame(string dataset, params string[][] runs)
    {
        foreach (var arguments in runs)
        {
            using var folder = new TemporaryFolder();
            var (code, output) = await Independent.Run("recompute_statistics.py", dataset, await Independent.Report(dataset, folder.Path, arguments));
            Assert.True(code == 0, output);
        }
    }
}
