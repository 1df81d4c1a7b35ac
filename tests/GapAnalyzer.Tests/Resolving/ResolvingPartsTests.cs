using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

public class OrganisationTypesTests
{
    // input.md section 4, and the types of the twelve published tables.
    [Theory]
    [InlineData("Government", "Gov", "GOVERNMENT", "Gouvernement", "gobierno", "Autoridad gubernamental", "Autre institution étatique", "10", "11", "15")]
    [InlineData("International NGO", "INGO", "International NGO", "ONG int", "ONG Internacional", "ONG Internationale", "ONGs internacionais", "21", "23")]
    [InlineData("National NGO", "NNGO", "National NGO", "ONG nationale", "ONG Nacional", "ONGs nacionais", "22", "24")]
    [InlineData("United Nations", "UN", "UN Agency", "naciones unidas", "Nations Unies", "Agence des nations unies", "Agências das Nações Unidas")]
    [InlineData("Red Cross/Red Crescent", "Red Cross", "Red Cross/Red Crescent Movement", "Croix Rouge", "Mouvement de la Croix-Rouge", "Cruz Vermelha/Crescente Vermelho")]
    [InlineData("Academic", "Academic", "Academia", "80")]
    [InlineData("Donor", "Donor", "Bailleur", "60")]
    [InlineData("International Organization", "International Organization", "Multilateral", "40")]
    [InlineData("Private sector", "Private Sector", "30", "70", "71", "72", "73")]
    [InlineData("Civil society", "Civil society", "CSO", "Société civile")]
    [InlineData("Local NGO", "Local NGO", "ONG locale")]
    [InlineData("Religious", "Faith-based", "Iglesia/Grupo religioso")]
    [InlineData("Law enforcement", "Police", "Law Enforcement")]
    [InlineData("Judiciary", "Judiciary", "Courts")]
    [InlineData("Media", "Media")]
    [InlineData("Military", "Military")]
    [InlineData("Embassy", "Embassy")]
    [InlineData("Other", "Other", "Autre", "Otro", "90")]
    [InlineData("Unknown", "Unknown", "Inconnu")]
    [InlineData("Government", "Government (ministry)")]
    public void Spellings_of_a_type_are_one_sector(string sector, params string[] types) =>
        Assert.All(types, type => Assert.Equal(sector, OrganisationTypes.SectorOf(type)));

    [Theory]
    [InlineData("Academic", "University", "Université", "Universidad")]
    [InlineData("Civil society", "Civil society", "Organisation de la société civile", "Sociedad civil", "OSC")]
    [InlineData("Donor", "Donor", "Bailleur de fonds", "Donante")]
    [InlineData("Embassy", "Embassy", "Ambassade", "Embajada")]
    [InlineData("Government", "Local government", "Gouvernement", "Gobierno local")]
    [InlineData("International Organization", "International organisation", "Organisation internationale", "Organismo internacional")]
    [InlineData("Judiciary", "Court", "Tribunal", "Poder judicial")]
    [InlineData("Law enforcement", "Police", "Gendarmerie", "Policía")]
    [InlineData("Media", "Media", "Médias", "Medios de comunicación")]
    [InlineData("Military", "Armed forces", "Forces armées", "Fuerzas armadas")]
    [InlineData("Private sector", "Private sector", "Secteur privé", "Empresa privada")]
    [InlineData("Red Cross/Red Crescent", "Red Crescent", "Croissant-Rouge", "Cruz Roja")]
    [InlineData("Religious", "Faith-based organization", "Organisation religieuse", "Organización religiosa")]
    public void Types_are_known_in_english_french_and_spanish(string sector, params string[] types) =>
        Assert.All(types, type => Assert.Equal(sector, OrganisationTypes.SectorOf(type)));

    [Theory]
    [InlineData("Consórcio")]
    [InlineData("Implementing Partner")]
    [InlineData("n/a (see remarks)")]
    public void Any_other_type_is_kept_as_it_is(string type) => Assert.Null(OrganisationTypes.SectorOf(type));
}

public class MissingTests
{
    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("N/A")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("#VALUE!")]
    [InlineData("TBD")]
    [InlineData("Not specified")]
    [InlineData("No partner")]
    [InlineData("(vide)")]
    public void What_people_write_for_nothing_is_missing(string text) => Assert.True(Missing.Is(text));

    [Theory]
    [InlineData("0")]
    [InlineData("NAC")]
    [InlineData("International NGO n/a")]
    public void A_text_that_holds_such_a_word_is_not(string text) => Assert.False(Missing.Is(text));
}

public class CellsTests
{
    [Theory]
    [InlineData("A; B|C\nD", "A", "B", "C", "D")]
    [InlineData("A, B & C", "A, B & C")]
    [InlineData("A;;n/a; B", "A", "B")]
    public void A_cell_is_split_at_safe_signs_only(string cell, params string[] parts) => Assert.Equal(parts, Cells.Split(cell));
}

