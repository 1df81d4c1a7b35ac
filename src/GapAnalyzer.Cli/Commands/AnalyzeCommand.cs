using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Gates;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>analyze DATASET [-o DIR]</c>: the main job.</summary>
internal sealed class AnalyzeCommand
{
    private const int GapsShown = 5;

    private readonly AnalysisArguments arguments = new();
    private readonly GateArguments gates = new();
    private readonly Option<string> output = new("--output", "-o") { Description = "Folder for the report; an earlier report in it is replaced as a whole", HelpName = "DIR", DefaultValueFactory = _ => "gap-report" };
    private readonly ReportArguments report = new();
    private readonly Option<string?> check = new("--check") { Description = "Write nothing; exit with 1, naming the first difference, when the report in this folder is not what this run would write", HelpName = "DIR" };
    private readonly Option<bool> json = new("--json") { Description = "Print report.json instead of the headline and the first gaps" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no warnings: errors alone" };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Everything noticed in the input, not only the first case of each kind, and what each step took" };

    private readonly Option<bool> timings = new("--timings") { Description = "Put what each step took into report.json too, which then is not the same from run to run" };

    private AnalyzeCommand()
    {
    }

    public static Command Create(TextWriter error) => new AnalyzeCommand().Command(error);

    private ToolCommand Command(TextWriter error)
    {
        var command = new ToolCommand(
            "analyze",
            "Writes a report on a dataset: which organisations and sectors ought to coordinate and do not, with the evidence.",
            arguments.Dataset,
            [
                .. arguments.Groups,
                new("Report", [output, .. report.Options, .. arguments.Listing, check, json]),
                gates.Group,
                new("Messages", quiet, verbose, timings),
                arguments.Limits,
            ],
            new("gap-analyzer analyze data/referral", "reads a folder of tidy tables and writes the report to gap-report"),
            new("gap-analyzer analyze 3w.csv --map theme=Cluster --period quarter -o report", "reads a 3W table, quarter by quarter"),
            new("gap-analyzer analyze data/referral --json -q | jq .headline", "hands the numbers to another program"),
            new("gap-analyzer analyze data/referral --fail-if \"cross_sector_rate<40%\" -o report", "for CI: exits with 1 when fewer than 40 % of the pairs across sectors are tied"),
            new("gap-analyzer analyze data/referral --check report", "for CI: exits with 1 when the report in the repository is stale"))
        {
            Contradiction = result =>
                result.GetValue(quiet) && result.GetValue(verbose) ? "--quiet and --verbose contradict each other"
                : gates.TwoAnswers(result, json) is { } twice ? twice
                : result.GetValue(check) is not null && result.GetResult(output) is { Implicit: false } ? "--check writes nothing; leave --output out"
                : null,
        };
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), result.GetValue(verbose));
        var formats = report.Formats(result);
        var style = report.Style(result);
        var source = arguments.Open(result);
        var target = result.GetValue(check) ?? result.GetValue(output)!;
        if (result.GetValue(check) is not null && !Directory.Exists(target))
            throw new InputException($"--check: there is no folder {target}");
        var rules = gates.Gates(result, target);
        var accepted = gates.Accepted(result);
        using var folder = result.GetValue(check) is null ? OutputFolder.Begin(target) : null;
        var memory = new MemorySink();
        using var clock = new StageClock();
        var made = messages.WithProgress(progress => report.Make(result, arguments, source, style, folder is null ? memory : folder, progress, cancellation, result.GetValue(timings) ? clock : null), clock);
        var answer = result.GetValue(json) ? Json(made, cancellation) : Text(made);
        cancellation.ThrowIfCancellationRequested();
        folder?.Commit();

        messages.Diagnostics(made.Analysis.Dataset.Diagnostics);
        foreach (var caution in CautionText.Lines(made.Analysis, made.Texts))
            messages.Note($"warning: {Terminal.Line(caution)}");
        foreach (var instead in Instead(arguments.AnalysisOptions(result), made))
            messages.Note($"warning: {instead}");
        foreach (var warning in ThemeContrast.Warnings(style))
            messages.Note($"warning: {warning}");
        if (!gates.AnswerIsGates(result.CommandResult))
            result.InvocationConfiguration.Output.Write(answer);
        var page = ReportArguments.Page(formats);
        var stale = folder is null ? ReportManifest.FirstDifference(target, memory) : null;
        if (stale is not null)
            error.Write($"gap-analyzer: {target} is stale: {stale}; run the same command with -o {target} in place of --check\n");
        else
            messages.Note(folder is null ? $"Up to date: {target}" : $"Report: {Path.Combine(target, page)}");
        GateResult[] fresh = folder is null && gates.AnswerIsGates(result.CommandResult)
            ? [new($"--check {target}", "report", stale is null, stale is null ? "up to date" : "stale", $"it is not what this run makes{(stale is null ? "" : $": {stale}")}") { IsTotal = true }]
            : [];
        var held = Hold(result, rules, accepted, fresh, made, Path.Combine(target, page), error, cancellation);
        return stale is null ? held : ExitCode.GateFailed;
    }

    /// <summary>Holds the report to its rules.</summary>
    /// <returns>The exit code.</returns>
    private int Hold(
        ParseResult result, IReadOnlyList<Gate> rules, Baseline? accepted, GateResult[] fresh, Report made, string page, TextWriter error, CancellationToken cancellation)
    {
        if (rules.Count == 0 && accepted is null && fresh.Length == 0)
            return ExitCode.Done;
        using var numbers = JsonDocument.Parse(Json(made, cancellation));
        List<GateResult> checks =
        [
            .. fresh,
            .. rules.Select(gate => gate.Check(numbers.RootElement)),
            .. accepted is null ? [] : BaselineGate.Check(made.Analysis, accepted, arguments.Explain(result)),
        ];
        string[] notes = [.. accepted is null ? [] : BaselineGate.Notes(made.Analysis, accepted).Select(Terminal.Line)];
        return gates.Say(result, checks, page, path => GateCommand.Of(path, numbers.RootElement, result.GetValue(arguments.Dataset)!, arguments.Given(result)), error, notes);
    }

    /// <summary>What was asked for and is not there, and what was done instead.</summary>
    private static IEnumerable<string> Instead(AnalysisOptions options, Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var absent = analysis.Unplaced.AbsentDimensions;
        if (options.PlaceLevel is { } level && absent.Contains("place"))
            yield return string.Create(CultureInfo.InvariantCulture, $"--place-level {level}: {t.Say("absent.place")}");
        if (options.Period is not null && absent.Contains("date"))
            yield return $"--period: {t.Say("absent.date")}";
        if (analysis.Dataset.Defaults.Language is { Length: > 0 } own && !Texts.Languages.Contains(own.Split('-')[0].ToLowerInvariant()))
            yield return $"{DatasetReader.SettingsFile}: there are no words for language {Quote.Value(own)}; expected {Values.Words([.. Texts.Languages])}; the report is in {t.Language}";
    }

    /// <summary>The headline, and the gaps that matter most; a name cannot send commands to the terminal.</summary>
    private static string Text(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var gaps = HeadlineText.TopGaps(analysis, GapsShown, t)
            .Select((line, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {line}"));
        IEnumerable<string> lines = [analysis.Dataset.Title, .. HeadlineText.Lines(analysis, t)];
        if (gaps.Any())
            lines = [.. lines, "", .. gaps];
        return Terminal.Text(lines);
    }

    private static string Json(Report report, CancellationToken cancellation)
    {
        var memory = new MemorySink();
        FormatCatalog.Write(report, FormatCatalog.Select(["json"]), memory, cancellation);
        return Encoding.UTF8.GetString(memory["report.json"]);
    }
}
