using System.Numerics;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How near a stakeholder is to those it can reach, counted in ties.</summary>
internal static class Closeness
{
    private const int Batch = 64;

    public static Measure Measure { get; } = new(
        "closeness",
        "Closeness",
        "stakeholder",
        "c_i = (r_i/(n-1)) (r_i / sum_j d_ij), r_i = others that i can reach, d_ij = ties on a shortest path to them",
        "Scaled by the share reached, so that a small component does not look central; an isolate has 0. Unweighted: strength is not distance.",
        "Wasserman & Faust 1994, Social Network Analysis, eq. 5.22, doi:10.1017/CBO9780511815478; Freeman 1978, doi:10.1016/0378-8733(78)90021-7");

    /// <summary>Closeness of every stakeholder; NaN where it is the only one.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="closeness">Length n; receives the values, 0 to 1.</param>
    /// <param name="cancellation">Looked at once per 64 stakeholders.</param>
    /// <returns>Whether everyone reaches everyone.</returns>
    /// <remarks>
    /// Breadth-first search from 64 stakeholders at once, one bit each (Then et al. 2014, doi:10.14778/2735496.2735507): at most
    /// O(nm), about O(nm/64 x diameter) where distances are short. Sums are whole numbers: threads cannot change them.
    /// </remarks>
    public static bool Of(TieNetwork ties, Span<double> closeness, CancellationToken cancellation)
    {
        var n = ties.N;
        var (distances, reached) = (new long[n], new int[n]);
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, (n + Batch - 1) / Batch, options, () => new Search(n), (batch, _, search) => search.From(ties, batch * Batch), search =>
        {
            lock (distances)
                search.AddTo(distances, reached);
        });
        for (var i = 0; i < n; i++)
            closeness[i] = n < 2 ? double.NaN : reached[i] == 0 ? 0 : (double)reached[i] / (n - 1) * reached[i] / distances[i];
        return Array.TrueForAll(reached, r => r == n - 1);
    }

    /// <summary>Working space of one thread, and its sums over the searches it made.</summary>
    private sealed class Search(int n)
    {
        private readonly ulong[] seen = new ulong[n];
        private readonly ulong[] next = new ulong[n];
        private readonly long[] distances = new long[n];
        private readonly int[] reached = new int[n];
        private readonly ulong[] frontier = new ulong[n];
        private List<int> active = [];
        private List<int> found = [];

        /// <summary>Adds, for everyone, its distances from the 64 stakeholders that begin at <paramref name="first"/>.</summary>
        public Search From(TieNetwork ties, int first)
        {
            Array.Clear(seen);
            active.Clear();
            for (var s = first; s < Math.Min(first + Batch, ties.N); s++)
            {
                seen[s] = frontier[s] = 1UL << (s - first);
                active.Add(s);
            }

            for (var level = 1; active.Count > 0; level++)
                Step(ties, level);
            return this;
        }

        public void AddTo(long[] allDistances, int[] allReached)
        {
            for (var i = 0; i < distances.Length; i++)
            {
                allDistances[i] += distances[i];
                allReached[i] += reached[i];
            }
        }

        private void Step(TieNetwork ties, int level)
        {
            found.Clear();
            foreach (var i in active)
            {
                foreach (var j in ties.Of(i))
                {
                    var news = frontier[i] & ~seen[j];
                    if (news == 0)
                        continue;
                    if (next[j] == 0)
                        found.Add(j);
                    next[j] |= news;
                }
            }

            foreach (var i in active)
                frontier[i] = 0;
            foreach (var j in found)
            {
                var count = BitOperations.PopCount(next[j]);
                seen[j] |= next[j];
                frontier[j] = next[j];
                next[j] = 0;
                distances[j] += (long)level * count;
                reached[j] += count;
            }

            (active, found) = (found, active);
        }
    }
}
