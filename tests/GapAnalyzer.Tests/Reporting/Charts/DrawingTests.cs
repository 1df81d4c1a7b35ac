using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Words;
using SkiaSharp;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>Rules of drawing that several charts share.</summary>
public sealed class DrawingTests
{
    [Theory]
    [InlineData(0, new[] { 0, 0.01 })]
    [InlineData(0.031, new[] { 0, 0.01, 0.02, 0.03, 0.04 })]
    [InlineData(0.046, new[] { 0, 0.02, 0.04, 0.06 })]
    [InlineData(0.11, new[] { 0, 0.05, 0.10, 0.15 })]
    [InlineData(0.58, new[] { 0, 0.2, 0.4, 0.6 })]
    [InlineData(0.84, new[] { 0, 0.25, 0.5, 0.75, 1 })]
    [InlineData(1.2, new[] { 0, 0.25, 0.5, 0.75, 1 })]
    public void Scales_of_shares_count_in_even_steps(double most, double[] ticks) => Assert.Equal(ticks, RangeScale.Ticks(most));

    [Fact]
    public void A_scale_holds_its_value_on_no_more_than_four_steps() => Assert.All(Enumerable.Range(0, 1001).Select(i => i / 1000.0), most =>
    {
        var ticks = RangeScale.Ticks(most);
        Assert.InRange(ticks[^1], most, 1);
        Assert.InRange(ticks.Count, 2, 5);
    });

    [Theory]
    [InlineData(0, 5, 30, 5, true)] // through
    [InlineData(12, 3, 18, 7, true)] // within
    [InlineData(0, 0, 5, 5, false)] // ends before
    [InlineData(0, 11, 30, 11, false)] // beneath
    [InlineData(0, 0, 12, 30, false)] // past a corner
    [InlineData(8, 5, 12, 5, true)] // ends inside
    [InlineData(15, -5, 15, 20, true)] // upright
    public void Lines_cross_a_box_where_a_point_of_them_is_inside(float x1, float y1, float x2, float y2, bool crossed)
    {
        var box = new Box(10, 0, 10, 10);

        Assert.Equal(crossed, box.IsCrossedBy(x1, y1, x2, y2));
        Assert.Equal(crossed, box.IsCrossedBy(x2, y2, x1, y1));
    }

    /// <summary>Dashes of 7 with spaces of 4: whatever the length, paint at both ends, and three in eleven of it is left free, give or take the last.</summary>
    [Theory]
    [InlineData(100)]
    [InlineData(103.5f)]
    [InlineData(107.9f)]
    [InlineData(640)]
    public void A_dashed_line_begins_and_ends_with_a_dash(float length)
    {
        using var sheet = new Sheet(40, Typography.Default);
        sheet.Curves([new(new(50, 20), new(50 + (length / 2), 20), new(50 + length, 20))], Palette.Ink, 2, 7, 4);
        using var picture = SKBitmap.Decode(sheet.ToPng());

        bool Painted(float x) => picture.GetPixel((int)(x * Chart.PngScale), 20 * Chart.PngScale).Red < 128;
        Assert.True(Painted(52) && Painted(50 + length - 2));
        Assert.False(Painted(48) || Painted(50 + length + 2));
        int free = Enumerable.Range(0, (int)length).Count(i => !Painted(50.25f + i));
        Assert.InRange(free / length, 0.3, 0.42);
    }

    [Theory]
    [InlineData(400, "^Federal Investigation Agency \\(Law enforcement\\)$")]
    [InlineData(160, "^Federal I[a-z]*… \\(Law[ a-z]*…\\)$")]
    public void What_stands_behind_a_pair_is_never_cut(float width, string expected)
    {
        string pair = Typography.Default.FitPair("Federal Investigation Agency", "Law enforcement", TextStyle.Label, width, " (", ")");

        Assert.Matches(expected, pair);
        Assert.InRange(Typography.Default.Width(pair, TextStyle.Label), 0, width);
    }

    /// <summary>Two sectors of 9 and 15: the larger is cut, and both parts of it are put against the smaller one.</summary>
    [Fact]
    public void Parts_of_a_sector_on_one_side_are_one()
    {
        var analysis = SampleAnalyses.All["few"]();
        var layout = NetworkDrawing.Layout(analysis, NetworkSelection.Of(analysis), new ChartNames(analysis.Dataset, Texts.English, Typography.Default), Texts.English);

        Assert.Equal(["abc0 (9)", "abc1 (15)"], layout.Headings.Select(heading => heading.Text));
        Assert.Equal(24, layout.Nodes.Count);
    }
}
