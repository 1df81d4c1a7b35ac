using System.Text.Json.Nodes;

namespace GapAnalyzer.Tests.Cli;

/// <summary><c>validate</c>: what a dataset is, and what it lacks.</summary>
public sealed class ValidateCommandTests : CliTest
{
    private const string Wide =
        """
        A title above the table,,,,,
        Cluster,Lead organisation,Implementing partner,Organisation type,Province,Start date
        WASH,Alpha,Beta,INGO,North,2024-01-10
        WASH,Alpha,Beta,INGO,North,2024-01-10
        Health,Gamma,,,South,31/02/2024
        ,,,,,
        Total,,,,,
        """;

    [Fact]
    public async Task It_says_what_each_column_was_taken_for_and_what_became_of_the_rows()
    {
        var result = await Run("validate", Write("3w.csv", Wide));

        Assert.Equal(0, result.Code);
        Assert.Contains("Cluster -> theme (header)", result.Output, StringComparison.Ordinal);
        Assert.Contains("Implementing partner -> implementing organisation (header)", result.Output, StringComparison.Ordinal);
        Assert.Contains("header in line 2", result.Output, StringComparison.Ordinal);
        Assert.Contains("rows read 5 = used 3 + set aside 2 (blank 1, totals 1)", result.Output, StringComparison.Ordinal);
        Assert.Contains("organisations: 3", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_what_was_noticed_with_the_line_and_what_cannot_be_told_without_the_missing_parts()
    {
        var result = await Run("validate", Write("3w.csv", Wide));

        Assert.Contains("3w.csv:5: GAP2104 start date '31/02/2024' is not a date", result.Output, StringComparison.Ordinal);
        Assert.Contains("no needs table: need-weighted shares will be undefined", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no evidence of ties", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_presence_alone_is_said_to_have_no_evidence_of_ties()
    {
        var result = await Run("validate", Write("3w.csv", "Cluster,Organisation,Province\nWASH,Alpha,North\nWASH,Beta,North\n"));

        Assert.Contains("no evidence of ties", result.Output, StringComparison.Ordinal);
        Assert.Contains("fewer than two known sectors: nothing across sectors can be told", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_dimension_of_quality_is_the_mean_of_its_shares()
    {
        var result = await Run("validate", Write("3w.csv", Wide), "--json");
        var json = JsonNode.Parse(result.Output)!;
        var dimensions = json["quality"]!.AsArray();

        Assert.Equal(["completeness", "validity", "consistency", "uniqueness"], dimensions.Select(d => (string)d!["dimension"]!));
        Assert.All(dimensions, dimension => Assert.Equal(
            dimension!["shares"]!.AsArray().Average(share => (double)share!["good"]! / (double)share["all"]!), (double)dimension["score"]!, 1e-12));

        // By hand: 3 rows with content of which 1 repeats another; organisations, themes and places are each written in one way.
        var uniqueness = dimensions.Single(d => (string)d!["dimension"]! == "uniqueness")!;
        Assert.Equal(((2.0 / 3) + 3) / 4, (double)uniqueness["score"]!, 1e-12);
    }

    [Fact]
    public async Task What_came_out_is_numbers_and_names_in_json()
    {
        var result = await Run("validate", Write("3w.csv", "Cluster,Organisation,Admin1,Start date\nWASH,Alpha,North,2021-01-01\nHealth,Beta,North,2021-02-03\nHealth,Beta,South,\n"), "--json");
        var found = JsonNode.Parse(result.Output)!["found"]!;

        Assert.Equal(2, (int)found["organisations"]!);
        Assert.Equal(2, (int)found["sectors"]!["Unknown"]!);
        Assert.Equal(["Health", "WASH"], found["themes"]!.AsArray().Select(theme => (string)theme!));
        Assert.Equal(2, (int)found["places"]!["level_1"]!);
        Assert.Equal((3, 2), ((int)found["activities"]!, (int)found["dated_activities"]!));
        Assert.Equal(("2021-01-01", "2021-02-03"), ((string)found["first_date"]!, (string)found["last_date"]!));
        Assert.Equal(3, (int)found["roles"]!["implementing"]!);
    }

    [Fact]
    public async Task Strict_fails_when_a_row_could_not_be_used_and_only_then()
    {
        var folder = Tidy();
        Assert.Equal(0, (await Run("validate", folder, "--strict")).Code);

        Append(folder, "ties.csv", "nobody,A,mou,2024-01-01\n");
        var result = await Run("validate", folder, "--strict");

        Assert.Equal(2, result.Code);
        Assert.Contains("GAP2107", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("validate", folder)).Code);
    }

    [Fact]
    public async Task Everything_noticed_goes_into_the_file_that_is_asked_for()
    {
        var file = At("problems.csv");
        await Run("validate", Write("3w.csv", Wide), "--out", file);

        var lines = await File.ReadAllLinesAsync(file);
        Assert.Equal("code,severity,file,line,column,found,expected,done,occurrences", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("GAP2104,warning,3w.csv,5,Start date,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_one_clear_line()
    {
        var result = await Run("validate", Write("3w.csv", Wide), "--out", At("no-such-folder", "problems.csv"));

        Assert.Equal(2, result.Code);
        Assert.Single(result.Messages);
        Assert.StartsWith("gap-analyzer: --out ", result.Messages[0], StringComparison.Ordinal);
    }
}
