using GapAnalyzer.Domain;

namespace GapAnalyzer.Measures;

/// <summary>A brokerage role: pairs of partners, as many as shuffled sector labels would give, and the chance of at least as many.</summary>
/// <param name="Count">Pairs of partners without a tie of their own, each once.</param>
/// <param name="Expected">Exact expectation under shuffled labels.</param>
/// <param name="P">Of one stakeholder the upper tail, of the network twice the smaller tail; NaN where no labels were shuffled.</param>
public readonly record struct RoleCount(long Count, double Expected, double P);

/// <summary>Gould and Fernandez's roles, of one stakeholder or of the whole network.</summary>
/// <param name="Coordinator">All three of one sector.</param>
/// <param name="Itinerant">The two of one sector, the broker of another.</param>
/// <param name="Gatekeeper">The broker of the sector of one of the two; without direction also the representative.</param>
/// <param name="Liaison">Three sectors.</param>
/// <param name="Across">Gatekeeper and liaison: between partners of different sectors.</param>
public sealed record BrokerageRoles(RoleCount Coordinator, RoleCount Itinerant, RoleCount Gatekeeper, RoleCount Liaison, RoleCount Across)
{
    /// <summary>The same figure as the gatekeeper: a tie has no direction.</summary>
    public RoleCount Representative => Gatekeeper;

    /// <summary>Open pairs of partners, gatekeeper and representative as one.</summary>
    public long Total => Coordinator.Count + Itinerant.Count + Gatekeeper.Count + Liaison.Count;
}

/// <content>The tie graph as a whole; everything is undefined or null where there is no tie.</content>
public sealed partial record NetworkSummary
{
    /// <summary>Share of connected triples that are closed; NaN without any.</summary>
    public double Transitivity { get; init; } = double.NaN;

    /// <summary>Mean local clustering, stakeholders with fewer than two partners as 0.</summary>
    public double ClusteringAverage { get; init; } = double.NaN;

    public double CentralisationDegree { get; init; } = double.NaN;
    public double CentralisationBetweenness { get; init; } = double.NaN;

    /// <summary>NaN where not everyone reaches everyone.</summary>
    public double CentralisationCloseness { get; init; } = double.NaN;

    /// <summary>Of the partition into <see cref="Communities"/>: the best found.</summary>
    public double Modularity { get; init; } = double.NaN;

    /// <summary>Of the partition into sectors, stakeholders of unknown sector each alone.</summary>
    public double ModularitySectors { get; init; } = double.NaN;

    /// <summary>Number of communities; isolates are in none.</summary>
    public int? Communities { get; init; }

    /// <summary>Normalised mutual information of communities and sectors.</summary>
    public double NmiSectors { get; init; } = double.NaN;

    /// <summary>Adjusted Rand index of communities and sectors: 0 is chance, 1 the same.</summary>
    public double AdjustedRandSectors { get; init; } = double.NaN;

    /// <summary>Largest core number.</summary>
    public int? HighestCore { get; init; }

    public int? Cutpoints { get; init; }

    /// <summary>Ties whose loss splits their component, in canonical order.</summary>
    public IReadOnlyList<(StakeholderId A, StakeholderId B)> Bridges { get; init; } = [];

    /// <summary>Stakeholders that shortest paths were counted from; all where betweenness is exact.</summary>
    public int? BetweennessPivots { get; init; }

    /// <summary>Largest standard error of any betweenness; 0 where exact.</summary>
    public double BetweennessError { get; init; } = double.NaN;

    /// <summary>Largest standard error of any closeness; 0 where exact.</summary>
    public double ClosenessError { get; init; } = double.NaN;

    /// <summary>Roles over all stakeholders of known sector.</summary>
    public BrokerageRoles? Brokerage { get; init; }

    /// <summary>Shuffles of the sector labels behind the p values of brokerage and of the E-I index.</summary>
    public int? SectorShuffles { get; init; }
}

/// <content>Position in the tie graph; everything is undefined or null where there is no tie in the whole dataset.</content>
public sealed partial record StakeholderSummary
{
    public double Betweenness { get; init; } = double.NaN;
    public double Closeness { get; init; } = double.NaN;
    public double Eigenvector { get; init; } = double.NaN;

    /// <summary>Local clustering; NaN with fewer than two partners.</summary>
    public double Clustering { get; init; } = double.NaN;

    public double Constraint { get; init; } = double.NaN;
    public double ConstraintWeighted { get; init; } = double.NaN;
    public double EffectiveSize { get; init; } = double.NaN;
    public double EffectiveSizeWeighted { get; init; } = double.NaN;
    public int? Coreness { get; init; }
    public bool? Cutpoint { get; init; }

    /// <summary>Others that lose their link to the largest piece that is left, should this one leave.</summary>
    public int? CutOff { get; init; }

    /// <summary>Number of its community, the largest being 0; null for an isolate.</summary>
    public int? Community { get; init; }

    /// <summary>Null where its sector is unknown.</summary>
    public BrokerageRoles? Brokerage { get; init; }

    /// <summary>Untied pairs of different known sectors that it is a common partner of.</summary>
    public long? Between { get; init; }

    /// <summary>Those of them that have no other common partner; null where counting them would take too long.</summary>
    public long? Exclusive { get; init; }
}

/// <content>What holds the pair together; null within a sector, for an unknown one, and without any tie.</content>
public sealed partial record SectorPairSummary
{
    /// <summary>Ties between the two that share no stakeholder, as many as possible.</summary>
    public int? DisjointTies { get; init; }

    /// <summary>Paths between the two, through anyone, that share no stakeholder, as many as possible; null also where not counted.</summary>
    public int? DisjointRoutes { get; init; }

    /// <summary>As few stakeholders as possible whose loss leaves no tie between the two; there can be other such sets.</summary>
    public IReadOnlyList<StakeholderId> Cover { get; init; } = [];
}
