using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>Need, or an expectation, and no one there.</summary>
internal static class UncoveredCell
{
    public static FindingRule Rule { get; } = new(
        "uncovered-cell",
        "Uncovered need",
        "A theme at a place has a need, or is expected, and no stakeholder is present in any period.",
        "High: need of at least the mean of cells with a need. Medium: less. Low: expected, without a stated need.",
        "Someone may be there who is not in the dataset.",
        [.. CellFindings.CommonFacts, "expected"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Coverage,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        new("stakeholders", finding.Number("stakeholders"), Comparison.Exactly, 0),
        new("need", finding.Number("need"), Comparison.AtLeast, CellFindings.MeanNeed(analysis), FindingSeverity.High),
        new("need", finding.Number("need"), Comparison.Over, 0, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis) => CellFindings.Of(
        analysis,
        Rule,
        CellStatus.Uncovered,
        (cell, mean) => cell.Need >= mean ? FindingSeverity.High : cell.Need > 0 ? FindingSeverity.Medium : FindingSeverity.Low,
        cell => [("expected", cell.Expected ? 1 : 0)]);
}
