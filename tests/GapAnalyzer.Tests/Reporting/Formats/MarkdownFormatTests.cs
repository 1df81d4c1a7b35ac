using System.Text.RegularExpressions;
using GapAnalyzer.Reporting.Formats;
using Snapshooter.Xunit;

namespace GapAnalyzer.Tests.Reporting.Formats;

public sealed partial class MarkdownFormatTests
{
    public static TheoryData<string> Analyses => ReportFixtures.Names;

    [Fact]
    public void The_report_of_a_small_dataset_reads_as_agreed() =>
        Snapshot.Match(Written.Text(ReportFixtures.Small, "report.md", "md", "csv"));

    [Fact]
    public void The_report_without_tie_evidence_reads_as_agreed() =>
        Snapshot.Match(Written.Text(ReportFixtures.WithoutTies, "report.md", "md"));

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Nothing_from_the_data_becomes_markup(string name)
    {
        foreach (var line in Written.Text(ReportFixtures.All[name], "report.md", "md").Split('\n'))
        {
            var bare = Bare(line);
            Assert.DoesNotContain("<", bare, StringComparison.Ordinal);
            Assert.DoesNotContain("](", bare, StringComparison.Ordinal);
            Assert.DoesNotContain("://", bare, StringComparison.Ordinal);
            Assert.DoesNotContain("\u202E", bare, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Every_row_of_a_table_has_the_cells_of_its_head(string name)
    {
        var lines = Written.Text(ReportFixtures.All[name], "report.md", "md", "csv").Split('\n');
        var cells = 0;
        foreach (var line in lines.Select(Bare))
        {
            var here = line.StartsWith('|') ? line.Count(c => c == '|') : 0;
            if (here > 0 && cells > 0)
                Assert.Equal(cells, here);
            cells = here;
        }
    }

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Links_lead_to_files_of_the_same_report(string name)
    {
        var files = Written.Files(ReportFixtures.All[name], "md", "csv", "charts");
        var text = System.Text.Encoding.UTF8.GetString(files["report.md"]);
        var targets = Target().Matches(Unescaped(text)).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.Contains(target, files.Paths));
    }

    [Fact]
    public void Without_the_other_formats_there_is_nothing_to_link_to() =>
        Assert.Empty(Target().Matches(Unescaped(Written.Text(ReportFixtures.Small, "report.md", "md"))));

    [Fact]
    public void Every_chart_that_applies_has_its_place_in_the_report()
    {
        var files = Written.Files(ReportFixtures.Small, "md", "charts");
        var text = System.Text.Encoding.UTF8.GetString(files["report.md"]);
        var charts = files.Paths.Where(path => path.EndsWith(".svg", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(charts);
        Assert.All(charts, path => Assert.Contains($"({path})", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a_b", "a_b")]
    [InlineData("_a_", "\\_a\\_")]
    [InlineData("AT&T", "AT\\&T")]
    [InlineData("law & order", "law & order")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("http://x", "http\\://x")]
    [InlineData("at 10:30", "at 10:30")]
    public void Only_what_could_be_markup_is_escaped(string text, string expected) => Assert.Equal(expected, Markdown.Escape(text));

    [Theory]
    [InlineData("- item", "\\- item")]
    [InlineData("2024. A year", "2024\\. A year")]
    [InlineData("2024 was", "2024 was")]
    [InlineData("  indented", "indented")]
    public void A_paragraph_does_not_begin_a_list(string line, string expected) => Assert.Equal(expected, Markdown.Guard(line));

    /// <summary>The line without escaped characters, code spans and the report's own links and images.</summary>
    private static string Bare(string line) => OwnLink().Replace(Unescaped(line), "");

    /// <summary>The text without escaped characters and code spans.</summary>
    private static string Unescaped(string text) => CodeSpan().Replace(Escaped().Replace(text, ""), "");

    [GeneratedRegex(@"\\[^\w\s]")]
    private static partial Regex Escaped();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"!?\[[^\]]*\]\((?:tables|charts)/[a-z_-]+\.(?:csv|svg)\)")]
    private static partial Regex OwnLink();

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Target();
}
