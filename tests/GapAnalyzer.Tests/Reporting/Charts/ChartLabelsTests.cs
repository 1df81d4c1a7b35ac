using GapAnalyzer.Cli;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;
using SkiaSharp;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>Nothing overlaps and nothing is cut: the labels of every chart of every sample, real file and extreme, in every language.</summary>
public sealed class ChartLabelsTests
{
    public static TheoryData<string> Samples => [.. Directory.EnumerateFileSystemEntries(Committed.PathOf("sample-data"))
        .Where(path => Directory.Exists(path) || path.EndsWith(".csv", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> RealFiles => Files(SharedData.Tables);

    public static TheoryData<string> RealWorkbooks => Files(SharedData.Workbooks);

    public static TheoryData<string> MadeUp => [.. SampleAnalyses.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Labels_of_a_sample_keep_apart(string sample) => AssertApart(Analyse(Committed.PathOf("sample-data", sample)));

    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(RealFiles))]
    public void Labels_of_a_real_file_keep_apart(string file) => AssertApart(Analyse(Path.Combine(SharedData.Tables, file)));

    [SharedTheory("data/3w-xlsx")]
    [MemberData(nameof(RealWorkbooks))]
    public void Labels_of_a_real_workbook_keep_apart(string file) => AssertApart(Analyse(Path.Combine(SharedData.Workbooks, file)));

    [Theory]
    [MemberData(nameof(MadeUp))]
    public void Labels_of_made_up_extremes_keep_apart(string shape) => AssertApart(SampleAnalyses.All[shape]());

    [Fact]
    public void Labels_keep_apart_in_a_theme_with_a_footer_too()
    {
        var type = new Typography(Theme.Contrast with { Footer = new string('W', 200) });

        foreach (var chart in ChartCatalog.Draw(SampleAnalyses.Small, type: type))
            Assert.Empty(LabelCheck.Problems(chart));
    }

    [Theory]
    [InlineData(0, 0, 10, 5, true)]
    [InlineData(9, 4, 10, 5, true)]
    [InlineData(10, 0, 10, 5, false)]
    [InlineData(0, 5, 10, 5, false)]
    [InlineData(2, 2, 1, 1, true)]
    public void Boxes_overlap_where_they_share_room(float x, float y, float width, float height, bool overlap) =>
        Assert.Equal(overlap, LabelCheck.Overlap(Corners(0, 0, 10, 5), Corners(x, y, width, height)));

    [Fact]
    public void A_turned_box_overlaps_by_its_own_shape_and_not_by_the_upright_one_around_it()
    {
        // From (0, 0) to (10, 10) along the diagonal, one pixel thick: the corner at (9, 1) is free, the middle is not.
        SKPoint[] diagonal = [new(0, 0), new(10, 10), new(9.3f, 10.7f), new(-0.7f, 0.7f)];

        Assert.False(LabelCheck.Overlap(diagonal, Corners(8, 0, 2, 2)));
        Assert.True(LabelCheck.Overlap(diagonal, Corners(4, 4, 2, 2)));
    }

    private static void AssertApart(Analysis analysis)
    {
        var charts = Texts.Languages.SelectMany(language => ChartCatalog.Draw(analysis, Texts.Load(language))).ToList();

        Assert.Equal([], charts.SelectMany(LabelCheck.Problems));
    }

    private static Analysis Analyse(string path) => Analysis.Run(DatasetReader.Read(DataSources.Open(path), new()), new(), CancellationToken.None);

    private static SKPoint[] Corners(float x, float y, float width, float height) =>
        [new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)];

    private static TheoryData<string> Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : ["none"];
}
