namespace GapAnalyzer.Measures;

/// <summary>How much of the need meets no one, and how much meets many who do not coordinate.</summary>
internal static class NeedShares
{
    public static Measure Measure { get; } = new(
        "need_shares",
        "Need-weighted shares",
        "network",
        "uncovered U = sum need [uncovered] / sum need; covered yet uncoordinated: the same over cells with that status",
        "People and severity are never mixed. Cells without a stated need count for nothing. "
            + "Undefined without needs; the second also without tie evidence.",
        "This tool");

    /// <summary>Need in cells where no one is present, over all need; NaN without needs.</summary>
    public static double Uncovered(IReadOnlyList<Cell> cells) => Share(cells, CellStatus.Uncovered);

    /// <summary>Need in cells of two or more sectors without a tie across them, over all need; NaN where not measured.</summary>
    public static double Uncoordinated(IReadOnlyList<Cell> cells, bool measured) =>
        measured ? Share(cells, CellStatus.CoveredUncoordinated) : double.NaN;

    private static double Share(IReadOnlyList<Cell> cells, CellStatus status)
    {
        var needed = cells.Where(cell => cell.Need > 0).ToArray();
        var total = needed.Sum(cell => cell.Need);
        return total > 0 ? needed.Where(cell => cell.Status == status).Sum(cell => cell.Need) / total : double.NaN;
    }
}
