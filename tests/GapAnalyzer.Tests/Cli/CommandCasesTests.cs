using System.Globalization;
using System.Text;

namespace GapAnalyzer.Tests.Cli;

/// <summary>
/// tests/cases/commands: a folder for each way of using a command that writes files, with its input, the command lines in <c>cmd</c>, and in
/// <c>expected</c> all that they print: <c>$</c> the command line, <c>!</c> standard error, the exit code where it is not 0. The lines run in a
/// copy of the folder; <c>cat FILE</c> shows a file, <c>rm FILE</c> removes one. UPDATE=1 rewrites <c>expected</c>; a person checks it.
/// </summary>
public sealed class CommandCasesTests : CliTest
{
    private static readonly string Folder = Committed.PathOf("tests", "cases", "commands");

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_prints_what_is_expected(string name)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, name), "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(Path.Combine(Folder, name), file), await File.ReadAllTextAsync(file));
        var printed = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(At("cmd")))
        {
            var result = await RunHere(line.Split(' '));
            printed.Append(CultureInfo.InvariantCulture, $"$ {line}\n").Append(result.Output);
            foreach (var message in result.Messages)
                printed.Append(CultureInfo.InvariantCulture, $"! {message}\n");
            if (result.Code != 0)
                printed.Append(CultureInfo.InvariantCulture, $"exit {result.Code}\n");
        }

        Committed.AssertText(printed.ToString().Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), "tests", "cases", "commands", name, "expected");
    }

    private async Task<CliResult> RunHere(string[] words)
    {
        switch (words)
        {
            case ["cat", var file]:
                return new(0, await File.ReadAllTextAsync(At(file)), "");
            case ["rm", var file]:
                File.Delete(At(file));
                return new(0, "", "");
            default:
                return await Run([.. words.Select(word => word.StartsWith("out", StringComparison.Ordinal) || Path.Exists(At(word)) ? At(word) : word)]);
        }
    }
}
