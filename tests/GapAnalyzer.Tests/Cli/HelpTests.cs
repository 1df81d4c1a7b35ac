using GapAnalyzer.Cli;
using GapAnalyzer.Cli.Commands;

namespace GapAnalyzer.Tests.Cli;

public sealed class HelpTests : CliTest
{
    private const int Width = 100;

    public static TheoryData<string> EveryCommand => [.. CommandCatalog.All(TextWriter.Null).Select(command => command.Name)];

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public async Task Help_lists_every_command_with_what_it_does(string option)
    {
        var result = await Run(option);
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Error);
        Assert.NotEmpty(CommandCatalog.All(TextWriter.Null));
        Assert.All(CommandCatalog.All(TextWriter.Null), command =>
            Assert.Contains($"\n  {command.Name} ", result.Output, StringComparison.Ordinal));
        Assert.Contains("130 cancelled", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task Help_of_a_command_lists_every_argument_and_option_once(string name)
    {
        var help = await Run(name, "--help");
        Assert.Equal(0, help.Code);
        Assert.Empty(help.Error);
        var command = Program.Root(TextWriter.Null).Subcommands.Single(command => command.Name == name);
        Assert.All(command.Options, option =>
        {
            var starts = help.Output.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal) && line.Split("  ", StringSplitOptions.RemoveEmptyEntries)[0].Split(' ').Contains(option.Name)
                && !line.Contains("gap-analyzer", StringComparison.Ordinal));
            Assert.True(starts == 1, $"{option.Name} is listed {starts} times");
        });
        Assert.All(command.Arguments, argument => Assert.Contains(argument.Name, help.Output, StringComparison.Ordinal));
        Assert.All(command.Options, option => Assert.False(string.IsNullOrEmpty(option.Description), option.Name));
    }

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task Help_fits_its_width_and_says_each_default_once(string name)
    {
        var lines = (await Run(name, "--help")).Output.Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= Width, line));
        Assert.All(Paragraphs(lines), text => Assert.True(text.Split("[default").Length <= 2, text));
    }

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public void Examples_are_command_lines_that_parse(string name)
    {
        var root = Program.Root(TextWriter.Null);
        var command = (ToolCommand)root.Subcommands.Single(command => command.Name == name);
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example =>
        {
            var words = example.CommandLine.Split([" | ", " > "], StringSplitOptions.None)[0].Split(' ');
            Assert.Equal("gap-analyzer", words[0]);
            Assert.Null(UsageProblem.Of(root.Parse(words[1..])));
        });
    }

    [Fact]
    public async Task Help_is_given_although_arguments_are_missing_or_wrong() =>
        Assert.Equal((await Run("analyze", "--help")).Output, (await Run("analyze", "--period", "week", "--help")).Output);

    [Theory]
    [InlineData("[suggest:2]", "an", "analyze")]
    [InlineData("[suggest:12]", "analyze --pe", "--period")]
    [InlineData("[suggest:17]", "analyze --period ", "quarter")]
    [InlineData("[suggest:8]", "catalog ", "measures")]
    public async Task Completion_suggests_what_fits(string directive, string typed, string suggestion)
    {
        var result = await Run(directive, typed);
        Assert.Equal(0, result.Code);
        Assert.Contains(suggestion, result.Output.Split('\n').Select(line => line.TrimEnd()));
    }

    /// <summary>The text of each option: its line and the indented lines after it.</summary>
    private static IEnumerable<string> Paragraphs(IReadOnlyList<string> lines)
    {
        var text = "";
        foreach (var line in lines)
        {
            if (!line.StartsWith("    ", StringComparison.Ordinal))
            {
                yield return text;
                text = "";
            }

            text += line;
        }

        yield return text;
    }
}
