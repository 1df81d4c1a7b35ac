using GapAnalyzer.Domain;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Tests.Reporting.Words;

public sealed class HeadlineTextTests
{
    [Fact]
    public void The_rate_stands_with_its_counts_and_its_range()
    {
        var analysis = ReportFixtures.Small;
        var rate = analysis.Headline.Coordination;
        var first = HeadlineText.Lines(analysis)[0];
        Assert.StartsWith($"Of the {rate.Required} pairs of organisations that work on the same theme in the same place in the same year, {rate.Satisfied} are known to", first, StringComparison.Ordinal);
        Assert.Contains("give or take", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_tie_evidence_it_says_so_first_and_names_no_rate()
    {
        var lines = HeadlineText.Lines(ReportFixtures.WithoutTies);
        Assert.Equal("The files show who is where, but not who works with whom, so no coordination rate can be measured.", lines[0]);
        Assert.Contains("cannot be told", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.DoesNotContain("%", line, StringComparison.Ordinal));
        Assert.Contains("with anyone present", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_was_not_chosen_is_not_blamed_on_the_files()
    {
        var data = new SmallDatasets().Sector("NGO", "A").Sector("Media", "B").Activity("a1", "T", "P", "2024", "A", "B");
        Assert.StartsWith("With the evidence chosen (declared ties only)", HeadlineText.Lines(data.Run(new() { Ties = TieKinds.Declared }))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void One_pair_is_told_in_the_singular()
    {
        var data = new SmallDatasets().Sector("NGO", "A").Sector("Media", "B").Activity("a1", "T", "P", "2024", "A", "B");
        Assert.StartsWith("Of the 1 pair of organisations that work on the same theme in the same place in the same year, 1 is known to have worked together in an activity: 100 %.", HeadlineText.Lines(data.Run())[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_one_meets_there_is_no_rate()
    {
        var lines = HeadlineText.Lines(new SmallDatasets().Sector("NGO", "A", "B", "C").Activity("a1", "T", "P", "2024", "A").Tie("A", "B").Run());
        Assert.StartsWith("No two organisations in these files work on the same theme", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void With_one_known_sector_coordination_across_sectors_cannot_be_told()
    {
        var lines = HeadlineText.Lines(ReportFixtures.WithoutDimensions);
        Assert.Contains("fewer than two sectors are known", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T", "P", PeriodGrain.Month, "work on the same theme in the same place in the same month")]
    [InlineData("T", null, PeriodGrain.Year, "work on the same theme in the same year")]
    [InlineData(null, "P", PeriodGrain.Quarter, "work in the same place in the same quarter")]
    [InlineData(null, null, PeriodGrain.All, "are active (over all years)")]
    public void What_counts_as_meeting_follows_the_settings_and_the_data(string? theme, string? place, PeriodGrain grain, string expected)
    {
        var data = new SmallDatasets().Sector("NGO", "A").Sector("Media", "B").Activity("a1", theme, place, "2024-05-01", "A", "B");
        Assert.Contains(expected, HeadlineText.Lines(data.Run(new() { Period = grain }))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_gaps_are_those_across_sectors_one_line_each()
    {
        var lines = HeadlineText.TopGaps(ReportFixtures.Small, 3);
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.Contains("no known tie", line, StringComparison.Ordinal));
        Assert.Equal(GapText.Foremost(ReportFixtures.Small, 3).Count(gap => gap.CrossSector), lines.Count);
    }

    [Fact]
    public void A_rate_of_none_or_all_or_of_few_pairs_has_no_range()
    {
        Assert.Equal("-", HeadlineText.Points(new(0, 9, 0, 9, true), 0.04));
        Assert.Equal("-", HeadlineText.Points(new(9, 9, 9, 9, true), 0.04));
        Assert.Equal("-", HeadlineText.Points(new(3, 9, 3, 9, true), 1e-17));
        Assert.Equal("-", HeadlineText.Points(new(3, 9, 3, 9, true), 0.04));
        Assert.Equal("8", HeadlineText.Points(new(3, 10, 3, 10, true), 0.04));
    }

    [Fact]
    public void A_range_of_most_of_the_scale_is_said_to_be_none()
    {
        Assert.Equal(" (give or take 50 points)", HeadlineText.GiveOrTake(new(3, 12, 3, 12, true), 0.25, Texts.English));
        Assert.Equal(" (too few pairs for a range)", HeadlineText.GiveOrTake(new(3, 12, 3, 12, true), 0.26, Texts.English));
        Assert.Equal(" (too few pairs for a range)", HeadlineText.GiveOrTake(new(3, 9, 3, 9, true), 0.04, Texts.English));
        Assert.Equal("", HeadlineText.GiveOrTake(new(3, 9, 3, 9, true), double.NaN, Texts.English));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "A")]
    [InlineData(2, "A and B")]
    [InlineData(3, "A, B and C")]
    [InlineData(5, "A, B, C and 2 more")]
    public void A_list_of_names_reads_as_in_a_sentence(int count, string expected) =>
        Assert.Equal(expected, Listing.Of(new[] { "A", "B", "C", "D", "E" }.Take(count), 3, Texts.English));
}
