namespace GapAnalyzer.Tests;

/// <summary>Data shared between checkouts, beside the repository: absent in a plain clone, where its tests are skipped visibly.</summary>
internal static class SharedData
{
    /// <summary>The repository's folder: the first above the test binaries that holds the solution.</summary>
    public static string Repository { get; } = Find();

    public static string Oracles => Path.GetFullPath(Path.Combine(Repository, "..", "shared", "oracles"));

    /// <summary>Null where the oracles are there; else why the test is skipped.</summary>
    public static string? SkipReason => Directory.Exists(Oracles) ? null : $"no oracle data at {Oracles}";

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GapAnalyzer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no GapAnalyzer.sln above the test binaries");
    }
}

/// <summary>A fact that needs the shared oracle data; skipped, and listed as skipped, where there is none.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute() => Skip = SharedData.SkipReason;
}

/// <inheritdoc cref="SharedFactAttribute"/>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = SharedData.SkipReason;
}
