using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats.Html;
using NJsonSchema;

namespace GapAnalyzer.Tests.Cli;

public sealed partial class CompareCommandTests : CliTest
{
    private static readonly string Province = Committed.PathOf("sample-data", "province-referral");

    [Fact]
    public async Task Two_windows_of_a_dataset_are_answered_in_sentences_and_numbers()
    {
        var result = await Run("compare", Tidy(), "--periods", "2023,2024", "-q");
        Assert.Equal((0, ""), (result.Code, result.Error));
        // CliTest.Tidy: in 2023 six pairs meet and two are tied by joint activities; in 2024 ngo and pol meet and are tied, and gov and uni, by then with a memorandum, are absent.
        Assert.Contains("Across sectors, 33 % of the pairs that meet are tied in 2023 (2 of 6) and 100 % in 2024 (1 of 1).", result.Output, StringComparison.Ordinal);
        Assert.Contains("Of the 4 missing links in 2023, 2 are closed by a tie and 2 are gone because an organisation left.", result.Output, StringComparison.Ordinal);
        Assert.Contains("No missing link in 2024 is new.", result.Output, StringComparison.Ordinal);
        Assert.InRange(result.Output.Split('\n').Length, 5, 11);
    }

    [Fact]
    public async Task A_comparison_folder_holds_the_same_answer_in_every_format_and_is_the_same_each_time()
    {
        var result = await Run("compare", Province, "--periods", "auto", "--period", "quarter", "-o", Report);
        Assert.True(result.Code == 0, result.Error);
        var files = Files(Report);
        Assert.Superset(
            new SortedSet<string>(["comparison.md", "comparison.html", "comparison.json", "tables/README.md", "tables/pairs.csv", "tables/series.csv", "charts/gap-flow.svg", "charts/gap-flow.png", "charts/gap-flow.csv", "charts/rate-series.svg"]),
            new SortedSet<string>(files.Keys));
        var answer = JsonNode.Parse(files["comparison.json"])!["answer"]!.AsArray().Select(line => line!.GetValue<string>()).ToList();
        var (page, markdown) = (Text(files["comparison.html"]), Text(files["comparison.md"]));
        Assert.All(answer, line =>
        {
            Assert.Contains(line, result.Output, StringComparison.Ordinal);
            Assert.Contains(line.Replace("<", "\\<", StringComparison.Ordinal).Replace("~", "\\~", StringComparison.Ordinal), markdown, StringComparison.Ordinal);
            Assert.Contains(Markup.Text(line), page, StringComparison.Ordinal);
        });
        await Run("compare", Province, "--periods", "auto", "--period", "quarter", "-o", Report);
        AssertSameFiles(files, Files(Report));
    }

