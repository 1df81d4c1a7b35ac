using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
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

    [Fact]
    public void Titles_say_what_the_numbers_say()
    {
        string Title(string id) => ChartCatalog.All.Single(chart => chart.Id == id).Draw(Tiny()).Chart!.Title;

        Assert.Equal("Government and NGO: 1 of 4 pairs that meet has ever worked together", Title("sector-matrix"));
        Assert.Equal("Government and NGO: 3 missing links, of 3 between sectors", Title("gap-ranking"));
        Assert.Equal("Pairs of different sectors that meet: 1 has a tie, 3 have none", Title("network"));
        Assert.Equal("The coordination rate is 17 % however meeting is counted", Title("sensitivity"));
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
