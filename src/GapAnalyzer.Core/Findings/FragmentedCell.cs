using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>Some ties across sectors, but those present fall into several groups.</summary>
internal static class FragmentedCell
{
    private const double Half = 0.5;

    public static FindingRule Rule { get; } = new(
        "fragmented-cell",
        "Fragmented coordination",
        "Some ties join sectors among those present for a theme at a place, but the tie graph among them (with --local-ties: of ties made there) has more than one component.",
        "High: less than half of those present are in the largest component, and need of at least the mean of cells with a need. "
            + "Medium: one of the two. Low: neither.",
        "One isolate also fragments: read the share of the largest component. Those present may be joined through others that are not.",
        [.. CellFindings.CommonFacts, "cross_sector_ties", "largest_component_share"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Coverage,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        new("cross_sector_ties", finding.Number("cross_sector_ties"), Comparison.AtLeast, 1),
        new("largest_component_share", finding.Number("largest_component_share"), Comparison.Under, 1),
        new("largest_component_share", finding.Number("largest_component_share"), Comparison.Under, Half, FindingSeverity.High),
        new("need", finding.Number("need"), Comparison.AtLeast, CellFindings.MeanNeed(analysis), FindingSeverity.High),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis) => CellFindings.Of(
        analysis,
        Rule,
        CellStatus.Fragmented,
        SeverityOf,
        cell => [("cross_sector_ties", cell.CrossSectorTies), ("largest_component_share", cell.LargestComponentShare)]);

    private static FindingSeverity SeverityOf(Cell cell, double mean) => (cell.LargestComponentShare < Half, cell.Need >= mean) switch
    {
        (true, true) => FindingSeverity.High,
        (false, false) => FindingSeverity.Low,
        _ => FindingSeverity.Medium,
    };
}
