using GapAnalyzer.Nulls;

namespace GapAnalyzer.Findings;

/// <summary>A whole sector that meets others and has not one verdict tie.</summary>
internal static class SectorSilo
{
    public static FindingRule Rule { get; } = new(
        "organizational-silo-sector",
        "Organizational silo: a whole sector",
        "Stakeholders of a sector share arenas with others, and not one of these pairs has a verdict tie.",
        "High: shuffled sector labels would seldom give as few ties (p at most .05). Low: they might.",
        "Where few pairs meet, it can be chance: p is beside it. Ties that the dataset does not record are not seen.",
        ["sector", "present", "required", "expected", "p", "mode", "total"],
        Find)
    {
        Criteria = Criteria,
    };

    private static IEnumerable<Criterion> Criteria(Analysis analysis, Finding finding) =>
    [
        new("required", finding.Number("required"), Comparison.AtLeast, 1),
        new("verdict_ties", TiesOf(analysis, finding), Comparison.Exactly, 0),
        new("p", finding.Number("p"), Comparison.AtMost, SectorTesting.Level, FindingSeverity.High),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        var silos = analysis.SectorTests.WithoutTies.OrderBy(sector => sector.Labels.P).ThenBy(sector => sector.Sector.Index).ToArray();
        return silos.Take(FindingCatalog.MaxPerRule).Select(silo => Describe(analysis, silo, silos.Length));
    }

    /// <summary>Required pairs of the sector with a verdict tie.</summary>
    private static long TiesOf(Analysis analysis, Finding finding) => analysis.SectorTests.Pairs
        .Where(pair => new[] { pair.A, pair.B }.Any(id => analysis.Dataset.Sectors[id.Index].Name == (string)finding.Facts["sector"]))
        .Sum(pair => pair.VerdictTies);

    private static Finding Describe(Analysis analysis, SectorWithoutTies silo, int total)
    {
        var name = analysis.Dataset.Sectors[silo.Sector.Index].Name;
        var facts = new Dictionary<string, object>
        {
            ["sector"] = name,
            ["present"] = silo.Present,
            ["required"] = silo.Required,
            ["expected"] = silo.Labels.Expected,
            ["p"] = silo.Labels.P,
            ["mode"] = analysis.SectorTests.Mode == VerdictTieMode.Lead ? "lead" : "all",
            ["total"] = total,
        };
        return new(Rule.Code, silo.Labels.P <= SectorTesting.Level ? FindingSeverity.High : FindingSeverity.Low, [name], facts);
    }
}
