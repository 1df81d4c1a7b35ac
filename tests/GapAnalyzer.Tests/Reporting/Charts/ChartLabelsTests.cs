using GapAnalyzer.Cli;
using GapAnalyzer.Comparing;
using GapAnalyzer.Domain;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;
using SkiaSharp;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>
/// Nothing overlaps and nothing is cut: the labels of every chart of every sample, real file and extreme, of comparisons within them
/// and of plans, in every language.
/// </summary>
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

    [Theory]
    [MemberData(nameof(Samples))]
    public void Labels_of_a_comparison_within_a_sample_keep_apart(string sample) => Assert.NotEmpty(AssertApartWithin(Read(Committed.PathOf("sample-data", sample))));

    /// <summary>Without two years with activities there is nothing to compare.</summary>
    [SharedTheory(SharedData.TablesFolder)]
    [MemberData(nameof(RealFiles))]
    public void Labels_of_a_comparison_within_a_real_file_keep_apart(string file) => AssertApartWithin(Read(Path.Combine(SharedData.Tables, file)));

    [Theory]
    [MemberData(nameof(MadeUp))]
    public void Labels_of_a_comparison_within_made_up_extremes_keep_apart(string shape) => AssertApartWithin(SampleAnalyses.All[shape]().Dataset);

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 20)]
    [InlineData(40, 6)]
    public void Labels_of_a_plan_keep_apart(int meetings, int seats)
    {
        foreach (var analysis in new[] { "small", "large", "long-names", "arabic" }.Select(shape => SampleAnalyses.All[shape]()))
        {
            var plan = Planner.Of(analysis, new() { Meetings = meetings, Seats = seats }, CancellationToken.None);
            Assert.NotEmpty(plan.Meetings.Meetings);
            AssertApart(analysis with { Plan = plan }, [MeetingCurve.Definition]);
        }
    }

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

    private static void AssertApart(Analysis analysis) => AssertApart(analysis, ChartCatalog.All);

    private static void AssertApart(Analysis analysis, IEnumerable<ChartDefinition<Analysis>> definitions) =>
        AssertApart([.. from language in Texts.Languages from definition in definitions select definition.Draw(analysis, Texts.Load(language)).Chart]);

    /// <summary>Two halves of the time from the first year with an activity to the last, and every year of it; returns what was drawn.</summary>
    private static List<Chart> AssertApartWithin(Dataset dataset)
    {
        int[] years = [.. dataset.Activities.Select(activity => activity.Dates).OfType<DateSpan>().Select(span => span.First.Year).Distinct().Order()];
        if (years.Length < 2)
            return [];
        int middle = years[years.Length / 2];
        TimeWindow[][] ways =
        [
            [Years(years[0], middle - 1), Years(middle, years[^1])],
            [.. years.Select(year => Years(year, year))],
        ];

        // What is drawn does not depend on how well chance is known: few shuffles keep the tests quick.
        var options = new AnalysisOptions { Permutations = 199, PermutationWork = 10_000_000 };
        var comparisons = ways.Select(windows => Comparer.OfWindows(dataset, windows, options, CancellationToken.None)).ToList();
        return AssertApart([.. from language in Texts.Languages from comparison in comparisons from chart in ChartCatalog.Draw(comparison, Texts.Load(language)) select chart]);
    }

    private static List<Chart> AssertApart(IEnumerable<Chart?> charts)
    {
        var drawn = charts.OfType<Chart>().ToList();

        Assert.Equal([], drawn.SelectMany(LabelCheck.Problems));
        return drawn;
    }

    private static TimeWindow Years(int first, int last) => new($"{first}–{last}", new(first, 1, 1), new(last, 12, 31));

    private static Analysis Analyse(string path) => Analysis.Run(Read(path), new(), CancellationToken.None);

    private static Dataset Read(string path) => DatasetReader.Read(DataSources.Open(path), new());

    private static SKPoint[] Corners(float x, float y, float width, float height) =>
        [new(x, y), new(x + width, y), new(x + width, y + height), new(x, y + height)];

    private static TheoryData<string> Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)] : ["none"];
}
