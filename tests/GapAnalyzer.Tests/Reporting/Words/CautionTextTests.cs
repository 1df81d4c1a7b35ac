using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Tests.Reporting.Words;

public sealed class CautionTextTests
{
    /// <summary>Of 20 activities one lacks its date, which is 5 %; of 21 it is less.</summary>
    [Theory]
    [InlineData(19, "1 of 20 activities (5 %) is in no pair: 1 has no usable date.")]
    [InlineData(20, null)]
    public void What_is_in_no_pair_is_said_from_one_in_twenty(int dated, string? said)
    {
        var small = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Tie("A", "B").Activity("undated", "T", "P", null, "A");
        for (var i = 0; i < dated; i++)
            small.Activity($"{i:00}", "T", "P", "2024", "B");

        Assert.Equal(said, CautionText.Lines(small.Run(), Texts.English).SingleOrDefault());
    }

    /// <summary>All four meet in one activity, so that six pairs are tied, three of them between spellings of one name.</summary>
    [Fact]
    public void Ties_between_names_that_look_alike_are_said_beside_the_headline()
    {
        string[] names = ["Norwegian Refugee Council", "Norwegian Refuge Council", "Norvegian Refugee Council", "Ministry of Health"];
        var analysis = new SmallDatasets().Sector("INGO", names[..3]).Sector("Government", names[3])
            .Activity("1", "T", "P", "2024", names).Run();

        Assert.Equal(6, analysis.Ties.M);
        Assert.Equal(3, analysis.LookAlikeTies);
        Assert.Contains(CautionText.Lines(analysis, Texts.English), line => line.StartsWith("3 of the 6 known ties join two names", StringComparison.Ordinal));
    }
}
