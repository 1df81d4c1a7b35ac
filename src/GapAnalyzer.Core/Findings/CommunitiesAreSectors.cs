namespace GapAnalyzer.Findings;

/// <summary>The groups that the ties make are by and large the sectors.</summary>
internal static class CommunitiesAreSectors
{
    private const int Fewest = 10;
    private const double Low = 0.5;
    private const double Medium = 0.65;
    private const double High = 0.8;

    public static FindingRule Rule { get; } = new(
        "communities-are-sectors",
        "Communities are sectors",
        "At least ten stakeholders of known sector have a tie, they fall into two or more communities, and the adjusted Rand index of "
            + "communities and sectors is at least .5.",
        "High: at least .8. Medium: at least .65. Low: at least .5 (Steinley 2004, doi:10.1037/1082-989X.9.3.386, calls these good, moderate, poor recovery).",
        "Activities held within one sector make such groups by themselves. Another partition of nearly the same modularity could agree less.",
        ["adjusted_rand", "nmi", "communities", "sectors", "stakeholders", "total"],
        Find)
    {
        Criteria = Criteria,
    };

    private static IEnumerable<Criterion> Criteria(Analysis _, Finding finding) =>
    [
        new("stakeholders", finding.Number("stakeholders"), Comparison.AtLeast, Fewest),
        new("communities", finding.Number("communities"), Comparison.AtLeast, 2),
        new("adjusted_rand", finding.Number("adjusted_rand"), Comparison.AtLeast, Low),
        new("adjusted_rand", finding.Number("adjusted_rand"), Comparison.AtLeast, High, FindingSeverity.High),
        new("adjusted_rand", finding.Number("adjusted_rand"), Comparison.AtLeast, Medium, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        var (network, dataset) = (analysis.Network, analysis.Dataset);
        var members = analysis.Stakeholders.Where(s => s.Community is not null && dataset.SectorOf(s.Stakeholder).Known).ToArray();
        if (members.Length < Fewest || network.Communities < 2 || double.IsNaN(network.AdjustedRandSectors) || network.AdjustedRandSectors < Low)
            return [];
        var facts = new Dictionary<string, object>
        {
            ["adjusted_rand"] = network.AdjustedRandSectors,
            ["nmi"] = network.NmiSectors,
            ["communities"] = network.Communities ?? 0,
            ["sectors"] = members.DistinctBy(s => dataset.Stakeholders[s.Stakeholder.Index].Sector).Count(),
            ["stakeholders"] = members.Length,
            ["total"] = 1,
        };
        var severity = network.AdjustedRandSectors >= High ? FindingSeverity.High : network.AdjustedRandSectors >= Medium ? FindingSeverity.Medium : FindingSeverity.Low;
        return [new(Rule.Code, severity, [], facts)];
    }
}
