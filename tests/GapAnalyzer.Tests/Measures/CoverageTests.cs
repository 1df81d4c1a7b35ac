using CsCheck;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

public sealed class CoverageTests
{
    [Fact]
    public void Every_status_follows_from_who_is_present_and_who_is_tied() => RandomDatasets.Cases.Sample(drawn =>
    {
        var dataset = drawn.Plan.Build().Build();
        var slow = new SlowReference(dataset, drawn.Options);
        var analysis = Analysis.Run(dataset, drawn.Options, CancellationToken.None);
        foreach (var cell in analysis.Cells)
        {
            var members = slow.MembersOf(cell);
            var pairs = members.SelectMany(i => members.Where(j => j > i).Select(j => (i, j))).ToArray();
            Assert.Equal(members.Length, cell.Stakeholders);
            Assert.Equal(pairs.Count(p => slow.IsTiedIn(cell, p.i, p.j) && slow.IsCross(p.i, p.j)), cell.CrossSectorTies);
            Assert.Equal(Status(analysis, slow, cell, members, pairs), cell.Status);
            Assert.Equal(members.Length > 0 && analysis.TieEvidence != TieKinds.None ? (double)LargestGroup(slow, cell, members) / members.Length : double.NaN, cell.LargestComponentShare);
        }
    });

    [Fact]
    public void Cells_are_every_combination_of_themes_and_places_once() => RandomDatasets.Cases.Sample(drawn =>
    {
        var cells = drawn.Plan.Build().Run(drawn.Options).Cells;
        Assert.Equal(cells.Count, cells.Select(cell => (cell.Theme, cell.Place)).Distinct().Count());
        Assert.Equal(cells.Count, cells.Select(cell => cell.Theme).Distinct().Count() * cells.Select(cell => cell.Place).Distinct().Count());
        Assert.Equal(cells, cells.OrderBy(cell => (cell.Theme?.Index ?? -1, cell.Place?.Index ?? -1)));
    });

    [Fact]
    public void An_activity_is_in_one_cell_or_in_none() => RandomDatasets.Cases.Sample(drawn =>
    {
        var analysis = drawn.Plan.Build().Run(drawn.Options);
        var inCells = analysis.Cells.Sum(cell => cell.Activities);
        Assert.InRange(inCells, analysis.Cells.Count(cell => cell.Stakeholders > 0), analysis.Dataset.Activities.Count - analysis.Unplaced.OutsideWindow
            - Math.Max(analysis.Unplaced.UnknownThemes, analysis.Unplaced.UnknownPlaces));
    });

    /// <summary>Theme U at P is served without a date alone, and T at P by B without one.</summary>
    [Fact]
    public void An_activity_without_a_date_is_presence_in_its_cell_though_it_makes_no_pair_meet()
    {
        var small = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B")
            .Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", null, "B").Activity("3", "U", "P", null, "B");
        var analysis = small.Run();
        Assert.Equal([(2, 2), (1, 1)], analysis.Cells.Select(cell => (cell.Stakeholders, cell.Activities)));
        Assert.Equal(1, analysis.Cells[0].SectorDiversityUnbiased);
        Assert.Equal(0, analysis.Headline.Coordination.Required);
        Assert.Equal("B", Assert.Single(analysis.Findings, finding => finding.Code == "single-provider").Facts["stakeholder"]);

        var windowed = small.Run(new() { From = new(2024, 1, 1) });
        Assert.Equal([1], windowed.Cells.Select(cell => cell.Stakeholders));
        Assert.Equal((2, 2), (windowed.Unplaced.OutsideWindow, windowed.Unplaced.UndatedOutsideWindow));
    }

    [Fact]
    public void Need_shares_weigh_cells_by_their_need()
    {
        var headline = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B", "C")
            .Activity("x", "T", "P", "2024", "A").Activity("y", "T", "P", "2024", "B").Activity("z", "T", "Q", "2024", "B", "C")
            .Need("T", "P", people: 300).Need("T", "Q", people: 500).Need("T", "R", people: 200).Run().Headline;
        Assert.Equal(0.2, headline.UncoveredNeedShare, 1e-12);
        Assert.Equal(0.3, headline.UncoordinatedNeedShare, 1e-12);
    }

    [Fact]
    public void Level_2_needs_add_up_to_their_parent_unless_it_has_its_own_row()
    {
        var cells = new SmallDatasets().Sector("Gov", "A").Activity("x", "T", "P/D", "2024", "A").Activity("y", "T", "Q/D", "2024", "A")
            .Need("T", "P/D", people: 10).Need("T", "P/E", people: 20)
            .Need("T", "Q", people: 7).Need("T", "Q/D", people: 100).Run().Cells;
        Assert.Equal([30.0, 7.0], cells.Select(cell => cell.Need));
    }

    [Fact]
    public void Severity_takes_the_maximum_and_is_never_mixed_with_people()
    {
        var severe = new SmallDatasets().Sector("Gov", "A").Activity("x", "T", "P/D", "2024", "A")
            .Need("T", "P/D", severity: 2).Need("T", "P/E", severity: 4).Run().Cells;
        Assert.Equal(4, Assert.Single(severe).Need);
        var mixed = new SmallDatasets().Sector("Gov", "A").Activity("x", "T", "P", "2024", "A")
            .Need("T", "P", severity: 5).Need("T", "Q", people: 10).Run().Cells;
        Assert.Equal([double.NaN, 10.0], mixed.Select(cell => cell.Need));
    }

