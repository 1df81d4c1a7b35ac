using GapAnalyzer.Measures;

namespace GapAnalyzer.Comparing;

/// <summary>Cells whose coverage or coordination is another.</summary>
internal static class CellChanges
{
    /// <summary>In the order of themes and places. Where coordination cannot be compared, covered is covered, however coordinated.</summary>
    public static IReadOnlyList<CellChange> Of(Analysis before, Analysis after, NameUnion names, Comparability comparability)
    {
        if (!before.Unplaced.AbsentDimensions.SequenceEqual(after.Unplaced.AbsentDimensions))
            return [];
        var earlier = ByNumbers(before, names.Themes.OfBefore, names.Places.OfBefore);
        var later = ByNumbers(after, names.Themes.OfAfter, names.Places.OfAfter);
        return
        [
            .. earlier.Keys.Union(later.Keys).OrderBy(key => (key.Theme ?? -1, key.Place ?? -1))
                .Select(key => (Key: key, Before: earlier.GetValueOrDefault(key), After: later.GetValueOrDefault(key)))
                .Select(cell => new CellChange(
                    cell.Key.Theme, cell.Key.Place, StatusOf(cell.Before), StatusOf(cell.After), cell.Before?.Stakeholders ?? 0, cell.After?.Stakeholders ?? 0))
                .Where(cell => comparability == Comparability.Full ? cell.Before != cell.After : Coverage(cell.Before) != Coverage(cell.After)),
        ];
    }

    private static Dictionary<(int? Theme, int? Place), Cell> ByNumbers(Analysis analysis, int[] themes, int[] places) => analysis.Cells.ToDictionary(
        cell => (cell.Theme is { } theme ? themes[theme.Index] : (int?)null, cell.Place is { } place ? places[place.Index] : (int?)null));

    /// <summary>A cell that one side does not list has no one in it, and no need that is known.</summary>
    private static CellStatus StatusOf(Cell? cell) => cell?.Status ?? CellStatus.NeedUnknownNonePresent;

    private static CellStatus Coverage(CellStatus status) =>
        status is CellStatus.CoveredUncoordinated or CellStatus.Fragmented or CellStatus.Coordinated ? CellStatus.CoordinationUnknown : status;
}
