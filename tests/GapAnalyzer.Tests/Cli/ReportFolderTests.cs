using System.IO.Compression;

namespace GapAnalyzer.Tests.Cli;

/// <summary>A report is replaced as a whole or not at all.</summary>
public sealed class ReportFolderTests : CliTest
{
    private static readonly string[] Steps =
    [
        "reading", "presence", "ties", "clustering", "shortest paths", "communities and cores", "brokerage", "redundancy", "required pairs", "coordination rates",
        "rates by group", "sensitivity", "chance", "co-presence", "gaps", "coverage", "findings", "plan", "charts", "writing",
    ];

    public static TheoryData<string> EveryStep => [.. Steps];

    [Fact]
    public async Task A_second_run_replaces_the_first_report_as_a_whole()
    {
        await Run("analyze", Tidy(), "-o", Report);
        await Run("analyze", At("tidy"), "-o", Report, "--format", "md", "--period", "all");
        Assert.Equal([".gap-analyzer", "report.md"], Files(Report).Keys);
        Assert.Contains("over all years", await File.ReadAllTextAsync(At("report", "report.md")), StringComparison.Ordinal);
        Assert.Equal(["report", "tidy"], Entries());
    }

    [Fact]
    public async Task Every_step_that_the_next_tests_stop_at_is_told()
    {
        var result = await Run("analyze", Tidy(), "-o", Report);
        Assert.Equal(Steps.Select(step => $"{step} ..."), result.Error.Split('\n').Where(line => line.EndsWith(" ...", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public async Task A_run_cancelled_on_its_way_leaves_the_earlier_report_whole(string step)
    {
        await Run("analyze", Tidy(), "-o", Report);
        var before = Files(Report);
        using var cancellation = new CancellationTokenSource();
        var result = await Run(["analyze", At("tidy"), "-o", Report, "--period", "all"], cancellation.Token, new Tripwire($"{step} ...", cancellation.Cancel));
        Assert.Equal(130, result.Code);
        Assert.Empty(result.Output);
        Assert.Equal("gap-analyzer: cancelled; nothing was written", Assert.Single(result.Messages));
        AssertSameFiles(before, Files(Report));
        Assert.Equal(["report", "tidy"], Entries());
    }

    [Fact]
    public async Task A_run_cancelled_before_it_begins_leaves_nothing()
    {
        var result = await Run(["analyze", Tidy(), "-o", At("a", "b")], new CancellationToken(canceled: true));
        Assert.Equal(130, result.Code);
        Assert.Equal("gap-analyzer: cancelled; nothing was written", Assert.Single(result.Messages));
        Assert.Equal(["tidy"], Entries());
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public async Task A_bug_on_the_way_is_an_internal_error_and_leaves_the_earlier_report_whole(string step)
    {
        await Run("analyze", Tidy(), "-o", Report);
        var before = Files(Report);
        var result = await Run(["analyze", At("tidy"), "-o", Report, "--period", "all"], CancellationToken.None, new Tripwire($"{step} ...", () => throw new InvalidOperationException("a bug")));
        Assert.Equal(70, result.Code);
        Assert.Empty(result.Output);
        Assert.StartsWith("gap-analyzer: internal error; nothing was written.", result.Messages[0], StringComparison.Ordinal);
        Assert.Contains("a bug", result.Error, StringComparison.Ordinal);
        AssertSameFiles(before, Files(Report));
        Assert.Equal(["report", "tidy"], Entries());
    }

    [Fact]
    public async Task A_failed_run_leaves_the_earlier_report_whole()
    {
        await Run("analyze", Tidy(), "-o", Report);
        var before = Files(Report);
        Assert.Equal(2, (await Run("analyze", Write("empty.csv", ""), "-o", Report)).Code);
        Assert.Equal(2, (await Run("analyze", At("tidy"), "-o", Report, "--format", "")).Code);
        AssertSameFiles(before, Files(Report));
    }

    [Fact]
    public async Task A_full_disk_is_one_line_and_no_bug()
    {
        var result = await Run(["analyze", Tidy(), "-o", Report], CancellationToken.None, new Tripwire("writing ...", () => throw new IOException("No space left on device")));
        Assert.Equal(2, result.Code);
        Assert.Equal("gap-analyzer: a file could not be read or written: No space left on device", Assert.Single(result.Messages));
        Assert.Equal(["tidy"], Entries());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_archive_of_a_tidy_folder_gives_the_same_report(bool withFolder)
    {
        await ZipFile.CreateFromDirectoryAsync(Tidy(), At("tidy.zip"), CompressionLevel.Fastest, withFolder);
        await AssertSameReport(At("tidy"), At("tidy.zip"));
    }

    [Fact]
    public async Task An_archive_of_a_wide_table_gives_the_same_report()
    {
        var wide = Path.Combine(SharedData.Repository, "sample-data", "3w-hxl.csv");
        await using (var archive = await ZipFile.OpenAsync(At("3w.zip"), ZipArchiveMode.Create))
            await archive.CreateEntryFromFileAsync(wide, Path.GetFileName(wide));
        await AssertSameReport(wide, At("3w.zip"));
    }

    private async Task AssertSameReport(string one, string other)
    {
        var reports = new List<SortedDictionary<string, byte[]>>();
        foreach (var dataset in new[] { one, other })
        {
            Assert.Equal(0, (await Run("analyze", dataset, "-o", Report, "--format", "json,md,csv,graphml")).Code);
            reports.Add(Files(Report));
        }

        AssertSameFiles(reports[0], reports[1]);
    }

    /// <summary>Standard error that acts once, when a line is written to it.</summary>
    private sealed class Tripwire(string line, Action act) : StringWriter
    {
        private bool sprung;

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (sprung || value != line)
                return;
            sprung = true;
            act();
        }
    }
}
