using System.Text.Json.Nodes;
using GapAnalyzer.Tests.Reading;
using NJsonSchema;

namespace GapAnalyzer.Tests.Cli;

/// <summary>The commands with workbooks.</summary>
public sealed class WorkbookCommandTests : CliTest
{
    private string Book()
    {
        var bytes = new BookBuilder()
            .Sheet("Raw", ["Organisation", "Cluster", "Admin1"], ["WFP", "Food", "North"], ["FAO", "Food", "North"])
            .Sheet("Small", ["Organisation", "Cluster"], ["IOM", "Shelter"]).Bytes();
        File.WriteAllBytes(At("book.xlsx"), bytes);
        return At("book.xlsx");
    }

    [Fact]
    public async Task A_workbook_is_analysed_and_its_sheet_named_in_the_report()
    {
        var report = await Analyze(Book());
        Assert.Equal(2, Int(report, "dataset.stakeholders"));
        var file = report["files"]![0]!;
        Assert.Equal(("wide 3W table, sheet 'Raw'", "Excel workbook", ""), ((string)file["shape"]!, (string)file["encoding"]!, (string)file["delimiter"]!));
        Assert.Equal(0, (await Run("analyze", Book(), "-o", Report, "--format", "md")).Code);
        Assert.Contains("wide 3W table, sheet 'Raw'; Excel workbook, 2 rows", await File.ReadAllTextAsync(Path.Combine(Report, "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_sheet_is_validated_by_its_name()
    {
        var result = await Run("validate", Book(), "--sheet", "Small");
        Assert.StartsWith("book.xlsx: wide 3W table, sheet 'Small'; Excel workbook, header in line 1\n  rows read 1 = used 1", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_copies_the_workbook_and_writes_down_its_sheet()
    {
        var book = Book(); // Written once: a workbook made a second later has another time in it.
        Assert.Equal(0, (await Run("init", At("new"), "--from", book, "--sheet", "Small")).Code);
        var settings = await File.ReadAllTextAsync(At("new", "dataset.json"));
        Assert.Equal("Small", (string)JsonNode.Parse(settings)!["sheet"]!);
        Assert.Equal(await File.ReadAllBytesAsync(book), await File.ReadAllBytesAsync(At("new", "book.xlsx")));
        Assert.Empty((await JsonSchema.FromJsonAsync((await Run("catalog", "dataset-schema")).Output)).Validate(settings));
        Assert.Equal(1, Int(await Analyze(At("new")), "dataset.stakeholders"));
    }

    [Theory]
    [InlineData("--max-rows", "1", "--max-rows")]
    [InlineData("--max-columns", "2", "--max-columns")]
    [InlineData("--max-cell-bytes", "3", "--max-cell-bytes")]
    [InlineData("--max-zip-bytes", "10", "--max-zip-bytes")]
    public async Task A_limit_is_set_by_the_option_that_its_message_names(string option, string value, string named)
    {
        var result = await Run("validate", Book(), "--sheet", "Raw", option, value);
        Assert.Equal(2, result.Code);
        Assert.Contains($"({named}", Assert.Single(result.Messages), StringComparison.Ordinal);
    }
}
