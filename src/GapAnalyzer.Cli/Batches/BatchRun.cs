using System.Collections.Concurrent;
using System.CommandLine;
using GapAnalyzer.Cli.Commands;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting.Batches;
using GapAnalyzer.Reporting.Gates;
using GapAnalyzer.Reporting.Themes;

namespace GapAnalyzer.Cli.Batches;

/// <summary>Makes the reports of a batch, several at a time; what a dataset comes to does not depend on the others.</summary>
/// <param name="arguments">How to read and analyse.</param>
/// <param name="reports">What to write.</param>
/// <param name="gates">Which gaps are accepted.</param>
/// <param name="folder">Where to.</param>
/// <param name="style">House style.</param>
/// <param name="madeFrom">What all reports are made from besides their dataset and options: the tool, and the files of the style.</param>
/// <param name="isForced">Whether finished reports are made again.</param>
internal sealed class BatchRun(AnalysisArguments arguments, ReportArguments reports, GateArguments gates, BatchFolder folder, Theme style, string madeFrom, bool isForced)
{
    private static readonly IProgress<string> Silent = new NoProgress();

    private int bugs;

    /// <summary>Whether a dataset failed by a fault of this tool.</summary>
    public bool HasBug => bugs > 0;

    /// <param name="datasets">The datasets, each with its command line.</param>
    /// <param name="parallel">Most of them at a time; memory is that of the largest so many.</param>
    /// <param name="done">Told of each as it ends, from any thread but one at a time: the entry, and whether it was there already.</param>
    /// <param name="cancellation">Stops the run; what is finished stays.</param>
    /// <returns>In the order of the datasets.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public IReadOnlyList<BatchResult> Make(IReadOnlyList<PlannedReport> datasets, int parallel, Action<BatchEntry, bool> done, CancellationToken cancellation)
    {
        var results = new BatchResult[datasets.Count];
        // The largest first: else the last one to start may be the one that all wait for.
        var order = datasets.Index().OrderByDescending(dataset => dataset.Item.Item.Bytes).ThenBy(dataset => dataset.Index).ToList();
        Parallel.ForEach(
            Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation },
            dataset =>
            {
                var (made, wasThere) = Make(dataset.Item, cancellation);
                results[dataset.Index] = made;
                lock (results)
                    done(made.Entry, wasThere);
            });
        return results;
    }

    private (BatchResult Made, bool WasThere) Make(PlannedReport dataset, CancellationToken cancellation)
    {
        var entry = new BatchEntry(dataset.Name, dataset.Item.Source, dataset.Item.Label);
        try
        {
            var source = arguments.Open(dataset.Options);
            var key = KeyOf(dataset, source, cancellation);
            var wasThere = !isForced && folder.Finished(dataset.Name, cancellation) is { } there && there.Key == key ? there : null;
            var finished = wasThere ?? Make(dataset, source, key, cancellation);
            var page = ReportArguments.Page(reports.Formats(dataset.Options));
            return (new(entry with { Facts = finished.Facts, Page = page.Length == 0 ? null : $"{dataset.Name}/{page}" }, finished.Baseline), wasThere is not null);
        }
        catch (Exception e) when (e is InputException or IOException or UnauthorizedAccessException)
        {
            return (new(entry with { Failure = OnOneLine(e.Message, dataset.Item) }, []), false);
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            Interlocked.Increment(ref bugs);
            return (new(entry with { Failure = OnOneLine($"internal error ({bug.GetType().Name}: {bug.Message}); please report it, with the input if you may share it; 'analyze' shows where it happened", dataset.Item) }, []), false);
        }
    }

    private FinishedReport Make(PlannedReport dataset, DataSource source, string key, CancellationToken cancellation)
    {
        var accepted = gates.Accepted(dataset.Options);
        using var report = folder.Begin(dataset.Name, cancellation);
        var made = reports.Make(dataset.Options, arguments, source, style, report, Silent, cancellation);
        var finished = new FinishedReport(key, BatchFacts.Of(made), accepted is null ? [] : BaselineGate.Check(made.Analysis, accepted, arguments.Explain(dataset.Options)));
        cancellation.ThrowIfCancellationRequested();
        folder.Commit(dataset.Name, report, finished);
        return finished;
    }

    /// <summary>Hash of everything that a report is made from: the bytes of the input under their names, the accepted gaps, the options, the style and the tool.</summary>
    private string KeyOf(PlannedReport dataset, DataSource source, CancellationToken cancellation)
    {
        using var hash = new ContentHash();
        hash.Add(madeFrom).Add(string.Join('\0', dataset.Words)).Add(source.IsFolder ? "folder" : source.Name);
        IReadOnlyList<DataFile> files = Directory.Exists(dataset.Item.Path) ? source.Files : [DataSources.Entry(dataset.Item.Path)];
        foreach (var file in gates.BaselineFile(dataset.Options) is { } baseline ? files.Prepend(DataSources.Entry(baseline)) : files)
        {
            using var stream = file.Open();
            hash.Add(file.Name).Add(stream, cancellation);
        }

        return hash.ToString();
    }

    /// <summary>A reason is the same wherever the dataset lies, and does not begin with its name, which stands before it.</summary>
    private static string OnOneLine(string message, BatchItem item)
    {
        var line = Terminal.Line(message.Replace(Path.GetFullPath(item.Path), item.Source, StringComparison.Ordinal).Replace(item.Path, item.Source, StringComparison.Ordinal));
        return line.StartsWith($"{item.Source}: ", StringComparison.Ordinal) ? line[(item.Source.Length + 2)..] : line;
    }

    private sealed class NoProgress : IProgress<string>
    {
        public void Report(string value)
        {
        }
    }
}

/// <summary>What became of a dataset.</summary>
/// <param name="Entry">For the overview.</param>
/// <param name="Baseline">What its accepted gaps came to; empty where it has none or failed.</param>
internal sealed record BatchResult(BatchEntry Entry, IReadOnlyList<GateResult> Baseline);

/// <summary>A dataset, the name of its report folder, and its options.</summary>
/// <param name="Item">The dataset.</param>
/// <param name="Name">Name of the report folder.</param>
/// <param name="Words">Its options, as words of a command line.</param>
/// <param name="Options">The same, parsed.</param>
internal sealed record PlannedReport(BatchItem Item, string Name, IReadOnlyList<string> Words, ParseResult Options);
