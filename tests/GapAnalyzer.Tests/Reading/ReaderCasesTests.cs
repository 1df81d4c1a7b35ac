using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Tests.Cli;

namespace GapAnalyzer.Tests.Reading;

/// <summary>
/// tests/cases: a folder for each rule of reading and resolving, with its input, the command lines in <c>cmd</c>, and in
/// <c>expected</c> all that they print: <c>$</c> the command line, <c>!</c> standard error, the exit code where it is not 0.
/// UPDATE=1 rewrites <c>expected</c>; a person checks it against the rule. The cases of commands that write files are <see cref="CommandCasesTests"/>.
/// </summary>
public sealed partial class ReaderCasesTests : CliTest
{
    private static readonly string Folder = Committed.PathOf("tests", "cases");

    private static readonly List<string> Names = [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Where(name => name != "commands").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Cases => new(Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_prints_what_its_rule_says(string name)
    {
        var printed = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Folder, name, "cmd")))
        {
            var result = await Run([.. line.Split(' ').Select(word => Path.Exists(Path.Combine(Folder, name, word)) ? Path.Combine(Folder, name, word) : word)]);
            printed.Append(CultureInfo.InvariantCulture, $"$ {line}\n").Append(result.Output);
            foreach (var message in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                printed.Append(CultureInfo.InvariantCulture, $"! {message}\n");
            if (result.Code != 0)
                printed.Append(CultureInfo.InvariantCulture, $"exit {result.Code}\n");
        }

        Committed.AssertText(printed.ToString().Replace(Path.Combine(Folder, name) + Path.DirectorySeparatorChar, "", StringComparison.Ordinal), "tests", "cases", name, "expected");
    }

    [Fact]
    public void Every_rule_in_the_documents_has_a_case_and_every_case_is_the_case_of_a_rule() =>
        Assert.Equal(Names, Rules().Select(rule => rule.Case).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_names_the_diagnostics_that_its_case_gives() => Assert.All(Rules(), rule =>
        Assert.All(rule.Codes, code => Assert.True(Given(rule.Case).Contains(code) && DiagnosticCatalog.ByCode(code) is not null, $"{code} is not in the case {rule.Case}")));

    [Fact]
    public void Every_diagnostic_is_the_diagnostic_of_a_rule() =>
        Assert.Equal(DiagnosticCatalog.All.Select(kind => kind.Code), Rules().SelectMany(rule => rule.Codes).Distinct().Order(StringComparer.Ordinal));

    private static HashSet<string> Given(string name) => [.. Code().Matches(File.ReadAllText(Path.Combine(Folder, name, "expected"))).Select(match => match.Value)];

    /// <summary>Rows of the list of rules in docs/input.md.</summary>
    private static List<(string Case, IReadOnlyList<string> Codes)> Rules() =>
        [.. Row().Matches(File.ReadAllText(Committed.PathOf("docs", "input.md"))).Select(row => (row.Groups[1].Value, (IReadOnlyList<string>)[.. Code().Matches(row.Groups[2].Value).Select(code => code.Value)]))];

    [GeneratedRegex(@"^\| \[[^\]]+\]\(\.\./tests/cases/([a-z0-9-]+)\) \|[^|\n]*(?:\\\|[^|\n]*)*\|([^|\n]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("GAP[0-9]{4}")]
    private static partial Regex Code();
}
