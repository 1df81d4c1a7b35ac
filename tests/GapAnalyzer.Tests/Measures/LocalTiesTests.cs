using System.Text.Json.Nodes;
using CsCheck;
using GapAnalyzer.Measures;
using GapAnalyzer.Planning;
using GapAnalyzer.Tests.Reporting.Formats;

namespace GapAnalyzer.Tests.Measures;

/// <summary>A cell judged by the ties made there alone.</summary>
public sealed class LocalTiesTests
{
    private static readonly AnalysisOptions Local = new() { LocalTies = true, Permutations = 9 };

    /// <summary>A (Gov) and B (NGO) work on T at P apart and at Q together: tied at Q. At P the tie counts where ties made anywhere do.</summary>
    [Fact]
    public void A_tie_made_in_another_place_counts_there_alone()
    {
        var small = Apart().Activity("3", "T", "Q", "2024", "A", "B");
        Assert.Equal([CellStatus.Coordinated, CellStatus.Coordinated], Statuses(small, Local with { LocalTies = false }));
        Assert.Equal([CellStatus.CoveredUncoordinated, CellStatus.Coordinated], Statuses(small, Local));
    }

    /// <summary>The dataset says who works with whom, on theme U: what is not known of T at P is a finding, not a lack of evidence.</summary>
    [Fact]
    public void A_cell_without_a_tie_of_its_own_is_uncoordinated_where_there_is_tie_evidence_elsewhere()
    {
        var analysis = Apart().Sector("UN", "Y", "Z").Activity("3", "U", "P", "2024", "Y", "Z").Run(Local);
        Assert.Equal([CellStatus.CoveredUncoordinated, CellStatus.SingleSector], analysis.Cells.Select(cell => cell.Status));
        Assert.Equal([0.5, 1.0], analysis.Cells.Select(cell => cell.LargestComponentShare));
        Assert.Equal(["T", "P"], Assert.Single(analysis.Findings, finding => finding.Code == "covered-uncoordinated").Subject);
    }

    [Fact]
    public void Without_tie_evidence_anywhere_coordination_is_unknown() =>
        Assert.Equal([CellStatus.CoordinationUnknown], Statuses(Apart(), Local));

    [Fact]
    public void A_declared_tie_names_neither_theme_nor_place_and_counts_in_every_cell() => Assert.Equal(
        [CellStatus.Coordinated, CellStatus.Coordinated],
        Statuses(Apart().Activity("3", "T", "Q", "2024", "A").Activity("4", "T", "Q", "2024", "B").Tie("A", "B"), Local));

    /// <summary>A pays for what B leads at P. At Q both are present, A by its own activity.</summary>
    [Fact]
    public void A_funder_is_tied_to_the_lead_where_it_pays()
    {
        var small = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B")
            .Activity("1", "T", "P", "2024", "A:funder", "B:lead").Activity("2", "T", "P", "2024", "A").Activity("3", "T", "Q", "2024", "A").Activity("4", "T", "Q", "2024", "B");
        Assert.Equal([CellStatus.Coordinated, CellStatus.CoveredUncoordinated], Statuses(small, Local));
        Assert.Equal([CellStatus.CoordinationUnknown, CellStatus.CoordinationUnknown], Statuses(small, Local with { Ties = TieKinds.Joint }));
    }

    /// <summary>Together without a theme, where other activities have one: in no cell. Together without a date: in the cell, as presence is.</summary>
    [Fact]
    public void A_tie_is_made_in_the_cell_that_presence_is_in()
    {
        Assert.Equal([CellStatus.CoveredUncoordinated], Statuses(Apart().Activity("3", null, "P", "2024", "A", "B"), Local));
        Assert.Equal([CellStatus.Coordinated], Statuses(Apart().Activity("3", "T", "P", null, "A", "B"), Local));
        Assert.Equal([CellStatus.CoveredUncoordinated], Statuses(Apart().Activity("3", "T", "P", "2023", "A", "B").Tie("A", "C").Sector("UN", "C"), Local with { From = new(2024, 1, 1) }));
    }

    /// <summary>Apart in district D, together in district E of one province.</summary>
    [Fact]
    public void The_cell_is_that_of_the_place_level()
    {
        var small = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B")
            .Activity("1", "T", "P/D", "2024", "A").Activity("2", "T", "P/D", "2024", "B").Activity("3", "T", "P/E", "2024", "A", "B");
        Assert.Equal([CellStatus.Coordinated], Statuses(small, Local));
        Assert.Equal([CellStatus.CoveredUncoordinated, CellStatus.Coordinated], Statuses(small, Local with { PlaceLevel = 2 }));
    }

