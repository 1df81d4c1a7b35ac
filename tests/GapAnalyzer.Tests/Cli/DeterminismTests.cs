using System.Text;
using System.Text.Json.Nodes;

namespace GapAnalyzer.Tests.Cli;

/// <summary>The same facts give the same bytes, wherever and however they are read.</summary>
public sealed class DeterminismTests : CliTest
{
    private static readonly string Sample = Path.Combine(SharedData.Repository, "sample-data", "province-referral");

    [Fact]
    public async Task The_folder_does_not_matter()
    {
        await Run("analyze", Tidy("one"), "-o", Report);
        await Run("analyze", Tidy("elsewhere/two"), "-o", At("other", "report"));
        Assert.NotEmpty(Files(Report));
        AssertSameFiles(Files(Report), Files(At("other", "report")));
    }

    [Fact]
    public async Task A_second_run_in_the_same_process_gives_the_same_bytes()
    {
        await Run("analyze", Tidy(), "-o", Report);
        var first = Files(Report);
        await Run("analyze", At("tidy"), "-o", Report);
        AssertSameFiles(first, Files(Report));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_order_of_rows_does_not_matter_but_for_the_lines_that_are_cited(int seed)
    {
        Shuffle(seed);
        await Run("analyze", Sample, "-o", Report);
        await Run("analyze", At("shuffled"), "-o", At("again"));
        var (one, other) = (Files(Report), Files(At("again")));
        Assert.Equal(one.Keys, other.Keys);
        Assert.Equal(WithoutLines(one["report.json"]), WithoutLines(other["report.json"]));
        foreach (var path in one.Keys.Where(path => path.EndsWith(".svg", StringComparison.Ordinal) || path.EndsWith(".graphml", StringComparison.Ordinal)))
            Assert.True(one[path].AsSpan().SequenceEqual(other[path]), $"{path} differs");
    }

    [Fact]
    public async Task Culture_and_number_of_processors_do_not_matter()
    {
        var first = await Report(new() { ["LC_ALL"] = "C.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" });
        Assert.NotEmpty(first.Files);
        foreach (var environment in new Dictionary<string, string>[]
        {
            new() { ["LC_ALL"] = "tr_TR.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "2" },
            new() { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "", ["DOTNET_PROCESSOR_COUNT"] = "2" },
        })
        {
            var next = await Report(environment);
            Assert.Equal(first.Output, next.Output);
            AssertSameFiles(first.Files, next.Files);
        }

        async Task<(string Output, SortedDictionary<string, byte[]> Files)> Report(Dictionary<string, string> environment)
        {
            var result = await RunProcess(environment, "analyze", Sample, "-o", "report");
            Assert.True(result.Code == 0, result.Error);
            return (result.Output, Files(At("report")));
        }
    }

    private void Shuffle(int seed)
    {
        var random = new Random(seed);
        foreach (var path in Directory.EnumerateFiles(Sample).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(path);
            if (Path.GetExtension(path) == ".csv")
                random.Shuffle(lines.AsSpan(1));
            Write($"shuffled/{Path.GetFileName(path)}", string.Join('\n', lines) + "\n");
        }
    }

    /// <summary>The report without the places in files that it cites, and with lists that stand in their order sorted.</summary>
    private static string WithoutLines(byte[] json)
    {
        var report = JsonNode.Parse(Encoding.UTF8.GetString(json))!;
        Strip(report);
        return report.ToJsonString();
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject values:
                foreach (var name in new[] { "source", "file", "line" })
                    values.Remove(name);
                foreach (var (_, value) in values)
                    Strip(value);
                break;
            case JsonArray items:
                foreach (var item in items)
                    Strip(item);
                break;
            default:
                break;
        }
    }
}
