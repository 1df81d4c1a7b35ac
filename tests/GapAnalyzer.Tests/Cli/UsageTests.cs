namespace GapAnalyzer.Tests.Cli;

/// <summary>A command line that is wrong gets one line with a hint and exit code 2, before any work.</summary>
public sealed class UsageTests : CliTest
{
    [Theory]
    [InlineData("--period", "week", "expected year, quarter, month or all")]
    [InlineData("--period", "yeer", "did you mean 'year'?")]
    [InlineData("--place-level", "3", "expected 1 or 2")]
    [InlineData("--place-level", "one", "expected 1 or 2")]
    [InlineData("--ties", "none", "expected joint, declared or both")]
    [InlineData("--max-joint-participants", "0", "expected a whole number above 0, or unlimited")]
    [InlineData("--max-joint-participants", "many", "expected a whole number above 0, or unlimited")]
    [InlineData("--from", "2024-02-30", "expected a date as yyyy-MM-dd")]
    [InlineData("--to", "1/2/2024", "expected a date as yyyy-MM-dd")]
    [InlineData("--as-of", "2024", "expected a date as yyyy-MM-dd")]
    [InlineData("--map", "theme", "expected FIELD=HEADER")]
    [InlineData("--map", "=Cluster", "expected FIELD=HEADER")]
    [InlineData("--map", "theme=", "expected FIELD=HEADER")]
    [InlineData("--map", "thme=Cluster", "did you mean 'theme'?")]
    [InlineData("--delimiter", "x", "expected one of , ; | or tab")]
    [InlineData("--top", "-1", "expected a whole number, 0 or more")]
    [InlineData("--top", "all", "expected a whole number, 0 or more")]
    [InlineData("--format", "jsn", "did you mean 'json'?")]
    [InlineData("--format", "md,psd", "there is no format 'psd'")]
    [InlineData("--format", "", "expected one or more of md")]
    [InlineData("--format", " , ", "expected one or more of md")]
    public Task An_option_with_a_value_that_it_cannot_have(string option, string value, string because) =>
        Wrong($"{option}", because, "analyze", Tidy(), "-o", Report, option, value);

    /// <summary>A rule about several options must not ask for a value that cannot be read.</summary>
    [Theory]
    [InlineData("init new --template 4w", "expected tidy or 3w")]
    [InlineData("init new --from 3w.csv --delimiter abc", "expected one of , ; | or tab")]
    [InlineData("init new --from 3w.csv --map theme", "expected FIELD=HEADER")]
    [InlineData("analyze data --json --gate-format xml", "--gate-format is 'xml'")]
    [InlineData("analyze data --map lead=A --map lead=B", "--map gives lead twice")]
    [InlineData("validate data --json --date-order american", "expected day-first or month-first")]
    [InlineData("plan data --seats 1", "expected a whole number, 2 or more")]
    [InlineData("generate new --silo Government", "--silo")]
    [InlineData("catalog measure --json --markdown", "did you mean 'measures'?")]
    public Task A_value_that_does_not_fit_with_any_command(string commandLine, string because) => Wrong("--help", because, commandLine.Split(' '));

    [Fact]
    public async Task A_report_to_check_that_is_not_there_stops_the_run_before_it_begins()
    {
        var result = await Run("analyze", Tidy(), "--check", At("none"));

        Assert.Equal((2, $"gap-analyzer: --check: there is no folder {At("none")}\n"), (result.Code, result.Error));
    }

    [Fact]
    public Task A_window_that_ends_before_it_begins() =>
        Wrong("--from 2024-01-01", "later than --to 2023-01-01", "analyze", Tidy(), "-o", Report, "--from", "2024-01-01", "--to", "2023-01-01");

    [Theory]
    [InlineData("--perod", "all", "did you mean '--period'?")]
    [InlineData("--nonsense", "all", "there is no option '--nonsense'")]
    [InlineData("-x", "all", "there is no option '-x'")]
    public async Task An_option_that_does_not_exist(string option, string value, string because)
    {
        await Wrong($"'{option}'", because, "analyze", option, value, Tidy(), "-o", Report);
        await Wrong($"'{option}'", because, "analyze", Tidy(), "-o", Report, option, value);
    }

    [Fact]
    public async Task An_option_without_its_value()
    {
        await Wrong("--output", "needs a value", "analyze", Tidy(), "-o");
        await Wrong("--period", "needs a value", "analyze", Tidy(), "--period", "-o", Report);
    }

    [Fact]
    public Task An_option_given_twice() => Wrong("'-o'", "single argument", "analyze", Tidy(), "-o", Report, "-o", At("other"));

    [Fact]
    public Task Options_that_contradict_each_other() => Wrong("--quiet and --verbose", "contradict", "analyze", Tidy(), "-o", Report, "-q", "-v");

    [Fact]
    public Task No_command() => Wrong("a command is missing", "analyze, batch, baseline, validate, compare, plan, what-if, explain, init, generate or catalog");

    [Fact]
    public Task A_command_that_does_not_exist() => Wrong("'analyse'", "did you mean 'analyze'?", "analyse", Tidy());

    [Fact]
    public Task No_dataset() => Wrong("DATASET", "is missing", "analyze");

    [Fact]
    public Task Two_datasets() => Wrong("'more'", "one argument too many", "analyze", Tidy(), "more", "-o", Report);

    [Fact]
    public Task A_list_that_does_not_exist() => Wrong("LIST", "did you mean 'measures'?", "catalog", "mesures");

    [Fact]
    public async Task A_name_with_a_dash_can_be_given_after_two_dashes()
    {
        var result = await Run("analyze", "-o", Report, "--", "-x");
        Assert.Equal("gap-analyzer: -x: no such file or folder; expected a dataset folder, a table (.csv, .xlsx) or a .zip", Assert.Single(result.Messages));
    }

    [Fact]
    public async Task A_name_with_an_at_sign_is_a_name_and_not_a_file_of_arguments()
    {
        var result = await Run("analyze", "@x", "-o", Report);
        Assert.StartsWith("gap-analyzer: @x: no such file or folder", Assert.Single(result.Messages), StringComparison.Ordinal);
    }

    private async Task Wrong(string what, string because, params string[] args)
    {
        var result = await Run(args);
        Assert.Equal(2, result.Code);
        var line = Assert.Single(result.Messages);
        Assert.StartsWith("gap-analyzer: ", line, StringComparison.Ordinal);
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.Contains(because, line, StringComparison.Ordinal);
        Assert.True(line.EndsWith("--help'", StringComparison.Ordinal) || what.StartsWith("--from", StringComparison.Ordinal), line);
        Assert.Empty(result.Output);
        Assert.DoesNotContain(Entries(), entry => entry != "tidy");
    }
}
