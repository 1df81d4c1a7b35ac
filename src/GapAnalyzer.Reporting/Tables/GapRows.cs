using GapAnalyzer.Domain;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>A gap without its evidence.</summary>
internal readonly record struct GapRow(long Rank, StakeholderId A, StakeholderId B, bool CrossSector, double Requirement, int SharedArenas);

/// <summary>All gaps in the order of the report, up to <see cref="AnalysisOptions.MaxGapRows"/>.</summary>
internal static class GapRows
{
    public static IEnumerable<GapRow> All(Analysis analysis) =>
        analysis.Gaps.Take(analysis.Options.MaxGapRows)
            .Select((gap, i) => new GapRow(i + 1, gap.A, gap.B, gap.CrossSector, gap.Requirement, gap.SharedArenas));
}
