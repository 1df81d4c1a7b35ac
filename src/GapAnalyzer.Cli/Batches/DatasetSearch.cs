using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Batches;

/// <summary>Finds the datasets that folders, patterns and manifests name, and says what was taken for what.</summary>
/// <param name="columns">Names of the options that a manifest may set for a dataset.</param>
/// <param name="note">Told, in a line for each path, what was taken and what was left aside.</param>
internal sealed class DatasetSearch(IReadOnlyList<string> columns, Action<string> note)
{
    /// <exception cref="InputException">A path leads nowhere or holds no dataset, or a manifest cannot be read.</exception>
    public IReadOnlyList<BatchItem> Find(IEnumerable<string> paths) =>
        [.. paths.SelectMany(At).DistinctBy(item => (Path.GetFullPath(item.Path), item.Where))];

    private List<BatchItem> At(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException("PATH has an empty name; expected a folder, a table, a .zip or a manifest");
        if (Wildcards.IsPattern(path) && !Path.Exists(path))
            return AtPattern(path);
        if (Directory.Exists(path))
            return AtFolder(path);
        if (!File.Exists(path))
            throw new InputException($"{path}: no such file or folder; expected a folder, a table (.csv, .xlsx), a .zip, a manifest, or a pattern such as data/*.csv");
        return Manifest.Is(path) ? AtManifest(path) : [Item(path)];
    }

    private List<BatchItem> AtManifest(string path)
    {
        var items = Manifest.Read(path, columns);
        note($"{path}: a manifest of {Counted(items.Count)}");
        return items;
    }

    private List<BatchItem> AtPattern(string pattern)
    {
        var found = Wildcards.Expand(pattern);
        var taken = found.Where(IsDataset).Select(Item).ToList();
        Say(pattern, taken, found.Where(path => !IsDataset(path)), "a pattern");
        return taken;
    }

    private List<BatchItem> AtFolder(string folder)
    {
        if (IsDatasetFolder(folder))
        {
            note($"{folder}: one dataset");
            return [Item(folder)];
        }

        var entries = Directory.EnumerateFileSystemEntries(folder).Where(path => DataSource.IsVisible(Path.GetFileName(path))).Order(StringComparer.Ordinal)
            .Where(path => !File.Exists(Path.Combine(path, BatchFolder.Marker))).ToList();
        var taken = entries.Where(IsDataset).Select(Item).ToList();
        Say(folder, taken, entries.Where(path => !IsDataset(path)), "a folder");
        return taken;
    }

    private void Say(string path, List<BatchItem> taken, IEnumerable<string> left, string what)
    {
        var aside = left.Select(other => Path.GetFileName(other)!).ToList();
        if (taken.Count == 0)
            throw new InputException($"{path}: no dataset in it; expected tables (.csv, .xlsx), .zip files or folders of tidy tables{(aside.Count == 0 ? "" : $", found {Quote.List(aside)}")}");
        note($"{path}: {what} of {Counted(taken.Count)}{(aside.Count == 0 ? "" : $"; left aside: {Quote.List(aside)}")}");
    }

    private static bool IsDataset(string path) => Directory.Exists(path)
        ? IsDatasetFolder(path)
        : (Path.GetExtension(path).ToLowerInvariant() is ".zip" or ".csv" or ".tsv" || InputFormats.IsWorkbook(path)) && !Manifest.Is(path);

    /// <summary>A folder with a tidy table, or with what only belongs beside the table of one dataset.</summary>
    private static bool IsDatasetFolder(string folder) => Directory.EnumerateFiles(folder).Select(Path.GetFileName).Any(name =>
        name == DatasetReader.SettingsFile || (InputFormats.IsTable(name!) && InputFormats.TableOf(Path.GetFileNameWithoutExtension(name!)) is not null));

    private static BatchItem Item(string path) => new(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))));

    private static string Counted(int datasets) => FormattableString.Invariant($"{datasets} {(datasets == 1 ? "dataset" : "datasets")}");
}
