namespace GapAnalyzer.Reporting;

/// <summary>Where the files of a report go: a folder, or memory for <c>--check</c>. Files may be created and written by several threads.</summary>
public interface IReportSink
{
    /// <summary>Creates a file; the caller disposes the stream.</summary>
    /// <param name="path">Relative path with <c>/</c>, such as <c>tables/gaps.csv</c>.</param>
    Stream Create(string path);
}

/// <summary>Keeps a report in memory.</summary>
public sealed class MemorySink : IReportSink
{
    private readonly SortedDictionary<string, MemoryStream> files = new(StringComparer.Ordinal);

    /// <summary>Paths in ordinal order.</summary>
    public IReadOnlyCollection<string> Paths => files.Keys;

    public byte[] this[string path] => files[path].ToArray();

    public Stream Create(string path)
    {
        var stream = new MemoryStream();
        lock (files)
            files.Add(path, stream);
        return stream;
    }
}

/// <summary>Writes files below a folder that exists.</summary>
internal sealed class FolderSink(string root) : IReportSink
{
    private readonly SortedSet<string> paths = new(StringComparer.Ordinal);

    /// <summary>Paths written so far, in ordinal order.</summary>
    public IReadOnlyCollection<string> Paths => paths;

    public Stream Create(string path)
    {
        lock (paths)
        {
            if (!paths.Add(path))
                throw new InvalidOperationException($"two formats write {path}");
        }

        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return new FileStream(full, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
    }
}
