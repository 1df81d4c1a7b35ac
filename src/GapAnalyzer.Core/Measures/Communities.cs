using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>Groups that have more ties within than their numbers of ties would have it.</summary>
internal static class Communities
{
    private const int MostRuns = 32;
    private const int FewestRuns = 4;

    /// <summary>Stored ties that all runs together look at, before the fewest runs are made.</summary>
    private const long Work = 20_000_000;

    /// <summary>Number of one that is in no community: it has no tie.</summary>
    public const int None = -1;

    public static Measure Measure { get; } = new(
        "communities",
        "Communities and modularity",
        "network, stakeholder",
        "partition of largest Q = sum over communities of (l_c/m - (k_c/2m)^2), l_c ties within, k_c sum of degrees; Leiden algorithm, resolution 1",
        "The best of 4 to 32 seeded runs; near the best there are other partitions. Modularity misses groups that are small in a large network. "
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
        var graph = WeightedGraph.Of(ties, weight);
        var runs = new (int[] Group, double Quality)[(int)Math.Clamp(Work / (ties.N + ties.Neighbours.Length), FewestRuns, MostRuns)];
        Parallel.For(0, runs.Length, new ParallelOptions { CancellationToken = cancellation }, run =>
        {
            var groups = Leiden.Groups(graph, new RandomStream(seed, (ulong)run), cancellation);
            runs[run] = (groups, Modularity.Of(ties.RowStart, ties.Neighbours, graph.Weight, groups));
        });
        var best = runs.MaxBy(run => run.Quality);
        Number(ties, best.Group, community);
        return best.Quality;
    }

    private static void Number(TieNetwork ties, int[] group, Span<int> community)
    {
        var bySize = Enumerable.Range(0, ties.N).Where(i => Degree.Of(ties, i) > 0)
            .GroupBy(i => group[i])
            .OrderByDescending(members => members.Count())
            .ThenBy(members => members.First());
        var number = 0;
        foreach (var members in bySize)
        {
            foreach (var i in members)
                community[i] = number;
            number++;
        }
    }
}
