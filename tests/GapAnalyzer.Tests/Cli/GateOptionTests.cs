namespace GapAnalyzer.Tests.Cli;

public sealed class GateOptionTests : CliTest
{
    [Fact]
    public async Task A_gate_that_holds_exits_with_0_and_one_that_fails_with_1_and_both_write_the_report()
    {
        var holds = await Run("analyze", Tidy(), "-o", Report, "-q", "--fail-if", "rate<0.1");
        Assert.Equal((0, "gate passed: rate<0.1: coordination_rate.value is 0.6667 (67 %)\n"), (holds.Code, holds.Error));
        var fails = await Run("analyze", At("tidy"), "-o", Report, "-q", "--fail-if", "rate<0.1", "--fail-if", "gaps>1");
        Assert.Equal(1, fails.Code);
        Assert.Contains("gate failed: gaps>1: gaps.total is 2; it fails when > 1", fails.Error, StringComparison.Ordinal);
        Assert.StartsWith("Untitled dataset", fails.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(At("report", "report.json")));
    }

    /// <summary>The command means the same analysis: its options are repeated.</summary>
    [Fact]
    public async Task A_gate_that_fails_names_the_command_that_explains_it_with_the_same_options()
    {
        var fails = await Run("analyze", Tidy(), "-o", Report, "-q", "--period", "all", "--funders-present", "--fail-if", "gaps>0");
        Assert.Contains("so does: gap-analyzer explain ", fails.Error, StringComparison.Ordinal);
        var command = fails.Error[(fails.Error.IndexOf("gap-analyzer explain", StringComparison.Ordinal) + "gap-analyzer ".Length)..].Trim();
        Assert.EndsWith(" --period all --funders-present", command, StringComparison.Ordinal);
        Assert.Contains(" --sectors ", command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worse_than_the_report_that_is_there_fails()
    {
        await Run("analyze", Tidy(), "-o", Report, "--format", "json");
        Assert.Equal(0, (await Run("analyze", At("tidy"), "-o", Report, "--format", "json", "--fail-if-worse", "rate", "--fail-if-worse", "gaps")).Code);
        Assert.Equal(1, (await Run("analyze", At("tidy"), "-o", Report, "--format", "json", "--ties", "declared", "--fail-if-worse", "rate")).Code);
    }

    [Fact]
    public async Task Without_an_earlier_report_nothing_can_be_worse_than_it()
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--fail-if-worse", "rate");
        Assert.Equal(2, result.Code);
        Assert.Contains("name one with --against", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Report));
    }

    [Fact]
    public async Task A_machine_readable_form_is_the_answer()
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--format", "json", "--fail-if", "gaps>1", "--gate-format", "github");
        Assert.StartsWith("::error title=gap-analyzer::gate failed: gaps>1", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.Code);
    }

    [Fact]
    public async Task Check_holds_for_a_fresh_report_writes_nothing_and_names_the_first_difference()
    {
        await Run("analyze", Tidy(), "-o", Report, "--format", "md,json");
        var before = Files(Report);
        Assert.Equal(0, (await Run("analyze", At("tidy"), "--check", Report, "--format", "md,json")).Code);
        var stale = await Run("analyze", At("tidy"), "--check", Report, "--format", "md,json", "--period", "all");
        Assert.Equal(1, stale.Code);
        Assert.Contains("is stale: report.json differs from line", stale.Error, StringComparison.Ordinal);
        AssertSameFiles(before, Files(Report));
        Assert.Equal(2, (await Run("analyze", At("tidy"), "--check", At("nowhere"))).Code);
        Assert.Equal(2, (await Run("analyze", At("tidy"), "--check", Report, "-o", At("other"))).Code);
    }
}
