namespace GapAnalyzer.Findings;

/// <summary>Every rule, in the order in which findings of one severity are read. Adding one is one line here.</summary>
public static class FindingCatalog
{
    /// <summary>Findings of one kind that are said; the fact <c>total</c> has how many there are.</summary>
    public const int MaxPerRule = 20;

    public static IReadOnlyList<FindingRule> All { get; } =
    [
        UnderCoordinatedSectorPair.Rule,
        SectorSilo.Rule,
        MissingLink.Rule,
        OrganizationalSilo.Rule,
        CoveredUncoordinated.Rule,
        UncoveredCell.Rule,
        FragmentedCell.Rule,
        SingleProvider.Rule,
        MissingExpectedSector.Rule,
        SingleBroker.Rule,
        FragileSectorPair.Rule,
        CommunitiesAreSectors.Rule,
        ConcentrationOnOneOrganiser.Rule,
        SectorsThatKeepApart.Rule,
    ];

    /// <summary>What all rules find whose part of the analysis was not left out, most severe first, then in the order of the rules, then in the order of each rule.</summary>
    internal static IReadOnlyList<Finding> FindAll(Analysis analysis) =>
        [.. All.Where(rule => analysis.Has(rule.Needs)).SelectMany(rule => rule.Find(analysis)).OrderByDescending(finding => finding.Severity)];
}
