using GapAnalyzer.Measures;

namespace GapAnalyzer.Findings;

/// <summary>A stakeholder that meets other sectors and has no tie out of its own.</summary>
internal static class OrganizationalSilo
{
    private const long Many = 10;
    private const long Some = 3;

    public static FindingRule Rule { get; } = new(
        "organizational-silo",
        "Organizational silo",
        "A stakeholder shares arenas with stakeholders of other known sectors and has a tie with none of another known sector.",
        "High: at least 10 such stakeholders. Medium: 3 to 9. Low: 1 or 2.",
        "Ties that the dataset does not record are not seen. Stand-ins for a whole sector are left out.",
        ["stakeholder", "sector", "required", "degree", "total"],
        Find)
    {
        Criteria = Criteria,
    };

    private static IEnumerable<Criterion> Criteria(Analysis _, Finding finding) =>
    [
        new("required", finding.Number("required"), Comparison.AtLeast, 1),
        new("required", finding.Number("required"), Comparison.AtLeast, Many, FindingSeverity.High),
        new("required", finding.Number("required"), Comparison.AtLeast, Some, FindingSeverity.Medium),
    ];

    private static IEnumerable<Finding> Find(Analysis analysis)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return [];
        var silos = analysis.Stakeholders
            .Where(s => s.CrossSectorRate.Required > 0 && !HasTieAcross(analysis, s))
            .Where(s => !analysis.Dataset.Stakeholders[s.Stakeholder.Index].StandsForSector)
            .OrderByDescending(s => s.CrossSectorRate.Required)
            .ThenBy(s => s.Stakeholder.Index)
            .ToArray();
        return silos.Take(FindingCatalog.MaxPerRule).Select(silo => Describe(analysis, silo, silos.Length));
    }

    private static bool HasTieAcross(Analysis analysis, StakeholderSummary stakeholder) => analysis.Ties.Of(stakeholder.Stakeholder.Index).ToArray()
        .Select(j => analysis.Dataset.SectorOf(new(j)))
        .Any(sector => sector.Known && sector != analysis.Dataset.SectorOf(stakeholder.Stakeholder));

    private static Finding Describe(Analysis analysis, StakeholderSummary silo, int total)
    {
        var name = analysis.Dataset.Stakeholders[silo.Stakeholder.Index].Name;
        var required = silo.CrossSectorRate.Required;
        var facts = new Dictionary<string, object>
        {
            ["stakeholder"] = name,
            ["sector"] = analysis.Dataset.SectorOf(silo.Stakeholder).Name,
            ["required"] = required,
            ["degree"] = silo.Degree,
            ["total"] = total,
        };
        var severity = required >= Many ? FindingSeverity.High : required >= Some ? FindingSeverity.Medium : FindingSeverity.Low;
        return new(Rule.Code, severity, [name], facts);
    }
}
