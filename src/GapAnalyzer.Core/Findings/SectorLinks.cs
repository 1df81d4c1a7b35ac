using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>What the rules about links between two sectors share: which pairs they look at, facts and order.</summary>
internal static class SectorLinks
{
    /// <summary>Pairs that meet, from which on the link between two sectors matters to many.</summary>
    public const long ManyPairs = 10;

    /// <summary>Fewer pairs that meet are too few to speak of a link between sectors.</summary>
    private const long FewestPairs = 3;

    /// <summary>Facts that every such finding carries.</summary>
    public static IReadOnlyList<string> CommonFacts { get; } = ["sector_a", "sector_b", "stakeholders_a", "stakeholders_b", "ties", "required", "total"];

    /// <summary>Two known sectors that meet in three pairs or more, have a direct tie, and could each lose one: a sector of one is its own only link.</summary>
    public static IEnumerable<SectorPairSummary> Pairs(Analysis analysis) => analysis.SectorPairs.Where(pair =>
        pair.DisjointTies > 0 && pair.Rate.Required >= FewestPairs && Math.Min(pair.StakeholdersA, pair.StakeholdersB) > 1);

    /// <summary>The pair that a finding speaks of.</summary>
    public static SectorPairSummary PairOf(Analysis analysis, Finding finding) => analysis.SectorPairs.First(pair =>
        (analysis.Dataset.Sectors[pair.A.Index].Name, analysis.Dataset.Sectors[pair.B.Index].Name) == ((string)finding.Facts["sector_a"], (string)finding.Facts["sector_b"]));

    /// <summary>Thresholds that every such finding has met.</summary>
    public static IEnumerable<Criterion> CommonCriteria(Finding finding) =>
    [
        new("stakeholders_a", finding.Number("stakeholders_a"), Comparison.AtLeast, 2),
        new("stakeholders_b", finding.Number("stakeholders_b"), Comparison.AtLeast, 2),
        new("required", finding.Number("required"), Comparison.AtLeast, FewestPairs),
    ];

    /// <summary>A stand-in for a whole sector is no one who could leave.</summary>
    public static bool AreNamed(Analysis analysis, IEnumerable<StakeholderId> stakeholders) =>
        stakeholders.All(id => !analysis.Dataset.Stakeholders[id.Index].StandsForSector);

    /// <summary>Most severe first, then by pairs that meet, then in canonical order; the first of them as findings.</summary>
    public static IEnumerable<Finding> Describe(
        Analysis analysis,
        FindingRule rule,
        IEnumerable<SectorPairSummary> pairs,
        Func<SectorPairSummary, FindingSeverity> severity,
        Func<SectorPairSummary, IEnumerable<(string, object)>> more)
    {
        var found = pairs.Select(pair => (Pair: pair, Severity: severity(pair)))
            .OrderByDescending(item => item.Severity)
            .ThenByDescending(item => item.Pair.Rate.Required)
            .ToArray();
        return found.Take(FindingCatalog.MaxPerRule).Select(item =>
        {
            var (a, b) = (analysis.Dataset.Sectors[item.Pair.A.Index].Name, analysis.Dataset.Sectors[item.Pair.B.Index].Name);
            var facts = new Dictionary<string, object>
            {
                ["sector_a"] = a,
                ["sector_b"] = b,
                ["stakeholders_a"] = item.Pair.StakeholdersA,
                ["stakeholders_b"] = item.Pair.StakeholdersB,
                ["ties"] = item.Pair.Ties,
                ["required"] = item.Pair.Rate.Required,
                ["total"] = found.Length,
            };
            foreach (var (name, value) in more(item.Pair))
                facts[name] = value;
            return new Finding(rule.Code, item.Severity, [a, b], facts);
        });
    }
}
