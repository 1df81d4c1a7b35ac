using System.CommandLine;
using GapAnalyzer.Comparing;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Comparing;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>compare BEFORE AFTER</c>, or <c>compare DATASET --periods WINDOWS</c>: what changed.</summary>
internal sealed class CompareCommand
{
    /// <summary>Every period, in place of a list of windows.</summary>
    private const string EveryPeriod = "auto";

    private readonly AnalysisArguments arguments = new();
    private readonly GateArguments gates = new(earlier: "BEFORE, or in the first window");
    private readonly Argument<string> before = new("BEFORE") { Description = "The earlier dataset: a folder of tidy tables, one 3W table, or a .zip of either; where windows are compared, the only one" };
    private readonly Argument<string?> after = new("AFTER") { Description = "The later dataset", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<string?> periods = new("--periods")
    {
        Description = "Compare windows of one dataset: two or more, such as 2016..2021,2022..2025, or auto for every period of --period; with three or more there is a series, and from 8 on a test of its trend",
        HelpName = "WINDOWS",
    };

    private readonly Option<string?> output = new("--output", "-o") { Description = "Folder for the comparison: a page, Markdown, JSON, tables and charts", HelpName = "DIR" };
    private readonly Option<string?> language = ReportArguments.LanguageOption();
    private readonly Option<string> theme = ReportArguments.ThemeOption();
    private readonly Option<bool> json = new("--json") { Description = "Print comparison.json instead of the answer" };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "No progress and no warnings: errors alone" };

    private CompareCommand()
    {
    }

    public static Command Create(TextWriter error) => new CompareCommand().Command(error);

    private ToolCommand Command(TextWriter error)
    {
        var command = new ToolCommand(
            "compare",
            "Says what changed between two datasets, or between windows of one: missing links that were closed, opened, or gone and come with an organisation; ties kept and lost; rates, and whether their difference is more than its range.",
            before,
            [new("Comparison", periods, output, language, theme, json), .. arguments.Groups, gates.Comparing, new("Messages", quiet), arguments.Limits],
            new("gap-analyzer compare data/2023 data/2024 -o changes", "what changed from one dataset to the next"),
            new("gap-analyzer compare data/referral --periods 2016..2021,2022..2025", "two windows of one dataset"),
            new("gap-analyzer compare data/referral --periods auto --period quarter -o changes", "quarter by quarter, with trends"),
            new("gap-analyzer compare data/2023 data/2024 --fail-if-worse cross_sector_rate", "for CI: exits with 1 when fewer pairs across sectors are tied than before"))
        {
            Contradiction = result =>
                gates.TwoAnswers(result, json) is { } twice ? twice
                : result.GetValue(after) is null && result.GetValue(periods) is null ? "AFTER is missing: name a second dataset, or windows of the first with --periods 2016..2021,2022..2025"
                : result.GetValue(after) is not null && result.GetValue(periods) is not null ? "--periods compares windows of one dataset, and there are two; leave one of them or --periods out"
                : null,
        };
        command.Arguments.Add(after);
        command.SetAction((result, cancellation) => Task.FromResult(Run(result, error, cancellation)));
        return command;
    }

    private int Run(ParseResult result, TextWriter error, CancellationToken cancellation)
    {
        var messages = new Messages(error, result.GetValue(quiet), verbose: false);
        gates.RequireReadable(result);
        var windows = Windows(result);
        var style = ThemeFiles.Open(result.GetValue(theme)!);
        using var folder = result.GetValue(output) is { } path ? OutputFolder.Begin(path) : null;
        var report = messages.WithProgress(progress =>
        {
            var comparison = Compare(result, windows, progress, cancellation);
            progress.Report("charts");
            var report = ComparisonReport.Of(comparison, Texts.For(result.GetValue(language), comparison.After.Dataset.Defaults.Language), style);
            if (folder is not null)
                ComparisonFiles.Write(report, folder, cancellation);
            return report;
        });
        folder?.Commit();
        foreach (var dataset in new[] { report.Comparison.Before.Dataset, report.Comparison.After.Dataset }.Distinct())
            messages.Diagnostics(dataset.Diagnostics);
        var answer = ComparisonFiles.Json(report);
        if (!gates.AnswerIsGates(result.CommandResult))
            result.InvocationConfiguration.Output.Write(result.GetValue(json) ? answer : Text(report));
        if (folder is not null)
            messages.Note($"Comparison: {Path.Combine(result.GetValue(output)!, ComparisonFiles.Page)}");
        return gates.CheckChange(result, answer, folder is null ? "compare -o DIR" : Path.Combine(result.GetValue(output)!, ComparisonFiles.Page), error);
    }

    private Comparison Compare(ParseResult result, IReadOnlyList<TimeWindow>? windows, IProgress<string> progress, CancellationToken cancellation)
    {
        var options = arguments.AnalysisOptions(result);
        var first = arguments.Open(result, result.GetValue(before)!);
        if (result.GetValue(after) is not { } second)
        {
            var dataset = DatasetReader.Read(first, arguments.ReadOptions(result, first), progress, cancellation);
            AnalysisArguments.RequireContent(first, dataset);
            return Comparer.OfWindows(dataset, windows, options, cancellation, progress);
        }

        var last = arguments.Open(result, second);
        DataSource[] sources = [first, last];
        var datasets = DatasetReader.ReadTogether([.. sources.Select(source => (source, arguments.ReadOptions(result, source)))], progress, cancellation);
        foreach (var (source, dataset) in sources.Zip(datasets))
            AnalysisArguments.RequireContent(source, dataset);
        var comparison = Comparer.OfDatasets(datasets[0], datasets[1], options, cancellation, progress);
        AnalysisArguments.RequireActivityInWindow(comparison.Before);
        AnalysisArguments.RequireActivityInWindow(comparison.After);
        return comparison;
    }

    /// <summary>The windows that are named; null for every period.</summary>
    private IReadOnlyList<TimeWindow>? Windows(ParseResult result)
    {
        if (result.GetValue(periods) is not { } list || list == EveryPeriod)
            return null;
        var options = arguments.AnalysisOptions(result);
        return options.From is null && options.To is null
            ? TimeWindow.Parse(list)
            : throw new InputException("--from and --to contradict --periods, whose windows say where they begin and end; they go with --periods auto and with two datasets");
    }

    private static string Text(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        return Terminal.Text(
        [
            ComparisonText.Title(comparison, t),
            .. ComparisonText.Lines(comparison, t),
        ]);
    }
}
