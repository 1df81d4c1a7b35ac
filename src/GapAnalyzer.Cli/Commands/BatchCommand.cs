using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using GapAnalyzer.Cli.Batches;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Batches;
using GapAnalyzer.Reporting.Gates;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>batch PATH...</c>: a report for each of many datasets, and one page over all of them.</summary>
internal sealed class BatchCommand
{
    private const string Overview = "index.html";
    private const string Json = "batch.json";

    private readonly AnalysisArguments arguments = new();
    private readonly ReportArguments reports = new();
    private readonly GateArguments gates = new(file: Json);

    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Folders of datasets, single datasets, patterns such as data/*.csv, or a manifest: a CSV file with a column 'dataset' and, where wanted, 'label' and options such as period or map",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> output = new("--output", "-o") { Description = "Folder for the overview and a report folder for each dataset", HelpName = "DIR", DefaultValueFactory = _ => "gap-batch" };
    private readonly Option<int?> parallel = new("--parallel") { Description = "Datasets worked on at a time, which bounds the memory [default: the processors of this machine]", HelpName = "N", CustomParser = result => Values.Number(result) is > 0 and var n ? n : Values.Fail<int?>(result, "a whole number above 0") };
    private readonly Option<bool> force = new("--force") { Description = "Make every report again, those too that are there and whose dataset and options are unchanged" };
    private readonly Option<bool> json = new("--json") { Description = $"Print {Json} instead of a line for each dataset" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no notes: errors alone" };

    private BatchCommand()
    {
    }

    public static Command Create(TextWriter error) => new BatchCommand().Command(error);

    /// <summary>Options that may differ from one dataset to the next.</summary>
    private IReadOnlyList<Option> OfOneDataset => [.. arguments.Groups.SelectMany(group => group.Options), .. arguments.Listing, .. reports.OfOneDataset, gates.OfOneDataset];

    private ToolCommand Command(TextWriter error)
    {
        var command = new ToolCommand(
            "batch",
            "Writes a report for each of many datasets, several at a time, and one page over all of them. A run that was stopped goes on where it was; a dataset that fails does not stop the others.",
            paths,
            [
                new("Batch", output, parallel, force, json),
                .. arguments.Groups,
                new("Reports", [.. reports.Options, .. arguments.Listing]),
                gates.Group,
                new("Messages", quiet),
                arguments.Limits,
            ],
            new("gap-analyzer batch data -o reports", "every table, .zip and folder of tidy tables in data; open reports/index.html"),
            new("gap-analyzer batch manifest.csv -o reports --period quarter", "what a manifest lists, with the options that it gives to single datasets, and quarters elsewhere"),
            new("gap-analyzer batch data -o reports -q --fail-if-worse cross_sector_rate", "for CI: exits with 1 when a dataset got worse since the last run, with 2 when one failed"))
        {
            Contradiction = result => gates.TwoAnswers(result, json),
        };
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), verbose: false);
        var target = result.GetValue(output)!;
        var (style, madeFrom) = Style(result);
        var limits = gates.Limits(result);
        var planner = new BatchPlanner(arguments.Dataset, [.. OfOneDataset, .. reports.Options.Except(OfOneDataset), .. arguments.Limits.Options], OfOneDataset);
        var datasets = planner.Plan(new DatasetSearch(planner.Columns, messages.Note).Find(result.GetValue(paths)!), result);
        var earlier = Earlier(result, target);
        using var folder = BatchFolder.Begin(target);
        var run = new BatchRun(arguments, reports, gates, folder, style, madeFrom, result.GetValue(force));
        var ended = 0;
        IReadOnlyList<BatchResult> results;
        try
        {
            results = run.Make(datasets, result.GetValue(parallel) ?? Environment.ProcessorCount, Told, cancellation);
        }
        catch (Exception e) when (cancellation.IsCancellationRequested && e is OperationCanceledException or AggregateException)
        {
            error.Write(string.Create(CultureInfo.InvariantCulture, $"gap-analyzer: cancelled; {ended} of {datasets.Count} datasets are finished and stay, and the same command goes on with the others\n"));
            return ExitCode.Cancelled;
        }

        var batch = new Batch([.. results.Select(made => made.Entry)], Texts.For(reports.Language(result), null));
        var answer = Write(batch, folder, style);
        foreach (var warning in ThemeContrast.Warnings(style).Select(warning => $"warning: {warning}").Concat(folder.Others(datasets.Select(dataset => dataset.Name)).Select(other => $"note: {Path.Combine(target, other)} is the report of a dataset that is not in this batch; it was left as it is")))
            messages.Note(warning);
        if (!gates.AnswerIsGates(result.CommandResult))
            result.InvocationConfiguration.Output.Write(result.GetValue(json) ? answer : Terminal.Text(BatchText.Lines(batch)));
        messages.Note($"Overview: {Path.Combine(target, Overview)}");
        var checks = Checks(results, limits, gates.Compared(result), earlier, messages, target);
        var held = checks.Count == 0 ? ExitCode.Done : gates.Say(result, checks, Path.Combine(target, Overview), _ => null, error);
        return Ended(batch, run, held, error);

        void Told(BatchEntry entry, bool wasThere)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{++ended}/{datasets.Count} {entry.Name}: {(entry.Facts is null ? $"failed: {entry.Failure}" : wasThere ? "unchanged" : "done")}");
            if (entry.Facts is null)
                error.Write(Terminal.Line(line) + "\n");
            else
                messages.Note(Terminal.Line(line));
        }
    }

    /// <summary>The house style, and a hash of it and of this very tool.</summary>
    private (Theme Style, string MadeFrom) Style(ParseResult result)
    {
        using var hash = new ContentHash();
        var style = reports.Style(result, bytes => hash.Add(bytes));
        foreach (var part in new[] { typeof(Analysis), typeof(Report), typeof(BatchCommand) })
            hash.Add(part.Module.ModuleVersionId.ToString());
        return (style, hash.Add(Report.ToolVersion).ToString());
    }

    /// <summary>The earlier reports by the name of their dataset; null where none is asked for.</summary>
    private IReadOnlyDictionary<string, JsonElement>? Earlier(ParseResult result, string target)
    {
        if (gates.Compared(result).Count == 0)
            return null;
        var (file, bytes) = gates.Earlier(result, Path.Combine(target, Json));
        return GateArguments.Read(file, bytes, json => BatchJson.Reports(json));
    }

    private static string Write(Batch batch, BatchFolder folder, Theme style)
    {
        var json = BatchJson.Write(batch);
        folder.Write("batch.csv", BatchTable.Write(batch));
        folder.Write(Overview, Encoding.UTF8.GetBytes(BatchPage.Render(batch, style)));
        // Last, and so the sign of a batch that came to its end: --fail-if-worse compares with it.
        folder.Write(Json, json);
        return Encoding.UTF8.GetString(json);
    }

    /// <summary>What the rules come to in each report; a dataset that is new has nothing to be worse than.</summary>
    private static List<GateResult> Checks(
        IReadOnlyList<BatchResult> made, IReadOnlyList<Gate> limits, IReadOnlyList<string> compared, IReadOnlyDictionary<string, JsonElement>? earlier, Messages messages, string target)
    {
        var results = new List<GateResult>();
        foreach (var (entry, baseline) in made.Where(result => result.Entry.Facts is not null))
        {
            results.AddRange(limits.Concat(earlier is null ? [] : Worse(entry.Name, compared, earlier, messages)).Select(gate => gate.Check(entry.Facts!.Json)).Concat(baseline).Select(check => check with
            {
                Rule = $"{entry.Name}: {check.Rule}",
                Explain = check.Explain ?? (entry.Page is { } page ? Path.Combine(target, page) : null),
            }));
        }

        return results;
    }

    /// <summary>The comparisons with the earlier report of a dataset; where there is nothing to be worse than, that is said.</summary>
    private static IEnumerable<Gate> Worse(string dataset, IReadOnlyList<string> compared, IReadOnlyDictionary<string, JsonElement> earlier, Messages messages)
    {
        if (!earlier.TryGetValue(dataset, out var before))
        {
            messages.Note($"note: {dataset} has no earlier report to be compared with; --fail-if-worse holds for it from the next run on");
            yield break;
        }

        foreach (var number in compared)
        {
            var gate = Gate.FailIfWorse(number, before, "the earlier report");
            if (gate.Check(before).Passed)
                yield return gate;
            else // a number that is defined is not worse than itself
                messages.Note($"note: {dataset}: {number} was undefined in the earlier report, so it cannot be worse");
        }
    }

    private static int Ended(Batch batch, BatchRun run, int held, TextWriter error)
    {
        if (batch.Failed.Count == 0)
            return held;
        error.Write(string.Create(CultureInfo.InvariantCulture, $"gap-analyzer: {batch.Failed.Count} of {batch.Entries.Count} datasets failed ({string.Join(", ", batch.Failed.Select(entry => entry.Name))}); the others are done\n"));
        return run.HasBug ? ExitCode.InternalError : ExitCode.WrongInput;
    }
}
