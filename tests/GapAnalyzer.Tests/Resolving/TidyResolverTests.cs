using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;
using GapAnalyzer.Tests.Reading;

namespace GapAnalyzer.Tests.Resolving;

public class TidyResolverTests
{
    private const string Three = "s1,Alpha,NGO\ns2,Beta,Government\ns3,Gamma,NGO\n";
    private const string One = "a1,Health,North,2024-05-01\n";

    [Fact]
    public void A_tidy_folder_becomes_the_model()
    {
        var data = Sources.Tidy(Three, One, "a1,s1,lead\na1,s2,funder\n").Read();
        Assert.Equal(
            [
                "sector Government True", "sector NGO True", "stakeholder s1 Alpha () NGO False", "stakeholder s2 Beta () Government False", "stakeholder s3 Gamma () NGO False",
                "theme Health", "place North  1 -", "activity a1  Health North@1 - 2024-05-01..2024-05-01 Day: Alpha Lead, Beta Funder", "participations 2",
            ],
            Facts.Of(data));
        Assert.Equal("activities.csv:2", data.Cite(data.With("a1").Sources[0]));
    }

    [Fact]
    public void Files_with_only_their_headers_are_valid()
    {
        var data = Sources.Tidy("", "", "").Read();
        Assert.Empty(data.Stakeholders);
        Assert.Equal(0, data.Rows.Read);
    }

    [Fact]
    public void Headers_may_be_written_in_other_ways() =>
        Assert.Equal(["A Lead"], Assert.Single(Sources.Folder(
            ("stakeholders.csv", "Org ID,Organisation\n1,A\n"), ("activities.csv", "Activity-ID,Pillar,District,Start\nx,P,D,2024\n"), ("participations.csv", "ACTIVITY_ID;organisation;Role\nx;A;lead\n"))
            .Read().Activities).Participations.Select(p => "A " + p.Roles));

    [Fact]
    public void Ids_that_differ_only_in_case_are_different_stakeholders()
    {
        var data = Sources.Tidy("S1,Alpha,NGO\ns1,Beta,NGO\n", One, "a1,s1,lead\na1,S1,funder\n").Read();
        Assert.Equal(["Alpha Funder", "Beta Lead"], data.With("a1").Participations.Select(p => $"{data.Stakeholders[p.Stakeholder.Index].Name} {p.Roles}"));
    }

    [Fact]
    public void An_id_in_another_case_is_found_where_it_fits_one_alone()
    {
        var data = Sources.Tidy(Three, One + "B1,Health,North,2024\nb1,Water,North,2024\n", "A1,S1,lead\nB1,s1,lead\nb1,s2,lead\n").Read();
        Assert.Equal([1, 1, 1], data.Activities.Select(activity => activity.Participations.Count));
        Assert.Equal(0, data.Diagnostics.Count(Severity.Error));
    }

    [Fact]
    public void An_id_in_a_third_case_fits_two_and_is_not_guessed()
    {
        var data = Sources.Tidy("Ab,Alpha,NGO\naB,Beta,NGO\n", One, "a1,AB,lead\n").Read();
        Assert.Empty(data.With("a1").Participations);
        Assert.Equal(1, data.Rows.SetAside["unknown stakeholder"]);
    }

    [Fact]
    public void A_participation_of_an_unknown_stakeholder_is_left_out_with_the_nearest_name() => Assert.Equal(
        ["participations.csv:2: GAP2107 stakeholder 'Alpah' is not known; did you mean 'Alpha'?; the row was left out"],
        Sources.Tidy(Three, One, "a1,Alpah,lead\n").Read().Said(DiagnosticCatalog.UnknownStakeholder));

    [Fact]
    public void A_participation_in_an_unknown_activity_is_left_out_with_the_nearest_id()
    {
        var data = Sources.Tidy(Three, "act-north-1,Health,North,2024\n", "act-nroth-1,s1,lead\n").Read();
        Assert.Equal(["participations.csv:2: GAP2108 activity 'act-nroth-1' is not in activities.csv; did you mean 'act-north-1'?; the row was left out"], data.Said(DiagnosticCatalog.UnknownActivity));
        Assert.Equal(1, data.Rows.SetAside["unknown activity"]);
    }

    [Theory]
    [InlineData(",s1,lead\n", "participations.csv:2: GAP2110 the row names no activity; expected an id of activities.csv; the row was left out")]
    [InlineData("a1,,lead\n", "participations.csv:2: GAP2110 the row names no stakeholder; expected an id or a name; the row was left out")]
    public void A_row_that_lacks_what_it_needs_is_left_out(string row, string said) => Assert.Equal([said], Sources.Tidy(Three, One, row).Read().Said(DiagnosticCatalog.MissingRequired));

