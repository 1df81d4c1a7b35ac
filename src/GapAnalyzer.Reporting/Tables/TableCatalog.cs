namespace GapAnalyzer.Reporting.Tables;

/// <summary>Every table, in the order of the report. Adding one is one definition and one line here.</summary>
public static class TableCatalog
{
    public static IReadOnlyList<CsvTable> All { get; } =
    [
        GapTables.Gaps,
        GapTables.Findings,
        SectorTables.Pairs,
        SectorTables.Sectors,
        SectorTables.CoPresence,
        StakeholderTables.Stakeholders,
        StakeholderTables.Ties,
        CoverageTables.Cells,
        CoverageTables.Themes,
        CoverageTables.Places,
        CoverageTables.Periods,
        CoverageTables.Sensitivity,
        PlanTables.Introductions,
        PlanTables.Meetings,
        PlanTables.Invitations,
        QualityTables.Diagnostics,
        QualityTables.Columns,
        NameTables.Resolution,
        NameTables.SuggestedAliases,
    ];

    /// <summary>The tables of an analysis: all but those of what was left out.</summary>
    public static IReadOnlyList<CsvTable> Of(Analysis analysis) => [.. All.Where(table => analysis.Has(table.Needs))];
}
