using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Tests.Reporting.Words;

/// <summary>Between whom, where, and what to do next; datasets small enough to count by hand.</summary>
public sealed class FirstScreenTests
{
    [Fact]
    public void The_sectors_with_the_most_missing_links_are_named_with_their_numbers_and_what_the_test_allows()
    {
        // In P1 A, B, M meet; in P2 A, G meet. Tied: A-M. Missing across sectors: B-M (NGO, Media); A-G (NGO, Government); in P3 B, N meet (NGO, Media).
        var data = new SmallDatasets().Sector("NGO", "A", "B").Sector("Media", "M", "N").Sector("Government", "G")
            .Activity("a1", "T", "P1", "2024", "A", "M").Activity("a2", "T", "P1", "2024", "B")
            .Activity("a3", "T", "P2", "2024", "A").Activity("a4", "T", "P2", "2024", "G")
            .Activity("a5", "T", "P3", "2024", "B").Activity("a6", "T", "P3", "2024", "N");

        var lines = HeadlineText.Lines(data.Run());

        Assert.Contains(lines, line => line.StartsWith("The most missing links across sectors lie between Media and NGO: 2 of 3. Of the 3 pairs of these two that meet, 1 is tied (33 %). Tested against chance:", StringComparison.Ordinal)
            || line.StartsWith("The most missing links across sectors lie between NGO and Media: 2 of 3. Of the 3 pairs of these two that meet, 1 is tied (33 %). Tested against chance:", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_two_stand_level_none_is_called_the_most()
    {
        var data = new SmallDatasets().Sector("NGO", "A", "B").Sector("Media", "M").Sector("Government", "G")
            .Activity("a1", "T", "P1", "2024", "A").Activity("a2", "T", "P1", "2024", "M").Activity("a3", "T", "P2", "2024", "B").Activity("a4", "T", "P2", "2024", "G").Tie("A", "B");

        Assert.DoesNotContain(HeadlineText.Lines(data.Run()), line => line.Contains("most", StringComparison.Ordinal));
    }

    [Fact]
    public void What_to_do_next_asks_first_and_names_only_who_is_tied_to_both()
    {
        var data = new SmallDatasets().Sector("NGO", "A").Sector("Media", "M").Sector("Government", "G")
            .Activity("a1", "T", "P1", "2024", "A").Activity("a2", "T", "P1", "2024", "M");

        Assert.Equal(
            "Ask this pair whether they work together unrecorded, and introduce them if not: A and M, for instance through G.",
            NextText.Lines(data.Tie("A", "G").Tie("M", "G").Run())[0]);
    }

    /// <summary>Of three sectors, all at work in P and none tied, all three pairs meet: one meeting closes them. H is tied to A elsewhere.</summary>
    [Fact]
    public void The_meeting_that_closes_the_most_comes_first()
    {
        var data = new SmallDatasets().Sector("NGO", "A").Sector("Media", "M").Sector("Government", "G", "H")
            .Activity("a1", "T", "P", "2024", "A").Activity("a2", "T", "P", "2024", "M").Activity("a3", "T", "P", "2024", "G").Tie("A", "H");

        Assert.Equal(
            "Convene a meeting of 3 organisations at work on this: T, P. It alone would close 3 of the 3 gaps across sectors.",
            NextText.Lines(data.Run())[0]);
    }

    [Fact]
    public void Without_tie_evidence_the_next_step_is_to_record_it() =>
        Assert.StartsWith("Record who works with whom", NextText.Lines(ReportFixtures.WithoutTies)[0], StringComparison.Ordinal);

    [Fact]
    public void Where_no_link_is_missing_and_no_place_is_uncovered_nothing_is_advised() =>
        Assert.Empty(NextText.Lines(new SmallDatasets().Sector("NGO", "A").Sector("Media", "B").Activity("a1", "T", "P", "2024", "A", "B").Run()));
}
