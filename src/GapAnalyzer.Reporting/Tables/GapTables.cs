using GapAnalyzer.Findings;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>What is missing: gaps and findings.</summary>
internal static class GapTables
{
    public static CsvTable Gaps { get; } = new CsvTable<GapRow>
    {
        Id = "gaps",
        Description = "All missing links: pairs that share an arena and have no tie, by requirement, shared arenas, then names",
        From = GapRows.All,
    }
        .With("rank", "1 for the first", (_, gap) => gap.Rank)
        .With("id", "Ids of both, as in report.json", (a, gap) => a.GapId(gap.A, gap.B))
        .With("a", "Id of the stakeholder that comes first in canonical order", (a, gap) => a.Id(gap.A))
        .With("a_name", "Its name", (a, gap) => a.Name(gap.A))
        .With("a_sector", "Its sector", (a, gap) => a.Sector(gap.A))
        .With("b", "Id of the other stakeholder", (a, gap) => a.Id(gap.B))
        .With("b_name", "Its name", (a, gap) => a.Name(gap.B))
        .With("b_sector", "Its sector", (a, gap) => a.Sector(gap.B))
        .With("cross_sector", "true when both sectors are known and differ", (_, gap) => gap.CrossSector)
        .With("requirement", "Need-weighted number of shared arenas", (_, gap) => gap.Requirement)
        .With("shared_arenas", "Shared arenas, unweighted", (_, gap) => gap.SharedArenas);

    public static CsvTable Findings { get; } = new CsvTable<Finding>
    {
        Id = "findings",
        Description = "What the rules found, most severe first",
        From = analysis => analysis.Findings,
    }
        .With("code", "Code of the rule, see gap-analyzer catalog findings", (_, finding) => finding.Code)
        .With("severity", "low, medium or high, by the rule's own severity rule", (_, finding) => Naming.SnakeCase(finding.Severity.ToString()))
        .With("subject", "What it is about, names separated by ' | '", (_, finding) => string.Join(" | ", finding.Subject))
        .With("finding", "The finding in words", (_, finding) => FindingText.Sentence(finding));
}
