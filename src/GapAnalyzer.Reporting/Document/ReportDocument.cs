namespace GapAnalyzer.Reporting.Document;

/// <summary>The report in reading order: what every format for readers renders.</summary>
public static class ReportDocument
{
    public static IReadOnlyList<Block> Blocks(Report report) =>
    [
        .. HeadlineSection.Opening(report),
        .. HeadlineSection.InShort(report),
        .. Body(report),
    ];

    /// <summary>All that follows the headline.</summary>
    public static IReadOnlyList<Block> Body(Report report) =>
    [
        .. HeadlineSection.Sensitivity(report),
        .. GapsSection.Blocks(report),
        .. SectorsSection.Blocks(report),
        .. CoverageSection.Blocks(report),
        .. StakeholdersSection.Blocks(report),
        .. PlanSection.Blocks(report),
        .. DataQualitySection.Blocks(report),
        .. MethodSection.Blocks(report),
    ];
}
