using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How many stakeholders two sectors can lose before nothing joins them.</summary>
internal static class SectorRedundancy
{
    /// <summary>Most visits of stored ties for the routes of all pairs together, some seconds; above, routes are not counted.</summary>
    public const long MostRouteWork = 100_000_000;

    public static Measure Measure { get; } = new(
        "disjoint_ties",
        "Disjoint ties of a sector pair",
        "sector pair",
        "largest number of ties between s and t that share no stakeholder (maximum bipartite matching) "
            + "= smallest number of stakeholders whose loss leaves no direct tie (Konig); disjoint routes: the same for paths through anyone (Menger)",
        "At most the smaller sector's size: a sector of one cannot have two. The cover shown is the smallest one with most of the sector named first; "
            + "there can be others. Only different known sectors. Routes are undefined where counting them would take too long.",
        "Hopcroft & Karp 1973, SIAM J. Comput. 2:225, doi:10.1137/0202019; Menger 1927, doi:10.4064/fm-10-1-96-115");

    /// <summary>What joins two sectors.</summary>
    /// <param name="DisjointTies">Ties without a common stakeholder, as many as possible.</param>
    /// <param name="DisjointRoutes">Paths through anyone without a common stakeholder, as many as possible; null: not counted.</param>
    /// <param name="Cover">As few stakeholders as possible that all direct ties touch, ascending.</param>
    public sealed record Redundancy(int DisjointTies, int? DisjointRoutes, IReadOnlyList<int> Cover);

    /// <summary>Every two different known sectors that have a stakeholder, s &lt; t.</summary>
    public static IReadOnlyDictionary<(int S, int T), Redundancy> Of(TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        var members = Enumerable.Range(0, sectors.Count).Select(s => sectors.MembersOf(s).ToArray()).ToArray();
        (int S, int T)[] pairs =
        [
            .. from s in Enumerable.Range(0, sectors.Count)
               from t in Enumerable.Range(s, sectors.Count - s)
               where sectors.AreCross(s, t) && members[s].Length > 0 && members[t].Length > 0
               select (s, t),
        ];
        var countRoutes = (long)pairs.Length * (ties.N + ties.Neighbours.Length) <= MostRouteWork;
        var found = new Redundancy[pairs.Length];
        Parallel.For(0, pairs.Length, new ParallelOptions { CancellationToken = cancellation }, k =>
            found[k] = Between(ties, sectors, members[pairs[k].S], members[pairs[k].T], countRoutes, cancellation));
        return pairs.Zip(found).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    /// <summary>Of each on the left, the positions on the right of those it is tied to; O(ties of the left).</summary>
    private static int[][] Edges(TieNetwork ties, SectorMap sectors, int[] left, int[] right)
    {
        var (t, edges, to) = (sectors.Of[right[0]], new int[left.Length][], new List<int>());
        for (var l = 0; l < left.Length; l++)
        {
            to.Clear();
            var at = 0;
            foreach (var j in ties.Of(left[l]))
            {
                if (sectors.Of[j] != t)
                    continue;
                at += right.AsSpan(at).BinarySearch(j);
                to.Add(at);
            }

            edges[l] = [.. to];
        }

        return edges;
    }

    private static Redundancy Between(TieNetwork ties, SectorMap sectors, int[] left, int[] right, bool countRoutes, CancellationToken cancellation)
    {
        var edges = Edges(ties, sectors, left, right);
        var matching = new BipartiteMatching(edges, right.Length);
        var (coverLeft, coverRight) = matching.Cover();
        int? routes = countRoutes
            ? DisjointPaths.Count(ties, left, right, [.. matching.Pairs.Select(pair => (left[pair.Left], right[pair.Right]))], cancellation)
            : null;
        return new(matching.Size, routes, [.. coverLeft.Select(l => left[l]).Concat(coverRight.Select(r => right[r])).Order()]);
    }
}
