using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Charts;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>Numbers counted by hand on a dataset small enough to hold in the head.</summary>
/// <remarks>
/// Government G1, G2; NGO N1, N2, N3. In Punjab, on Prevention, all in 2024: G1 and N1 hold an activity together, G2 holds one
/// alone, N2 holds one alone. So G1, G2, N1, N2 meet: 6 pairs, of which G1-N1 is tied. In Sindh, on Prevention, N3 is alone.
/// Government-NGO: 4 pairs meet, 1 with a tie. Within Government: 1 meets, none tied. Within NGO: 1 of 3 possible meets, none tied.
/// </remarks>
public sealed class ChartTableTests
{
    [Fact]
    public void Sector_matrix() => Assert.Equal(
        ["Government|Government|2|2|1|1|0|0", "Government|NGO|2|3|6|4|1|0.25", "NGO|NGO|3|3|3|1|0|0"],
        Rows(SectorMatrix.Table(Tiny())));

    [Fact]
    public void Gap_ranking_is_of_cross_sector_pairs() => Assert.Equal(["Government|NGO|3|4|1|0.25|1|NaN|NaN|NaN|not testable"], Rows(GapRanking.Table(Tiny())));

    [Fact]
    public void Coverage_grid() => Assert.Equal(
        ["Prevention|Punjab|Fragmented|4|2|1|NaN", "Prevention|Sindh|Single provider|1|1|0|NaN"], Rows(CoverageGrid.Table(Tiny())));

    [Fact]
    public void Network_lists_the_missing_links_between_sectors() => Assert.Equal(
        ["G1|Government|N2|NGO|1|1|", "G2|Government|N1|NGO|1|1|", "G2|Government|N2|NGO|1|1|"], Rows(NetworkDrawing.Table(Tiny())));

    [Fact]
    public void Sensitivity_has_a_row_for_each_way_of_counting() => Assert.Equal(
        ["year|1|2|6|1|0.16666666666666666|0.25", "quarter|1|2|6|1|0.16666666666666666|0.25", "month|1|2|6|1|0.16666666666666666|0.25", "all time|1|2|6|1|0.16666666666666666|0.25"],
        Rows(SensitivityChart.Table(Tiny())));

    /// <summary>Of the four present in Punjab each has one arena, N3 has one in Sindh: a fifth each.</summary>
    [Fact]
    public void Presence_concentration_adds_shares_up_from_the_most_present() => Assert.Equal(
        ["1|G1|Government|1|0.2|0.2", "2|G2|Government|1|0.2|0.4", "3|N1|NGO|1|0.2|0.6", "4|N2|NGO|1|0.2|0.8", "5|N3|NGO|1|0.2|1"],
        Rows(PresenceConcentration.Table(Tiny())));

    [Fact]
    public void Where_all_are_equally_present_there_is_nothing_to_draw() =>
        Assert.StartsWith("All organisations are present", ChartCatalog.All.Single(chart => chart.Id == "presence-concentration").Draw(Tiny()).WhyNot, StringComparison.Ordinal);

