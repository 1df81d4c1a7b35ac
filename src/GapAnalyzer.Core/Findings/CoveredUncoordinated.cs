using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>Several sectors side by side, and no tie between them.</summary>
internal static class CoveredUncoordinated
{
    public static FindingRule Rule { get; } = new(
        "covered-uncoordinated",
        "Covered, yet uncoordinated",
        "Two or more known sectors are present for a theme at a place, and no tie joins two of them, wherever and whenever it was made (with --local-ties: no tie made there).",
        "High: need of at least the mean of cells with a need. Medium: less, or no stated need. Low: a stated need of 0.",
        "Ties that the dataset does not record are not seen.",
        CellFindings.CommonFacts,
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Coverage,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        new("sectors", finding.Number("sectors"), Comparison.AtLeast, 2),
        new("need", finding.Number("need"), Comparison.AtLeast, CellFindings.MeanNeed(analysis), FindingSeverity.High),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis) => CellFindings.Of(
        analysis,
        Rule,
        CellStatus.CoveredUncoordinated,
        (cell, mean) => cell.Need >= mean ? FindingSeverity.High : cell.Need == 0 ? FindingSeverity.Low : FindingSeverity.Medium);
}
