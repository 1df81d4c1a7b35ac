using System.Text.Json.Nodes;
using GapAnalyzer.Reporting;
using NJsonSchema;

namespace GapAnalyzer.Tests.Cli;

/// <summary><c>init</c>: a dataset to begin with.</summary>
public sealed class InitCommandTests : CliTest
{
    [Fact]
    public async Task The_tidy_template_is_read_as_a_tidy_dataset_once_rows_are_filled_in()
    {
        var folder = At("new");
        Assert.Equal(0, (await Run("init", folder)).Code);
        Append(folder, "stakeholders.csv", "A,Alpha,,,NGO,,\nB,Beta,,,Police,,\n");
        Append(folder, "activities.csv", "1,Training,Prevention,North,,,,2024-01-10,\n");
        Append(folder, "participations.csv", "1,A,lead\n1,B,participant\n");

        var report = await Analyze(folder);

        Assert.Equal((1, 1), Pairs(report));
        Assert.Equal(0, (await Run("validate", folder, "--strict")).Code);
    }

    [Fact]
    public async Task The_3W_template_is_read_by_its_tags_once_rows_are_filled_in()
    {
        var folder = At("new");
        Assert.Equal(0, (await Run("init", folder, "--template", "3w")).Code);
        Append(folder, "3w.csv", "1,Alpha,INGO,Beta,NNGO,Gamma,WASH,North,,,,2024-01-10,\n");

        var report = await Analyze(folder);

        Assert.Equal((1, 1), Pairs(report));
        Assert.Equal(3, Int(report, "dataset.stakeholders"));
    }

    [Fact]
    public async Task The_map_of_a_table_at_hand_can_be_edited_and_is_then_followed()
    {
        var table = Write("mine.csv", "Cluster,Organisation,Run by,Province\nWASH,Alpha,Beta,North\nWASH,Beta,Alpha,North\n");
        var folder = At("new");
        Assert.Equal(0, (await Run("init", folder, "--from", table)).Code);

        var settings = Path.Combine(folder, "dataset.json");
        var json = JsonNode.Parse(await File.ReadAllTextAsync(settings))!;
        Assert.Equal("Cluster", (string)json["columns"]!["theme"]!);
        Assert.Equal("Organisation", (string)json["columns"]!["organisation"]!);
        Assert.Equal("none", (string)(await Analyze(folder))["dataset"]!["tie_evidence"]!);

        json["columns"]!["lead"] = "Run by";
        await File.WriteAllTextAsync(settings, json.ToJsonString());

        Assert.Equal("joint", (string)(await Analyze(folder))["dataset"]!["tie_evidence"]!);
    }

    [Fact]
    public async Task A_table_without_a_column_for_the_organisation_has_a_map_to_fill_in_all_the_same()
    {
        var table = Write("mine.csv", "Who does what 2021,,\nQui,Cluster,Ou\nAlpha,WASH,North\nBeta,WASH,North\n");
        var refused = await Run("analyze", table, "-o", Report);
        Assert.Contains("mine.csv:2: no column for the organisation", refused.Error, StringComparison.Ordinal);
        Assert.Contains("columns seen: 'Qui', 'Cluster', 'Ou'", refused.Error, StringComparison.Ordinal);

        var made = await Run("init", At("new"), "--from", table);
        Assert.Equal(0, made.Code);
        Assert.Contains("Next: no column was taken for the organisation", made.Error, StringComparison.Ordinal);
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(At("new", "dataset.json")))!;
        Assert.Equal("Cluster", (string)settings["columns"]!["theme"]!);
        Assert.Equal(["Qui", "Ou"], settings["unmapped"]!.AsArray().Select(header => (string)header!));

        Assert.Equal(0, (await Run("init", At("mapped"), "--from", table, "--map", "organisation=Qui")).Code);
        Assert.Equal(2, Int(await Analyze(At("mapped")), "dataset.stakeholders"));
    }

    [Theory]
    [InlineData("tidy", "participations.csv", "lead, co-host, implementing, participant")]
    [InlineData("3w", "3w.csv", "UN, INGO, NNGO")]
    public async Task The_page_beside_a_template_explains_what_each_column_may_hold(string template, string table, string values)
    {
        Assert.Equal(0, (await Run("init", At("new"), "--template", template)).Code);

        var page = await File.ReadAllTextAsync(At("new", "README.md"));
        Assert.Contains($"## {table}", page, StringComparison.Ordinal);
        Assert.Contains(values, page, StringComparison.Ordinal);
        Assert.Contains("An example row: `", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--template", "tidy")]
    [InlineData("--template", "3w")]
    public async Task The_settings_hold_to_their_schema(string option, string value)
    {
        await Run("init", At("new"), option, value);

        var schema = await JsonSchema.FromJsonAsync(Schemas.Dataset);
        Assert.Empty(schema.Validate(await File.ReadAllTextAsync(At("new", "dataset.json"))));
    }

    [Fact]
    public async Task A_folder_with_files_in_it_is_left_alone()
    {
        var folder = Tidy();
        var before = Files(folder);

        var result = await Run("init", folder);

        Assert.Equal(2, result.Code);
        Assert.Single(result.Messages);
        AssertSameFiles(before, Files(folder));
    }

    [Fact]
    public async Task A_template_and_a_table_contradict_each_other()
    {
        var result = await Run("init", At("new"), "--template", "tidy", "--from", "x.csv");

        Assert.Equal(2, result.Code);
        Assert.Contains("contradict", result.Error, StringComparison.Ordinal);
    }
}