    [Fact]
    public void The_need_of_a_cell_is_the_largest_over_periods_with_the_people_reached_then()
    {
        var cell = Assert.Single(new SmallDatasets().Sector("Gov", "A").Activity("x", "T", "P", "2024", "A")
            .Need("T", "P", people: 100, reached: 90, when: "2023").Need("T", "P", people: 400, reached: 100, when: "2024").Run().Cells);
        Assert.Equal((400, 100, 0.75), (cell.Need, cell.Reached, cell.UnmetShare));
    }

    /// <summary>Needs 300 and 100, mean 200: weights 1.5 and 0.5; a place without a need weighs 1. A and B meet in all three.</summary>
    [Fact]
    public void The_requirement_weighs_arenas_by_need_over_mean_need()
    {
        var gap = Assert.Single(new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Sector("UN", "Y", "Z").Tie("Y", "Z")
            .Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", "2024", "B")
            .Activity("3", "T", "Q", "2024", "A").Activity("4", "T", "Q", "2024", "B")
            .Activity("5", "T", "R", "2024", "A").Activity("6", "T", "R", "2024", "B")
            .Need("T", "P", people: 300).Need("T", "Q", people: 100).Run().Gaps);
        Assert.Equal(3, gap.SharedArenas);
        Assert.Equal(3.0, gap.Requirement, 1e-12);
    }

    [Fact]
    public void An_arena_takes_the_need_of_its_own_period_before_one_without_a_period()
    {
        SmallDatasets Base() => new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Sector("UN", "Y", "Z").Tie("Y", "Z")
            .Activity("1", "T", "P", "2023", "A").Activity("2", "T", "P", "2023", "B")
            .Need("T", "P", people: 300, when: "2023").Need("T", "P", people: 100);
        Assert.Equal(300.0 / 200, Assert.Single(Base().Run().Gaps).Requirement, 1e-12);
        var later = Base().Activity("3", "T", "P", "2024", "A").Activity("4", "T", "P", "2024", "B").Run();
        Assert.Equal((300.0 / 200) + (100.0 / 200), Assert.Single(later.Gaps).Requirement, 1e-12);
    }

    [Fact]
    public void An_expectation_holds_at_its_place_within_it_or_everywhere()
    {
        var cells = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B")
            .Activity("x", "T", "P/D", "2024", "A").Activity("y", "T", "Q/E", "2024", "B")
            .Expect("T", "Judiciary").Expect("T", "NGO", "P").Run(new AnalysisOptions { PlaceLevel = 2 }).Cells;
        Assert.Equal(["Judiciary,NGO", "Judiciary"], cells.Select(cell => string.Join(',', cell.MissingSectors.Select(s => s.Index switch { 1 => "Judiciary", 2 => "NGO", _ => "Gov" }))));
    }

    [Fact]
    public void An_expected_cell_without_anyone_is_uncovered_even_without_a_stated_need()
    {
        var cells = new SmallDatasets().Sector("Gov", "A").Activity("x", "T", "P", "2024", "A").Activity("y", "U", "Q", "2024", "A")
            .Expect("T", "Gov", "Q").Need("U", "P", people: 0).Run().Cells;
        Assert.Equal(
            [CellStatus.SingleProvider, CellStatus.Uncovered, CellStatus.NotNeeded, CellStatus.SingleProvider],
            cells.Select(cell => cell.Status));
    }

    /// <summary>Two of X, one of Y. Blau 1 - (4/9 + 1/9) = 4/9; unbiased 1 - 2/(3*2) = 2/3.</summary>
    [Fact]
    public void Sector_diversity_has_a_biased_and_an_unbiased_form()
    {
        var cell = Assert.Single(new SmallDatasets().Sector("X", "A", "B").Sector("Y", "C").Activity("x", "T", "P", "2024", "A", "B", "C").Run().Cells);
        Assert.Equal(4.0 / 9, cell.SectorDiversity, 1e-12);
        Assert.Equal(2.0 / 3, cell.SectorDiversityUnbiased, 1e-12);
    }

    /// <summary>The rules of method 5, one after the other.</summary>
    private static CellStatus Status(Analysis analysis, SlowReference slow, Cell cell, int[] members, (int I, int J)[] pairs)
    {
        var sectors = members.Select(i => analysis.Dataset.SectorOf(new(i))).ToArray();
        var known = sectors.Where(s => s.Known).Distinct().Count();
        if (members.Length == 0)
            return cell.Need > 0 ? CellStatus.Uncovered : cell.Need == 0 ? CellStatus.NotNeeded : CellStatus.NeedUnknownNonePresent;
        if (members.Length == 1)
            return CellStatus.SingleProvider;
        if (known < 2)
            return known == 1 && sectors.All(s => s.Known) ? CellStatus.SingleSector : CellStatus.SectorsUnknown;
        if (analysis.TieEvidence == TieKinds.None)
            return CellStatus.CoordinationUnknown;
        if (!pairs.Any(p => slow.IsTiedIn(cell, p.I, p.J) && slow.IsCross(p.I, p.J)))
            return CellStatus.CoveredUncoordinated;
        return LargestGroup(slow, cell, members) == members.Length ? CellStatus.Coordinated : CellStatus.Fragmented;
    }

    /// <summary>Members of the largest group that the ties of a cell link, directly or through each other.</summary>
    private static int LargestGroup(SlowReference slow, Cell cell, int[] members) => members.Max(member =>
    {
        var reached = new HashSet<int> { member };
        while (members.FirstOrDefault(j => !reached.Contains(j) && reached.Any(i => slow.IsTiedIn(cell, i, j)), -1) is var next and >= 0)
            reached.Add(next);
        return reached.Count;
    });
}
