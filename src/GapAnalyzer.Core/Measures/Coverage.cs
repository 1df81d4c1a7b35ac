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
        "Presence is not coverage, and coverage is not coordination. Over all periods, activities without a date included; ties count wherever and whenever they were made.",
        "This tool; the cell is the 3W matrix of humanitarian coordination");

    /// <summary>Cells that someone is in, that a need or expectation names, and every other combination of their themes and places.</summary>
    /// <param name="presence">Over all periods: its arenas are the cells that someone is in.</param>
    public static IReadOnlyList<Cell> Cells(Dataset dataset, Frame frame, Presence presence, NeedTable needs, TieNetwork ties, SectorMap sectors)
    {
        var expected = new ExpectationTable(dataset, frame);
        var cellAt = presence.Arenas.Index().ToDictionary(cell => (cell.Item.Theme, cell.Item.Place), cell => cell.Index);
        var activities = presence.ArenaOfActivity.CountBy(cell => cell).ToDictionary();
        var named = cellAt.Keys.Concat(needs.Cells).ToArray();
        var themes = named.Select(cell => cell.Theme).Concat(expected.Themes).Distinct().OrderBy(theme => theme?.Index).ToArray();
        var places = named.Select(cell => cell.Place).Concat(expected.Places).Distinct().OrderBy(place => place?.Index).ToArray();
        var mark = new int[ties.N];
        Array.Fill(mark, -1);
        return
        [
            .. from theme in themes
               from place in places
               let cell = cellAt.GetValueOrDefault((theme, place), -1)
               select Describe(theme, place, cell < 0 ? [] : [.. presence.MembersOf(cell)], activities.GetValueOrDefault(cell), needs, expected, ties, sectors, mark),
        ];
    }

    private static Cell Describe(
        ThemeId? theme,
        PlaceId? place,
        int[] members,
        int activities,
        NeedTable needs,
        ExpectationTable expected,
        TieNetwork ties,
        SectorMap sectors,
        int[] mark)
    {
        var (need, reached) = needs.OfCell(theme, place);
        var present = members.Select(i => sectors.Of[i]).Where(s => sectors.Known[s]).Distinct().ToArray();
        var crossTies = CrossTies(members, ties, sectors, mark);
        var (components, largest) = members.Length > 0 ? Components.Among(ties.RowStart, ties.Neighbours, members, mark) : (0, 0);
        var measured = ties.Evidence != TieKinds.None;
        var wanted = expected.SectorsAt(theme, place);
        var status = members.Length switch
        {
            0 => StatusOfEmpty(need, wanted.Length > 0),
            1 => CellStatus.SingleProvider,
            _ when present.Length >= 2 => StatusAcross(measured, crossTies, components),
            _ when present.Length == 1 && members.All(sectors.IsKnown) => CellStatus.SingleSector,
            _ => CellStatus.SectorsUnknown,
        };
        return new(
            theme, place, members.Length, present.Length, activities, need, reached, wanted.Length > 0, crossTies,
            measured && members.Length > 0 ? (double)largest / members.Length : double.NaN,
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

    private static CellStatus StatusAcross(bool measured, long crossTies, int components) => (measured, crossTies, components) switch
    {
        (false, _, _) => CellStatus.CoordinationUnknown,
        (true, 0, _) => CellStatus.CoveredUncoordinated,
        (true, _, > 1) => CellStatus.Fragmented,
        _ => CellStatus.Coordinated,
    };

    /// <summary>Ties across known sectors among the members; O(sum of their degrees). The marks are -1 before and after.</summary>
    private static long CrossTies(ReadOnlySpan<int> members, TieNetwork ties, SectorMap sectors, Span<int> mark)
    {
        var count = 0L;
        foreach (var i in members)
        {
            foreach (var j in ties.Of(i))
            {
                if (mark[j] == 0 && sectors.IsCross(i, j))
                    count++;
            }

            mark[i] = 0;
        }

        foreach (var i in members)
            mark[i] = -1;
        return count;
    }
}
