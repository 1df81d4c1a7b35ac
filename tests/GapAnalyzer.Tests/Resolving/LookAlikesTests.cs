using System.Globalization;
using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

/// <summary>What is suggested, what is not, and why.</summary>
public sealed class LookAlikesTests
{
    [Theory]
    [InlineData("World Vision", "Wold Vision", "one letter differs")]
    [InlineData("International Rescue Commettee", "International Rescue Committee", "one letter differs")]
    [InlineData("Village Reach", "VillageReach", "only spaces, punctuation or an acronym in brackets differ")]
    [InlineData("Punjab Legal Aid Bureau", "Bureau Legal Aid Punjab", "the same words in another order")]
    [InlineData("SSDO", "Society for Safe Digital Organising", "acronym of the name")]
    [InlineData("Kandahar Weavers Guild", "Kandahar Weavers Guild Association", "one name contains the other")]
    [InlineData("TDH Mekong", "Terre des Hommes Mekong", "words of one are initials in the other")]
    [InlineData("Ministry of Health", "Ministerio de Saude", "the same words in another language")]
    public void Names_of_one_organisation_are_suggested_with_the_reason(string a, string b, string reason)
    {
        var suggestion = Assert.Single(LookAlikes.Find(Names(a, b)));
        Assert.Contains(reason, suggestion.Reasons);
        Assert.InRange(suggestion.Score, LookAlikes.DefaultThreshold, 1);
    }

    [Theory]
    [InlineData("PAM", "WFP")]
    [InlineData("OMS", "WHO")]
    [InlineData("ACNUR", "UNHCR")]
    [InlineData("CICR", "International Committee of the Red Cross")]
    [InlineData("Fondo de Población de las Naciones Unidas", "United Nations Population Fund")]
    [InlineData("Organisation internationale pour la migration", "IOM")]
    public void Well_known_organisations_are_found_across_languages(string a, string b) =>
        Assert.Contains(Assert.Single(LookAlikes.Find(Names(a, b))).Reasons, reason => reason.StartsWith("both are names of ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Caritas Bamenda", "Caritas Kumba")]
    [InlineData("Punjab Police", "Sindh Police")]
    [InlineData("Ministry of Health", "Ministry of Education")]
    [InlineData("DPS Sofala", "DPS Manica")]
    [InlineData("Spanish Red Cross", "Swiss Red Cross")]
    [InlineData("Médecins Sans Frontières - Belgique", "Médecins Sans Frontières Suisse")]
    [InlineData("MSF-E", "MSF-F")]
    [InlineData("Police Station 12", "Police Station 21")]
    [InlineData("IRC", "NRC")]
    [InlineData("UNDP", "UNDSS")]
    [InlineData("Danish Refugee Council", "Norwegian Refugee Council")]
    [InlineData("United Nations Development Programme", "United Nations Environment Programme")]
    [InlineData("Somali Development Organization", "Somaliland Development Organization")]
    [InlineData("CARE", "CARE/Oxfam")]
    [InlineData("Medair", "Medair with FH")]
    public void Different_organisations_with_like_names_are_not_suggested(string a, string b) => Assert.Empty(LookAlikes.Find(Names(a, b)));

    [Fact]
    public void The_name_with_more_participations_is_the_canonical_one_and_on_a_tie_the_first_by_name()
    {
        var used = new SmallDatasets().Sector("NGO", "World Vision", "Wold Vision").Activity("1", "T", "P", "2024", "Wold Vision").Build();
        Assert.Equal("Wold Vision", used.Stakeholders[Assert.Single(LookAlikes.Find(used)).Canonical.Index].Name);
        var tied = Names("World Vision", "Wold Vision");
        Assert.Equal("Wold Vision", tied.Stakeholders[Assert.Single(LookAlikes.Find(tied)).Canonical.Index].Name);
    }

    [Fact]
    public void Working_on_the_same_themes_in_the_same_places_raises_the_score_and_is_a_reason()
    {
        SmallDatasets Two() => new SmallDatasets().Sector("NGO", "World Vision", "Wold Vision");
        var apart = LookAlikes.Find(Two().Activity("1", "T", "P", "2024", "World Vision").Activity("2", "U", "Q", "2024", "Wold Vision").Build()).Single();
        var together = LookAlikes.Find(Two().Activity("1", "T", "P", "2024", "World Vision").Activity("2", "T", "P", "2024", "Wold Vision").Build()).Single();
        Assert.True(together.Score > apart.Score && together.Score <= 1);
        Assert.Contains("work on the same themes in the same places", together.Reasons);
        Assert.DoesNotContain("work on the same themes in the same places", apart.Reasons);
    }

    [Fact]
    public void An_acronym_of_two_names_is_suggested_for_neither() =>
        Assert.Empty(LookAlikes.Find(NameDatasets.Of([("SRC", null), ("Sample Red Crescent", "SRC"), ("Sturdy Rural Committee", "SRC")])));

    [Fact]
    public void A_name_with_half_a_surrogate_pair_is_compared_like_any_other() =>
        Assert.Single(LookAlikes.Find(Names("Kasaba\uD800 Vision", "Kasaba Vision")));

    [Fact]
    public void A_participant_that_stands_for_its_sector_is_never_suggested() =>
        Assert.Empty(LookAlikes.Find(new SmallDatasets().Stakeholder("Media", "Media", standIn: true).Stakeholder("Médias", "NGO").Build()));

    [Fact]
    public void A_spelling_stands_for_one_well_known_organisation_alone()
    {
        var spellings = Enumerable.Range(0, KnownOrganisations.Count).SelectMany(number => KnownOrganisations.SpellingsOf(number).Select(NameForm.FoldWords).Distinct());
        Assert.Empty(spellings.GroupBy(spelling => spelling).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Scores_lie_between_0_and_1_and_come_best_first()
    {
        var found = LookAlikes.Find(NameDatasets.Of(NameGenerator.Names(3_000, seed: 5)), threshold: 0);
        Assert.NotEmpty(found);
        Assert.All(found, suggestion => Assert.InRange(suggestion.Score, 0, 1));
        Assert.All(found.Where(suggestion => suggestion.Score >= 0.5), suggestion => Assert.NotEmpty(suggestion.Reasons));
        Assert.Equal(found.Select(s => s.Score).OrderDescending(), found.Select(s => s.Score));
    }

    [Fact]
    public void Two_runs_give_the_same_suggestions()
    {
        var dataset = NameDatasets.Of(NameGenerator.Names(3_000, seed: 5));
        Assert.Equal(Shown(LookAlikes.Find(dataset)), Shown(LookAlikes.Find(dataset)));

        static IEnumerable<string> Shown(IEnumerable<NameSuggestion> suggestions) =>
            suggestions.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Alias.Index} {s.Canonical.Index} {s.Score:R} {string.Join(';', s.Reasons)}"));
    }

    [Fact]
    public void The_number_of_compared_pairs_grows_with_the_number_of_names_and_not_with_its_square()
    {
        static int Pairs(int names) => CandidatePairs.Of([.. NameGenerator.Names(names, seed: 5).Select(name => NameForm.Of(name.Name, name.Acronym))]).Count;
        Assert.True(Pairs(20_000) < 25 * Pairs(2_000));
        Assert.True(Pairs(20_000) < 50 * 20_000);
    }

    private static Dataset Names(params string[] names) => NameDatasets.Of(names.Select(name => (name, (string?)null)));
}