    /// <summary>The one tie, G1-N1, leads out of both sectors: index 1; under any placement of the labels the two ends are of one sector or of two.</summary>
    [Fact]
    public void Ei_index_has_a_row_for_each_sector_with_a_tie()
    {
        var rows = Rows(EiChart.Table(Tiny())).ToList();

        Assert.StartsWith("Government|2|0|1|1|", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("NGO|3|0|1|1|", rows[1], StringComparison.Ordinal);
        Assert.Equal(2, rows.Count);
    }

    /// <summary>One year, in which 6 pairs meet and 1 is tied.</summary>
    [Fact]
    public void Change_over_time_has_a_row_for_each_period() => Assert.StartsWith("2024|5|6|1|0.16666666666666666|", Assert.Single(Rows(ChangeOverTime.Table(Tiny()))), StringComparison.Ordinal);

    [Fact]
    public void Change_is_only_spoken_of_where_it_exceeds_its_range()
    {
        Assert.Equal("The coordination rate rose from 0 % in 2023 to 100 % in 2024", Change(tiedBefore: 0, tiedAfter: 1));
        Assert.Equal("The coordination rate fell from 100 % in 2023 to 0 % in 2024", Change(tiedBefore: 1, tiedAfter: 0));
        Assert.Equal("The coordination rate is the same in 2024 as in 2023: 0 %", Change(tiedBefore: 0, tiedAfter: 0));
    }

    /// <summary>Needs: Punjab 1000 and Sindh 500 on Prevention, Swat 10; the pairs that meet there are as the activities have it.</summary>
    [Fact]
    public void Need_is_summed_by_place_and_set_against_the_pairs_that_meet_there()
    {
        var analysis = new SmallDatasets().Sector("Government", "G1", "G2").Sector("NGO", "N1", "N2")
            .Activity("a1", "Prevention", "Punjab", "2024", "G1", "N1").Activity("a2", "Prevention", "Punjab", "2024", "N2")
            .Activity("a3", "Protection", "Sindh", "2024", "G2").Activity("a4", "Protection", "Sindh", "2024", "N2")
            .Need("Prevention", "Punjab", 1000).Need("Protection", "Punjab", 200).Need("Protection", "Sindh", 500).Need("Prevention", "Swat", 10).Run();

        Assert.Equal(["Punjab|1200|3|1|0.3333333333333333", "Sindh|500|1|0|0", "Swat|10|0|0|NaN"], Rows(NeedQuadrants.Table(analysis)));
    }

    /// <summary>Of the three gaps across sectors, G1-N2, G2-N1 and G2-N2, all open in Punjab, one meeting closes each; N3 has none.</summary>
    [Fact]
    public void Meeting_curve_has_a_row_for_each_meeting()
    {
        Assert.Equal(["1|Prevention|Punjab|4|3|1|1|0"], Rows(MeetingCurve.Table(Tiny())));
        Assert.Equal("One meeting would close the whole gap across sectors", MeetingCurve.Definition.Draw(Tiny()).Chart!.Title);
    }

    /// <summary>Places P1 to P30 with one gap each, of an A and a B that are tied to nobody there: as many meetings, of a thirtieth each.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 2)]
    [InlineData(20, 21)]
    [InlineData(30, 20)]
    public void Meetings_that_there_is_no_room_for_share_a_row_and_the_rest_stays_open(int meetings, int rows)
    {
        string[] names = [.. Enumerable.Range(1, 30).Select(i => $"{i}")];
        var small = new SmallDatasets().Sector("A", [.. names.Select(i => $"a{i}")]).Sector("B", [.. names.Select(i => $"b{i}")]).Sector("C", "c").Tie("a1", "c");
        foreach (string i in names)
            small.Activity($"x{i}", "T", $"P{i}", "2024", $"a{i}").Activity($"y{i}", "T", $"P{i}", "2024", $"b{i}");
        var analysis = small.Run();
        analysis = analysis with { Plan = Planner.Of(analysis, new() { Meetings = meetings }, CancellationToken.None) };

        var table = MeetingCurve.Table(analysis);
        var chart = MeetingCurve.Definition.Draw(analysis).Chart;

        Assert.Equal(meetings, table.Rows.Count);
        Assert.All(table.Rows, (row, i) => Assert.Equal((i + 1) / 30.0, (double)row[6], 1e-12));
        Assert.Equal(rows, chart?.Texts.Count(text => text.Text.EndsWith(" gap", StringComparison.Ordinal) || text.Text.EndsWith(" gaps", StringComparison.Ordinal) || text.Text.EndsWith(" invited", StringComparison.Ordinal)) ?? 0);
        Assert.Empty(chart is null ? [] : LabelCheck.Problems(chart));
    }

    [Fact]
    public void Titles_say_what_the_numbers_say()
    {
        string Title(string id) => ChartCatalog.All.Single(chart => chart.Id == id).Draw(Tiny()).Chart!.Title;

        Assert.Equal("Government and NGO: 1 of 4 pairs that meet has ever worked together", Title("sector-matrix"));
        Assert.Equal("Government and NGO: the only missing links between sectors, 3 in all", Title("gap-ranking"));
        Assert.Equal("Pairs of different sectors that meet: 1 has a tie, 3 have none", Title("network"));
        Assert.Equal("The coordination rate is 17 % however meeting is counted", Title("sensitivity"));
    }

    /// <summary>Four organisations have six pairs, five have ten, which is enough to speak of; one of the ten is tied.</summary>
    [Theory]
    [InlineData(4, 4, "In no period do enough pairs meet to tell whether coordination has changed")]
    [InlineData(4, 5, "Only in 2024 do enough pairs meet to speak of: the coordination rate is 10 %")]
    public void Where_too_few_pairs_meet_no_change_is_spoken_of(int before, int after, string expected)
    {
        string[] all = ["A1", "A2", "A3", "B1", "B2"];
        var small = new SmallDatasets().Sector("A", all[..3]).Sector("B", all[3..]).Activity("joint", "Prevention", "Punjab", "2024", "A1", "A2");
        foreach (var (year, n) in new[] { ("2023", before), ("2024", after) })
        {
            foreach (string who in all.Take(n))
                small.Activity($"{year}-{who}", "Prevention", "Punjab", year, who);
        }

        Assert.Equal(expected, ChangeOverTime.Definition.Draw(small.Run()).Chart!.Title);
    }

    /// <summary>In Sindh both pairs of the three are tied through A1, in Punjab two of three, and in Swat, with B1 alone beside A1, none.</summary>
    [Fact]
    public void A_grid_is_not_said_to_be_well_where_only_its_worst_cells_are_few()
    {
        var analysis = new SmallDatasets().Sector("A", "A1", "A2").Sector("B", "B1", "B2")
            .Activity("a1", "T", "Punjab", "2024", "A1", "B1").Activity("a2", "T", "Punjab", "2024", "B2")
            .Activity("a3", "T", "Sindh", "2024", "A1", "B1")
            .Activity("a4", "T", "Swat", "2024", "A2").Activity("a5", "T", "Swat", "2024", "B2").Run();

        Assert.Equal("In 1 of 3 cells with several sectors no tie joins them, in 1 more not all are linked", CoverageGrid.Definition.Draw(analysis).Chart!.Title);
    }

    [Fact]
    public void One_known_sector_is_set_against_nothing() => Assert.Equal(
        "Fewer than two sectors are known, so there is nothing to set against each other.",
        SectorMatrix.Definition.Draw(new SmallDatasets().Sector("A", "A1", "A2").Sector("Unknown", "U1").Activity("a", "T", "Punjab", "2024", "A1", "A2", "U1").Run()).WhyNot);

    /// <summary>All ties of C1, the only one of its sector, lead out of it, whatever it does.</summary>
    [Fact]
    public void Ei_index_of_a_sector_of_one_is_not_drawn()
    {
        var chart = EiChart.Definition.Draw(new SmallDatasets().Sector("A", "A1", "A2").Sector("B", "B1", "B2").Sector("C", "C1")
            .Activity("a", "T", "Punjab", "2024", "A1", "A2", "C1").Activity("b", "T", "Punjab", "2024", "B1", "B2", "A1").Run()).Chart!;

        Assert.DoesNotContain(chart.Texts, text => text.Text == "C");
        Assert.Contains("1 sector of one organisation, whose ties can only lead out, is left out.", chart.Subtitle, StringComparison.Ordinal);
        Assert.Equal(3, chart.Table.Rows.Count);
    }

    [Fact]
    public void Without_tie_evidence_nothing_is_said_to_be_measured()
    {
        var analysis = Analysis.Run(Dataset(), new() { Ties = TieKinds.Declared }, CancellationToken.None);

        Assert.Equal(
            ["Government|Government|2|2|1|1|NaN|NaN", "Government|NGO|2|3|6|4|NaN|NaN", "NGO|NGO|3|3|3|1|NaN|NaN"], Rows(SectorMatrix.Table(analysis)));
        Assert.Contains("cannot be told", ChartCatalog.All[0].Draw(analysis).Chart!.Title, StringComparison.Ordinal);
        Assert.Null(GapRanking.Definition.Draw(analysis).Chart);
        Assert.Null(NetworkDrawing.Definition.Draw(analysis).Chart);
        Assert.Null(SensitivityChart.Definition.Draw(analysis).Chart);
        Assert.Null(MeetingCurve.Definition.Draw(analysis).Chart);
    }

    /// <summary>Six organisations that all meet in both years: either every two of them hold an activity together in a year, or none do.</summary>
    private static string Change(int tiedBefore, int tiedAfter)
    {
        string[] all = ["A1", "A2", "A3", "B1", "B2", "B3"];
        var small = new SmallDatasets().Sector("A", "A1", "A2", "A3").Sector("B", "B1", "B2", "B3");
        foreach (var (year, tied) in new[] { ("2023", tiedBefore), ("2024", tiedAfter) })
        {
            foreach (string who in all)
                small.Activity($"{year}-{who}", "Prevention", "Punjab", year, who);
            if (tied == 1)
                small.Activity($"{year}-all", "Prevention", "Punjab", year, all);
        }

        // Where no year has a tie, one outside of both keeps the data from being without any evidence.
        small.Stakeholder("C1", "C").Stakeholder("C2", "C").Activity("2020-c", "Other", "Sindh", "2020", "C1", "C2");
        return ChartCatalog.All.Single(chart => chart.Id == "change-over-time").Draw(small.Run()).Chart!.Title;
    }

    private static IEnumerable<string> Rows(ChartTable table) =>
        table.Rows.Select(row => string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));

