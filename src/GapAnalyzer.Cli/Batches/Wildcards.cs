using System.IO.Enumeration;

namespace GapAnalyzer.Cli.Batches;

/// <summary>Paths with <c>*</c>, <c>?</c> and <c>**</c> (folders at any depth), for shells that leave them as they are.</summary>
internal static class Wildcards
{
    /// <summary>Links are not followed: they may lead in a circle.</summary>
    private static readonly EnumerationOptions AnyDepth = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };

    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>What there is of the pattern, in ordinal order; hidden files and folders only where the pattern begins with a dot too.</summary>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        IEnumerable<string> found = [root];
        foreach (var part in pattern[root.Length..].Split('/', Path.DirectorySeparatorChar).Where(part => part.Length > 0))
            found = found.SelectMany(folder => Below(folder, part));
        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Below(string folder, string part)
    {
        if (part == "**")
            return Directory.EnumerateDirectories(Here(folder), "*", AnyDepth).Select(path => Path.Combine(folder, Path.GetRelativePath(Here(folder), path))).Prepend(folder);
        if (!IsPattern(part))
            return Path.Exists(Path.Combine(folder, part)) ? [Path.Combine(folder, part)] : [];
        return !Directory.Exists(Here(folder)) ? [] : Directory.EnumerateFileSystemEntries(Here(folder)).Select(path => Path.GetFileName(path)!)
            .Where(name => (part.StartsWith('.') || !name.StartsWith('.')) && FileSystemName.MatchesSimpleExpression(part, name, ignoreCase: false))
            .Select(name => Path.Combine(folder, name));
    }

    private static string Here(string folder) => folder.Length == 0 ? "." : folder;
}
