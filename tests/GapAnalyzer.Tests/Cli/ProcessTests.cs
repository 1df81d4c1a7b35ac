using System.Diagnostics;
using System.Globalization;

namespace GapAnalyzer.Tests.Cli;

/// <summary>The tool as a process: exit codes, streams, signals.</summary>
public sealed class ProcessTests : CliTest
{
    private static readonly KeyValuePair<string, string>[] Plain = [];

    [Fact]
    public async Task The_answer_is_on_standard_output_and_the_rest_on_standard_error()
    {
        var result = await RunProcess(Plain, "analyze", Tidy(), "-o", "report", "--format", "json");
        Assert.Equal(0, result.Code);
        Assert.Equal((await Run("analyze", At("tidy"), "-o", Report, "--format", "json")).Output, result.Output);
        Assert.Contains("reading ...", result.Error, StringComparison.Ordinal);
        Assert.Equal("Report: report", Assert.Single(result.Messages));
    }

    [Fact]
    public async Task Version_is_the_version_alone() =>
        Assert.Equal(new CliResult(0, GapAnalyzer.Reporting.Report.ToolVersion + "\n", ""), await RunProcess(Plain, "--version"));

    [Fact]
    public async Task The_report_goes_to_gap_report_where_no_folder_is_named()
    {
        Assert.Equal(0, (await RunProcess(Plain, "analyze", Tidy(), "--format", "md")).Code);
        Assert.Equal(["gap-report", "tidy"], Entries());
    }

    [Fact]
    public async Task Quiet_leaves_standard_error_empty()
    {
        var result = await RunProcess(Plain, "analyze", Tidy(), "-o", "report", "--format", "json", "-q");
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Wrong_input_and_wrong_usage_end_with_2()
    {
        var input = await RunProcess(Plain, "analyze", "nowhere");
        Assert.Equal((2, ""), (input.Code, input.Output));
        Assert.Equal("gap-analyzer: nowhere: no such file or folder; expected a dataset folder, a table (.csv, .xlsx) or a .zip", input.Error.TrimEnd());
        var usage = await RunProcess(Plain, "analyze", "--nonsense");
        Assert.Equal((2, ""), (usage.Code, usage.Output));
        Assert.Empty(Entries());
    }

    [Fact]
    public async Task Letters_beyond_ascii_are_written_as_utf8_in_any_locale()
    {
        var wide = Write("wide.csv", "Organisation,Cluster\nMédecins du Monde,Santé\nЛікарі,Santé\n");
        var result = await RunProcess([KeyValuePair.Create("LC_ALL", "C")], "analyze", wide, "-o", "report", "--json", "-q");
        Assert.Contains("Médecins du Monde", result.Output, StringComparison.Ordinal);
        Assert.Contains("Лікарі", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_unicode_data_the_tool_stops_instead_of_matching_names_wrongly()
    {
        var result = await RunProcess([KeyValuePair.Create("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")], "analyze", Tidy(), "-o", "report");
        Assert.Equal(2, result.Code);
        Assert.Contains("install libicu", Assert.Single(result.Messages), StringComparison.Ordinal);
        Assert.Equal(["tidy"], Entries());
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_run_with_130_and_leaves_the_earlier_report_whole(string signal)
    {
        await Run("analyze", Tidy(), "-o", Report, "--format", "md,json");
        var before = Files(Report);

        using var process = Start(Plain, "analyze", Crowd(), "-o", "report");
        while (await process.StandardError.ReadLineAsync() is { } line && line != "presence ...")
        {
        }

        using (var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process.Id}")])!)
            await kill.WaitForExitAsync();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal(130, process.ExitCode);
        Assert.Empty(await output);
        Assert.EndsWith("gap-analyzer: cancelled; nothing was written\n", await error, StringComparison.Ordinal);
        AssertSameFiles(before, Files(Report));
        Assert.Equal(["crowd.csv", "report", "tidy"], Entries());
    }

    [Fact]
    public async Task A_reader_that_stops_reading_is_no_error()
    {
        using var process = Start(Plain, "analyze", Path.Combine(SharedData.Repository, "sample-data", "province-referral"), "-o", "report", "--json", "-q", "--format", "md");
        process.StandardOutput.Close();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", error);
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(["report"], Entries());
    }

    [Theory]
    [InlineData(">/dev/full", 2)]
    [InlineData(">&-", 2)]
    [InlineData("2>/dev/full", 0)]
    [InlineData("2>&-", 0)]
    public async Task Streams_that_cannot_be_written_to_are_no_bug(string redirection, int code)
    {
        Tidy();
        var tool = Path.Combine(AppContext.BaseDirectory, "gap-analyzer.dll");
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"dotnet '{tool}' analyze tidy -o report --format md {redirection}"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), await shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        Assert.Equal(code, shell.ExitCode);
        Assert.DoesNotContain("internal error", error, StringComparison.Ordinal);
        Assert.Equal(code == 0, (await output).Length > 0);
        // The report is written before the answer, and a message that nobody can read does not hide that.
        Assert.True(File.Exists(At("report", "report.md")));
        Assert.Equal(code != 0, error.Contains("the answer is lost; the files that the command writes are in place", StringComparison.Ordinal));
    }

    /// <summary>Some eight million pairs in one place and theme: work for seconds.</summary>
    private string Crowd() => Write("crowd.csv", "Organisation,Organisation type,Cluster,Region,Year\n"
        + string.Concat(Enumerable.Range(1, 4000).Select(number => $"Organisation {number},{(number % 2 == 0 ? "NGO" : "Government")},Health,North,2024\n")));
}