    private static Analysis Tiny() => Analysis.Run(Dataset(), new(), CancellationToken.None);

    private static Dataset Dataset() => new()
    {
        Title = "Tiny",
        Files = [],
        Sectors = [new("Government", true), new("NGO", true)],
        Stakeholders = [Who("G1", 0), Who("G2", 0), Who("N1", 1), Who("N2", 1), Who("N3", 1)],
        Themes = ["Prevention"],
        Places = [new("Punjab", "PK-PB", 1, null), new("Sindh", "PK-SD", 1, null)],
        Activities = [What("a1", 0, 0, 2), What("a2", 0, 1), What("a3", 0, 3), What("a4", 1, 4)],
        Ties = [],
        Needs = [],
        Expectations = [],
        Defaults = new(),
        ParticipationRows = 5,
        Diagnostics = DiagnosticList.Empty,
    };

    private static Stakeholder Who(string name, int sector) => new(name.ToLowerInvariant(), name, null, new SectorId(sector), null, false, default);

    private static Activity What(string id, int place, params int[] who) => new(
        id, null, new ThemeId(0), new PlaceId(place), null, DateSpan.Day(new DateOnly(2024, 3, 1)),
        [.. who.Select(w => new Participation(new StakeholderId(w), Roles.Participant, []))], []);
}
