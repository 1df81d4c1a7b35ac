using GapAnalyzer.Findings;

namespace GapAnalyzer.Tests.Findings;

/// <summary>The rules about what holds the network together, each at and just beside its limits; expected values by hand.</summary>
public sealed class StructureFindingTests
{
    /// <summary>A is tied to C and D; B to no one of the other sector. Four pairs meet.</summary>
    [Fact]
    public void A_single_broker_is_high_where_no_other_path_joins_the_sectors_and_low_where_one_does()
    {
        var small = Meeting().Tie("A", "C").Tie("A", "D").Tie("C", "D");
        var cut = Assert.Single(small.Run().Findings, f => f.Code == "single-broker");
        Assert.Equal((FindingSeverity.High, "A", "Gov", "none"), (cut.Severity, cut.Facts["stakeholder"], cut.Facts["sector"], cut.Facts["routes"]));
        Assert.Equal((2L, 4L, 1), (cut.Facts["ties"], cut.Facts["required"], cut.Facts["total"]));
        Assert.Equal(["Gov", "NGO"], cut.Subject);

        var around = Assert.Single(small.Sector("UN", "Z").Tie("B", "Z").Tie("D", "Z").Run().Findings, f => f.Code == "single-broker");
        Assert.Equal((FindingSeverity.Low, "others"), (around.Severity, around.Facts["routes"]));
    }

    [Fact]
    public void Two_disjoint_ties_are_no_single_broker_nor_is_the_only_member_of_a_sector_or_a_stand_in()
    {
        Assert.DoesNotContain(Meeting().Tie("A", "C").Tie("B", "D").Run().Findings, f => f.Code == "single-broker");
        var alone = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "C", "D", "E").Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", "2024", "C")
            .Activity("3", "T", "P", "2024", "D").Activity("4", "T", "P", "2024", "E").Tie("A", "C").Tie("A", "D");
        Assert.DoesNotContain(alone.Run().Findings, f => f.Code is "single-broker" or "fragile-sector-pair");
        var standIn = new SmallDatasets().Stakeholder("A", "Gov", standIn: true).Sector("Gov", "B").Sector("NGO", "C", "D").Tie("A", "C").Tie("A", "D");
        foreach (var (k, who) in new[] { "A", "B", "C", "D" }.Index())
            standIn.Activity($"{k}", "T", "P", "2024", who);
        Assert.DoesNotContain(standIn.Run().Findings, f => f.Code == "single-broker");
    }

    [Fact]
    public void One_tie_between_two_sectors_is_fragile_and_names_both_ends()
    {
        var found = Assert.Single(Meeting().Tie("B", "C").Run().Findings, f => f.Code == "fragile-sector-pair");
        Assert.Equal((FindingSeverity.Medium, "one-tie", "B", "C", 1L), (found.Severity, found.Facts["kind"], found.Facts["first"], found.Facts["second"], found.Facts["ties"]));
    }

    /// <summary>Three of each sector, nine pairs meet: all ties touch A or F. With ten pairs it would be medium.</summary>
    [Fact]
    public void Two_losses_that_leave_no_tie_are_fragile_from_three_of_each_sector()
    {
        var small = new SmallDatasets().Sector("Gov", "A", "B", "C").Sector("NGO", "D", "E", "F").Tie("A", "D").Tie("A", "E").Tie("B", "F").Tie("C", "F");
        foreach (var (k, who) in new[] { "A", "B", "C", "D", "E", "F" }.Index())
            small.Activity($"{k}", "T", "P", "2024", who);
        var found = Assert.Single(small.Run().Findings, f => f.Code == "fragile-sector-pair");
        Assert.Equal((FindingSeverity.Low, "two-losses", "A", "F"), (found.Severity, found.Facts["kind"], found.Facts["first"], found.Facts["second"]));
        Assert.DoesNotContain(small.Tie("C", "D").Run().Findings, f => f.Code == "fragile-sector-pair");
    }

    /// <summary>Two cliques of five that are the two sectors: adjusted Rand 1. With the sectors across the cliques nothing is found.</summary>
    [Fact]
    public void Communities_are_sectors_where_the_cliques_are()
    {
        string[] names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
        SmallDatasets Cliques(Func<int, string> sector)
        {
            var small = new SmallDatasets();
            for (var i = 0; i < names.Length; i++)
                small.Stakeholder(names[i], sector(i));
            foreach (var (i, j) in names.SelectMany((_, i) => names.Select((_, j) => (i, j))).Where(pair => pair.i < pair.j && pair.i / 5 == pair.j / 5))
                small.Tie(names[i], names[j]);
            return small.Tie("A", "F");
        }

        var found = Assert.Single(Cliques(i => i < 5 ? "Gov" : "NGO").Run().Findings, f => f.Code == "communities-are-sectors");
        Assert.Equal((FindingSeverity.High, 1.0, 2, 2, 10), (found.Severity, found.Facts["adjusted_rand"], found.Facts["communities"], found.Facts["sectors"], found.Facts["stakeholders"]));
        Assert.DoesNotContain(Cliques(i => i % 2 == 0 ? "Gov" : "NGO").Run().Findings, f => f.Code == "communities-are-sectors");
    }

    /// <summary>A leads 4 of 6 joint activities, and B two; the ties A-B, A-C and B-C rest on A's alone, A-D on a declared row as well.</summary>
    [Fact]
    public void One_organiser_of_two_thirds_of_the_joint_activities_is_high_and_its_own_ties_are_counted()
    {
        var small = new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C", "D")
            .Activity("1", "T", "P", "2024", "A:lead", "B", "C").Activity("2", "T", "P", "2024", "A:lead", "B").Activity("3", "T", "P", "2024", "A:lead", "C")
            .Activity("4", "T", "P", "2024", "A:lead", "D").Activity("5", "T", "P", "2024", "B:lead", "D").Activity("6", "T", "P", "2024", "B:lead", "D")
            .Activity("7", "T", "P", "2024", "A:lead").Tie("A", "D");
        var found = Assert.Single(small.Run().Findings, f => f.Code == "concentration-on-one-organiser");
        Assert.Equal((FindingSeverity.High, "A", 4, 6, 3L, 5L), (found.Severity, found.Facts["stakeholder"], found.Facts["led"], found.Facts["activities"], found.Facts["ties_alone"], found.Facts["ties"]));
        var more = small.Activity("8", "T", "P", "2024", "C:lead", "D");
        Assert.Equal(FindingSeverity.Medium, Assert.Single(more.Run().Findings, f => f.Code == "concentration-on-one-organiser").Severity);
        Assert.DoesNotContain(more.Run(new() { Ties = TieKinds.Declared }).Findings, f => f.Code == "concentration-on-one-organiser");
    }

    /// <summary>Two of each sector that meet at one place and time, each in an activity of its own.</summary>
    private static SmallDatasets Meeting() => new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C", "D")
        .Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", "2024", "B").Activity("3", "T", "P", "2024", "C").Activity("4", "T", "P", "2024", "D");
}
