using System.Globalization;
using System.IO.Compression;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>A file that can be opened any number of times; its name carries no folder.</summary>
/// <param name="Name">File name, such as <c>activities.csv</c>.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Open">Opens a new stream at the start.</param>
public sealed record DataFile(string Name, long Length, Func<Stream> Open)
{
    /// <summary>The sheet of a workbook that this is; null for a file of its own.</summary>
    public string? Sheet { get; init; }
}

/// <summary>What a dataset is read from: the files of a folder, one file, or the entries of a zip archive.</summary>
/// <param name="Name">Name of the folder or file, for titles and messages.</param>
/// <param name="IsFolder">A folder or an archive, which may hold a tidy dataset; false for a single table.</param>
/// <param name="Files">The files, in ordinal order of their names.</param>
public sealed record DataSource(string Name, bool IsFolder, IReadOnlyList<DataFile> Files)
{
    /// <summary>Archives below this size are measured as if they had it: a small file of equal lines packs well.</summary>
    private const long SmallZip = 4096;

    /// <summary>The files of a zip archive that lie in its root, or in its only folder.</summary>
    /// <exception cref="InputException">Not a zip archive, or one that is not safe to unpack.</exception>
    public static DataSource FromZip(string name, long length, Func<Stream> open, ReadLimits? limits = null)
    {
        var entries = Entries(name, open);
        if (entries.Find(entry => entry.Path.Split('/').Contains("..") || entry.Path.StartsWith('/') || entry.Path.Contains(':', StringComparison.Ordinal)) is { Path: not null } escape)
            throw new InputException($"{name}: entry {Quote.Value(escape.Path)} leads out of the archive; expected plain file names; nothing was read");
        RequireNoBomb(name, length, entries.Select(entry => (entry.Path, entry.Length)), limits ?? new());
        var files = InOneFolder(name, entries)
            .Select(entry => new DataFile(entry.Path[(entry.Path.LastIndexOf('/') + 1)..], entry.Length, () => OpenEntry(name, open, entry.Entry)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        return new(name, IsFolder: files.Count > 1 || files.Count(file => InputFormats.IsTable(file.Name)) != 1, files);
    }

    /// <exception cref="InputException">An archive, or a workbook, that unpacks to more than its limits allow.</exception>
    internal static void RequireNoBomb(string name, long length, IEnumerable<(string Path, long Length)> entries, ReadLimits limits)
    {
        var unpacked = 0L;
        foreach (var (path, bytes) in entries)
        {
            if (bytes > limits.MaxZipBytes)
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{name}: {Quote.Value(path)} unpacks to {bytes} bytes; expected at most {limits.MaxZipBytes} (--max-zip-bytes); nothing was read"));
            unpacked += bytes;
        }

        if (unpacked > limits.MaxZipRatio * Math.Max(length, SmallZip))
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{name}: unpacks to {unpacked} bytes, more than {limits.MaxZipRatio} times its size (--max-zip-ratio); refused as a zip bomb"));
    }

    /// <summary>Whether a file is meant to be seen: no hidden one, and no lock that a spreadsheet keeps beside an open workbook.</summary>
    public static bool IsVisible(string name) => !name.StartsWith('.') && !name.StartsWith("~$", StringComparison.Ordinal);

    private readonly record struct ZipFile(int Entry, string Path, long Length);

    /// <summary>The visible files of the archive; some tools write <c>\</c> between folders.</summary>
    private static List<ZipFile> Entries(string name, Func<Stream> open)
    {
        try
        {
            using var archive = new ZipArchive(open(), ZipArchiveMode.Read);
            return
            [
                .. archive.Entries.Index()
                    .Select(entry => new ZipFile(entry.Index, entry.Item.FullName.Replace('\\', '/'), entry.Item.Length))
                    .Where(entry => !entry.Path.EndsWith('/') && !entry.Path.StartsWith("__MACOSX/", StringComparison.Ordinal) && IsVisible(Path.GetFileName(entry.Path))),
            ];
        }
        catch (InvalidDataException broken)
        {
            throw new InputException($"{name}: not a readable zip archive; expected a .zip of a dataset folder or of one CSV file", broken);
        }
    }

    /// <summary>The files in the root; where there is none, the files of the only folder.</summary>
    private static List<ZipFile> InOneFolder(string name, List<ZipFile> entries)
    {
        static string FolderOf(ZipFile entry) => Path.GetDirectoryName(entry.Path) ?? "";
        if (entries.Where(entry => FolderOf(entry).Length == 0).ToList() is { Count: > 0 } root)
            return root;
        var folders = entries.Where(entry => InputFormats.IsTable(entry.Path)).Select(FolderOf).Distinct().Order(StringComparer.Ordinal).ToList();
        return folders.Count <= 1
            ? [.. entries.Where(entry => FolderOf(entry) == folders.FirstOrDefault())]
            : throw new InputException($"{name}: tables in {folders.Count} folders, {Quote.List(folders)}; expected one dataset in one folder; nothing was read");
    }

    private static MemoryStream OpenEntry(string name, Func<Stream> open, int entry)
    {
        try
        {
            using var archive = new ZipArchive(open(), ZipArchiveMode.Read);
            using var packed = archive.Entries[entry].Open();
            var content = new MemoryStream(checked((int)archive.Entries[entry].Length));
            packed.CopyTo(content);
            content.Position = 0;
            return content;
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException)
        {
            throw new InputException($"{name}: an entry is damaged and cannot be unpacked ({broken.Message}); expected a whole .zip without a password; nothing was read", broken);
        }
    }
}
