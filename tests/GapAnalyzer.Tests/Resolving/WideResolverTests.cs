using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Tests.Reading;

namespace GapAnalyzer.Tests.Resolving;

public class WideResolverTests
{
    private static Dataset Read(string text, DateOnly? asOf = null) => Sources.Table(text).Read(new() { AsOf = asOf });

    /// <summary>The participants of each activity with their roles.</summary>
    private static string[] Participants(Dataset data) =>
        [.. data.Activities.Select(activity => string.Join(", ", activity.Participations.Select(p => $"{data.Stakeholders[p.Stakeholder.Index].Name} {p.Roles}"))).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("Organisation", "A Implementing")]
    [InlineData("Implementing Partner", "A Implementing")]
    [InlineData("Lead organisation", "A Lead")]
    [InlineData("Reporting organization", "A Lead")]
    [InlineData("Donor", "A Funder")]
    public void The_header_gives_the_role(string header, string expected) => Assert.Equal([expected], Participants(Read($"{header},Cluster\nA,WASH\n")));

    [Theory]
    [InlineData("#org", "A Implementing")]
    [InlineData("#org+impl", "A Implementing")]
    [InlineData("#org+prog", "A Lead")]
    [InlineData("#org+leader", "A Lead")]
    [InlineData("#org+funding", "A Funder")]
    [InlineData("#org+funder+name", "A Funder")]
    public void The_tag_gives_the_role(string tag, string expected) => Assert.Equal([expected], Participants(Read($"{tag},#sector\nA,WASH\n")));

    [Fact]
    public void Beside_a_partner_column_a_bare_organisation_leads_and_the_partner_implements() =>
        Assert.Equal(["A Lead, B Implementing, C Funder"], Participants(Read("Organisation,Partenaire de mise en œuvre,Bailleur,Secteur\nA,B,C,WASH\n")));

    [Fact]
    public void Exact_repeats_are_one_activity_that_cites_all_its_lines()
    {
        var data = Read("Organisation,Cluster\nA,WASH\nB,WASH\nA , WASH\n\"A\",\"WASH\",,\n");
        Assert.Equal(2, data.Activities.Count);
        Assert.Equal([[2, 4, 5], [3]], data.Activities.Select(activity => activity.Sources.Select(source => source.Line)).OrderBy(lines => lines.First()));
        Assert.Equal(["table.csv:4: GAP2103 2 rows repeat another row exactly; each counts with the row it repeats"], data.Said(DiagnosticCatalog.ExactRepeat));
        Assert.Equal((4, 4), (data.Rows.Read, data.Rows.Used));
    }

    [Fact]
    public void Rows_that_differ_in_any_column_are_different_activities() =>
        Assert.Equal(2, Read("Organisation,Cluster,Remarks\nA,WASH,x\nA,WASH,y\n").Activities.Count);

    [Fact]
    public void An_activity_id_joins_the_rows_that_agree()
    {
        var data = Read("Activity ID,Organisation,Cluster,Start date,End date\n1,A,WASH,2024-01-01,2024-02-01\n1,B,wash,2024-01-01,2024-03-01\n2,C,Health,2024-01-01,\n");
        Assert.Equal(["A Implementing, B Implementing", "C Implementing"], Participants(data));
        Assert.Equal(new DateOnly(2024, 3, 1), data.With("1").Dates!.Value.Last);
    }

    [Fact]
    public void A_code_that_stands_on_different_themes_and_places_is_no_activity_id()
    {
        var data = Read("Activity ID,Organisation,Cluster\n1,A,WASH\n1,B,Health\n2,C,Health\n2,D,WASH\n");
        Assert.Equal(4, data.Activities.Count);
        Assert.Equal(
            ["table.csv:1: GAP1012 2 of 2 repeated values of column 'Activity ID' stand on rows with different themes, places or start dates; expected one theme, place and date per activity; the column was not used: each distinct row is an activity"],
            data.Said(DiagnosticCatalog.NotAnActivityId));
    }

    [Fact]
    public void A_project_id_joins_no_rows() => Assert.Equal(2, Read("ProjectID,Organisation,Cluster\n1,A,WASH\n1,B,WASH\n").Activities.Count);

    [Theory]
    [InlineData("A; B", "A Implementing, B Implementing")]
    [InlineData("A|B", "A Implementing, B Implementing")]
    [InlineData("\"A\nB\"", "A Implementing, B Implementing")]
    [InlineData("\"A, B\"", "A, B Implementing")]
    [InlineData("A & B", "A & B Implementing")]
    [InlineData("A/B", "A/B Implementing")]
    public void A_cell_with_several_organisations_is_split_at_safe_signs_only(string cell, string expected) => Assert.Equal([expected], Participants(Read($"Organisation,Cluster\n{cell},WASH\n")));

