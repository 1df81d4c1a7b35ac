using System.Text.Json.Nodes;

namespace GapAnalyzer.Tests.Cli;

/// <summary><c>plan</c>: what lies in its folder.</summary>
public sealed class PlanCommandTests : CliTest
{
    private static readonly string Sample = Committed.PathOf("sample-data", "pakistan-counter-trafficking");

    /// <summary>A list of invitations for each meeting, and the chart with a row of numbers for each.</summary>
    [Fact]
    public async Task The_folder_has_the_plan_its_invitations_and_a_chart_of_what_each_meeting_closes()
    {
        var result = await Run("plan", Sample, "--meetings", "2", "-o", At("plan"), "--quiet");

        Assert.True(result.Code == 0, result.Error);
        var meetings = JsonNode.Parse(await File.ReadAllTextAsync(At("plan", "plan.json")))!["meetings"]!.AsArray();
        Assert.Equal(2, meetings.Count);
        Assert.Equal(["meeting-01.csv", "meeting-02.csv"], Directory.GetFiles(At("plan", "invitations")).Select(Path.GetFileName).Order());
        Assert.Equal(["meeting-curve.csv", "meeting-curve.png", "meeting-curve.svg"], Directory.GetFiles(At("plan", "charts")).Select(Path.GetFileName).Order());
        Assert.Equal(3, (await File.ReadAllLinesAsync(At("plan", "charts", "meeting-curve.csv"))).Length);
    }

    [Fact]
    public async Task Without_a_meeting_there_is_no_chart()
    {
        var result = await Run("plan", Sample, "--meetings", "0", "-o", At("plan"), "--quiet");

        Assert.True(result.Code == 0, result.Error);
        Assert.False(Directory.Exists(At("plan", "charts")));
    }
}
