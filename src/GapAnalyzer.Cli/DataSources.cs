using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Cli;

/// <summary>Opens what a path names as a source of files: a folder, a file, or an archive.</summary>
internal static class DataSources
{
    private const string Expected = "expected a dataset folder, a table (.csv, .xlsx) or a .zip";

    /// <param name="path">What the user named; it may be a link.</param>
    /// <param name="limits">What an archive may unpack to.</param>
    /// <param name="followLinks">Whether links in a folder may lead out of it.</param>
    /// <exception cref="InputException">There is nothing at the path, or it cannot be read.</exception>
    public static DataSource Open(string path, ReadLimits? limits = null, bool followLinks = false)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException($"DATASET has an empty name; {Expected}");
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
                return new(path, IsFolder: true, FilesOf(full, followLinks));
            if (!File.Exists(full))
                throw new InputException($"{path}: no such file or folder; {Expected}");
            return Path.GetExtension(full).Equals(".zip", StringComparison.OrdinalIgnoreCase)
                ? DataSource.FromZip(Path.GetFileName(full), new FileInfo(full).Length, () => OpenRead(full), limits)
                : new(Path.GetFileName(full), IsFolder: false, [Entry(full)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static List<DataFile> FilesOf(string folder, bool followLinks)
    {
        var home = Links.Resolve(folder) + Path.DirectorySeparatorChar;
        List<DataFile> files = [];
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => DataSource.IsVisible(Path.GetFileName(file))).Order(StringComparer.Ordinal))
        {
            if (new FileInfo(file).LinkTarget is not null && Links.Resolve(file) is var target)
            {
                if (!File.Exists(target))
                    throw new InputException($"{Path.GetFileName(file)}: a link that leads nowhere ({target}); nothing was read");
                if (!followLinks && !target.StartsWith(home, StringComparison.Ordinal))
                    throw new InputException($"{Path.GetFileName(file)}: a link that leads out of the folder, to {target}; copy the file into the folder, or say --follow-links; nothing was read");
                files.Add(Entry(target) with { Name = Path.GetFileName(file) });
            }
            else
            {
                files.Add(Entry(file));
            }
        }

        return files;
    }

    /// <summary>One file.</summary>
    public static DataFile Entry(string path) => new(Path.GetFileName(path), new FileInfo(path).Length, () => OpenRead(path));

    private static FileStream OpenRead(string path)
    {
        try
        {
            return new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, Options = FileOptions.SequentialScan, BufferSize = 0 });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Path.GetFileName(path)}: cannot be read: {e.Message}", e);
        }
    }
}