public class NearestTests
{
    [Theory]
    [InlineData("Clustre", "Cluster")]
    [InlineData("clusters", "Cluster")]
    [InlineData("zzz", null)]
    public void The_nearest_candidate_is_at_most_a_third_away(string text, string? expected) => Assert.Equal(expected, Nearest.Find(text, ["Sector", "Cluster", "Region"]));

    [Fact]
    public void Of_two_equally_near_the_first_in_ordinal_order_is_suggested() => Assert.Equal("A17", Nearest.Find("A1", ["A19", "A17"]));

    [Fact]
    public void Suggestions_for_a_million_wrong_names_end_when_they_have_cost_enough()
    {
        var asked = new Suggestions(() => Enumerable.Range(0, 100_000).Select(i => $"stakeholder number {i}"));
        var answers = Enumerable.Range(0, 100_000).Select(i => asked.For($"stakeholder numbre {i}", "expected an id")).ToList();
        Assert.Equal("did you mean 'stakeholder number 0'?", answers[0]);
        Assert.Equal("expected an id", answers[^1]);
    }
}

public class RoleNamesTests
{
    [Theory]
    [InlineData("lead", Roles.Lead)]
    [InlineData("Co-host", Roles.CoHost)]
    [InlineData("implementing", Roles.Implementing)]
    [InlineData("coordinator", Roles.Coordinator)]
    [InlineData("1", Roles.Funder)]
    [InlineData("2", Roles.Accountable)]
    [InlineData("4", Roles.Implementing)]
    [InlineData("", Roles.Participant)]
    [InlineData("lead; funder", Roles.Lead | Roles.Funder)]
    public void A_known_role_is_read(string text, Roles roles) => Assert.Equal((roles, true), RoleNames.Parse(text));

    [Theory]
    [InlineData("attendee", Roles.Participant)]
    [InlineData("partner", Roles.Participant)]
    [InlineData("observer", Roles.Participant)]
    [InlineData("lead; observer", Roles.Lead | Roles.Participant)]
    public void An_unknown_role_counts_as_participant_and_is_told(string text, Roles roles) => Assert.Equal((roles, false), RoleNames.Parse(text));
}

public class AliasTableTests
{
    private readonly AliasTable aliases = new();
    private readonly DiagnosticCollector diagnostics = new();

    private AliasTable Table(params (string Alias, string Canonical)[] rows)
    {
        foreach (var (row, line) in rows.Select((row, i) => (row, i + 2)))
            aliases.Add(row.Alias, row.Canonical, new(0, line));
        aliases.Settle("aliases.csv", diagnostics);
        return aliases;
    }

    private IReadOnlyList<string> Said => [.. diagnostics.ToList().Items.Select(item => item.ToString())];

    [Fact]
    public void An_alias_stands_for_its_canonical_name_and_a_chain_for_its_end()
    {
        var table = Table(("PAM", "WFP"), ("WFP", "World Food Programme"));
        Assert.Equal(("world food programme", "world food programme", "unicef"), (table.Resolve("pam"), table.Resolve("wfp"), table.Resolve("unicef")));
        Assert.Equal("World Food Programme", table.SpellingOf("world food programme"));
        Assert.Empty(Said);
    }