    [Fact]
    public void A_slash_splits_only_where_every_part_is_an_organisation_of_the_dataset()
    {
        var data = Read("Organisation,Cluster\nWFP/FAO,WASH\nHEKS/EPER,WASH\nWFP,x\nFAO,x\nHEKS,x\n");
        Assert.Contains("FAO Implementing, WFP Implementing", Participants(data));
        Assert.Contains("HEKS/EPER Implementing", Participants(data));
        Assert.Equal(["table.csv:2: GAP3006 'WFP/FAO' names several organisations; split into 'WFP', 'FAO'"], data.Said(DiagnosticCatalog.CellSplit));
        Assert.Equal(["table.csv:3: GAP3007 'HEKS/EPER' may name several organisations; expected ';' between organisations; left whole"], data.Said(DiagnosticCatalog.CellNotSplit));
    }

    [Fact]
    public void Parallel_cells_are_zipped_by_position()
    {
        var data = Read("#org+name,#org+acronym,#org+type,#sector\nWorld Food Programme;Save the Children,WFP;SCI,UN;INGO,WASH\n");
        Assert.Equal(["Save the Children SCI International NGO", "World Food Programme WFP United Nations"],
            data.Stakeholders.Select(s => $"{s.Name} {s.Acronym} {data.SectorNameOf(s.Name)}"));
    }

    [Fact]
    public void Spellings_are_one_organisation_shown_as_most_often_written()
    {
        var data = Read("Organisation,Cluster\nUnicef,a\nUNICEF,b\nUNICEF ,c\nU.N.I.C.E.F.,d\n");
        Assert.Equal("UNICEF", Assert.Single(data.Stakeholders).Name);
        Assert.Equal(["table.csv:2: GAP3001 'UNICEF' is written as 'UNICEF' (2), 'U.N.I.C.E.F.' (1), 'Unicef' (1); taken for one organisation"], data.Said(DiagnosticCatalog.SpellingsMerged));
    }

    [Fact]
    public void The_sector_that_most_rows_give_wins_and_the_rows_are_told()
    {
        // Three rows say International NGO in three ways, two say UN in one way.
        var data = Read("Organisation,Type of organisation,Cluster\nA,INGO,a\nA,ONG int,b\nA,International NGO,c\nA,UN,d\nA,UN,e\n");
        Assert.Equal("International NGO", data.SectorNameOf("A"));
        Assert.Equal(
            ["GAP3005 organisation 'A' is given 4 types or sectors: 'UN' (2 rows, first in table.csv:5); 'INGO' (1 row, first in table.csv:2); 'International NGO' (1 row, first in table.csv:4); "
                + "'ONG int' (1 row, first in table.csv:3); expected one; sector 'International NGO' was used: the most frequent"],
            data.Said(DiagnosticCatalog.SeveralSectors));
    }

    [Fact]
    public void Two_spellings_of_one_type_are_no_conflict() =>
        Assert.Empty(Read("Organisation,Type of organisation,Cluster\nA,INGO,a\nA,ONG int,b\n").Said(DiagnosticCatalog.SeveralSectors));

    [Fact]
    public void Without_a_type_who_only_pays_is_a_donor_and_any_other_is_unknown()
    {
        var data = Read("Organisation,Donor,Cluster\nA,D,a\nB,A,b\n");
        Assert.Equal(["Unknown", "Unknown", "Donor"], new[] { "A", "B", "D" }.Select(data.SectorNameOf));
    }

    [Fact]
    public void A_type_column_describes_the_organisation_of_its_own_role_only()
    {
        var data = Read("Lead organisation,Implementing partner,Implementing partner type,Cluster\nA,B,NNGO,a\n");
        Assert.Equal(["Unknown", "National NGO"], new[] { "A", "B" }.Select(data.SectorNameOf));
    }

