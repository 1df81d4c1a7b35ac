using GapAnalyzer.Domain;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Tests.Reporting.Charts;

public sealed class NetworkLayoutTests
{
    [Theory]
    [InlineData("small", 38)]
    [InlineData("medium", 120)]
    [InlineData("large", 300)]
    [InlineData("huge", 300)]
    public void Every_node_stands_alone_and_both_ends_of_every_drawn_gap_are_named(string sample, int nodes)
    {
        var analysis = SampleAnalyses.All[sample]();
        var selection = NetworkSelection.Of(analysis);
        var layout = NetworkDrawing.Layout(analysis, selection, new ChartNames(analysis.Dataset, Texts.English, Typography.Default), Texts.English);

        Assert.Equal(nodes, layout.Nodes.Count);
        Assert.Equal(nodes, layout.Nodes.Select(node => (node.X, node.Y)).Distinct().Count());
        Assert.InRange(selection.Gaps.Count, 1, NetworkSelection.MostGaps);
        var named = layout.Labels.Select(label => label.Node.Stakeholder).ToHashSet();
        Assert.All(selection.Gaps, gap => Assert.True(named.Contains(gap.A) && named.Contains(gap.B)));
        Assert.All(selection.Gaps, gap => Assert.True(gap.CrossSector));
    }

    [Fact]
    public void A_small_network_names_everyone()
    {
        var analysis = SampleAnalyses.Small;
        var layout = NetworkDrawing.Layout(analysis, NetworkSelection.Of(analysis), new ChartNames(analysis.Dataset, Texts.English, Typography.Default), Texts.English);

        Assert.Equal(38, layout.Labels.Count);
    }

    [Theory]
    [InlineData("medium")]
    [InlineData("large")]
    [InlineData("huge")]
    public void A_name_stands_beside_its_node(string sample)
    {
        var analysis = SampleAnalyses.All[sample]();
        var layout = NetworkDrawing.Layout(analysis, NetworkSelection.Of(analysis), new ChartNames(analysis.Dataset, Texts.English, Typography.Default), Texts.English);

        // Names of gap ends have to be shown, so a few of them may give way by up to two lines.
        Assert.All(layout.Labels, label => Assert.InRange(MathF.Abs(label.Y - label.Node.Y), 0, 2 * NetworkLayout.LabelHeight));
        Assert.True(layout.Labels.Count(label => MathF.Abs(label.Y - label.Node.Y) <= NetworkLayout.LabelHeight / 2) > 0.85 * layout.Labels.Count);
    }

    [Fact]
    public void Neighbours_do_not_touch()
    {
        var analysis = SampleAnalyses.Large;
        var layout = NetworkDrawing.Layout(analysis, NetworkSelection.Of(analysis), new ChartNames(analysis.Dataset, Texts.English, Typography.Default), Texts.English);

        foreach (var side in layout.Nodes.GroupBy(node => node.RightSide))
        {
            var ys = side.Select(node => node.Y).Order().ToList();
            Assert.All(ys.Zip(ys.Skip(1)), pair => Assert.True(pair.Second - pair.First > layout.NodeRadius));
        }
    }

    [Fact]
    public void What_cannot_be_shown_is_said()
    {
        var large = ChartCatalog.All.Single(chart => chart.Id == "network").Draw(SampleAnalyses.Huge).Chart!;

        Assert.Contains("Shown are the 300 organisations with most missing links and ties.", large.Subtitle, StringComparison.Ordinal);
        Assert.Contains("organisations are shown without a name.", large.Subtitle.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 10f, 30f, 50f }, new[] { 10f, 30f, 50f })] // far enough apart: nothing moves
    [InlineData(new[] { 20f, 22f }, new[] { 16f, 26f })] // 2 apart, 10 wanted: each gives way by 4
    [InlineData(new[] { 1f, 2f, 3f }, new[] { 0f, 10f, 20f })] // pooled to -8, 2, 12, then pushed off the upper limit
    [InlineData(new[] { 98f, 99f }, new[] { 90f, 100f })] // and off the lower one
    public void Labels_give_way_as_little_as_possible(float[] wanted, float[] expected) =>
        Assert.Equal(expected, LabelStack.Spread(wanted, 10, 0, 100));

    [Theory]
    [InlineData(new[] { 5, 5 }, 7)]
    [InlineData(new[] { 10, 1, 1, 1 }, 9)] // 12 | 3+3+3, a sector weighing two more than its stakeholders
    [InlineData(new[] { 8, 7, 6, 5, 4 }, 19)] // 10+9 | 8+7+6 is 19 against 21
    public void Sectors_are_shared_out_evenly(int[] sizes, int smallerSide)
    {
        var blocks = sizes.Select((size, i) => new NetworkBlock(
            new SectorId(i), $"S{i}", string.Empty, [.. Enumerable.Range(0, size).Select(k => new StakeholderId((100 * i) + k))], 0)).ToList();

        var (left, right) = NetworkSides.Split(blocks);

        int Size(IReadOnlyList<NetworkBlock> side) => side.Sum(block => block.Nodes.Count + 2);
        Assert.Equal(sizes.Length, left.Count + right.Count);
        Assert.Equal(0, left[0].Sector.Index);
        Assert.Equal(smallerSide, Math.Min(Size(left), Size(right)));
    }
}
