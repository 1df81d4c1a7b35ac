using System.Text.Json.Nodes;
using GapAnalyzer.Generating;
using GapAnalyzer.Nulls;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Cli;

public sealed class GenerateCommandTests : CliTest
{
    [Fact]
    public async Task It_writes_a_tidy_dataset_that_the_tool_reads_without_a_word_and_its_truth()
    {
        var result = await Run("generate", At("made"), "--stakeholders", "60", "--sectors", "5", "--silo", "Government:\"NGO\"=0.25", "--seed", "7");
        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(["activities.csv", "dataset.json", "participations.csv", "stakeholders.csv", "truth.json"], Directory.GetFiles(At("made")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var truth = JsonNode.Parse(await File.ReadAllTextAsync(At("made", "truth.json")))!;
        Assert.Equal(0.125, (double)truth["propensity"]![0]![1]!);
        Assert.Equal(0.5, (double)truth["propensity"]![0]![2]!);
        Assert.Equal(("Government", "NGO"), ((string)truth["silos"]![0]!["a"]!, (string)truth["silos"]![0]!["b"]!));
        var report = await Analyze(At("made"));
        Assert.Equal((60, 5, 300), ((int)report["dataset"]!["stakeholders"]!, (int)report["dataset"]!["sectors"]!, (int)report["dataset"]!["activities"]!));
        Assert.Equal("lead", (string)report["sector_tests"]!["verdict_tie_mode"]!);
        Assert.Empty(report["diagnostics"]!.AsArray());
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_does_not()
    {
        foreach (var (folder, seed) in new[] { ("a", "3"), ("b", "3"), ("c", "4") })
            Assert.Equal(0, (await Run("generate", At(folder), "--stakeholders", "40", "--sectors", "4", "--seed", seed)).Code);
        foreach (var file in Directory.GetFiles(At("a")).Select(Path.GetFileName))
            Assert.Equal(await File.ReadAllBytesAsync(At("a", file!)), await File.ReadAllBytesAsync(At("b", file!)));
        Assert.NotEqual(await File.ReadAllBytesAsync(At("a", "participations.csv")), await File.ReadAllBytesAsync(At("c", "participations.csv")));
    }

    [Theory]
    [InlineData("--silo", "Government=0.2", "two sectors and a factor")]
    [InlineData("--silo", "Government:Nobody=0.2", "one of the sectors Government, NGO")]
    [InlineData("--silo", "NGO:NGO=0.2", "two different sectors")]
    [InlineData("--uniform-low", "-1", "0 or more")]
    [InlineData("--sectors", "101", "2 to 100")]
    [InlineData("--stakeholders", "5", "two per sector")]
    public async Task What_cannot_be_made_is_said_and_nothing_is_written(string option, string value, string said)
    {
        var result = await Run("generate", At("made"), $"{option}={value}");
        Assert.Equal(2, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("made")));
    }

    [Fact]
    public async Task It_never_writes_into_a_folder_that_holds_something()
    {
        Write("made/notes.txt", "mine");
        Assert.Equal(2, (await Run("generate", At("made"))).Code);
        Assert.Equal(["notes.txt"], Directory.GetFiles(At("made")).Select(Path.GetFileName));
    }

    /// <summary>The chances that the model states hold in what it draws: invitations by the lead's sector are as the propensity says.</summary>
    [Fact]
    public void Leads_invite_other_sectors_as_the_propensity_says()
    {
        var even = new SyntheticOptions { Stakeholders = 400, Sectors = 4, Activities = 20_000, Themes = 1, Seed = 5 };
        var planted = even with { Silos = [("Government", "NGO", 0.2)] };
        double Share(SyntheticOptions options)
        {
            var data = SyntheticData.Draw(options);
            var invited = data.Activities.SelectMany(activity => activity.Others.Select(other => (Lead: data.SectorOf[activity.Lead], Other: data.SectorOf[other]))).ToArray();
            double Ratio(int s, int t) => (double)invited.Count(pair => pair == (s, t)) / invited.Count(pair => pair == (s, 2));
            return Ratio(0, 1);
        }

        Assert.Equal(0.2, Share(planted) / Share(even), 0.04);
    }

    [Fact]
    public void Without_leads_the_verdicts_are_those_of_cliques() => Assert.Equal(
        VerdictTieMode.Clique,
        Analysis.Run(DatasetReader.Read(SyntheticFiles.AsSource(new() { Stakeholders = 60, NameLeads = false }), new()), new(), default).SectorTests.Mode);

    [Fact]
    public async Task Quiet_lists_no_files()
    {
        var result = await Run("generate", At("made"), "--stakeholders", "40", "-q");
        Assert.Equal(new CliResult(0, "", ""), result);
        Assert.True(File.Exists(At("made", "truth.json")));
        Assert.Equal(new CliResult(0, "", ""), await Run("init", At("new"), "--quiet"));
    }
}
