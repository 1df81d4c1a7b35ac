using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>Two sectors that one stakeholder alone joins.</summary>
internal static class SingleBroker
{
    public static FindingRule Rule { get; } = new(
        "single-broker",
        "Single broker between two sectors",
        "Two sectors of at least two stakeholders each meet in three pairs or more, and all their direct ties, at least two, have one stakeholder in common.",
        "High: without it no path of ties joins the two sectors at all. Medium: paths remain, and at least 10 pairs meet. Low: fewer.",
        "Ties that the dataset does not record are not seen: there may be other contacts. Stand-ins for a whole sector are left out.",
        [.. SectorLinks.CommonFacts, "stakeholder", "sector", "routes"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Redundancy,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        .. SectorLinks.CommonCriteria(finding),
        new("ties", finding.Number("ties"), Comparison.AtLeast, 2),
        new("disjoint_ties", SectorLinks.PairOf(analysis, finding).DisjointTies ?? double.NaN, Comparison.Exactly, 1),
        new("disjoint_routes", SectorLinks.PairOf(analysis, finding).DisjointRoutes ?? double.NaN, Comparison.Exactly, 1, FindingSeverity.High),
        new("required", finding.Number("required"), Comparison.AtLeast, SectorLinks.ManyPairs, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis) => SectorLinks.Describe(
        analysis,
        Rule,
        SectorLinks.Pairs(analysis).Where(pair => pair.DisjointTies == 1 && pair.Ties > 1 && SectorLinks.AreNamed(analysis, pair.Cover)),
        pair => pair.DisjointRoutes == 1
            ? FindingSeverity.High
            : pair.Rate.Required >= SectorLinks.ManyPairs ? FindingSeverity.Medium : FindingSeverity.Low,
        pair =>
        [
            ("stakeholder", analysis.Dataset.Stakeholders[pair.Cover[0].Index].Name),
            ("sector", analysis.Dataset.SectorOf(pair.Cover[0]).Name),
            ("routes", Routes(pair)),
        ]);

    /// <summary>Whether paths around the broker are left: <c>none</c>, <c>others</c>, or <c>unknown</c> where they were not counted.</summary>
    private static string Routes(SectorPairSummary pair) => pair.DisjointRoutes switch
    {
        null => "unknown",
        1 => "none",
        _ => "others",
    };
}
