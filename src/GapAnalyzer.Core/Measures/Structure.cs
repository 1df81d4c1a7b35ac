using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Runs the measures of the tie graph's structure and adds them to the summaries.</summary>
internal sealed class Structure
{
    private readonly TieNetwork ties;
    private readonly SectorMap sectors;
    private readonly Embeddedness? embedded;
    private readonly long[]? triangles;
    private readonly PathSums? paths;
    private readonly double[]? betweenness;
    private readonly double betweennessError = double.NaN;
    private readonly double[]? closeness;
    private readonly double closenessError = double.NaN;
    private readonly double[] eigenvector;
    private readonly int[] coreness;
    private readonly int[] cutOff;
    private readonly IReadOnlyList<(int A, int B)> bridges;
    private readonly int[] community;
    private readonly double modularity;
    private readonly long[]? between;
    private readonly long[]? exclusive;
    private readonly RoleCounting? roles;
    private readonly IReadOnlyDictionary<(int S, int T), SectorRedundancy.Redundancy>? redundancy;

    private Structure(TieNetwork ties, SectorMap sectors, AnalysisOptions options, CancellationToken cancellation, IProgress<string>? progress)
    {
        var (n, seed) = (ties.N, (ulong)options.Seed);
        (this.ties, this.sectors, community) = (ties, sectors, new int[n]);
        if (Begins(AnalysisParts.Clustering, "clustering"))
        {
            embedded = Embeddedness.Of(ties, sectors, cancellation);
            triangles = [.. Enumerable.Range(0, n).Select(embedded.Triangles)];
        }

        if (Begins(AnalysisParts.Paths, "shortest paths"))
        {
            paths = PathSums.Of(ties, seed, cancellation);
            betweennessError = Betweenness.Of(paths, betweenness = new double[n]);
            closenessError = Closeness.Of(paths, closeness = new double[n]);
        }

        progress?.Report("communities and cores");
        var groups = Task.Run(() => Communities.Of(ties, null, seed, community, cancellation));
        EigenvectorCentrality.Of(ties, eigenvector = new double[n], cancellation);
        Coreness.Of(ties.RowStart, ties.Neighbours, coreness = new int[n]);
        bridges = CutSearch.Of(ties, cutOff = new int[n]);
        modularity = groups.GetAwaiter().GetResult();
        if (embedded is not null && Begins(AnalysisParts.Brokerage, "brokerage"))
        {
            roles = RoleCounting.Of(ties, sectors, embedded, between = new long[n], options.Permutations, seed, cancellation);
            var counted = new long[n];
            exclusive = ExclusiveBrokerage.Of(ties, sectors, counted, cancellation) ? counted : null;
        }

        if (Begins(AnalysisParts.Redundancy, "redundancy"))
            redundancy = SectorRedundancy.Of(ties, sectors, cancellation);

        bool Begins(AnalysisParts part, string step)
        {
            if (!options.Has(part))
                return false;
            progress?.Report(step);
            return true;
        }
    }

    /// <summary>Of the ties; null where there are none.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">The sector of every stakeholder.</param>
    /// <param name="options">Effective options.</param>
    /// <param name="cancellation">Looked at once per outer iteration of each measure.</param>
    /// <param name="progress">Told the name of each measure as it starts.</param>
    public static Structure? Of(TieNetwork ties, SectorMap sectors, AnalysisOptions options, CancellationToken cancellation, IProgress<string>? progress = null) =>
        ties.M == 0 ? null : new(ties, sectors, options, cancellation, progress);

    /// <summary>The analysis with its structure.</summary>
    /// <param name="analysis">With ties and summaries.</param>
    public Analysis Complete(Analysis analysis) => (roles is not null ? IndexAgainstChance(analysis, roles) : analysis) with
    {
        Network = On(analysis.Network),
        Stakeholders = [.. analysis.Stakeholders.Select(On)],
        SectorPairs = [.. analysis.SectorPairs.Select(On)],
    };

