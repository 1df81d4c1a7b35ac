using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>analyze DATASET [-o DIR]</c>: the main job.</summary>
internal sealed class AnalyzeCommand
{
    private const int GapsShown = 5;
    private const int StrictRowsShown = 20;

    private readonly AnalysisArguments arguments = new();
    private readonly GateArguments gates = new();
    private readonly Option<string> output = new("--output", "-o") { Description = "Folder for the report; an earlier report in it is replaced as a whole", HelpName = "DIR", DefaultValueFactory = _ => "gap-report" };

    private readonly Option<string> format = new("--format")
    {
        Description = $"What to write, separated by commas: {string.Join(", ", FormatCatalog.All.Select(f => f.Id))} [default: {Defaults}]",
        HelpName = "LIST",
        CustomParser = Formats,
    };

    private readonly Option<string?> language = Values.Choice("--language", "Language of the report; files for programs stay as they are [default: what dataset.json says, else en]", [.. Texts.Languages]);

    private readonly Option<string> theme = new("--theme")
    {
        Description = $"House style of charts and pages: {string.Join(" or ", Theme.BuiltIn.Select(theme => theme.Name))}, or a JSON file with colours, font, logo and footer ('catalog theme-schema' explains it)",
        HelpName = "FILE",
        DefaultValueFactory = _ => Theme.Default.Name,
    };

    private readonly Option<bool> strict = new("--strict") { Description = "Stop, and write nothing, when any row cannot be used" };
    private readonly Option<string?> check = new("--check") { Description = "Write nothing; exit with 1, naming the first difference, when the report in this folder is not what this run would write", HelpName = "DIR" };
    private readonly Option<bool> json = new("--json") { Description = "Print report.json instead of the headline and the first gaps" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no warnings: errors alone" };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Everything noticed in the input, not only the first case of each kind, and what each step took" };

    private readonly Option<bool> timings = new("--timings") { Description = "Put what each step took into report.json too, which then is not the same from run to run" };

    private AnalyzeCommand()
    {
    }

    public static Command Create(TextWriter error) => new AnalyzeCommand().Command(error);

    private static string Defaults => FormatCatalog.Default.Count == FormatCatalog.All.Count ? "all" : string.Join(',', FormatCatalog.Default);