    [Theory]
    [InlineData("--periods", "auto")]
    [InlineData("--periods", "auto", "--period", "month")]
    [InlineData("--periods", "2022..2023,2024", "--language", "fr")]
    [InlineData("--periods", "2022,2024", "--ties", "declared", "--theme", "contrast")]
    public async Task The_numbers_keep_to_their_published_schema(params string[] options)
    {
        var schema = await JsonSchema.FromJsonAsync(Schemas.Comparison);
        var result = await Run(["compare", Province, .. options, "--json", "-q"]);
        Assert.True(result.Code == 0, result.Error);
        Assert.Empty(schema.Validate(result.Output).Select(error => $"{error.Path}: {error.Kind}"));
        Assert.NotEmpty(schema.Validate(result.Output.Replace("\"comparability\": \"full\"", "\"comparability\": \"half\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Both_sides_have_the_headline_of_their_own_report()
    {
        var comparison = JsonNode.Parse((await Run("compare", Province, "--periods", "2022,2024", "--json", "-q")).Output)!;
        foreach (var (side, year) in new[] { ("before", "2022"), ("after", "2024") })
        {
            var report = await Analyze(Province, "--from", $"{year}-01-01", "--to", $"{year}-12-31");
            Assert.Equal(report["headline"]!.ToJsonString(), comparison[side]!["headline"]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Gates_hold_the_later_side_against_rules_and_against_the_earlier_side()
    {
        Assert.Equal(0, (await Run("compare", Tidy(), "--periods", "2023,2024", "-q", "--fail-if", "rate<0.5", "--fail-if-worse", "rate")).Code);
        var worse = await Run("compare", Province, "--periods", "2022,2024", "-q", "--fail-if-worse", "cross_sector_rate");
        Assert.Equal(1, worse.Code);
        Assert.Contains("gate failed: cross_sector_rate worse than in 2022: cross_sector_rate.value is 0.30", worse.Error, StringComparison.Ordinal);
        var github = await Run("compare", Province, "--periods", "2022,2024", "-q", "--fail-if", "gaps>10", "--gate-format", "github");
        Assert.Equal(1, github.Code);
        Assert.StartsWith("::error title=gap-analyzer::gate failed: gaps>10", github.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("compare", Province, "--periods", "2022,2024", "--fail-if-worse", "colour")).Code);
    }

    [Theory]
    [InlineData("AFTER is missing", "{0}")]
    [InlineData("leave one of them or --periods out", "{0}", "{0}", "--periods", "2022,2023")]
    [InlineData("two or more windows", "{0}", "--periods", "2022")]
    [InlineData("'2022' begins before '2023' is over", "{0}", "--periods", "2023,2022")]
    [InlineData("'soon' is no window", "{0}", "--periods", "2022,soon")]
    [InlineData("no activity lies in '1999'", "{0}", "--periods", "1999,2023")]
    [InlineData("--from and --to contradict --periods", "{0}", "--periods", "2022,2023", "--from", "2022-01-01")]
    [InlineData("the period is all, which is one period", "{0}", "--periods", "auto", "--period", "all")]
    [InlineData("no such file or folder", "{0}", "nowhere")]
    public async Task What_cannot_be_compared_is_one_line_and_writes_nothing(string says, params string[] arguments)
    {
        var result = await Run(["compare", .. arguments.Select(argument => argument.Replace("{0}", Province, StringComparison.Ordinal)), "-o", Report, "-q"]);
        Assert.Equal((2, ""), (result.Code, result.Output));
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(Directory.Exists(Report));
    }

    [Fact]
    public async Task Settings_that_differ_give_way_to_those_of_the_later_dataset_and_it_is_said()
    {
        Tidy("one");
        Tidy("two");
        Write("one/dataset.json", """{ "title": "One", "period": "month" }""");
        Write("two/dataset.json", """{ "title": "Two", "period": "year" }""");
        var result = await Run("compare", At("one"), At("two"), "-q");
        Assert.Contains("Two: what changed from One to Two", result.Output, StringComparison.Ordinal);
        Assert.Contains("bring other settings along (period)", result.Output, StringComparison.Ordinal);
        Assert.Contains("67 % of the pairs that meet are tied in One (4 of 6) and 67 % in Two (4 of 6). The rate is the same.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_stay_names_in_every_format()
    {
        const string evil = "<img src=x onerror=alert(1)>|`=cmd()";
        foreach (var (name, date) in new[] { ("one", "2023-02-01"), ("two", "2024-02-01") })
        {
            Write($"{name}/3w.csv", $"""
                Organisation,Org type,Cluster,Region,Date,Activity ID
                {evil},NGO,{evil},{evil},{date},1
                =HYPERLINK("x"),Government,{evil},{evil},{date},2
                {name}{evil},UN agency,{evil},{evil},{date},1

                """);
        }

        var result = await Run("compare", At("one"), At("two"), "-o", Report, "-q");
        Assert.True(result.Code == 0, result.Error);
        Assert.DoesNotContain("<img", Text(Files(Report)["comparison.html"]), StringComparison.Ordinal);
        Assert.DoesNotMatch(UnescapedTag(), Text(Files(Report)["comparison.md"]));
        Assert.All(Files(Report).Where(file => file.Key.EndsWith(".csv", StringComparison.Ordinal)), file => Assert.DoesNotMatch(Formula(), Text(file.Value)));
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    [GeneratedRegex(@"(?<!\\)<img")]
    private static partial Regex UnescapedTag();

    [GeneratedRegex(@"(^|,)""?=", RegexOptions.Multiline)]
    private static partial Regex Formula();
}
