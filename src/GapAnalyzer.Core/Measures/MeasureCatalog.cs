namespace GapAnalyzer.Measures;

/// <summary>Every measure the tool computes, in the order of the catalog and of the method section. Adding one is one line here.</summary>
public static class MeasureCatalog
{
    public static IReadOnlyList<Measure> All { get; } =
    [
        CoordinationRate.Measure,
        GapList.Measure,
        RandomTies.Measure,
        Sensitivity.Measure,
        Coverage.Measure,
        NeedShares.Measure,
        Diversity.Measure,
        TieStrength.Measure,
        Degree.Measure,
        Density.Measure,
        ConnectedComponents.Measure,
        MixingMatrix.Measure,
        ExternalInternalIndex.Measure,
        SectorAssortativity.Measure,
        ExcessTies.Measure,
        Clustering.Measure,
        Centralisation.Measure,
        Betweenness.Measure,
        Closeness.Measure,
        EigenvectorCentrality.Measure,
        Constraint.Measure,
        EffectiveSize.Measure,
        Coreness.Measure,
        Cutpoints.Measure,
        Bridges.Measure,
        Communities.Measure,
        PartitionAgreement.Measure,
        Brokerage.Measure,
        ExclusiveBrokerage.Measure,
        SectorRedundancy.Measure,
    ];
}
