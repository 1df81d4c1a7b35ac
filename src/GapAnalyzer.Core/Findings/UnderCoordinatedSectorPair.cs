using GapAnalyzer.Nulls;

namespace GapAnalyzer.Findings;

/// <summary>Two sectors that meet and are tied less than activity and homophily explain.</summary>
internal static class UnderCoordinatedSectorPair
{
    private const double Deep = 1.0 / 3;

    public static FindingRule Rule { get; } = new(
        "under-coordinated-sector-pair",
        "Under-coordinated pair of sectors",
        "Verdict under: fewer pairs are tied than the activity of each and the pull towards the own sector explain, false discoveries held to 5 %, "
            + "and by enough to matter (at most 2/3 of the expected). Where it cannot be seen who invited: members of the two took part together less "
            + "often than the company that each sector keeps explains (at most 0.8).",
        "High: at most a third of the expected. Medium: more.",
        "Relative: worse than pairs of sectors usually are in this dataset. It does not say why, and sees recorded ties only.",
        ["a", "b", "verdict_ties", "required", "expected", "ratio", "q", "mode", "together", "total"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.Models,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        new("q", finding.Number("q"), Comparison.AtMost, SectorTesting.Level),
        new("ratio", finding.Number("ratio"), Comparison.AtMost, analysis.SectorTests.Material),
        new("ratio", finding.Number("ratio"), Comparison.AtMost, Deep, FindingSeverity.High),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        var under = analysis.SectorTests.Pairs.Where(pair => pair.Verdict == Verdict.Under)
            .OrderBy(pair => pair.Deciding.Ratio > Deep)
            .ThenBy(pair => pair.Deciding.Q)
            .ThenBy(pair => (pair.A.Index, pair.B.Index))
            .ToArray();
        return under.Take(FindingCatalog.MaxPerRule).Select(pair => Describe(analysis, pair, under.Length));
    }

    private static Finding Describe(Analysis analysis, SectorPairTest pair, int total)
    {
        var (a, b) = (analysis.Dataset.Sectors[pair.A.Index].Name, analysis.Dataset.Sectors[pair.B.Index].Name);
        var facts = new Dictionary<string, object>
        {
            ["a"] = a,
            ["b"] = b,
            ["verdict_ties"] = pair.VerdictTies,
            ["required"] = pair.Required,
            ["expected"] = pair.Deciding.Expected,
            ["ratio"] = pair.Deciding.Ratio,
            ["q"] = pair.Deciding.Q,
            ["mode"] = analysis.SectorTests.Mode switch { VerdictTieMode.Lead => "lead", VerdictTieMode.Clique => "together", _ => "all" },
            ["together"] = pair.Company?.Together ?? 0,
            ["total"] = total,
        };
        return new(Rule.Code, pair.Deciding.Ratio <= Deep ? FindingSeverity.High : FindingSeverity.Medium, [a, b], facts);
    }
}
