using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Theme x place: who is there, what is needed, and whether those who are there are tied across sectors.</summary>
internal static class Coverage
{
    public static Measure Measure { get; } = new(
        "coverage",
        "Coverage status",
        "cell",
        "exactly one of: uncovered, single provider, single sector, sectors unknown, covered uncoordinated, fragmented, coordinated, "
            + "coordination unknown, need unknown none present, not needed",
        "Presence is not coverage, and coverage is not coordination. Over all periods, activities without a date included; ties count wherever and whenever they were made, with --local-ties those alone that were made in the cell.",
        "This tool; the cell is the 3W matrix of humanitarian coordination");

    /// <summary>Cells that someone is in, that a need or expectation names, and every other combination of their themes and places.</summary>
    /// <param name="dataset">The expectations.</param>
    /// <param name="frame">Which places they are about.</param>
    /// <param name="presence">Over all periods: its arenas are the cells that someone is in.</param>
    /// <param name="needs">Need of each cell.</param>
    /// <param name="ties">The ties that count in each cell.</param>
    /// <param name="measured">There is tie evidence, in whatever cell.</param>
    /// <param name="sectors">Who belongs where.</param>
    public static IReadOnlyList<Cell> Cells(Dataset dataset, Frame frame, Presence presence, NeedTable needs, CellTies ties, bool measured, SectorMap sectors)
    {
        var expected = new ExpectationTable(dataset, frame);
        var cellAt = presence.Arenas.Index().ToDictionary(cell => (cell.Item.Theme, cell.Item.Place), cell => cell.Index);
        var activities = new int[presence.Arenas.Count];
        foreach (var cell in presence.ArenaOfActivity)
            activities[cell]++;
        var named = cellAt.Keys.Concat(needs.Cells).ToArray();
        var themes = named.Select(cell => cell.Theme).Concat(expected.Themes).Distinct().OrderBy(theme => theme?.Index).ToArray();
        var places = named.Select(cell => cell.Place).Concat(expected.Places).Distinct().OrderBy(place => place?.Index).ToArray();
        var cells = new Cell[themes.Length * places.Length];
        Parallel.For(0, cells.Length, ties.Space, (at, _, space) =>
        {
            var (theme, place) = (themes[at / places.Length], places[at % places.Length]);
            var cell = cellAt.GetValueOrDefault((theme, place), -1);
            var members = cell < 0 ? [] : presence.MembersOf(cell).ToArray();
            var links = Links.Of(ties.Among(cell, members, space), members, sectors);
            cells[at] = Describe(theme, place, members, cell < 0 ? 0 : activities[cell], needs, expected, measured, links, sectors);
            return space;
        }, _ => { });
        return cells;
    }

    private static Cell Describe(
        ThemeId? theme,
        PlaceId? place,
        int[] members,
        int activities,
        NeedTable needs,
        ExpectationTable expected,
        bool measured,
        Links links,
        SectorMap sectors)
    {
        var (need, reached) = needs.OfCell(theme, place);
        var present = members.Select(i => sectors.Of[i]).Where(s => sectors.Known[s]).Distinct().ToArray();
        var wanted = expected.SectorsAt(theme, place);
        var status = members.Length switch
        {
            0 => StatusOfEmpty(need, wanted.Length > 0),
            1 => CellStatus.SingleProvider,
            _ when present.Length >= 2 => StatusAcross(measured, links),
            _ when present.Length == 1 && members.All(sectors.IsKnown) => CellStatus.SingleSector,
            _ => CellStatus.SectorsUnknown,
        };
        return new(
            theme, place, members.Length, present.Length, activities, need, reached, wanted.Length > 0, links.AcrossSectors,
            measured && members.Length > 0 ? (double)links.Largest / members.Length : double.NaN,
            [.. wanted.Where(sector => !present.Contains(sector.Index))], status)
        {
            NeedUnit = needs.Unit,
            ExpectedSectors = wanted,
            SectorDiversity = Diversity.Blau(members, sectors),
            SectorDiversityUnbiased = Diversity.Unbiased(members, sectors),
        };
    }

    private static CellStatus StatusOfEmpty(double need, bool expected) => need > 0 || expected
        ? CellStatus.Uncovered
        : double.IsNaN(need) ? CellStatus.NeedUnknownNonePresent : CellStatus.NotNeeded;

    private static CellStatus StatusAcross(bool measured, Links links) => (measured, links.AcrossSectors, links.Groups) switch
    {
        (false, _, _) => CellStatus.CoordinationUnknown,
        (true, 0, _) => CellStatus.CoveredUncoordinated,
        (true, _, > 1) => CellStatus.Fragmented,
        _ => CellStatus.Coordinated,
    };

    /// <summary>How the members of a cell are linked.</summary>
    /// <param name="AcrossSectors">Ties between different known sectors.</param>
    /// <param name="Groups">Components of the tie graph among them.</param>
    /// <param name="Largest">Members of the largest component; 0 when empty.</param>
    private readonly record struct Links(long AcrossSectors, int Groups, int Largest)
    {
        public static Links Of((int[] RowStart, int[] Neighbours) ties, int[] members, SectorMap sectors)
        {
            var across = 0L;
            for (var k = 0; k < members.Length; k++)
            {
                foreach (var j in ties.Neighbours.AsSpan(ties.RowStart[k]..ties.RowStart[k + 1]))
                    across += j < k && sectors.IsCross(members[j], members[k]) ? 1 : 0;
            }

            var sizes = Components.Label(ties.RowStart, ties.Neighbours, new int[members.Length]);
            return new(across, sizes.Length, sizes.FirstOrDefault());
        }
    }
}
