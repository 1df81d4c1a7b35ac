using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>What the rules about cells share: names, need, order and cap.</summary>
internal static class CellFindings
{
    /// <summary>Facts that every finding about a cell carries; <c>need</c> is NaN where not given.</summary>
    public static IReadOnlyList<string> CommonFacts { get; } =
        ["theme", "place", "need", "need_unit", "stakeholders", "sectors", "total", "total_need"];

    /// <summary>
    /// The cells of one status, most severe first, then by need, then by stakeholders, then by names; the first of them as findings.
    /// </summary>
    /// <param name="analysis">Everything known.</param>
    /// <param name="rule">Whose findings they are.</param>
    /// <param name="status">The status that the rule speaks of.</param>
    /// <param name="severity">Of a cell, given the mean need of cells with a need (NaN without any).</param>
    /// <param name="more">Facts beyond <see cref="CommonFacts"/>.</param>
    public static IEnumerable<Finding> Of(
        Analysis analysis,
        FindingRule rule,
        CellStatus status,
        Func<Cell, double, FindingSeverity> severity,
        Func<Cell, IEnumerable<(string, object)>>? more = null)
    {
        var cells = analysis.Cells.Where(cell => cell.Status == status).ToArray();
        var mean = MeanNeed(analysis);
        var totalNeed = cells.Where(cell => cell.Need > 0).Sum(cell => cell.Need);
        return cells
            .Select(cell => (Cell: cell, Severity: severity(cell, mean), Theme: ThemeName(analysis, cell), Place: PlaceName(analysis, cell)))
            .OrderByDescending(found => found.Severity)
            .ThenByDescending(found => found.Cell.Need)
            .ThenByDescending(found => found.Cell.Stakeholders)
            .ThenBy(found => found.Theme, StringComparer.Ordinal)
            .ThenBy(found => found.Place, StringComparer.Ordinal)
            .Take(FindingCatalog.MaxPerRule)
            .Select(found => new Finding(
                rule.Code, found.Severity, [found.Theme, found.Place], Facts(found.Cell, found.Theme, found.Place, cells.Length, totalNeed, more)));
    }

    /// <summary>Mean need of the cells with a need; NaN without any.</summary>
    public static double MeanNeed(Analysis analysis) =>
        analysis.Cells.Where(cell => cell.Need > 0).Select(cell => cell.Need).DefaultIfEmpty(double.NaN).Average();

    public static string ThemeName(Analysis analysis, Cell cell) =>
        cell.Theme is { } theme ? analysis.Dataset.Themes[theme.Index] : Vocabulary.All;

    public static string PlaceName(Analysis analysis, Cell cell) =>
        cell.Place is { } place ? analysis.Dataset.Places[place.Index].Name : Vocabulary.All;

    private static Dictionary<string, object> Facts(
        Cell cell, string theme, string place, int total, double totalNeed, Func<Cell, IEnumerable<(string, object)>>? more)
    {
        var facts = new Dictionary<string, object>
        {
            ["theme"] = theme,
            ["place"] = place,
            ["need"] = cell.Need,
            ["need_unit"] = NeedUnitName(cell),
            ["stakeholders"] = cell.Stakeholders,
            ["sectors"] = cell.Sectors,
            ["total"] = total,
            ["total_need"] = totalNeed,
        };
        foreach (var (name, value) in more?.Invoke(cell) ?? [])
            facts[name] = value;
        return facts;
    }

    private static string NeedUnitName(Cell cell) => cell.NeedUnit switch
    {
        Networks.NeedUnit.People => "people",
        Networks.NeedUnit.Severity => "severity",
        _ => "",
    };
}
