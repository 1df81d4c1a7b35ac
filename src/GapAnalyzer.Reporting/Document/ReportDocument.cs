namespace GapAnalyzer.Reporting.Document;

/// <summary>The report in reading order: what every format for readers renders.</summary>
public static class ReportDocument
{
    public static IReadOnlyList<Block> Blocks(Report report) =>
    [
        .. HeadlineSection.Blocks(report),
        .. GapsSection.Blocks(report),
        .. SectorsSection.Blocks(report),
        .. CoverageSection.Blocks(report),
        .. StakeholdersSection.Blocks(report),
        .. PlanSection.Blocks(report),
        .. DataQualitySection.Blocks(report),
        .. MethodSection.Blocks(report),
    ];
}
