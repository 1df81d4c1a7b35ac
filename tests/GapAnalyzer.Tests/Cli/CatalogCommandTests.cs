using System.Text.Json.Nodes;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Tables;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Resolving;
using NJsonSchema;

namespace GapAnalyzer.Tests.Cli;

public sealed class CatalogCommandTests : CliTest
{
    /// <summary>The lists of the catalog, and the ids that each must show.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Lists = new()
    {
        ["inputs"] = [.. InputFormats.All.Select(input => input.Id)],
        ["columns"] = [.. Fields.Wide.Select(field => field.Name)],
        ["measures"] = [.. MeasureCatalog.All.Select(measure => measure.Id)],
        ["findings"] = [.. FindingCatalog.All.Select(rule => rule.Code)],
        ["charts"] = [.. ChartCatalog.All.Select(chart => chart.Id), .. ChartCatalog.OfComparisons.Select(chart => chart.Id)],
        ["themes"] = [.. Theme.BuiltIn.Select(theme => theme.Name)],
        ["formats"] = [.. FormatCatalog.All.Select(format => format.Id)],
        ["parts"] = [.. PartCatalog.All.Select(part => part.Id)],
        ["tables"] = [.. TableCatalog.All.Select(table => table.File)],
        ["diagnostics"] = [.. DiagnosticCatalog.All.Select(kind => kind.Code)],
    };

    public static TheoryData<string> EveryList => [.. Lists.Keys];

    [Fact]
    public async Task Without_a_list_all_lists_are_shown_in_order()
    {
        var result = await Run("catalog");
        Assert.Equal(0, result.Code);
        Assert.Equal(Lists.Keys, result.Output.Split('\n').Where(line => line.Length > 0 && line[0] != ' ').Select(line => line.Split(':')[0]));
        Assert.Equal(Lists.Keys, JsonNode.Parse((await Run("catalog", "--json")).Output)!.AsObject().Select(list => list.Key));
    }

    [Theory]
    [MemberData(nameof(EveryList))]
    public async Task A_list_shows_every_entry_in_order(string list)
    {
        var result = await Run("catalog", list);
        Assert.Equal(0, result.Code);
        Assert.Empty(result.Error);
        var ids = result.Output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line[2] != ' ').Select(line => line[2..].Split("  ")[0]);
        Assert.Equal(Lists[list], ids);
    }

    [Theory]
    [MemberData(nameof(EveryList))]
    public async Task A_list_as_json_has_the_same_entries_and_no_empty_id(string list)
    {
        var entries = JsonNode.Parse((await Run("catalog", list, "--json")).Output)![list]!.AsArray();
        Assert.Equal(Lists[list], entries.Select(entry => (string?)entry!.AsObject().First().Value));
        Assert.All(entries, entry => Assert.All(entry!.AsObject().Take(2), text => Assert.False(string.IsNullOrWhiteSpace((string?)text.Value))));
    }

    [Fact]
    public async Task As_markdown_each_list_is_a_table_with_a_row_for_every_entry()
    {
        var sections = (await Run("catalog", "--markdown")).Output.Split("\n## ")[1..];
        Assert.Equal(Lists.Keys, sections.Select(section => section.Split(':')[0].ToLowerInvariant()));
        foreach (var section in sections)
        {
            var rows = section.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
            Assert.Equal(Lists[section.Split(':')[0].ToLowerInvariant()], rows.Skip(1).Select(row => row.Split('`')[1]));
            Assert.Single(rows.Select(Cells).Distinct());
        }

        static int Cells(string row) => row.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|');
    }

    [Fact]
    public async Task Json_and_markdown_together_are_refused() => Assert.Equal(2, (await Run("catalog", "--json", "--markdown")).Code);

    [Theory]
    [InlineData("schema")]
    [InlineData("comparison-schema")]
    [InlineData("dataset-schema")]
    [InlineData("theme-schema")]
    public async Task Schemas_are_json_schemas(string name)
    {
        var result = await Run("catalog", name);
        Assert.Equal(0, result.Code);
        Assert.NotEmpty((await JsonSchema.FromJsonAsync(result.Output)).Properties);
    }

    [Fact]
    public async Task A_report_is_valid_under_its_schema()
    {
        var schema = await JsonSchema.FromJsonAsync((await Run("catalog", "schema")).Output);
        var report = (await Run("analyze", Tidy(), "-o", Report, "--json", "--format", "json")).Output;
        Assert.Empty(schema.Validate(report));
        Assert.NotEmpty(schema.Validate("{}"));
    }
}
