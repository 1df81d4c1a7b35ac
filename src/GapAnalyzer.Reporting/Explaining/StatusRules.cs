using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>The rules of the coverage status, each as the conditions that have to hold: for a cell exactly one has all of them.</summary>
internal static class StatusRules
{
    /// <param name="Name">Key of its words.</param>
    public sealed record Condition(string Name, bool Holds);

    /// <summary>Every status with its conditions, in the order in which they are looked at.</summary>
    /// <param name="cell">The numbers.</param>
    /// <param name="allKnown">The sector of everyone present is known.</param>
    /// <param name="measured">There is tie evidence.</param>
    public static IReadOnlyList<(CellStatus Status, IReadOnlyList<Condition> Conditions)> Of(Cell cell, bool allKnown, bool measured)
    {
        Condition none = new("none-present", cell.Stakeholders == 0), called = new("needed-or-expected", cell.Need > 0 || cell.Expected), uncalled = new("not-called", !(cell.Need > 0 || cell.Expected));
        Condition several = new("several-present", cell.Stakeholders >= 2), sectors = new("several-sectors", cell.Sectors >= 2), few = new("under-two-sectors", cell.Sectors < 2);
        Condition evidence = new("tie-evidence", measured), cross = new("cross-tie", cell.CrossSectorTies > 0), linked = new("all-linked", cell.LargestComponentShare >= 1);
        var oneKnown = cell.Sectors == 1 && allKnown;
        return
        [
            (CellStatus.Uncovered, [none, called]),
            (CellStatus.NotNeeded, [none, uncalled, new("need-zero", !double.IsNaN(cell.Need))]),
            (CellStatus.NeedUnknownNonePresent, [none, uncalled, new("need-unknown", double.IsNaN(cell.Need))]),
            (CellStatus.SingleProvider, [new("one-present", cell.Stakeholders == 1)]),
            (CellStatus.SingleSector, [several, new("one-known-sector", oneKnown)]),
            (CellStatus.SectorsUnknown, [several, few, new("sectors-unknown", !oneKnown)]),
            (CellStatus.CoordinationUnknown, [several, sectors, new("no-tie-evidence", !measured)]),
            (CellStatus.CoveredUncoordinated, [several, sectors, evidence, new("no-cross-tie", cell.CrossSectorTies == 0)]),
            (CellStatus.Fragmented, [several, sectors, evidence, cross, new("not-all-linked", cell.LargestComponentShare < 1)]),
            (CellStatus.Coordinated, [several, sectors, evidence, cross, linked]),
        ];
    }
}