    [Theory]
    [InlineData("A,WASH,2024-05-01,2024-06-30", "2024-05-01..2024-06-30 Day")]
    [InlineData("A,WASH,2024-05-01,", "2024-05-01..2024-05-01 Day")]
    [InlineData("A,WASH,2024-05,2024", "2024-05-01..2024-12-31 Year")]
    [InlineData("A,WASH,,2024-05-01", "-")]
    [InlineData("A,WASH,2024-05-02,2024-05-01", "-")]
    [InlineData("A,WASH,1980-05-02,2024-05-01", "-")]
    public void Dates_last_from_start_to_end_or_are_unknown(string row, string expected)
    {
        var fact = Assert.Single(Facts.Of(Read($"Organisation,Cluster,Start date,End date\n{row}\nB,WASH,2024-01-01,\n"), withIds: false), fact => fact.EndsWith(": A Implementing", StringComparison.Ordinal));
        Assert.Contains($" {expected}: ", fact, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_takes_its_year_from_the_year_column_then_from_the_day_the_report_speaks_of()
    {
        Assert.Equal(["2019-04-01"], Starts(Read("Organisation,Cluster,Month,Year\nA,WASH,April,2019\n", asOf: new(2024, 1, 1))));
        Assert.Equal(["2024-04-01"], Starts(Read("Organisation,Cluster,Month\nA,WASH,April\n", asOf: new(2024, 1, 1))));
        Assert.Equal(["table.csv:2: GAP2106 month 'April' has no year (in 2 rows, here first); expected a year, or --as-of; date treated as unknown"],
            Read("Organisation,Cluster,Month\nA,WASH,April\nB,WASH,April\n").Said(DiagnosticCatalog.MonthWithoutYear));
    }

    [Fact]
    public void The_first_date_column_that_holds_a_date_is_used()
    {
        var data = Read("Organisation,Cluster,Start date,Report date\nA,WASH,,01/02/2024\nB,WASH,n/a,28/02/2024\n");
        Assert.Equal(["2024-02-01", "2024-02-28"], Starts(data));
        Assert.Equal(["table.csv:1: GAP1011 column 'Start date' holds no date; column 'Report date' was used"], data.Said(DiagnosticCatalog.EmptyColumn));
    }

    [Fact]
    public void A_column_that_proves_month_first_is_read_so() =>
        Assert.Equal(["2024-05-06", "2024-05-28"], Starts(Read("Organisation,Cluster,Start date\nA,WASH,5/28/2024\nB,WASH,5/6/2024\n")));

    private static IEnumerable<string> Starts(Dataset data) => data.Activities.Select(activity => $"{activity.Dates?.First:yyyy-MM-dd}").Order(StringComparer.Ordinal);

    [Fact]
    public void Rows_that_are_no_facts_are_set_aside_by_reason_and_told()
    {
        var data = Read("Organisation,Cluster\nA,WASH\n,\n\nTotal,2\nOrganisation,Cluster\n,WASH\nn/a,WASH\n");
        Assert.Equal(["blank 2", "no organisation 2", "repeated header 1", "totals 1"], data.Rows.SetAside.Select(reason => $"{reason.Key} {reason.Value}"));
        Assert.Equal((7, 1), (data.Rows.Read, data.Rows.Used));
        Assert.Equal(["table.csv:7: GAP2102 the row names no organisation; expected one in any of the organisation columns; the row was left out",
            "table.csv:8: GAP2102 the row names no organisation; expected one in any of the organisation columns; the row was left out"], data.Said(DiagnosticCatalog.NoOrganisation));
    }

    [Fact]
    public void A_row_of_the_whole_country_has_no_place_at_any_level()
    {
        var data = Read("Organisation,Cluster,Admin1,Admin1 Pcode\nA,WASH,National,XX\nB,WASH,North,N1\n");
        Assert.Equal(["North"], data.Places.Select(place => place.Name));
        Assert.Equal(["table.csv:2: GAP2115 place 'National' is the whole country; expected an area; place treated as unknown"], data.Said(DiagnosticCatalog.Nationwide));
    }

    [Fact]
    public void Names_phones_and_mails_of_persons_are_nowhere_in_the_dataset()
    {
        var data = Read("Organisation,Cluster,Contact name,Phone,E-mail\nA,WASH,Jane Roe,0123456,jane@example.org\nB,Health,,,\n");
        var everything = string.Join('\n', Facts.Of(data).Concat(data.Diagnostics.Items.Select(item => item.ToString())).Concat(data.Files.SelectMany(file => file.Columns).Select(column => column.Header)));
        Assert.All(new[] { "Jane", "Roe", "0123456", "example.org", "Phone" }, secret => Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Ties_needs_and_aliases_may_lie_beside_a_wide_table()
    {
        var data = Sources.Folder(
            ("3w.csv", "Organisation,Acronym,Cluster,Admin1\nWorld Food Programme,WFP,Food,North\nUNICEF,,WASH,North\n"),
            ("aliases.csv", "alias,canonical\nPAM,World Food Programme\n"),
            ("ties.csv", "from,to\nPAM,unicef\nWFP,UNICEF\n"),
            ("needs.csv", "theme,admin1_name,in_need\nfood,NORTH,100\n")).Read();
        Assert.Equal(2, data.Ties.Count);
        Assert.Equal(["need Food North@1 - - 100  "], Facts.Of(data).Where(fact => fact.StartsWith("need", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_files_with_the_same_headers_prove_things_for_each_other()
    {
        const string Header = "Organisation,Cluster,Start date\n";
        var data = Sources.Folder(("jan.csv", Header + "A,WASH,5/6/2024\n"), ("feb.csv", Header + "B,WASH,5/28/2024\n")).Read();
        Assert.Equal(["2024-05-06", "2024-05-28"], Starts(data));
    }

    [Fact]
    public void A_row_that_another_file_repeats_is_one_activity()
    {
        var data = Sources.Folder(("a.csv", "Organisation,Cluster\nA,WASH\n"), ("b.csv", "Organisation,Cluster\nA,WASH\n")).Read();
        Assert.Equal(["a.csv:2", "b.csv:2"], Assert.Single(data.Activities).Sources.Select(data.Cite));
    }
}