    [Fact]
    public void A_name_that_two_stakeholders_have_is_never_guessed()
    {
        var data = Sources.Tidy("s1,Red Cross,NGO\ns2,Red  cross,NGO\n", One, "a1,Red Cross,lead\na1,s2,lead\n").Read();
        Assert.Equal(["participations.csv:2: GAP3013 stakeholder 'Red Cross' fits several stakeholders; expected an id; the row was left out"], data.Said(DiagnosticCatalog.AmbiguousName));
        Assert.Equal(2, data.Stakeholders.Count);
    }

    [Fact]
    public void Of_rows_with_one_activity_id_the_most_frequent_content_counts_whatever_the_order_of_the_rows()
    {
        string[] rows = ["a1,Health,North,2024", "a1,Water,South,2024", "a1,Health,North,2024"];
        foreach (var order in new[] { rows, [rows[1], rows[0], rows[2]] })
        {
            var data = Sources.Tidy(Three, string.Join('\n', order), "a1,s1,lead\n").Read();
            Assert.Equal(["Health"], data.Themes);
            Assert.Equal(2, data.With("a1").Sources.Count);
            Assert.Equal(1, data.Rows.SetAside["activity id used twice"]);
        }
    }

    [Fact]
    public void Roles_of_several_rows_are_united_and_a_participation_is_one()
    {
        var data = Sources.Tidy(Three, One, "a1,s1,lead\na1,s1,funder\na1,s1,lead\n").Read();
        var participation = Assert.Single(data.With("a1").Participations);
        Assert.Equal(Roles.Lead | Roles.Funder, participation.Roles);
        Assert.Equal([2, 3, 4], participation.Sources.Select(source => source.Line));
        Assert.Equal(1, data.ParticipationRows);
    }

    [Fact]
    public void An_unknown_role_is_told_once_with_the_number_of_rows() => Assert.Equal(
        ["participations.csv:2: GAP2114 role 'observer' (in 2 rows, here first); expected lead, co-host, implementing, participant, coordinator, funder or accountable; counted as participant"],
        Sources.Tidy(Three, One, "a1,s1,observer\na1,s2,observer\n").Read().Said(DiagnosticCatalog.UnknownRole));

    [Fact]
    public void A_stakeholder_named_like_its_sector_stands_for_it()
    {
        var data = Sources.Tidy("s1,Media,Media\ns2,Radio One,Media\n", "", "").Read();
        Assert.True(data.Named("Media").StandsForSector);
        Assert.False(data.Named("Radio One").StandsForSector);
    }

    [Fact]
    public void A_sector_is_one_whatever_its_case_and_shown_as_most_often_written() =>
        Assert.Equal(["Civil Society", "Police"], Sources.Tidy("1,A,Civil Society\n2,B,civil society\n3,C,Civil Society\n4,D,Police\n", "", "").Read().Sectors.Select(sector => sector.Name));

    [Theory]
    [InlineData("unknown")]
    [InlineData("UNKNOWN")]
    [InlineData("")]
    [InlineData("n/a")]
    public void A_sector_that_says_unknown_is_the_unknown_one(string sector) =>
        Assert.Equal(new Sector("Unknown", false), Assert.Single(Sources.Tidy($"s1,A,{sector}\n", "", "").Read().Sectors));

    [Fact]
    public void The_sector_map_of_the_dataset_wins()
    {
        var data = Sources.Tidy("s1,A,Police\ns2,B,UN\n", "", "", ("dataset.json", """{ "sector_map": { "police": "Law enforcement" } }""")).Read();
        Assert.Equal(["Law enforcement", "UN"], data.Sectors.Select(sector => sector.Name));
    }

    [Fact]
    public void Aliases_lead_to_stakeholders_and_an_alias_of_no_one_is_told()
    {
        var data = Sources.Tidy("s1,World Food Programme,UN\n", One, "a1,PAM,lead\n", ("aliases.csv", "alias,canonical\nPAM,World Food Programme\nXX,Nobody\n")).Read();
        Assert.Single(data.With("a1").Participations);
        Assert.Equal(["GAP3015 alias 'xx' stands for 'Nobody', which the dataset does not have; the alias was not used"], data.Said(DiagnosticCatalog.AliasOfNoOne));
    }