    private ToolCommand Command(TextWriter error)
    {
        var command = new ToolCommand(
            "analyze",
            "Writes a report on a dataset: which organisations and sectors ought to coordinate and do not, with the evidence.",
            arguments.Dataset,
            [
                .. arguments.Groups,
                new("Report", output, format, language, theme, arguments.Top, strict, check, json),
                gates.Group,
                new("Messages", quiet, verbose, timings),
                arguments.Limits,
            ],
            new("gap-analyzer analyze data/referral", "reads a folder of tidy tables and writes the report to gap-report"),
            new("gap-analyzer analyze 3w.csv --map theme=Cluster --period quarter -o report", "reads a 3W table, quarter by quarter"),
            new("gap-analyzer analyze data/referral --json -q | jq .headline", "hands the numbers to another program"),
            new("gap-analyzer analyze data/referral --fail-if \"cross_sector_rate<40%\" -o report", "for CI: exits with 1 when fewer than 40 % of the pairs across sectors are tied"),
            new("gap-analyzer analyze data/referral --check report", "for CI: exits with 1 when the report in the repository is stale"));
        command.Validators.Add(result =>
        {
            if (result.GetValue(quiet) && result.GetValue(verbose))
                result.AddError("--quiet and --verbose contradict each other");
            if (result.GetValue(json) && gates.AnswerIsGates(result))
                result.AddError("--json and --gate-format both write to standard output; leave one out");
            if (result.GetValue(check) is not null && result.GetResult(output) is { Implicit: false })
                result.AddError("--check writes nothing; leave --output out");
        });
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), result.GetValue(verbose));
        var formats = FormatCatalog.Select(Ids(result.GetValue(format)));
        var options = arguments.AnalysisOptions(result);
        var style = ThemeFiles.Open(result.GetValue(theme)!);
        var source = arguments.Open(result);
        var reading = arguments.ReadOptions(result, source);
        var target = result.GetValue(check) ?? result.GetValue(output)!;
        var rules = gates.Gates(result, target);
        using var folder = result.GetValue(check) is null ? OutputFolder.Begin(target) : null;
        var memory = new MemorySink();
        using var clock = new StageClock();
        var report = messages.WithProgress(progress =>
        {
            progress.Report("reading");
            var dataset = DatasetReader.Read(source, reading, cancellation);
            AnalysisArguments.RequireContent(source, dataset);
            if (result.GetValue(strict))
                RequireNoErrors(dataset.Diagnostics);
            var analysis = Analysis.Run(dataset, options, cancellation, progress);
            AnalysisArguments.RequireActivityInWindow(analysis);
            progress.Report("charts");
            var report = Report.Of(analysis, Texts.For(result.GetValue(language), dataset.Defaults.Language), style);
            progress.Report("writing");
            if (result.GetValue(timings))
                report = report with { Timings = clock.Steps };
            FormatCatalog.Write(report, formats, folder is null ? memory : folder, cancellation);
            return report;
        }, clock);
        var answer = result.GetValue(json) ? Json(report, cancellation) : Text(report);
        cancellation.ThrowIfCancellationRequested();
        folder?.Commit();

        messages.Diagnostics(report.Analysis.Dataset.Diagnostics);
        foreach (var warning in ThemeContrast.Warnings(style))
            messages.Note($"warning: {warning}");
        if (!gates.AnswerIsGates(result.CommandResult))
            result.InvocationConfiguration.Output.Write(answer);
        var page = formats.Any(f => f.Id == "html") ? "report.html" : formats.Any(f => f.Id == "md") ? "report.md" : "";
        messages.Note($"Report: {Path.Combine(target, page)}");
        var fresh = folder is not null || IsFresh(target, memory, error);
        var held = rules.Count == 0 ? ExitCode.Done : gates.Check(result, rules, result.GetValue(json) ? answer : Json(report, cancellation), Path.Combine(target, page), error);
        return fresh ? held : ExitCode.GateFailed;
    }

    private static bool IsFresh(string folder, MemorySink report, TextWriter error)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"--check: there is no folder {folder}");
        if (ReportManifest.FirstDifference(folder, report) is not { } difference)
            return true;
        error.Write($"gap-analyzer: {folder} is stale: {difference}; run the same command with -o {folder} in place of --check\n");
        return false;
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

    private static string[] Ids(string? list) => list is null ? [.. FormatCatalog.Default] : list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Formats(ArgumentResult result)
    {
        var (ids, known) = (Ids(Values.Text(result)), FormatCatalog.All.Select(f => f.Id).ToList());
        if (ids.Length == 0)
            return Values.Fail<string>(result, $"one or more of {string.Join(", ", known)}, separated by commas");
        if (ids.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            result.AddError(Sentence.Of($"--format: there is no format '{unknown}'", Nearest.Question(unknown, known), $"known formats: {string.Join(", ", known)}"));
        return Values.Text(result);
    }

    private static void RequireNoErrors(DiagnosticList diagnostics)
    {
        var errors = diagnostics.Items.Where(item => item.Severity == Severity.Error).ToList();
        if (errors.Count == 0)
            return;
        var count = diagnostics.Count(Severity.Error);
        var lines = errors.Take(StrictRowsShown).Select(item => $"  {item}");
        var more = count > StrictRowsShown ? [string.Create(CultureInfo.InvariantCulture, $"  and {count - StrictRowsShown} more")] : Array.Empty<string>();
        throw new InputException(string.Join('\n',
            [string.Create(CultureInfo.InvariantCulture, $"--strict: {count} {(count == 1 ? "row" : "rows")} could not be used; nothing was written"), .. lines, .. more]));
    }
}
