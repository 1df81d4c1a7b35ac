using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>A sector that ought to act on a theme and is not there.</summary>
internal static class MissingExpectedSector
{
    public static FindingRule Rule { get; } = new(
        "missing-expected-sector",
        "Missing expected sector",
        "The expectations table names a sector for a theme, others act on it, and no stakeholder of the sector is present; "
            + "one finding per theme and sector.",
        "High: missing at every place where others act on the theme and the sector is expected. Medium: at half of them or more. Low: at fewer.",
        "Someone of the sector may be there who is not in the dataset, or whose sector is unknown.",
        ["theme", "sector", "places_missing", "places_expected", "place", "need", "total"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Coverage,
    };

    /// <summary>The cells of one theme where others act and the sector is expected, and those of them where it is missing.</summary>
    private sealed record Absence(string Theme, string Sector, Cell[] Expected, Cell[] Missing)
    {
        /// <summary>Summed over the cells where it is missing; NaN where none is given.</summary>
        public double Need => Missing.All(cell => double.IsNaN(cell.Need))
            ? double.NaN
            : Missing.Where(cell => !double.IsNaN(cell.Need)).Sum(cell => cell.Need);

        public FindingSeverity Severity => Missing.Length == Expected.Length
            ? FindingSeverity.High
            : Missing.Length * 2 >= Expected.Length ? FindingSeverity.Medium : FindingSeverity.Low;
    }

    private static IEnumerable<Criterion> Criteria(Analysis _, Finding finding) =>
    [
        new("places_missing", finding.Number("places_missing"), Comparison.AtLeast, 1),
        new("share_missing", finding.Number("places_missing") / finding.Number("places_expected"), Comparison.AtLeast, 1, FindingSeverity.High),
        new("share_missing", finding.Number("places_missing") / finding.Number("places_expected"), Comparison.AtLeast, 0.5, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        var absences = analysis.Cells.Where(cell => cell.Stakeholders > 0)
            .SelectMany(cell => cell.ExpectedSectors.Select(sector => (Cell: cell, Sector: sector)))
            .GroupBy(item => (item.Cell.Theme, item.Sector), item => item.Cell)
            .Select(group => new Absence(
                CellFindings.ThemeName(analysis, group.First()),
                analysis.Dataset.Sectors[group.Key.Sector.Index].Name,
                [.. group],
                [.. group.Where(cell => cell.MissingSectors.Contains(group.Key.Sector))]))
            .Where(absence => absence.Missing.Length > 0)
            .OrderByDescending(absence => absence.Severity)
            .ThenByDescending(absence => absence.Need)
            .ThenByDescending(absence => absence.Missing.Length)
            .ThenBy(absence => absence.Theme, StringComparer.Ordinal)
            .ThenBy(absence => absence.Sector, StringComparer.Ordinal)
            .ToArray();
        return absences.Take(FindingCatalog.MaxPerRule).Select(absence => Describe(analysis, absence, absences.Length));
    }

    /// <remarks><c>place</c> is the place with the largest need where the sector is missing.</remarks>
    private static Finding Describe(Analysis analysis, Absence absence, int total)
    {
        var worst = absence.Missing
            .OrderByDescending(cell => cell.Need)
            .ThenBy(cell => CellFindings.PlaceName(analysis, cell), StringComparer.Ordinal)
            .First();
        var facts = new Dictionary<string, object>
        {
            ["theme"] = absence.Theme,
            ["sector"] = absence.Sector,
            ["places_missing"] = absence.Missing.Length,
            ["places_expected"] = absence.Expected.Length,
            ["place"] = CellFindings.PlaceName(analysis, worst),
            ["need"] = absence.Need,
            ["total"] = total,
        };
        return new(Rule.Code, absence.Severity, [absence.Theme, absence.Sector], facts);
    }
}
