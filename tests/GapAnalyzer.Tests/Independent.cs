using System.Diagnostics;
using System.Text;
using GapAnalyzer.Cli;

namespace GapAnalyzer.Tests;

/// <summary>The scripts of <c>tests/independent</c>, and the reports that they look at.</summary>
internal static class Independent
{
    /// <summary>Runs a script; its exit code and what it prints, with its errors after that where it fails.</summary>
    public static async Task<(int Code, string Output)> Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(PythonTheoryAttribute.Python!, [Committed.PathOf("tests", "independent", script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using var python = Process.Start(start)!;
        var error = python.StandardError.ReadToEndAsync();
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return (python.ExitCode, python.ExitCode == 0 ? output : output + await error);
    }

    /// <summary>Analyses a dataset; the path of its report.json.</summary>
    public static async Task<string> Report(string dataset, string folder, params string[] arguments)
    {
        var code = await Program.Run(["analyze", dataset, "-o", folder, "--format", "json,csv", "--quiet", .. arguments], TextWriter.Null, TextWriter.Null, default);
        Assert.Equal(0, code);
        return Path.Combine(folder, "report.json");
    }
}

/// <summary>An empty folder that goes when it is no longer used.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gap-independent-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A theory that needs Python 3, and perhaps shared data; skipped, and listed as skipped, where they are missing.</summary>
internal sealed class PythonTheoryAttribute : TheoryAttribute
{
    public PythonTheoryAttribute(string? folder = null) =>
        Skip = Python is null ? "no python3 on the PATH or in /usr/bin" : folder is null ? null : SharedData.SkipReason(folder);

    /// <summary>Null where there is none.</summary>
    public static string? Python { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Append("/usr/bin").Select(folder => Path.Combine(folder, "python3")).FirstOrDefault(File.Exists);
}
