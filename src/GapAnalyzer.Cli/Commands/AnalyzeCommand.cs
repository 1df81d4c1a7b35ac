using System.CommandLine;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary><c>analyze DATASET [-o DIR]</c>: the main job.</summary>
internal static class AnalyzeCommand
{
    private const int GapsShown = 5;

    public static Command Create(TextWriter error)
    {
        var arguments = new AnalysisArguments();
        var output = new Option<string>("--output", "-o") { Description = "Folder for the report; an earlier report in it is replaced as a whole", HelpName = "DIR", DefaultValueFactory = _ => "gap-report" };
        var format = new Option<string>("--format") { Description = $"Formats to write, separated by commas: {string.Join(", ", FormatCatalog.All.Select(f => f.Id))}", HelpName = "LIST", DefaultValueFactory = _ => string.Join(',', FormatCatalog.Default) };
        var strict = new Option<bool>("--strict") { Description = "Stop, and write nothing, when any row had to be left out" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "No progress and no warnings" };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Every diagnostic, not only a summary by kind" };
        var command = new Command("analyze", "Writes the report: where sectors fail to coordinate, with the evidence");
        arguments.AddTo(command);
        foreach (var option in new Option[] { output, format, strict, quiet, verbose })
            command.Add(option);

        command.SetAction((result, cancellation) =>
        {
            var formats = FormatCatalog.Select(result.GetValue(format)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            var messages = new Messages(error, result.GetValue(quiet), result.GetValue(verbose));
            var source = DataSources.Open(result.GetValue(arguments.Dataset)!);
            using var folder = OutputFolder.Begin(result.GetValue(output)!);
            var analysis = messages.WithProgress(progress =>
            {
                progress.Report("reading");
                var dataset = DatasetReader.Read(source, arguments.ReadOptions(result), cancellation);
                if (result.GetValue(strict))
                    RequireNoErrors(dataset.Diagnostics);
                var analysis = Analysis.Run(dataset, arguments.AnalysisOptions(result), cancellation, progress);
                progress.Report("charts");
                var report = Report.Of(analysis);
                progress.Report("writing");
                FormatCatalog.Write(report, formats, folder, cancellation);
                return analysis;
            });
            cancellation.ThrowIfCancellationRequested();
            folder.Commit();
            messages.Diagnostics(analysis.Dataset.Diagnostics);
            Answer(result.InvocationConfiguration.Output, analysis);
            messages.Note($"Report: {Path.Combine(result.GetValue(output)!, formats.Any(f => f.Id == "md") ? "report.md" : "")}");
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Answer(TextWriter output, Analysis analysis)
    {
        output.WriteLine(analysis.Dataset.Title);
        foreach (var line in HeadlineText.Lines(analysis))
            output.WriteLine(line);
        foreach (var (number, line) in HeadlineText.TopGaps(analysis, GapsShown).Index())
            output.WriteLine($"{(number == 0 ? Environment.NewLine : "")}{number + 1}. {line}");
    }

    private static void RequireNoErrors(DiagnosticList diagnostics)
    {
        var errors = diagnostics.Items.Where(item => item.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new InputException($"--strict: {diagnostics.Count(Severity.Error)} row(s) or quote(s) could not be used; nothing was written. The first: "
                + string.Join(Environment.NewLine + "  ", errors.Take(10).Select(item => item.ToString()).Prepend("")));
        }
    }
}
