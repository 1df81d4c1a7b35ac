using System.Text.RegularExpressions;
using GapAnalyzer.Cli;
using GapAnalyzer.Cli.Commands;

namespace GapAnalyzer.Tests;

/// <summary>The documents say what the code does.</summary>
public sealed partial class DocsTests
{
    private const string MainCommand = "dotnet run --project src/GapAnalyzer.Cli -c Release -- analyze sample-data/pakistan-counter-trafficking -o out/pakistan";

    public static TheoryData<string> Documents => new("README.md", "CONTRIBUTING.md", "docs/input.md", "docs/method.md", "docs/reference.md", "docs/batch.md", "docs/ci.md", "sample-data/README.md", "reports/README.md");

    [Fact]
    public async Task The_reference_page_is_made_from_the_lists_the_tool_runs_on()
    {
        var output = new StringWriter();
        Assert.Equal(0, await Program.Run(["catalog", "--markdown"], output, TextWriter.Null, default));

        Committed.AssertText(output.ToString(), "docs", "reference.md");
    }

    [Fact]
    public void The_two_commands_open_the_README_before_a_picture_of_a_real_chart()
    {
        var lines = File.ReadAllLines(Committed.PathOf("README.md"));
        var commands = Array.FindIndex(lines, line => line == MainCommand);

        Assert.Equal("dotnet test", lines[commands + 1]);
        Assert.True(commands < 10);
        Assert.Contains(lines[commands..20], line => line.StartsWith("![", StringComparison.Ordinal) && line.Contains("reports/", StringComparison.Ordinal));
        Assert.True(lines.Length < 250);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_to_a_file_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Committed.PathOf(document))!;
        var links = Link().Matches(File.ReadAllText(Committed.PathOf(document))).Select(match => match.Groups[1].Value)
            .Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')).ToList();

        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link.Split('#')[0])), $"{document}: {link}"));
    }

    [Fact]
    public async Task Every_option_that_the_README_uses_exists()
    {
        var help = new StringWriter();
        foreach (var command in CommandCatalog.All(TextWriter.Null))
            await Program.Run([command.Name, "--help"], help, TextWriter.Null, default);
        var used = Option().Matches(File.ReadAllText(Committed.PathOf("README.md"))).Select(match => match.Value).Except(["--project", "--help"]).Distinct().ToList();

        Assert.NotEmpty(used);
        Assert.All(used, option => Assert.Contains(option, help.ToString(), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=\s)--[a-z][a-z-]+")]
    private static partial Regex Option();
}
