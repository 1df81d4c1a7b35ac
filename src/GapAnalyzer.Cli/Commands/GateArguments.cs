using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Gates;

namespace GapAnalyzer.Cli.Commands;

/// <summary>What a report must not be, so that a CI can hold the line.</summary>
/// <param name="earlier">What a number is held against where it must not be worse.</param>
/// <param name="file">Name of the file that <c>--fail-if-worse</c> compares with.</param>
internal sealed class GateArguments(string earlier = "an earlier report", string file = "report.json")
{
    private readonly Option<string[]> failIf = new("--fail-if")
    {
        Description = "Exit with 1 when a number of the headline breaks this rule, such as \"rate<0.4\" or \"gaps.cross_sector>120\"; the report is written all the same. May be given several times",
        HelpName = "RULE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> failIfWorse = new("--fail-if-worse")
    {
        Description = $"Exit with 1 when this number of the headline, such as cross_sector_rate, is worse than in {earlier}. May be given several times",
        HelpName = "NUMBER",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> against = new("--against") { Description = $"The earlier {file} for --fail-if-worse [default: the one in the output folder, before it is replaced]", HelpName = "FILE" };
    private readonly Option<string?> baseline = new("--baseline") { Description = "Exit with 1 when there is a gap across sectors that this file does not accept; 'baseline add' writes it", HelpName = "FILE" };
    private readonly Option<string?> format = Values.Choice("--gate-format", "How to say what the rules came to: text on standard error; the others on standard output, in place of the answer [default: text]", [.. GateFormat.All]);

    public OptionGroup Group => new("Gates", failIf, failIfWorse, against, baseline, format);

    /// <summary>The option that may differ from one dataset of a batch to the next.</summary>
    public Option OfOneDataset => baseline;

    /// <summary>For a command that has what is earlier at hand.</summary>
    public OptionGroup Comparing => new("Gates", failIf, failIfWorse, format);

    /// <summary>Whether the rules take the place of the answer on standard output.</summary>
    public bool AnswerIsGates(CommandResult result) => result.GetValue(format) is not (null or "text");

    /// <summary>Says so where the command's own JSON and the rules would both be the answer; null where they are not.</summary>
    public string? TwoAnswers(ParseResult result, Option<bool> json) =>
        result.GetValue(json) && AnswerIsGates(result.CommandResult) ? "--json and --gate-format both write to standard output; leave one out" : null;

    /// <summary>The rules, in the order of the options; the earlier report is read now, before it is replaced.</summary>
    /// <exception cref="InputException">A rule cannot be read, or the earlier report is not there.</exception>
    public IReadOnlyList<Gate> Gates(ParseResult result, string reportFolder)
    {
        if (Compared(result).Count == 0)
            return Limits(result);
        var (path, bytes) = Earlier(result, Path.Combine(reportFolder, file));
        using var report = Read(path, bytes, json => JsonDocument.Parse(json));
        return Rules(result, report.RootElement, path);
    }

    /// <summary>The rules with a limit.</summary>
    /// <exception cref="InputException">A rule cannot be read.</exception>
    public IReadOnlyList<Gate> Limits(ParseResult result) => [.. (result.GetValue(failIf) ?? []).Select(Gate.FailIf)];

    /// <summary>The numbers that must not be worse than earlier.</summary>
    /// <exception cref="InputException">There is an earlier report to compare with, and nothing to compare.</exception>
    public IReadOnlyList<string> Compared(ParseResult result) => result.GetValue(failIfWorse) switch
    {
        { Length: > 0 } names => names,
        _ when result.GetValue(against) is not null => throw new InputException("--against names an earlier report, and there is no --fail-if-worse to compare with it"),
        _ => [],
    };

    /// <summary>The earlier report that was named, else this file.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public (string File, byte[] Bytes) Earlier(ParseResult result, string otherwise)
    {
        var path = result.GetValue(against) ?? otherwise;
        if (Directory.Exists(path))
            path = Path.Combine(path, file);
        return (path, Read(path, path, File.ReadAllBytes));
    }

    /// <summary>The accepted gaps; null where every gap is.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public Baseline? Accepted(ParseResult result) => BaselineFile(result) is { } accepted ? Cli.BaselineFile.Read(accepted) : null;

    /// <summary>The file of the accepted gaps; null where none is named.</summary>
    public string? BaselineFile(ParseResult result) => result.GetValue(baseline);

    /// <summary>Says what the rules came to where the numbers before and after are in one file.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="comparison">Text of comparison.json, with a headline in <c>before</c> and in <c>after</c>.</param>
    /// <param name="explain">Where the reader finds what is behind it.</param>
    /// <param name="error">For text.</param>
    /// <returns>The exit code.</returns>
    public int CheckChange(ParseResult result, string comparison, string explain, TextWriter error)
    {
        using var json = JsonDocument.Parse(comparison);
        var (before, after) = (json.RootElement.GetProperty("before"), json.RootElement.GetProperty("after"));
        var rules = Rules(result, before, before.GetProperty("label").GetString()!);
        return rules.Count == 0 ? ExitCode.Done : Say(result, [.. rules.Select(gate => gate.Check(after))], explain, _ => null, error);
    }

    /// <summary>Refuses rules that cannot be read, before the work starts.</summary>
    /// <exception cref="InputException">A rule cannot be read.</exception>
    public void RequireReadable(ParseResult result)
    {
        using var nothing = JsonDocument.Parse("{}");
        _ = Rules(result, nothing.RootElement, "");
    }

    /// <summary>Says what the rules came to.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="results">What they came to.</param>
    /// <param name="explain">Where the reader finds what is behind it.</param>
    /// <param name="commandOf">The command that explains a number, by its path; null where there is none.</param>
    /// <param name="error">For text: the log of a job shows it, whatever is made of the answer.</param>
    /// <param name="notes">What a person should know beside the rules.</param>
    /// <returns>The exit code.</returns>
    public int Say(ParseResult result, IReadOnlyList<GateResult> results, string explain, Func<string, string?> commandOf, TextWriter error, params IReadOnlyList<string> notes)
    {
        if (AnswerIsGates(result.CommandResult))
            result.InvocationConfiguration.Output.Write(GateFormat.Write(result.GetValue(format)!, results, explain, commandOf, notes));
        error.Write(GateFormat.Write("text", results, explain, commandOf, notes));
        return results.All(gate => gate.Passed) ? ExitCode.Done : ExitCode.GateFailed;
    }

    /// <exception cref="InputException">The earlier report cannot be read.</exception>
    public static TResult Read<T, TResult>(string path, T from, Func<T, TResult> read)
    {
        try
        {
            return read(from);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InputException($"--fail-if-worse needs an earlier report, and {path} cannot be read ({e.Message}); name one with --against", e);
        }
    }

    private List<Gate> Rules(ParseResult result, JsonElement before, string source) =>
        [.. Limits(result), .. Compared(result).Select(name => Gate.FailIfWorse(name, before, source))];
}
