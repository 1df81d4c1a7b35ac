using System.Text;

namespace GapAnalyzer.Tests.Fuzz;

/// <summary>Small pieces of real tables: those of the repository, and the published ones where they are at hand.</summary>
internal static class Snippets
{
    private const int HeadBytes = 3000;
    private const int Lines = 9;

    /// <summary>The first lines of wide tables.</summary>
    public static IReadOnlyList<byte[]> Wide { get; } =
        [.. new[] { Path.Combine(SharedData.Repository, "sample-data", "3w-hxl.csv") }.Concat(Published("data/3w", "*.csv")).Select(Head)];

    /// <summary>Tidy folders, each table cut to its first lines.</summary>
    public static IReadOnlyList<IReadOnlyList<(string Name, byte[] Content)>> Tidy { get; } =
        [.. new[] { "province-referral", "pakistan-counter-trafficking" }.Select(Folder)];

    private static List<(string Name, byte[] Content)> Folder(string name) =>
        [.. Directory.GetFiles(Path.Combine(SharedData.Repository, "sample-data", name)).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), Path.GetExtension(file) == ".json" ? File.ReadAllBytes(file) : Head(file)))];

    private static string[] Published(string folder, string pattern) =>
        SharedData.SkipReason(folder) is null ? [.. Directory.GetFiles(Path.GetFullPath(Path.Combine(SharedData.Repository, "..", "shared", folder)), pattern).Order(StringComparer.Ordinal)] : [];

    private static byte[] Head(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[HeadBytes];
        var head = bytes.AsSpan(0, stream.ReadAtLeast(bytes, HeadBytes, throwOnEndOfStream: false));
        var end = 0;
        for (var line = 0; line < Lines && end < head.Length; line++)
            end += head[end..].IndexOf((byte)'\n') is var at and >= 0 ? at + 1 : head.Length - end;
        return head[..end].ToArray();
    }

    /// <summary>The cells of a snippet, roughly: for writing it into a workbook.</summary>
    public static string[][] Cells(byte[] snippet) =>
        [.. Encoding.UTF8.GetString(snippet).TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r').Split(line.Count(c => c == ';') > line.Count(c => c == ',') ? ';' : ',').Take(26).ToArray())];
}
