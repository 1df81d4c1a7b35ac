using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Cli;

/// <summary>Opens what a path names as a source of files: a folder, a file, or an archive.</summary>
internal static class DataSources
{
    /// <exception cref="InputException">There is nothing at the path, or it cannot be read.</exception>
    public static DataSource Open(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new InputException("DATASET has an empty name; expected a dataset folder, a CSV file or a .zip");
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
                return new(path, IsFolder: true, [.. Directory.EnumerateFiles(full).Where(IsVisible).Order(StringComparer.Ordinal).Select(Entry)]);
            if (!File.Exists(full))
                throw new InputException($"{path}: no such file or folder; expected a dataset folder, a CSV file or a .zip");
            return Path.GetExtension(full).Equals(".zip", StringComparison.OrdinalIgnoreCase)
                ? DataSource.FromZip(Path.GetFileName(full), new FileInfo(full).Length, () => OpenRead(full))
                : new(Path.GetFileName(full), IsFolder: false, [Entry(full)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    private static bool IsVisible(string path) => !Path.GetFileName(path).StartsWith('.');

    private static DataFile Entry(string path) => new(Path.GetFileName(path), new FileInfo(path).Length, () => OpenRead(path));

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
