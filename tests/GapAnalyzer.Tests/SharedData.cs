namespace GapAnalyzer.Tests;

/// <summary>Data shared between checkouts, beside the repository: absent in a plain clone, where its tests are skipped visibly.</summary>
internal static class SharedData
{
    /// <summary>The repository's folder: the first above the test binaries that holds the solution.</summary>
    public static string Repository { get; } = Find();

    public static string Oracles => Folder("oracles");

    /// <summary>Real 3W tables as published on HDX; see their README for what each of them tests.</summary>
    public static string Tables => Folder(TablesFolder);

    /// <summary>Workbooks as published on HDX.</summary>
    public static string Workbooks => Folder("data/3w-xlsx");

    public const string TablesFolder = "data/3w";

    /// <summary>Null where the folder is there; else why the test is skipped.</summary>
    public static string? SkipReason(string folder) => Directory.Exists(Folder(folder)) ? null : $"no shared data at {Folder(folder)}";

    private static string Folder(string name) => Path.GetFullPath(Path.Combine(Repository, "..", "shared", name));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GapAnalyzer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no GapAnalyzer.sln above the test binaries");
    }
}

/// <summary>A fact that needs shared data, the oracles or another folder; skipped, and listed as skipped, where there is none.</summary>
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string folder = "oracles") => Skip = SharedData.SkipReason(folder);
}

/// <inheritdoc cref="SharedFactAttribute"/>
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute(string folder = "oracles") => Skip = SharedData.SkipReason(folder);
}
