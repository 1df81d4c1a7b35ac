using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>Two sectors that one lost tie, or two lost stakeholders, would leave without a direct tie.</summary>
internal static class FragileSectorPair
{
    private const string OneTie = "one-tie";
    private const string TwoLosses = "two-losses";

    public static FindingRule Rule { get; } = new(
        "fragile-sector-pair",
        "Fragile link between two sectors",
        "Two sectors of at least two stakeholders each meet in three pairs or more and have a single direct tie; or, with at least three each, several, all of which "
            + "touch one of two stakeholders.",
        "High: a single tie, and at least 10 pairs meet. Medium: one of the two. Low: neither.",
        "Ties that the dataset does not record are not seen. There can be other sets of two. Stand-ins for a whole sector are left out.",
        [.. SectorLinks.CommonFacts, "kind", "first", "second"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Redundancy,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        .. SectorLinks.CommonCriteria(finding),
        new("disjoint_ties", SectorLinks.PairOf(analysis, finding).DisjointTies ?? double.NaN, Comparison.AtMost, 2),
        new("ties", finding.Number("ties"), Comparison.Exactly, 1, FindingSeverity.High),
        new("required", finding.Number("required"), Comparison.AtLeast, SectorLinks.ManyPairs, FindingSeverity.High),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis) => SectorLinks.Describe(
        analysis,
        Rule,
        SectorLinks.Pairs(analysis).Where(pair => KindOf(pair) is not null && SectorLinks.AreNamed(analysis, Named(analysis, pair))),
        pair => (KindOf(pair) == OneTie, pair.Rate.Required >= SectorLinks.ManyPairs) switch
        {
            (true, true) => FindingSeverity.High,
            (false, false) => FindingSeverity.Low,
            _ => FindingSeverity.Medium,
        },
        pair =>
        [
            ("kind", KindOf(pair)!),
            ("first", analysis.Dataset.Stakeholders[Named(analysis, pair)[0].Index].Name),
            ("second", analysis.Dataset.Stakeholders[Named(analysis, pair)[1].Index].Name),
        ]);

    private static string? KindOf(SectorPairSummary pair) => (pair.Ties, pair.DisjointTies, Math.Min(pair.StakeholdersA, pair.StakeholdersB)) switch
    {
        (1, _, _) => OneTie,
        (_, 2, >= 3) => TwoLosses,
        _ => null,
    };

    /// <summary>The ends of the only tie, else the two that all ties touch.</summary>
    private static StakeholderId[] Named(Analysis analysis, SectorPairSummary pair)
    {
        if (KindOf(pair) != OneTie)
            return [.. pair.Cover];
        var (one, dataset) = (pair.Cover[0], analysis.Dataset);
        var opposite = dataset.Stakeholders[one.Index].Sector == pair.A ? pair.B : pair.A;
        return [one, .. analysis.Ties.Of(one.Index).ToArray().Where(j => dataset.Stakeholders[j].Sector == opposite).Select(j => new StakeholderId(j))];
    }
}
