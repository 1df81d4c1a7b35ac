using System.Text.Json.Nodes;
using GapAnalyzer.Reporting;
using NJsonSchema;

namespace GapAnalyzer.Tests.Cli;

/// <summary><c>--without</c>: what is left out is null and said, and nothing else changes.</summary>
public sealed class LeftOutTests : CliTest
{
    public static TheoryData<string> Parts => [.. PartCatalog.All.Select(part => part.Id), string.Join(',', PartCatalog.All.Select(part => part.Id))];

    [Theory]
    [MemberData(nameof(Parts))]
    public async Task A_part_that_is_left_out_is_null_and_changes_no_other_number(string parts)
    {
        var dataset = Committed.PathOf("sample-data", "province-referral");
        var whole = await Analyze(dataset);
        var without = await Analyze(dataset, "--without", parts);

        Assert.Empty((await JsonSchema.FromJsonAsync(Schemas.Report)).Validate(without.ToJsonString()).Select(error => $"{error.Path}: {error.Kind}"));
        Assert.Equal(PartCatalog.Ids(PartCatalog.Of(parts.Split(','))), without["options"]!["without"]!.AsArray().Select(id => (string)id!));
        var left = new List<string>();
        Compare(whole, without, left);
        Assert.NotEmpty(left);
    }

    [Theory]
    [InlineData("coverage", "cells.csv")]
    [InlineData("plan", "meetings.csv")]
    [InlineData("groups", "places.csv")]
    [InlineData("co-presence", "sector_copresence.csv")]
    public async Task The_report_says_what_was_left_out_and_has_no_empty_table_in_its_place(string part, string table)
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--format", "md,csv", "--without", part);
        Assert.Equal(0, result.Code);
        Assert.Contains("Left out of this report by choice (--without)", result.Error, StringComparison.Ordinal);
        Assert.Contains("Left out of this report by choice (--without)", await File.ReadAllTextAsync(Path.Combine(Report, "report.md")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Report, "tables", table)));
        Assert.DoesNotContain(table, await File.ReadAllTextAsync(Path.Combine(Report, "tables", "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_has_nothing_in_place_of_what_was_left_out()
    {
        var result = await Run("batch", Tidy(), "-o", At("batch"), "--without", "coverage,groups", "-q");
        Assert.Equal(0, result.Code);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(At("batch", "batch.json")))!["datasets"]![0]!;
        Assert.Null(report["coverage"]);
        Assert.Null(report["periods"]);
        var rows = (await File.ReadAllLinesAsync(At("batch", "batch.csv"))).Select(row => row.Split(',')).ToArray();
        Assert.Equal("", rows[1][Array.IndexOf(rows[0], "cells_coordinated")]);
    }

    [Fact]
    public async Task A_part_that_there_is_not_is_refused_with_the_nearest_one()
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--without", "modles");
        Assert.Equal(2, result.Code);
        Assert.Contains("--without: there is no part 'modles'; did you mean 'models'?", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Everywhere the same, or null in the second: a verdict is "not tested", findings can be fewer, a cover empty, and no pair was left out of a fit.</summary>
    private static void Compare(JsonNode? whole, JsonNode? without, List<string> left)
    {
        var path = whole?.GetPath() ?? "";
        if (path is "$.options.without")
            return;
        if (path is "$.findings")
        {
            var said = whole!.AsArray().Select(finding => finding!.ToJsonString()).ToHashSet(StringComparer.Ordinal);
            Assert.All(without!.AsArray(), finding => Assert.Contains(finding!.ToJsonString(), said));
        }
        else if (whole is not null && without is null)
        {
            left.Add(path);
        }
        else if (whole is JsonObject all)
        {
            Assert.Equal(all.Select(member => member.Key), without!.AsObject().Select(member => member.Key));
            foreach (var (name, value) in all)
                Compare(value, without[name], left);
        }
        else if (whole is JsonArray list)
        {
            var others = without!.AsArray();
            if (others.Count == 0 && path.EndsWith(".cover", StringComparison.Ordinal))
                return;
            Assert.Equal(list.Count, others.Count);
            for (var i = 0; i < list.Count; i++)
                Compare(list[i], others[i], left);
        }
        else if (!(path.EndsWith(".verdict", StringComparison.Ordinal) && (string?)without == "not tested") && !path.EndsWith(".left_out_of_fit", StringComparison.Ordinal))
        {
            Assert.Equal(whole?.ToJsonString(), without?.ToJsonString());
        }
    }
}