    private static Analysis IndexAgainstChance(Analysis analysis, RoleCounting roles)
    {
        var ranges = roles.IndexRanges([.. analysis.Sectors.Select(sector => sector.EiIndex), analysis.Headline.Ei.Value]);
        return analysis with
        {
            Headline = analysis.Headline with { Ei = analysis.Headline.Ei with { P = roles.ExternalP(analysis.Headline.Ei), Chance = ranges[^1] } },
            Sectors = [.. analysis.Sectors.Select((sector, s) => sector with { EiChance = ranges[s] })],
        };
    }

    private NetworkSummary On(NetworkSummary network)
    {
        var agreement = PartitionAgreement.WithSectors(community, sectors);
        int[] bySector = [.. Enumerable.Range(0, ties.N).Select(i => sectors.IsKnown(i) ? sectors.Of[i] : -1)];
        return network with
        {
            Transitivity = triangles is null ? double.NaN : Clustering.Transitivity(triangles.Sum() / 3, ties),
            ClusteringAverage = triangles is null ? double.NaN : Clustering.Average(triangles, ties),
            CentralisationDegree = Centralisation.OfDegree([.. Enumerable.Range(0, ties.N).Select(i => (double)Degree.Of(ties, i))]),
            CentralisationBetweenness = betweenness is null ? double.NaN : Centralisation.OfBetweenness(betweenness),
            CentralisationCloseness = closeness is not null && ties.N > 0 && paths!.ReachOf(0) == ties.N ? Centralisation.OfCloseness(closeness) : double.NaN,
            Modularity = modularity,
            ModularitySectors = Modularity.Of(ties.RowStart, ties.Neighbours, [], bySector),
            Communities = community.Max() + 1,
            NmiSectors = agreement.Nmi,
            AdjustedRandSectors = agreement.AdjustedRand,
            HighestCore = coreness.Max(),
            Cutpoints = cutOff.Count(others => others > 0),
            Bridges = [.. bridges.Select(tie => (new StakeholderId(tie.A), new StakeholderId(tie.B)))],
            BetweennessPivots = paths?.Pivots,
            BetweennessError = betweennessError,
            ClosenessError = closenessError,
            Brokerage = roles?.OfNetwork(),
            SectorShuffles = roles?.Shuffles,
        };
    }

    private StakeholderSummary On(StakeholderSummary stakeholder)
    {
        var i = stakeholder.Stakeholder.Index;
        return stakeholder with
        {
            Betweenness = betweenness?[i] ?? double.NaN,
            Closeness = closeness?[i] ?? double.NaN,
            Eigenvector = eigenvector[i],
            Clustering = triangles is null ? double.NaN : Clustering.Local(triangles[i], stakeholder.Degree),
            Constraint = embedded?.Constraint(i) ?? double.NaN,
            ConstraintWeighted = embedded?.ConstraintWeighted(i) ?? double.NaN,
            EffectiveSize = triangles is null ? double.NaN : EffectiveSize.Of(triangles[i], stakeholder.Degree),
            EffectiveSizeWeighted = embedded?.EffectiveSizeWeighted(i) ?? double.NaN,
            Coreness = coreness[i],
            Cutpoint = cutOff[i] > 0,
            CutOff = cutOff[i],
            Community = community[i] == Communities.None ? null : community[i],
            Brokerage = roles?.Of(i),
            Between = between?[i],
            Exclusive = exclusive?[i],
        };
    }

    private SectorPairSummary On(SectorPairSummary pair) => redundancy is not null && redundancy.TryGetValue((pair.A.Index, pair.B.Index), out var found)
        ? pair with
        {
            DisjointTies = found.DisjointTies,
            DisjointRoutes = found.DisjointRoutes,
            Cover = [.. found.Cover.Select(i => new StakeholderId(i))],
        }
        : pair;
}
