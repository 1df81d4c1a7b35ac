using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>What is missing: gaps and findings.</summary>
internal static class GapTables
{
    public static CsvTable Gaps { get; } = new CsvTable<(int Index, GapRow Gap)>
    {
        Id = "gaps",
        Description = "All missing links: pairs that share an arena and have no tie, by requirement, shared arenas, then names",
        From = analysis => GapList.AllGaps(analysis).Index(),
    }
        .With("rank", "1 for the first", (_, row) => row.Index + 1)
        .With("id", "Ids of both, as in report.json", (a, row) => a.GapId(row.Gap.A, row.Gap.B))
        .With("a", "Id of the stakeholder that comes first in canonical order", (a, row) => a.Id(row.Gap.A))
        .With("a_name", "Its name", (a, row) => a.Name(row.Gap.A))
        .With("a_sector", "Its sector", (a, row) => a.Sector(row.Gap.A))
        .With("b", "Id of the other stakeholder", (a, row) => a.Id(row.Gap.B))
        .With("b_name", "Its name", (a, row) => a.Name(row.Gap.B))
        .With("b_sector", "Its sector", (a, row) => a.Sector(row.Gap.B))
        .With("cross_sector", "true when both sectors are known and differ", (_, row) => row.Gap.CrossSector)
        .With("requirement", "Need-weighted number of shared arenas", (_, row) => row.Gap.Requirement)
        .With("shared_arenas", "Shared arenas, unweighted", (_, row) => row.Gap.SharedArenas);

    public static CsvTable Findings { get; } = new CsvTable<Finding>
    {
        Id = "findings",
        Description = "What the rules found, most severe first",
        From = analysis => analysis.Findings,
    }
        .With("code", "Code of the rule, see gap-analyzer catalog findings", (_, finding) => finding.Code)
        .With("severity", "low, medium or high, by the rule's own severity rule", (_, finding) => Naming.SnakeCase(finding.Severity.ToString()))
        .With("subject", "What it is about, names separated by ' | '", (_, finding) => string.Join(" | ", finding.Subject))
        .With("finding", "The finding in words", (analysis, finding) => FindingText.Sentence(finding, Texts.English.Under(analysis.Options)));
}
