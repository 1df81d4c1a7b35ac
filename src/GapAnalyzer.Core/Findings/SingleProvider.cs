using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>One stakeholder alone: a single point of failure.</summary>
internal static class SingleProvider
{
    public static FindingRule Rule { get; } = new(
        "single-provider",
        "Single provider",
        "Exactly one stakeholder is present for a theme at a place, over all periods.",
        "High: need of at least the mean of cells with a need. Medium: less. Low: no stated need.",
        "Someone else may be there who is not in the dataset. One provider can be enough; what it cannot do is fall out.",
        [.. CellFindings.CommonFacts, "stakeholder", "sector"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Coverage,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        new("stakeholders", finding.Number("stakeholders"), Comparison.Exactly, 1),
        new("need", finding.Number("need"), Comparison.AtLeast, CellFindings.MeanNeed(analysis), FindingSeverity.High),
        new("need", finding.Number("need"), Comparison.Over, 0, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        var alone = Providers(analysis);
        return CellFindings.Of(
            analysis,
            Rule,
            CellStatus.SingleProvider,
            (cell, mean) => cell.Need >= mean ? FindingSeverity.High : cell.Need > 0 ? FindingSeverity.Medium : FindingSeverity.Low,
            cell => Name(analysis, alone[(cell.Theme, cell.Place)]));
    }

    private static IEnumerable<(string, object)> Name(Analysis analysis, StakeholderId provider) =>
        [("stakeholder", analysis.Dataset.Stakeholders[provider.Index].Name), ("sector", analysis.Dataset.SectorOf(provider).Name)];

    /// <summary>The first stakeholder present in each theme at each place: the only one where there is one.</summary>
    private static Dictionary<(ThemeId?, PlaceId?), StakeholderId> Providers(Analysis analysis) => analysis.CellPresence.Arenas.Index()
        .ToDictionary(cell => (cell.Item.Theme, cell.Item.Place), cell => new StakeholderId(analysis.CellPresence.MembersOf(cell.Index)[0]));
}
