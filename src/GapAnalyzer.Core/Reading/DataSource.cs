using System.IO.Compression;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>A file that can be opened any number of times; its name carries no folder.</summary>
/// <param name="Name">File name, such as <c>activities.csv</c>.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Open">Opens a new stream at the start.</param>
public sealed record DataFile(string Name, long Length, Func<Stream> Open);

/// <summary>What a dataset is read from: the files of a folder, one file, or the entries of a zip archive.</summary>
/// <param name="Name">Name of the folder or file, for titles and messages.</param>
/// <param name="IsFolder">A folder or an archive, which may hold a tidy dataset; false for a single table.</param>
/// <param name="Files">The files, in ordinal order of their names.</param>
public sealed record DataSource(string Name, bool IsFolder, IReadOnlyList<DataFile> Files)
{
    /// <summary>Bytes that an archive may unpack to for each byte it holds; more is taken for a zip bomb.</summary>
    private const long MaxZipRatio = 200;

    /// <summary>The files of a zip archive that lie in its root, or in its only folder.</summary>
    /// <exception cref="InputException">Not a zip archive, or one that is not safe to unpack.</exception>
    public static DataSource FromZip(string name, long length, Func<Stream> open)
    {
        List<(string Path, long Length)> entries;
        try
        {
            using var archive = new ZipArchive(open(), ZipArchiveMode.Read);
            entries = [.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/')).Select(entry => (entry.FullName, entry.Length))];
        }
        catch (InvalidDataException broken)
        {
            throw new InputException($"{name}: not a readable zip archive; expected a .zip of a dataset folder or of one CSV file", broken);
        }

        entries.RemoveAll(entry => entry.Path.StartsWith("__MACOSX/", StringComparison.Ordinal));
        if (entries.Find(entry => entry.Path.Split('/', '\\').Contains("..") || Path.IsPathRooted(entry.Path)) is { Path: not null } escape)
            throw new InputException($"{name}: entry '{escape.Path}' leads out of the archive; expected plain file names; nothing was read");
        if (entries.Sum(entry => entry.Length) is var unpacked && unpacked > MaxZipRatio * Math.Max(length, 4096))
            throw new InputException($"{name}: unpacks to {unpacked} bytes, more than {MaxZipRatio} times its size; refused as a zip bomb");

        var files = entries
            .Where(entry => entry.Path.Count(c => c == '/') <= 1)
            .Select(entry => new DataFile(entry.Path[(entry.Path.LastIndexOf('/') + 1)..], entry.Length, () => OpenEntry(open, entry.Path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        var tables = files.Where(file => InputFormats.IsTable(file.Name)).ToList();
        return new(name, IsFolder: files.Count > 1 || tables.Count != 1, files);
    }

    private static MemoryStream OpenEntry(Func<Stream> open, string path)
    {
        try
        {
            using var archive = new ZipArchive(open(), ZipArchiveMode.Read);
            using var entry = archive.GetEntry(path)!.Open();
            var content = new MemoryStream();
            entry.CopyTo(content);
            content.Position = 0;
            return content;
        }
        catch (InvalidDataException broken)
        {
            throw new InputException($"{path}: this file of the archive is damaged and cannot be unpacked; nothing was read", broken);
        }
    }
}
