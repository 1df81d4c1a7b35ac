namespace GapAnalyzer.Cli;

/// <summary>Where a path really leads.</summary>
internal static class Links
{
    private const int MostLinks = 40;

    /// <summary>The path without any symbolic link in it; a part that does not exist is kept as it is.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Resolve(string path)
    {
        var links = 0;
        var resolved = Path.GetPathRoot(Path.GetFullPath(path))!;
        var rest = new Stack<string>(Parts(Path.GetFullPath(path)));
        while (rest.TryPop(out var part))
        {
            var here = Path.Combine(resolved, part);
            if (new FileInfo(here).LinkTarget is not { } target)
            {
                resolved = here;
                continue;
            }

            if (++links > MostLinks)
                throw new IOException($"{path}: the links lead in a circle");
            // The target is a path of its own, seen from the folder of the link; its parts may be links again.
            var full = Path.GetFullPath(target, resolved);
            resolved = Path.GetPathRoot(full)!;
            foreach (var piece in Parts(full))
                rest.Push(piece);
        }

        return resolved;
    }

    /// <summary>The parts of a full path, the last one first.</summary>
    private static IEnumerable<string> Parts(string full) =>
        full[Path.GetPathRoot(full)!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
