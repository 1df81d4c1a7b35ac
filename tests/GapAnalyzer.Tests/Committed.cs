namespace GapAnalyzer.Tests;

/// <summary>Files in the repository that the tool makes: compared by tests, rewritten when the environment says <c>UPDATE=1</c>.</summary>
internal static class Committed
{
    public static bool Update { get; } = Environment.GetEnvironmentVariable("UPDATE") == "1";

    public static string PathOf(params string[] parts) => Path.Combine([SharedData.Repository, .. parts]);

    /// <summary>Fails where the committed text is not what the tool makes today.</summary>
    public static void AssertText(string expected, params string[] path)
    {
        if (Update)
            File.WriteAllText(PathOf(path), expected);
        Assert.True(File.Exists(PathOf(path)), $"{string.Join('/', path)} is missing; UPDATE=1 dotnet test writes it");
        Assert.Equal(expected, File.ReadAllText(PathOf(path)));
    }
}
