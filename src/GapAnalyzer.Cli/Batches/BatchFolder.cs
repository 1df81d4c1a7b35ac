using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Batches;
using GapAnalyzer.Reporting.Gates;

namespace GapAnalyzer.Cli.Batches;

/// <summary>
/// The folder of a batch: a report folder for each dataset, beside each a small file that says what it was made from, and the overview.
/// </summary>
/// <remarks>
/// A report counts as finished when that file holds the hash of what it would be made from now, and the hash of what lies in the report
/// folder. The file goes before a new report takes the old one's place and comes back after it: a run that is killed in between does that
/// one again.
/// </remarks>
internal sealed class BatchFolder : IDisposable
{
    /// <summary>File that names a folder as that of a batch: only in such a folder is an overview ever replaced.</summary>
    public const string Marker = ".gap-analyzer-batch";

    private const string Heading = "# A batch of gap-analyzer. The next run replaces index.html, batch.csv, batch.json and the reports of its datasets.\n";

    private readonly string folder;
    private readonly FileStream @lock;

    private BatchFolder(string folder, FileStream @lock) => (this.folder, this.@lock) = (folder, @lock);

    /// <exception cref="InputException">It is a file, holds other things than a batch, cannot be written, or another run is at work in it.</exception>
    public static BatchFolder Begin(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException("the output folder has an empty name");
        if (File.Exists(path))
            throw new InputException($"{path} is a file; name a folder for the batch");
        var marker = Path.Combine(path, Marker);
        if (Directory.Exists(path) && !File.Exists(marker) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new InputException($"{path} is not empty and holds no earlier batch; nothing in it was touched: name another folder");
        try
        {
            Directory.CreateDirectory(path);
            var @lock = new FileStream(Path.Combine(path, $"{Marker}-lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            AtomicFile.Write(marker, Encoding.UTF8.GetBytes(Heading));
            return new(path, @lock);
        }
        catch (IOException e) when (File.Exists(Path.Combine(path, $"{Marker}-lock")))
        {
            throw new InputException($"another run is writing to {path}; wait for it to end", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write {path}: {e.Message}", e);
        }
    }

    /// <summary>What is known of the report that is there; null where there is none, or it is not what its file says.</summary>
    public FinishedReport? Finished(string name, CancellationToken cancellation)
    {
        try
        {
            using var state = JsonDocument.Parse(File.ReadAllBytes(StateOf(name)));
            var (key, output) = (state.RootElement.GetProperty("key").GetString(), state.RootElement.GetProperty("output").GetString());
            return key is null || output != Output(name, cancellation)
                ? null
                : new(key, BatchFacts.Parse(Encoding.UTF8.GetBytes(state.RootElement.GetProperty("facts").GetRawText())), state.RootElement.GetProperty("baseline").Deserialize(BatchState.Default.IReadOnlyListGateResult) ?? []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A new report, which takes the place of the old one by <see cref="Commit"/>.</summary>
    /// <exception cref="InputException">The folder holds something else.</exception>
    public OutputFolder Begin(string name, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return OutputFolder.Begin(Path.Combine(folder, name));
    }

    public void Commit(string name, OutputFolder report, FinishedReport finished)
    {
        File.Delete(StateOf(name));
        report.Commit();
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("key", finished.Key);
            json.WriteString("output", Output(name, CancellationToken.None));
            json.WritePropertyName("facts");
            finished.Facts.Json.WriteTo(json);
            json.WritePropertyName("baseline");
            JsonSerializer.Serialize(json, finished.Baseline, BatchState.Default.IReadOnlyListGateResult);
            json.WriteEndObject();
        }

        AtomicFile.Write(StateOf(name), buffer.ToArray());
    }

    /// <summary>Writes a file of the overview.</summary>
    public void Write(string file, byte[] content) => AtomicFile.Write(Path.Combine(folder, file), content);

    /// <summary>Names of reports that lie here and belong to none of these.</summary>
    public IEnumerable<string> Others(IEnumerable<string> names) =>
        Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, OutputFolder.Marker))).Select(path => Path.GetFileName(path)!).Except(names).Order(StringComparer.Ordinal);

    public void Dispose() => @lock.Dispose();

    /// <summary>Hash of the files in a report folder.</summary>
    private string Output(string name, CancellationToken cancellation)
    {
        var report = Path.Combine(folder, name);
        using var hash = new ContentHash();
        foreach (var file in Directory.EnumerateFiles(report, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(report, path).Replace(Path.DirectorySeparatorChar, '/')).Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(Path.Combine(report, file));
            hash.Add(file).Add(stream, cancellation);
        }

        return hash.ToString();
    }

    private string StateOf(string name) => Path.Combine(folder, $".{name}{Marker}.json");
}

/// <summary>A report that is there.</summary>
/// <param name="Key">Hash of what it was made from.</param>
/// <param name="Facts">What the overview says of it.</param>
/// <param name="Baseline">What the accepted gaps came to.</param>
internal sealed record FinishedReport(string Key, BatchFacts Facts, IReadOnlyList<GateResult> Baseline);

/// <summary>Reads and writes what is kept of a report without reflection, which a natively compiled program does not have.</summary>
[JsonSerializable(typeof(IReadOnlyList<GateResult>))]
internal sealed partial class BatchState : JsonSerializerContext;
