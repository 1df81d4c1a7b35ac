using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>Groups that have more ties within than their numbers of ties would have it.</summary>
internal static class Communities
{
    private const int MostRuns = 256;
    private const int SomeRuns = 8;
    private const int FewestRuns = 2;

    /// <summary>
    /// Every second run starts from up to this many random groups, the others from single nodes: from those alone some optima, such as
    /// two halves of a short path, are never reached.
    /// </summary>
    private const int MostGroupsAtStart = 20;

    /// <summary>Stored ties that all runs together look at, where that allows for more than a few runs.</summary>
    private const long Work = 300_000;

    /// <summary>The same where it does not.</summary>
    private const long WorkOfSome = 20_000_000;

    /// <summary>Number of one that is in no community: it has no tie.</summary>
    public const int None = -1;

    public static Measure Measure { get; } = new(
        "communities",
        "Communities and modularity",
        "network, stakeholder",
        "partition of largest Q = sum over communities of (l_c/m - (k_c/2m)^2), l_c ties within, k_c sum of degrees; Leiden algorithm, resolution 1",
        "The best of 2 to 256 seeded runs; near the best there are other partitions. Modularity misses groups that are small in a large network. "
            + "Isolates are in no community. Unweighted.",
        "Traag, Waltman & van Eck 2019, Sci. Rep. 9:5233, doi:10.1038/s41598-019-41695-z; Newman & Girvan 2004, doi:10.1103/PhysRevE.69.026113");

    /// <summary>Numbers the communities, the largest being 0, then by first member; <see cref="None"/> for isolates.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="weight">Parallel to its neighbours, symmetric, positive; null: 1 for each tie.</param>
    /// <param name="seed">Of the runs: run k uses stream k.</param>
    /// <param name="community">Length n; receives the numbers.</param>
    /// <param name="cancellation">Looked at once per round of a run.</param>
    /// <returns>Modularity of the partition; NaN without ties.</returns>
    /// <remarks>Runs in parallel; of equal ones the first is kept, so that threads do not matter. O(runs (n + m)).</remarks>
    public static double Of(TieNetwork ties, double[]? weight, ulong seed, Span<int> community, CancellationToken cancellation)
    {
        community.Fill(None);
        if (ties.M == 0)
            return double.NaN;
        int[] tied = [.. Enumerable.Range(0, ties.N).Where(i => Degree.Of(ties, i) > 0)];
        var graph = WeightedGraph.Of(ties, weight, tied);
        var runs = new (int[] Group, double Quality)[Runs(graph.N + graph.Neighbours.Length)];
        Parallel.For(0, runs.Length, new ParallelOptions { CancellationToken = cancellation }, run =>
        {
            var groupsAtStart = run % 2 == 0 ? graph.N : 1 + (run / 2 % Math.Min(graph.N, MostGroupsAtStart));
            runs[run] = Leiden.Groups(graph, new RandomStream(seed, (ulong)run), groupsAtStart, cancellation);
        });
        var best = runs.MaxBy(run => run.Quality);
        Number(tied, best.Group, community);
        return best.Quality;
    }

    /// <summary>As many as the size allows.</summary>
    private static int Runs(long size) =>
        (int)Math.Max(Math.Clamp(WorkOfSome / size, FewestRuns, SomeRuns), Math.Min(Work / size, MostRuns));

    private static void Number(int[] tied, int[] group, Span<int> community)
    {
        var bySize = Enumerable.Range(0, tied.Length)
            .GroupBy(v => group[v], v => tied[v])
            .OrderByDescending(members => members.Count())
            .ThenBy(members => members.First());
        foreach (var (number, members) in bySize.Index())
        {
            foreach (var i in members)
                community[i] = number;
        }
    }
}