    /// <summary>Four at P, of which A and B meet there: 1 tie across sectors, and groups of 2, 1 and 1. C and D meet at Q.</summary>
    [Fact]
    public void Groups_are_those_of_the_ties_made_there()
    {
        var cell = Apart().Sector("NGO", "C", "D").Activity("3", "T", "P", "2024", "A", "B").Activity("4", "T", "P", "2024", "C").Activity("5", "T", "P", "2024", "D")
            .Activity("6", "T", "Q", "2024", "C", "D").Run(Local).Cells[0];
        Assert.Equal((CellStatus.Fragmented, 1L, 0.5), (cell.Status, cell.CrossSectorTies, cell.LargestComponentShare));
    }

    /// <summary>A meeting that a scenario holds on T at P is made there, and not at Q.</summary>
    [Fact]
    public void A_meeting_of_a_scenario_counts_where_it_is_held()
    {
        var before = Apart().Activity("3", "T", "Q", "2024", "A").Activity("4", "T", "Q", "2024", "B").Sector("UN", "Y", "Z").Activity("5", "U", "Q", "2024", "Y", "Z").Run(Local);
        var what = WhatIf.Of(before, ScenarioResolving.Of(new([], [new("T", "P")], []), before, null), CancellationToken.None);
        Assert.Equal(CellStatus.CoveredUncoordinated, Of(what.Before, "P").Status);
        Assert.Equal(CellStatus.Coordinated, Of(what.After, "P").Status);
        Assert.Equal(CellStatus.CoveredUncoordinated, Of(what.After, "Q").Status);
    }

    [Fact]
    public void Ties_of_a_cell_and_their_groups_are_what_its_numbers_say() => RandomDatasets.Cases.Sample(drawn =>
    {
        var analysis = drawn.Plan.Build().Run(drawn.Options with { Permutations = 9 });
        var slow = new SlowReference(analysis.Dataset, drawn.Options);
        foreach (var cell in analysis.Cells)
        {
            var (ties, members) = (analysis.TiesIn(cell), slow.MembersOf(cell));
            foreach (var (i, j) in slow.Pairs)
                Assert.Equal(slow.TieIn(cell, i, j).Strength, ties.StrengthOf(new(i), new(j)), 1e-9);
            if (analysis.TieEvidence != TieKinds.None && members.Length > 0)
                Assert.Equal(cell.LargestComponentShare, (double)LinkedGroups.Among(ties, [.. members.Select(i => new Domain.StakeholderId(i))])[0].Count / members.Length);
        }
    });

    [Fact]
    public void Ties_made_in_a_cell_are_some_of_those_made_anywhere() => RandomDatasets.Cases.Sample(drawn =>
    {
        var small = drawn.Plan.Build();
        var (anywhere, local) = (small.Run(drawn.Options with { LocalTies = false, Permutations = 9 }), small.Run(drawn.Options with { LocalTies = true, Permutations = 9 }));
        foreach (var (all, here) in anywhere.Cells.Zip(local.Cells))
        {
            Assert.InRange(here.CrossSectorTies, 0, all.CrossSectorTies);
            Assert.False(here.LargestComponentShare > all.LargestComponentShare);
            Assert.True(here.Status == all.Status || Rank(here.Status) < Rank(all.Status), $"{all.Status} became {here.Status}");
        }

        static int Rank(CellStatus status) => Array.IndexOf([CellStatus.CoveredUncoordinated, CellStatus.Fragmented, CellStatus.Coordinated], status);
    });

    /// <summary>Everything in report.json but the cells, what is found in them, and the need in those that are uncoordinated.</summary>
    [Fact]
    public void Nothing_but_the_cells_depends_on_where_ties_were_made() => RandomDatasets.Cases.Sample(
        drawn =>
        {
            var small = drawn.Plan.Build();
            Assert.Equal(Rest(small.Run(drawn.Options with { LocalTies = false, Permutations = 9 })), Rest(small.Run(drawn.Options with { LocalTies = true, Permutations = 9 })));
        },
        iter: 200);

    private static string Rest(Analysis analysis)
    {
        var report = JsonNode.Parse(Written.Files(analysis, "json")["report.json"])!.AsObject();
        report.Remove("cells");
        report["options"]!.AsObject().Remove("local_ties");
        report["headline"]!.AsObject().Remove("uncoordinated_need_share");
        var findings = report["findings"]!.AsArray();
        foreach (var finding in findings.Where(finding => (string)finding!["code"]! is "covered-uncoordinated" or "fragmented-cell").ToArray())
            findings.Remove(finding);
        return report.ToJsonString();
    }

    /// <summary>A and B of two sectors, each with an activity of its own on T at P.</summary>
    private static SmallDatasets Apart() => new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", "2024", "B");

    private static IEnumerable<CellStatus> Statuses(SmallDatasets small, AnalysisOptions options) => small.Run(options).Cells.Select(cell => cell.Status);

    private static Cell Of(Analysis analysis, string place) =>
        analysis.Cells.Single(cell => analysis.Dataset.Themes[cell.Theme!.Value.Index] == "T" && analysis.Dataset.Places[cell.Place!.Value.Index].Name == place);
}
