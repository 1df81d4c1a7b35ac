namespace GapAnalyzer.Cli.Batches;

/// <summary>Something that is taken for a dataset.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Source">What it is called in the overview: a name without the folders above it, or what a manifest says.</param>
internal sealed record BatchItem(string Path, string Source)
{
    /// <summary>Title in the overview; null: the dataset's own.</summary>
    public string? Label { get; init; }

    /// <summary>Options of this dataset alone, by their name without dashes.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Row of the manifest that names it, for messages; empty where none does.</summary>
    public string Where { get; init; } = "";

    /// <summary>What its report is named after: the label, else the name without its ending.</summary>
    public string NamedAfter => Label ?? (Directory.Exists(Path) ? System.IO.Path.GetFileName(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path))) : System.IO.Path.GetFileNameWithoutExtension(Path));

    /// <summary>Bytes of its file, or of the files in its folder; 0 where there is nothing.</summary>
    public long Bytes => File.Exists(Path) ? new FileInfo(Path).Length : Directory.Exists(Path) ? new DirectoryInfo(Path).EnumerateFiles().Sum(file => file.Exists ? file.Length : 0) : 0;
}
