using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Gates;

namespace GapAnalyzer.Cli.Commands;

/// <summary>What a report must not be, so that a CI can hold the line.</summary>
internal sealed class GateArguments
{
    private readonly Option<string[]> failIf = new("--fail-if")
    {
        Description = "Exit with 1 when a number of the headline breaks this rule, such as \"rate<0.4\" or \"gaps.cross_sector>120\"; the report is written all the same. May be given several times",
        HelpName = "RULE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> failIfWorse = new("--fail-if-worse")
    {
        Description = "Exit with 1 when this number of the headline, such as cross_sector_rate, is worse than in an earlier report. May be given several times",
        HelpName = "NUMBER",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> against = new("--against") { Description = "The earlier report.json for --fail-if-worse [default: the one in the report folder, before it is replaced]", HelpName = "FILE" };
    private readonly Option<string?> format = Values.Choice("--gate-format", "How to say what the rules came to: text on standard error; the others on standard output, in place of the answer [default: text]", [.. GateFormat.All]);

    public OptionGroup Group => new("Gates", failIf, failIfWorse, against, format);

    /// <summary>Whether the rules take the place of the answer on standard output.</summary>
    public bool AnswerIsGates(CommandResult result) => result.GetValue(format) is not (null or "text");

    /// <summary>The rules, in the order of the options; the earlier report is read now, before it is replaced.</summary>
    /// <exception cref="InputException">A rule cannot be read, or the earlier report is not there.</exception>
    public IReadOnlyList<Gate> Gates(ParseResult result, string reportFolder)
    {
        var worse = result.GetValue(failIfWorse) ?? [];
        if (worse.Length == 0 && result.GetValue(against) is not null)
            throw new InputException("--against names an earlier report, and there is no --fail-if-worse to compare with it");
        var rules = (result.GetValue(failIf) ?? []).Select(Gate.FailIf).ToList();
        if (worse.Length > 0)
        {
            var file = result.GetValue(against) ?? Path.Combine(reportFolder, "report.json");
            using var earlier = Read(file);
            rules.AddRange(worse.Select(name => Gate.FailIfWorse(name, earlier.RootElement, file)));
        }

        return rules;
    }

    /// <summary>Says what the rules came to.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="gates">The rules.</param>
    /// <param name="report">Text of report.json.</param>
    /// <param name="explain">Where the reader finds what is behind it.</param>
    /// <param name="dataset">The dataset as the person named it, for the command that explains it.</param>
    /// <param name="options">Options of the analysis as the person gave them.</param>
    /// <param name="error">For text.</param>
    /// <returns>The exit code.</returns>
    public int Check(ParseResult result, IReadOnlyList<Gate> gates, string report, string explain, string dataset, IReadOnlyList<string> options, TextWriter error)
    {
        using var json = JsonDocument.Parse(report);
        var results = gates.Select(gate => gate.Check(json.RootElement)).ToList();
        var text = GateFormat.Write(result.GetValue(format) ?? "text", results, explain, path => GateCommand.Of(path, json.RootElement, dataset, options));
        (AnswerIsGates(result.CommandResult) ? result.InvocationConfiguration.Output : error).Write(text);
        return results.All(gate => gate.Passed) ? ExitCode.Done : ExitCode.GateFailed;
    }

    private static JsonDocument Read(string file)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"--fail-if-worse needs an earlier report, and {file} cannot be read ({e.Message}); name one with --against", e);
        }
    }
}
