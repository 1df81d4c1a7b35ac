using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Tests.Reporting.Charts;

public sealed class PhrasesTests
{
    [Theory]
    [InlineData(0, 37, "none of 37 pairs that meet has ever worked together")]
    [InlineData(1, 37, "1 of 37 pairs that meet has ever worked together")]
    [InlineData(4, 37, "4 of 37 pairs that meet have ever worked together")]
    [InlineData(37, 37, "all 37 pairs that meet have worked together")]
    [InlineData(0, 1, "the one pair that meets has never worked together")]
    [InlineData(1, 1, "the one pair that meets has worked together")]
    public void Counts_agree_with_their_verbs(long satisfied, long required, string expected) =>
        Assert.Equal(expected, Phrases.Together(SampleAnalyses.Small, new Rate(satisfied, required, 0, 0, true), Texts.English));

    [Theory]
    [InlineData(0, 37, "none of 37 pairs that meet has a tie")]
    [InlineData(4, 37, "4 of 37 pairs that meet have a tie")]
    [InlineData(37, 37, "all 37 pairs that meet have a tie")]
    [InlineData(0, 1, "the one pair that meets has no tie")]
    [InlineData(1, 1, "the one pair that meets has a tie")]
    public void Declared_ties_are_not_called_work(long satisfied, long required, string expected) =>
        Assert.Equal(expected, Phrases.Together(SampleAnalyses.WithoutTies, new Rate(satisfied, required, 0, 0, true), Texts.English));

    [Fact]
    public void Meeting_is_defined_by_the_options()
    {
        Assert.Equal("Two organisations meet when both work on the same theme in the same place (over all years).", Phrases.Meeting(SampleAnalyses.Small, Texts.English));
        Assert.Equal("Two organisations meet when both work on the same theme in the same place in the same year.", Phrases.Meeting(SampleAnalyses.Medium, Texts.English));
    }

    [Theory]
    [InlineData("a\tb\nc", "a b c")]
    [InlineData("  a \u0001 b\u202E ", "a b")]
    [InlineData("Me\u0301decins", "Médecins")]
    public void Names_are_on_one_line(string name, string expected) => Assert.Equal(expected, ChartNames.OneLine(name));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Assert.Equal("half \uFFFD pair", ChartNames.OneLine("half \ud83d pair"));

    /// <summary>Two have the acronym NPB: it names neither. The third is called by its own, and a title says which that is.</summary>
    [Fact]
    public void An_acronym_that_two_have_gives_way_to_their_names()
    {
        var dataset = new SmallDatasets().Sector("A", "National Police Bureau", "Northern Police Board", "Federal Investigation Agency").Build();
        string[] acronyms = ["FIA", "NPB", "NPB"];
        var names = new ChartNames(
            dataset with { Stakeholders = [.. dataset.Stakeholders.OrderBy(who => who.Name, StringComparer.Ordinal).Zip(acronyms, (who, acronym) => who with { Acronym = acronym })] },
            Texts.English, Typography.Default);

        Assert.Equal("FIA", names.Of(new StakeholderId(0)));
        Assert.Equal("National Police Bureau", names.Of(new StakeholderId(1)));
        Assert.Equal("Northern Police Board", names.Of(new StakeholderId(2)));
        Assert.Equal("Federal Investigation Agency (FIA)", names.InTitle(new StakeholderId(0)));
        Assert.Equal("National Police Bureau", names.InTitle(new StakeholderId(1)));
    }

    [Fact]
    public void A_name_the_font_lacks_is_shown_by_its_id()
    {
        var analysis = SampleAnalyses.Hostile;
        var names = new ChartNames(analysis.Dataset, Texts.English, Typography.Default);

        // Arabic is set as it is, isolated from what is around it; Chinese is not carried.
        Assert.Equal("\u2068منظمة حقوق الإنسان 1\u2069", names.Of(new StakeholderId(1)));
        Assert.Equal("\u2068پنجاب\u2069", names.Of((PlaceId?)new PlaceId(0)));
        Assert.False(names.Replaced);
        Assert.Equal("org-002", names.Of(new StakeholderId(2)));
        Assert.True(names.Replaced);
    }
}
