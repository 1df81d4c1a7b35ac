using System.Diagnostics;
using GapAnalyzer.Tests.Cli;
using YamlDotNet.RepresentationModel;

namespace GapAnalyzer.Tests;

/// <summary>docs/ci.md and the files beside it: what a new user copies works as it stands, on the sample.</summary>
public sealed class CiDocsTests : CliTest
{
    private static readonly string Page = File.ReadAllText(Committed.PathOf("docs", "ci.md"));

    [Fact]
    public void The_workflow_files_parse_and_have_what_their_CI_asks_for()
    {
        var github = Yaml("github.yml");
        var steps = Assert.Single((YamlMappingNode)github["jobs"]).Value["steps"];
        Assert.All((YamlSequenceNode)steps, step => Assert.True(Has(step, "uses") ^ Has(step, "run")));
        Assert.True(Has(github, "on"));
        var gitlab = Yaml("gitlab.yml")["gaps"];
        Assert.All((YamlSequenceNode)gitlab["script"], line => Assert.IsType<YamlScalarNode>(line));
        Assert.Equal("gates.xml", ((YamlScalarNode)gitlab["artifacts"]["reports"]["junit"]).Value);
        Assert.NotEmpty(CommandsOf("github.yml"));
        Assert.NotEmpty(CommandsOf("gitlab.yml"));
    }

    /// <summary>The page from top to bottom, then each file, in a folder as the page describes it; then a gap opens.</summary>
    [Fact]
    public async Task Every_command_runs_and_the_job_fails_when_a_gap_opens()
    {
        var sample = Committed.PathOf("sample-data", "province-referral");
        foreach (var file in Directory.EnumerateFiles(sample))
            Write($"data/referral/{Path.GetFileName(file)}", await File.ReadAllTextAsync(file));
        var commands = Blocks().Where(IsCommand).ToList();
        Assert.True(commands.Count >= 8);
        foreach (var command in (IEnumerable<string>)[.. commands, .. CommandsOf("github.yml"), .. CommandsOf("gitlab.yml")])
        {
            var (exit, said) = await Shell(command);
            Assert.True(exit == 0, $"{command}: {exit}: {said}");
        }

        Assert.Contains("testsuite", await File.ReadAllTextAsync(At("gates.xml")), StringComparison.Ordinal);

        var check = Committed.PathOf("docs", "ci", "check.sh");
        Assert.Equal((0, ""), (await Shell($"bash '{check}'")));
        File.Delete(At("data", "referral", "ties.csv"));
        var (code, error) = await Shell($"bash '{check}'");
        Assert.Equal(1, code);
        Assert.Contains("gate failed: baseline coordination-baseline.csv", error, StringComparison.Ordinal);
        Assert.Contains("gap-analyzer explain data/referral --pair ", error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Blocks()
    {
        var inside = false;
        foreach (var line in Page.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                inside = line == "```sh";
            else if (inside)
                yield return line;
        }
    }

    private static YamlMappingNode Yaml(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Committed.PathOf("docs", "ci", file))));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    /// <summary>Lines of the scripts in a workflow that run the tool.</summary>
    private static List<string> CommandsOf(string file) => [.. Yaml(file).AllNodes.OfType<YamlScalarNode>().SelectMany(node => node.Value!.Split('\n')).Where(IsCommand)];

    private static bool IsCommand(string line) => line.StartsWith("gap-analyzer ", StringComparison.Ordinal);

    private static bool Has(YamlNode node, string key) => ((YamlMappingNode)node).Children.ContainsKey(new YamlScalarNode(key));

    /// <summary>Runs a line in the root folder, where <c>gap-analyzer</c> is the tool beside the tests.</summary>
    private async Task<(int Code, string Error)> Shell(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"gap-analyzer() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "gap-analyzer.dll")}' \"$@\"; }}; export -f gap-analyzer; {line}"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, process.ExitCode == 0 ? "" : await error);
    }
}