    [Fact]
    public void Ties_are_read_both_ways_and_those_that_are_none_are_left_out()
    {
        var data = Sources.Tidy(Three, "", "", ("ties.csv", "from,to,type,strength,since,until\ns2,s1,mou,2,2024,\ns1,s1,mou,,,\ns1,s9,mou,,,\ns1,s3,mou,0,,\ns1,s3,,,2024,2023\n")).Read();
        Assert.Equal(["tie Alpha - Beta mou 2 2024-01-01..2024-12-31 Year -", "tie Alpha - Gamma  1 - -"], Facts.Of(data).Where(fact => fact.StartsWith("tie", StringComparison.Ordinal)));
        Assert.Equal(["tie of strength 0 1", "tie with itself 1", "unknown stakeholder 1"], data.Rows.SetAside.Select(reason => $"{reason.Key} {reason.Value}"));
        Assert.Equal(["ties.csv:6: GAP2105 the tie ends on 2023-12-31, before it starts on 2024-01-01; expected an end on or after the start; dates treated as unknown"], data.Said(DiagnosticCatalog.EndBeforeStart));
    }

    [Theory]
    [InlineData("1234", 1234)]
    [InlineData("1234.5", 1234.5)]
    [InlineData("\"1,234,567\"", 1234567)]
    [InlineData("1 234", 1234)]
    [InlineData("1\u00A0234.5", 1234.5)]
    public void A_number_is_read_with_its_groups_of_three(string text, double expected) => Assert.Equal(expected, NeedOf(text));

    [Theory]
    [InlineData("\"1,5\"")] // a decimal comma, or a group that is no group
    [InlineData("\"12,34\"")]
    [InlineData("-5")]
    [InlineData("about 50")]
    [InlineData("1.234.567")]
    [InlineData("∞")]
    public void What_may_be_another_number_is_none(string text) => Assert.Null(NeedOf(text));

    private static double? NeedOf(string text) => Assert.Single(Sources.Tidy("", "", "", ("needs.csv", $"theme,admin1_name,in_need\nHealth,North,{text}\n")).Read().Needs).InNeed;

    [Fact]
    public void An_expectation_at_a_name_that_several_places_have_is_one_at_each_and_the_whole_country_is_everywhere()
    {
        var data = Sources.Folder(
            ("stakeholders.csv", "stakeholder_id,name,sector\ns1,A,NGO\n"),
            ("activities.csv", "activity_id,theme,admin1_name,admin2_name\na1,Health,East,Centre\na2,Health,West,Centre\n"),
            ("participations.csv", "activity_id,stakeholder_id\n"),
            ("expectations.csv", "theme,sector,place,weight\nHealth,ngo,Centre,1\nHealth,Police,National,2\nWater,NGO,Nowhere yet,3\n")).Read();
        Assert.Equal(
            ["expectation Health NGO Centre (East)@2 1", "expectation Health NGO Centre (West)@2 1", "expectation Health Law enforcement - 2", "expectation Water NGO Nowhere yet@1 3"],
            Facts.Of(data).Where(fact => fact.StartsWith("expectation", StringComparison.Ordinal)).OrderBy(fact => fact.Split(' ')[^1], StringComparer.Ordinal));
    }

    [Fact]
    public void Missing_tables_are_named() => Assert.Equal(
        "folder: stakeholders.csv and participations.csv missing; a tidy folder needs stakeholders.csv, activities.csv and participations.csv (a file with only its header will do)",
        Sources.Folder(("activities.csv", "activity_id\n")).Refusal());

    [Fact]
    public void A_missing_column_is_named_with_the_headers_seen_and_the_nearest() => Assert.Equal(
        "stakeholders.csv:1: no column for the name; did you mean 'nmae'?; columns seen: 'id', 'nmae'",
        Sources.Folder(("stakeholders.csv", "id,nmae\n1,A\n"), ("activities.csv", "activity_id\n"), ("participations.csv", "activity_id,stakeholder\n")).Refusal());

    [Fact]
    public void A_column_map_is_refused_since_tidy_tables_have_fixed_headers() => Assert.Equal(
        "folder: a column map is for a wide 3W table; this is a folder of tidy tables; rename the header instead",
        Sources.Tidy("", "", "").Refusal(new ReadOptions { Columns = new Dictionary<string, string> { ["theme"] = "x" } }));

    [Fact]
    public void A_table_of_another_name_is_not_read_and_told() => Assert.Equal(
        ["notes.csv: GAP1008 notes.csv is not one of the tables of a tidy folder; it was not read"], Sources.Tidy("", "", "", ("notes.csv", "a,b\n")).Read().Said(DiagnosticCatalog.FileNotUsed));
}
