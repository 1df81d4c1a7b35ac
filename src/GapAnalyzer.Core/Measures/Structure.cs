using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Runs the measures of the tie graph's structure and adds them to the summaries.</summary>
internal sealed class Structure
{
    private readonly TieNetwork ties;
    private readonly SectorMap sectors;
    private readonly long[] triangles;
    private readonly long triangleCount;
    private readonly double[] betweenness;
    private readonly Betweenness.Sampling sampling;
    private readonly double[] closeness;
    private readonly bool isConnected;
    private readonly double[] eigenvector;
    private readonly (double[] Plain, double[] Weighted) constraint;
    private readonly double[] effectiveSizeWeighted;
    private readonly int[] coreness;
    private readonly int[] cutOff;
    private readonly IReadOnlyList<(int A, int B)> bridges;
    private readonly int[] community;
    private readonly double modularity;
    private readonly (long[] Between, long[] Exclusive) brokered;
    private readonly RoleCounting roles;
    private readonly IReadOnlyDictionary<(int S, int T), SectorRedundancy.Redundancy> redundancy;

    private Structure(TieNetwork ties, SectorMap sectors, AnalysisOptions options, CancellationToken cancellation)
    {
        var (n, seed) = (ties.N, (ulong)options.Seed);
        (this.ties, this.sectors) = (ties, sectors);
        triangleCount = Triangles.Count(ties.RowStart, ties.Neighbours, triangles = new long[n], cancellation);
        sampling = Betweenness.Of(ties, betweenness = new double[n], Betweenness.MostWork, seed, cancellation);
        isConnected = Closeness.Of(ties, closeness = new double[n], cancellation);
        EigenvectorCentrality.Of(ties, eigenvector = new double[n], cancellation);
        constraint = (new double[n], new double[n]);
        Constraint.Of(ties, null, constraint.Plain, cancellation);
        Constraint.Of(ties, ties.Strength, constraint.Weighted, cancellation);
        EffectiveSize.Weighted(ties, effectiveSizeWeighted = new double[n], cancellation);
        Coreness.Of(ties.RowStart, ties.Neighbours, coreness = new int[n]);
        bridges = CutSearch.Of(ties, cutOff = new int[n]);
        modularity = Communities.Of(ties, null, seed, community = new int[n], cancellation);
        brokered = (new long[n], new long[n]);
        ExclusiveBrokerage.Of(ties, sectors, brokered.Between, brokered.Exclusive, cancellation);
        roles = RoleCounting.Of(ties, sectors, options.Permutations, seed, cancellation);
        redundancy = SectorRedundancy.Of(ties, sectors, cancellation);
    }

    /// <summary>The analysis with its structure; unchanged where there is no tie.</summary>
    /// <param name="analysis">With ties and summaries.</param>
    /// <param name="sectors">The sector of every stakeholder.</param>
    /// <param name="cancellation">Looked at once per outer iteration of each measure.</param>
    public static Analysis Complete(Analysis analysis, SectorMap sectors, CancellationToken cancellation)
    {
        if (analysis.Ties.M == 0)
            return analysis;
        var structure = new Structure(analysis.Ties, sectors, analysis.Options, cancellation);
        var ranges = structure.roles.IndexRanges([.. analysis.Sectors.Select(sector => sector.EiIndex), analysis.Headline.Ei.Value]);
        return analysis with
        {
            Headline = analysis.Headline with { Ei = analysis.Headline.Ei with { P = structure.roles.ExternalP(analysis.Headline.Ei), Chance = ranges[^1] } },
            Network = structure.On(analysis.Network),
            Sectors = [.. analysis.Sectors.Select((sector, s) => sector with { EiChance = ranges[s] })],
            Stakeholders = [.. analysis.Stakeholders.Select(structure.On)],
            SectorPairs = [.. analysis.SectorPairs.Select(structure.On)],
        };
    }

    private NetworkSummary On(NetworkSummary network)
    {
        var agreement = PartitionAgreement.WithSectors(community, sectors);
        int[] bySector = [.. Enumerable.Range(0, ties.N).Select(i => sectors.IsKnown(i) ? sectors.Of[i] : -1)];
        return network with
        {
            Transitivity = Clustering.Transitivity(triangleCount, ties),
            ClusteringAverage = Clustering.Average(triangles, ties),
            CentralisationDegree = Centralisation.OfDegree([.. Enumerable.Range(0, ties.N).Select(i => (double)Degree.Of(ties, i))]),
            CentralisationBetweenness = Centralisation.OfBetweenness(betweenness),
            CentralisationCloseness = isConnected ? Centralisation.OfCloseness(closeness) : double.NaN,
            Modularity = modularity,
            ModularitySectors = Modularity.Of(ties.RowStart, ties.Neighbours, [], bySector),
            Communities = community.Max() + 1,
            NmiSectors = agreement.Nmi,
            AdjustedRandSectors = agreement.AdjustedRand,
            HighestCore = coreness.Max(),
            Cutpoints = cutOff.Count(others => others > 0),
            Bridges = [.. bridges.Select(tie => (new StakeholderId(tie.A), new StakeholderId(tie.B)))],
            BetweennessPivots = sampling.Pivots,
            BetweennessError = sampling.LargestError,
            Brokerage = roles.OfNetwork(),
            SectorShuffles = roles.Shuffles,
        };
    }

    private StakeholderSummary On(StakeholderSummary stakeholder)
    {
        var i = stakeholder.Stakeholder.Index;
        return stakeholder with
        {
            Betweenness = betweenness[i],
            Closeness = closeness[i],
            Eigenvector = eigenvector[i],
            Clustering = Clustering.Local(triangles[i], stakeholder.Degree),
            Constraint = constraint.Plain[i],
            ConstraintWeighted = constraint.Weighted[i],
            EffectiveSize = EffectiveSize.Of(triangles[i], stakeholder.Degree),
            EffectiveSizeWeighted = effectiveSizeWeighted[i],
            Coreness = coreness[i],
            Cutpoint = cutOff[i] > 0,
            CutOff = cutOff[i],
            Community = community[i] == Communities.None ? null : community[i],
            Brokerage = roles.Of(i),
            Between = brokered.Between[i],
            Exclusive = brokered.Exclusive[i],
        };
    }

    private SectorPairSummary On(SectorPairSummary pair) => redundancy.TryGetValue((pair.A.Index, pair.B.Index), out var found)
        ? pair with
        {
            DisjointTies = found.DisjointTies,
            DisjointRoutes = found.DisjointRoutes,
            Cover = [.. found.Cover.Select(i => new StakeholderId(i))],
        }
        : pair;
}
