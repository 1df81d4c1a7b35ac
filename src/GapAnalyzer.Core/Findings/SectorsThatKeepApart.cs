using GapAnalyzer.Nulls;

namespace GapAnalyzer.Findings;

/// <summary>Two sectors that share fewer arenas than their reach explains; needs no ties.</summary>
internal static class SectorsThatKeepApart
{
    public static FindingRule Rule { get; } = new(
        "sectors-that-keep-apart",
        "Sectors that keep apart",
        "Stakeholders of two known sectors share fewer arenas than the number of arenas of each, and of stakeholders in each arena, explain: "
            + "false discoveries held to 5 % over pairs of sectors, and at most 2/3 of the expected.",
        "Medium: at most a third of the expected. Low: more.",
        "Geography and mandate can be the whole reason: who works in other places meets less. It says nothing about coordination.",
        ["a", "b", "shared_arenas", "expected", "ratio", "q", "pairs", "pairs_apart", "total"],
        Find)
    {
        Criteria = Criteria,
        Needs = AnalysisParts.CoPresence,
    };

    private static IEnumerable<Criterion> Criteria(Analysis _, Finding finding) =>
    [
        new("q", finding.Number("q"), Comparison.AtMost, SectorTesting.Level),
        new("ratio", finding.Number("ratio"), Comparison.AtMost, AnalysisOptions.DefaultMaterial),
        new("ratio", finding.Number("ratio"), Comparison.AtMost, 1.0 / 3, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        var apart = analysis.CoPresence.Sectors
            .Where(pair => pair.Q <= SectorTesting.Level && pair.Ratio <= AnalysisOptions.DefaultMaterial)
            .OrderBy(pair => SeverityOf(pair) == FindingSeverity.Low)
            .ThenBy(pair => pair.Ratio)
            .ThenBy(pair => (pair.A.Index, pair.B.Index))
            .ToArray();
        return apart.Take(FindingCatalog.MaxPerRule).Select(pair => Describe(analysis, pair, apart.Length));
    }

    private static FindingSeverity SeverityOf(SectorCoPresence pair) => pair.Ratio <= 1.0 / 3 ? FindingSeverity.Medium : FindingSeverity.Low;

    private static Finding Describe(Analysis analysis, SectorCoPresence pair, int total)
    {
        var (a, b) = (analysis.Dataset.Sectors[pair.A.Index].Name, analysis.Dataset.Sectors[pair.B.Index].Name);
        var facts = new Dictionary<string, object>
        {
            ["a"] = a,
            ["b"] = b,
            ["shared_arenas"] = pair.Shared,
            ["expected"] = pair.Expected,
            ["ratio"] = pair.Ratio,
            ["q"] = pair.Q,
            ["pairs"] = pair.Pairs,
            ["pairs_apart"] = pair.PairsApart,
            ["total"] = total,
        };
        return new(Rule.Code, SeverityOf(pair), [a, b], facts);
    }
}
