using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>Two stakeholders of different sectors that meet and have no tie.</summary>
internal static class MissingLink
{
    private const int ManyArenas = 3;

    public static FindingRule Rule { get; } = new(
        "missing-link",
        "Missing link",
        "Two stakeholders of different known sectors share an arena and have no tie; the first of them by requirement, shared arenas, names.",
        "High: at least 3 shared arenas and no common partner. Medium: one of the two. Low: neither.",
        "The absence of evidence in this dataset: the two may talk unrecorded. Stand-ins for a whole sector are left out.",
        [
            "a", "b", "sector_a", "sector_b", "shared_arenas", "requirement", "distance", "introducer", "introducers",
            "pair_satisfied", "pair_required", "total",
        ],
        Find)
    {
        Criteria = Criteria,
    };

    private static IEnumerable<Criterion> Criteria(Analysis _, Finding finding) =>
    [
        new("shared_arenas", finding.Number("shared_arenas"), Comparison.AtLeast, 1),
        new("shared_arenas", finding.Number("shared_arenas"), Comparison.AtLeast, ManyArenas, FindingSeverity.High),
        new("introducers", finding.Number("introducers"), Comparison.Exactly, 0, FindingSeverity.High),
    ];

    /// <remarks><c>distance</c> is 0 where no path exists; <c>introducer</c> is empty where there is none.</remarks>
    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        var dataset = analysis.Dataset;
        bool IsNamed(StakeholderId stakeholder) => !dataset.Stakeholders[stakeholder.Index].StandsForSector;
        var rows = GapList.CrossSectorGaps(analysis, FindingCatalog.MaxPerRule, gap => IsNamed(gap.A) && IsNamed(gap.B));
        return GapList.Describe(analysis, rows)
            .Select(gap => Describe(analysis, gap))
            .OrderByDescending(finding => finding.Severity);
    }

    private static Finding Describe(Analysis analysis, Gap gap)
    {
        var dataset = analysis.Dataset;
        var (a, b) = (dataset.Stakeholders[gap.A.Index], dataset.Stakeholders[gap.B.Index]);
        var pair = analysis.SectorPairs.First(p => (p.A, p.B) == (a.Sector, b.Sector) || (p.A, p.B) == (b.Sector, a.Sector)).Rate;
        var facts = new Dictionary<string, object>
        {
            ["a"] = a.Name,
            ["b"] = b.Name,
            ["sector_a"] = dataset.SectorOf(gap.A).Name,
            ["sector_b"] = dataset.SectorOf(gap.B).Name,
            ["shared_arenas"] = gap.SharedArenas,
            ["requirement"] = gap.Requirement,
            ["distance"] = gap.Distance ?? 0,
            ["introducer"] = gap.Introducers.Count > 0 ? dataset.Stakeholders[gap.Introducers[0].Index].Name : "",
            ["introducers"] = gap.Introducers.Count,
            ["pair_satisfied"] = pair.Satisfied,
            ["pair_required"] = pair.Required,
            ["total"] = analysis.Headline.CrossSector.Gaps,
        };
        return new(Rule.Code, SeverityOf(gap), [a.Name, b.Name], facts);
    }

    private static FindingSeverity SeverityOf(Gap gap) => (gap.SharedArenas >= ManyArenas, gap.Introducers.Count == 0) switch
    {
        (true, true) => FindingSeverity.High,
        (false, false) => FindingSeverity.Low,
        _ => FindingSeverity.Medium,
    };
}
