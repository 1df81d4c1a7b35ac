using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>Sectors and pairs of them.</summary>
internal static class SectorTables
{
    public static CsvTable Sectors { get; } = new CsvTable<SectorSummary>
    {
        Id = "sectors",
        Description = "Sectors: the constituency of a stakeholder, never its theme",
        From = analysis => analysis.Sectors,
    }
        .With("sector", "Name", (a, s) => a.Name(s.Sector))
        .With("known", "false for the one sector that stands for unknown", (a, s) => a.Dataset.Sectors[s.Sector.Index].Known)
        .With("stakeholders", "Stakeholders of the sector", (_, s) => s.Stakeholders)
        .With("activities", "Distinct activities they take part in", (_, s) => s.Activities)
        .With("ties_internal", "Ties within the sector, each once", (_, s) => s.TiesInternal)
        .With("ties_external", "Ties to other known sectors", (_, s) => s.TiesExternal)
        .With("ei_index", "(external - internal) / (external + internal), internal ties once per end; -1 to 1", (_, s) => s.EiIndex)
        .WithRate(s => s.Rate)
        .WithRange(s => s.Range)
        .WithCrossSectorRate(s => s.CrossSectorRate);

    public static CsvTable Pairs { get; } = new CsvTable<SectorPairSummary>
    {
        Id = "sector_pairs",
        Description = "Every unordered pair of sectors, each sector with itself included",
        From = analysis => analysis.SectorPairs,
    }
        .With("a", "Sector that comes first in canonical order", (a, p) => a.Name(p.A))
        .With("b", "Other sector; the same within a sector", (a, p) => a.Name(p.B))
        .With("cross_sector", "true when both are known and differ", (_, p) => p.IsCross)
        .With("stakeholders_a", "Stakeholders of a", (_, p) => p.StakeholdersA)
        .With("stakeholders_b", "Stakeholders of b", (_, p) => p.StakeholdersB)
        .With("ties", "Tied pairs between the two", (_, p) => p.Ties)
        .With("possible", "All pairs between the two", (_, p) => p.Possible)
        .With("density", "ties / possible; empty where nothing is possible", (_, p) => p.Density)
        .With("strength", "Sum of the strengths of these ties", (_, p) => p.Strength)
        .WithRate(p => p.Rate)
        .WithRange(p => p.Range)
        .With("requirement_weight", "Sum of the requirement over required pairs", (_, p) => p.Rate.RequiredWeight)
        .With("gaps", "required - satisfied; empty where not measured", (_, p) => p.Rate.Measured ? p.Rate.Gaps : CellValue.None)
        .With("disjoint_ties", "Ties between the two without a common stakeholder: so many losses leave none", (_, p) => CellValue.Of(p.DisjointTies))
        .With("disjoint_routes", "The same for paths through anyone; empty also where not counted", (_, p) => CellValue.Of(p.DisjointRoutes))
        .With("cover", "Ids of as few stakeholders as possible that all ties between the two touch, separated by semicolons", (a, p) =>
            string.Join(';', p.Cover.Select(id => a.Id(id))));
}
