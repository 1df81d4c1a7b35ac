using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Cli;

/// <summary>A file that is there whole, or as it was before.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file, and moves the result into its place; makes the folder where there is none.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var fresh = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.gap-analyzer-new");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fresh)!);
            using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write {path}: {e.Message}", e);
        }
    }
}
