namespace GapAnalyzer.Reporting;

/// <summary>The marker file of a report folder: one line that says what it is, then the path of every file of the report.</summary>
internal static class ReportManifest
{
    private const string Heading = "# A report folder of gap-analyzer. The next run replaces it as a whole. Its files:";

    public static string Text(IEnumerable<string> paths) => string.Join('\n', paths.Prepend(Heading)) + "\n";

    /// <summary>The first file in the folder, by path, that the manifest does not name; null when every file is the report's.</summary>
    public static string? FirstForeign(string folder, string manifest)
    {
        var ours = manifest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Append(OutputFolder.Marker).ToHashSet(StringComparer.Ordinal);
        return Files(folder).FirstOrDefault(path => !ours.Contains(path));
    }

    /// <summary>Names the first difference between a folder and a report just made; null when there is none.</summary>
    public static string? FirstDifference(string folder, MemorySink report)
    {
        var there = Files(folder).Where(path => path != OutputFolder.Marker).ToHashSet(StringComparer.Ordinal);
        foreach (var path in report.Paths.Union(there, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!there.Contains(path))
                return $"{path} is missing";
            if (!report.Paths.Contains(path))
                return $"{path} is no longer written";
            if (path.EndsWith(".png", StringComparison.Ordinal)) // pixels may differ between processors; the same chart is there as SVG
                continue;
            var line = FirstDifferentLine(File.ReadAllBytes(Path.Combine(folder, path)), report[path]);
            if (line > 0)
                return $"{path} differs from line {Numbers.Exact(line)} on";
        }

        return null;
    }

    /// <summary>1-based line of the first byte that differs; 0 when the bytes are the same.</summary>
    private static int FirstDifferentLine(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var same = a.CommonPrefixLength(b);
        return same == a.Length && same == b.Length ? 0 : a[..same].Count((byte)'\n') + 1;
    }

    /// <summary>Relative paths of all files, with <c>/</c>, in ordinal order.</summary>
    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal);
}
