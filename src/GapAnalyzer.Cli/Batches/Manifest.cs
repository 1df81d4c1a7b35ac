using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Cli.Batches;

/// <summary>A CSV file that lists datasets: where each lies, what to call it, and its options.</summary>
internal static class Manifest
{
    private const string Dataset = "dataset";
    private const string Label = "label";

    /// <summary>The option whose value is a path.</summary>
    private const string Baseline = "baseline";

    /// <summary>Whether a file is a manifest: a .csv with a column called dataset.</summary>
    public static bool Is(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) && SmallTable.HasColumn(DataSources.Entry(path), Dataset);

    /// <param name="path">The file; the paths in it are taken from its folder.</param>
    /// <param name="options">Names of the options that it may set.</param>
    /// <exception cref="InputException">It cannot be read, a column is unknown, or it lists nothing.</exception>
    public static List<BatchItem> Read(string path, IReadOnlyList<string> options)
    {
        var table = SmallTable.Read(DataSources.Entry(path), [Dataset, Label, .. options], [Dataset]);
        if (table.Rows.Count == 0)
            throw new InputException($"{Path.GetFileName(path)}: a manifest without a row; expected the path of a dataset in each");
        return [.. table.Rows.Select(row => Item(row, Path.GetDirectoryName(path) ?? "", options))];
    }

    private static BatchItem Item(SmallRow row, string folder, IReadOnlyList<string> options) => row[Dataset].Length == 0
        ? throw new InputException($"{row.Where}: no dataset in this row; expected the path of one, from the folder of the manifest")
        : new(Path.Combine(folder, row[Dataset]), row[Dataset])
        {
            Label = row[Label].Length > 0 ? row[Label] : null,
            Options = options.Where(option => row[option].Length > 0).ToDictionary(option => option, option => option == Baseline ? Path.Combine(folder, row[option]) : row[option]),
            Where = row.Where,
        };
}