    [Fact]
    public void A_long_chain_is_followed_to_its_end() =>
        Assert.Equal("n30", Table([.. Enumerable.Range(0, 30).Select(i => ($"n{i}", $"n{i + 1}"))]).Resolve("n0"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Names_in_a_circle_are_one_name_whatever_the_order_of_the_rows(int first)
    {
        (string, string)[] rows = [("WFP", "PAM"), ("PAM", "WFP"), ("Programme alimentaire", "WFP")];
        var table = Table([.. rows.Skip(first), .. rows.Take(first)]);
        Assert.Equal(["pam", "pam", "pam"], new[] { "wfp", "pam", "programme alimentaire" }.Select(table.Resolve));
        Assert.Single(Said, said => said.Contains("alias 'pam' leads back to itself", StringComparison.Ordinal));
    }

    [Fact]
    public void An_alias_of_two_names_is_not_used_and_told_with_its_line()
    {
        var table = Table(("SCI", "Save the Children"), ("SCI", "Service Civil International"));
        Assert.Equal("sci", table.Resolve("sci"));
        Assert.Equal(["aliases.csv:2: GAP3014 alias 'sci' stands for 'save the children' (1), 'service civil international' (1); expected one name; the alias was not used"], Said);
    }

    [Fact]
    public void An_alias_of_another_spelling_of_itself_is_no_circle()
    {
        Assert.Equal("unicef", Table(("Unicef", "UNICEF")).Resolve("unicef"));
        Assert.Empty(Said);
    }
}

public class OrganisationIndexTests
{
    private static readonly OrganisationRef[] NoOthers = [];

    private static OrganisationIndex Index(params (string Name, string Acronym)[] cells)
    {
        var index = new OrganisationIndex(new());
        foreach (var (name, acronym) in cells)
            index.Learn(new(name, acronym));
        return index;
    }

    private static string Identity(OrganisationIndex index, string name, string acronym = "", params OrganisationRef[] others) =>
        index.IdentityOf(new(name, acronym), others);

    [Fact]
    public void An_acronym_and_a_name_in_one_row_are_one_organisation() =>
        Assert.Equal("world food programme", Identity(Index(("World Food Programme", "WFP")), "World food  programme", "wfp"));

    [Fact]
    public void A_bare_acronym_is_the_one_name_that_the_dataset_gives_it()
    {
        var index = Index(("World Food Programme", "WFP"));
        Assert.Equal("world food programme", Identity(index, "WFP"));
        Assert.Equal("world food programme", Identity(index, "", "W.F.P."));
        Assert.Equal("unicef", Identity(index, "UNICEF"));
    }

    [Fact]
    public void A_bare_acronym_of_two_names_stands_for_itself_and_is_told()
    {
        var index = Index(("Somali Red Crescent", "SRC"), ("Swiss Red Cross", "SRC"));
        Assert.Equal("src", Identity(index, "SRC"));
        Assert.Equal("somali red crescent", Identity(index, "Somali Red Crescent", "SRC"));
        var diagnostics = new DiagnosticCollector();
        index.Report(diagnostics, row => row is { } first ? ("3w.csv", first.Line) : ("", 0));
        Assert.Equal("GAP3003 the acronym 'SRC' is used for 'Somali Red Crescent', 'Swiss Red Cross'; expected one name; where it stands alone it was kept as an organisation of its own",
            Assert.Single(diagnostics.ToList().Items).ToString());
    }

    [Fact]
    public void A_bare_acronym_means_the_name_beside_it_in_the_same_row_first() =>
        Assert.Equal("swiss red cross", Identity(Index(("Somali Red Crescent", "SRC"), ("Swiss Red Cross", "SRC")), "SRC", "", new OrganisationRef("Swiss Red Cross", "SRC")));

    [Fact]
    public void An_acronym_that_is_a_word_of_the_name_beside_it_may_mean_another_as_well() =>
        Assert.Equal("caritas", Identity(Index(("Caritas Kalemie", "CARITAS")), "Caritas"));

    [Fact]
    public void A_name_that_is_its_own_acronym_is_one_organisation() => Assert.Equal("acted", Identity(Index(("ACTED", "ACTED")), "Acted"));

    [Fact]
    public void An_alias_wins_over_what_the_dataset_would_tell()
    {
        var aliases = new AliasTable();
        aliases.Add("SRC", "Swiss Red Cross", new(0, 2));
        aliases.Settle("aliases.csv", new());
        var index = new OrganisationIndex(aliases);
        index.Learn(new("Somali Red Crescent", "SRC"));
        Assert.Equal("swiss red cross", index.IdentityOf(new("SRC", ""), NoOthers));
    }
}

public class PlaceRegistryTests
{
    private readonly PlaceRegistry registry = new();
    private readonly DiagnosticCollector diagnostics = new();

    private IReadOnlyList<string> Settle(params (string Name1, string Code1, string Name2, string Code2, long Times)[] rows)
    {
        foreach (var (name1, code1, name2, code2, times) in rows)
            registry.Add(new(name1, code1, name2, code2, ""), times);
        return [.. registry.Settle(diagnostics, row => row is { } at ? ("3w.csv", at.Line) : ("", 0)).Select(place => $"{place.Level} {place.Name} {place.Code}".TrimEnd())];
    }

    private (int?, int?) At(string name1, string code1, string name2 = "", string code2 = "") =>
        registry.Of(new(name1, code1, name2, code2, "")) is var (one, two) ? (one?.Index, two?.Index) : default;

    [Fact]
    public void Spellings_of_one_name_are_one_place_shown_as_most_often_written() =>
        Assert.Equal(["1 Sool"], Settle(("SOOL", "", "", "", 2), ("Sool", "", "", "", 3)));

    [Fact]
    public void One_code_never_merges_two_names() =>
        Assert.Equal(["1 Bay", "1 Gedo"], Settle(("Bay", "SO24", "", "", 1), ("Gedo", "SO24", "", "", 1), ("Gedo", "SO26", "", "", 1)).Select(place => place[..Math.Min(6, place.Length)].TrimEnd()));

    [Fact]
    public void A_code_alone_is_the_one_name_that_has_it()
    {
        Settle(("Bay", "SO24", "", "", 4), ("Gedo", "SO25", "", "", 1), ("", "so24", "", "", 1));
        Assert.Equal(At("Bay", "SO24"), At("", "so24"));
    }

    [Fact]
    public void Else_a_code_alone_is_a_place_of_its_own() =>
        Assert.Equal(["1 Bay", "1 Gedo", "1 SO24"], Settle(("Bay", "SO24", "", "", 99), ("Gedo", "SO24", "", "", 1), ("", "SO24", "", "", 1)));

    [Fact]
    public void A_level_2_code_alone_is_a_place_in_each_level_1_place_that_it_stands_in()
    {
        Assert.Equal(["1 Copan", "1 Yoro", "2 31 (Copan)", "2 31 (Yoro)", "2 31 (level 1 unknown)"], Settle(("Copan", "", "", "31", 2), ("Yoro", "", "", "31", 1), ("", "", "", "31", 1)));
        Assert.NotEqual(At("Copan", "", "", "31").Item2, At("Yoro", "", "", "31").Item2);
    }

    [Fact]
    public void A_level_2_place_is_told_within_its_level_1_place_and_homonyms_carry_it_in_brackets() =>
        Assert.Equal(["1 East", "1 West", "2 Central (East)", "2 Central (West)"], Settle(("West", "", "Central", "", 1), ("East", "", "central", "", 1), ("East", "", "Central", "", 2)));

    [Fact]
    public void A_bare_name_finds_every_homonym_and_the_name_in_brackets_finds_one()
    {
        var places = Settle(("West", "", "Central", "", 1), ("East", "", "Central", "", 1), ("West", "W1", "North", "W1N", 1));
        string[] Found(string text) => [.. registry.Find(text).Select(place => places[place.Index])];
        Assert.Equal(["2 Central (East)", "2 Central (West)"], Found("central"));
        Assert.Equal(["2 Central (West)"], Found("Central (West)"));
        Assert.Equal(["2 North W1N"], Found("w1n"));
        Assert.Empty(Found("South"));
    }

    [Fact]
    public void A_bare_name_means_the_level_1_place_before_the_level_2_place_of_that_name()
    {
        var places = Settle(("Kabul", "", "Kabul", "", 1));
        Assert.Equal(["1 Kabul"], registry.Find("Kabul").Select(place => places[place.Index]));
    }

    [Fact]
    public void A_location_without_a_level_serves_every_level()
    {
        registry.Add(new("", "", "", "", "Camp 4"));
        var place = Assert.Single(registry.Settle(diagnostics, row => ("3w.csv", row?.Line ?? 0)));
        Assert.Equal(0, place.Level);
        Assert.Equal((new PlaceId(0), new PlaceId(0)), registry.Of(new("", "", "", "", "Camp 4")));
    }

    [Fact]
    public void A_name_with_two_codes_is_one_place_and_told()
    {
        Assert.Equal(["1 Bay SO24"], Settle(("Bay", "SO24", "", "", 9), ("Bay", "so25", "", "", 1)));
        Assert.Equal("GAP3009 level 1 place 'Bay' has the codes 'SO24' (9), 'SO25' (1); expected one code; the place is told by its name", Assert.Single(diagnostics.ToList().Items).ToString());
    }

    [Theory]
    [InlineData("National")]
    [InlineData("Nationwide")]
    [InlineData("Tout le pays")]
    [InlineData("Cobertura Nacional")]
    public void The_whole_country_is_no_place(string name) => Assert.True(PlaceRegistry.IsNationwide(name));
}

public class DiagnosticCollectorTests
{
    [Fact]
    public void The_order_of_gathering_does_not_matter_also_where_the_list_is_cut()
    {
        var lines = Enumerable.Range(1, 45_000).ToArray();
        IEnumerable<int> Kept(IEnumerable<int> order)
        {
            var collector = new DiagnosticCollector();
            foreach (var line in order)
                collector.Add(DiagnosticCatalog.NotADate, "a.csv", line, "", "found", "", "");
            Assert.Equal(45_000, collector.ToList().Counts["GAP2104"]);
            return collector.ToList().Items.Select(item => item.Line);
        }

        Assert.Equal(Enumerable.Range(1, DiagnosticList.MaxPerKind), Kept(lines));
        Assert.Equal(Kept(lines), Kept(lines.Reverse()));
    }

    [Fact]
    public void The_catalog_lists_every_kind_once_in_order_of_code()
    {
        var declared = typeof(DiagnosticCatalog).GetFields().Where(field => field.FieldType == typeof(DiagnosticKind)).Select(field => (DiagnosticKind)field.GetValue(null)!);
        Assert.Equal(declared.OrderBy(kind => kind.Code, StringComparer.Ordinal), DiagnosticCatalog.All);
        Assert.Equal(DiagnosticCatalog.All.Count, DiagnosticCatalog.All.Select(kind => kind.Key).Distinct().Count());
    }
}
