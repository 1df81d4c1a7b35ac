using System.CommandLine;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Cli.Commands;

/// <summary>A folder that a command makes: it never writes into one that holds something.</summary>
internal static class NewFolder
{
    /// <exception cref="InputException">There is something at this path.</exception>
    public static void RequireEmpty(string directory)
    {
        if (File.Exists(directory) || (Directory.Exists(directory) && Directory.EnumerateFileSystemEntries(directory).Any()))
            throw new InputException($"{directory} is there already and not an empty folder; name a new one; nothing was written");
    }

    /// <summary>For commands that make a folder.</summary>
    public static Option<bool> Quiet() => new("--quiet", "-q") { Description = "Do not list the files that were written" };

    /// <summary>Writes the files and prints their paths.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static void Write(string directory, IReadOnlyList<(string Name, byte[] Content)> files, TextWriter output)
    {
        try
        {
            Directory.CreateDirectory(directory);
            foreach (var (name, content) in files)
                File.WriteAllBytes(Path.Combine(directory, name), content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"cannot write {directory}: {e.Message}", e);
        }

        foreach (var (name, _) in files)
            output.WriteLine(Path.Combine(directory, name));
    }
}
