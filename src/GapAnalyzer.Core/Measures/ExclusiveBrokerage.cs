using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Pairs of sectors' stakeholders that one stakeholder alone could bring together: a single point of failure.</summary>
internal static class ExclusiveBrokerage
{
    public static Measure Measure { get; } = new(
        "exclusive_brokerage",
        "Exclusive brokerage",
        "stakeholder",
        "untied pairs of different known sectors that have v, and only v, as a common partner",
        "Every such pair is counted for exactly one stakeholder. The two may be linked by longer paths. The sector of v does not matter.",
        "Hamilton, Hileman & Bodin 2020, Soc. Networks 61:1, doi:10.1016/j.socnet.2019.08.002");

    /// <summary>Most ways over one partner to another that are looked at, some seconds; above, nothing is counted.</summary>
    public const long MostWork = 4_000_000_000;

    /// <summary>Cross-sector pairs that only one stakeholder stands between.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="exclusive">Length n; receives untied pairs of different known sectors whose one common partner it is.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <param name="mostWork">See <see cref="MostWork"/>.</param>
    /// <returns>False where it was not counted: there are too many ways.</returns>
    /// <remarks>O(sum of squared degrees); whole numbers, so that threads do not matter.</remarks>
    public static bool Of(TieNetwork ties, SectorMap sectors, long[] exclusive, CancellationToken cancellation, long mostWork = MostWork)
    {
        if (Enumerable.Range(0, ties.N).Sum(v => (long)Degree.Of(ties, v) * Degree.Of(ties, v) / 2) > mostWork)
            return false;
        Parallel.For(0, ties.N, new ParallelOptions { CancellationToken = cancellation }, () => new Tally(ties.N), (a, _, tally) => tally.Pairs(ties, sectors, a), tally =>
        {
            lock (exclusive)
                tally.AddTo(exclusive);
        });
        return true;
    }

    /// <summary>Working space of one thread, and its sums.</summary>
    private sealed class Tally(int n)
    {
        private readonly long[] exclusive = new long[n];

        /// <summary>Common partners of the stakeholder with each other one, and the last of them; all 0 between stakeholders.</summary>
        private readonly (int Count, int Last)[] common = new (int, int)[n];
        private readonly int[] met = new int[n];

        /// <summary>All pairs of one stakeholder with those after it.</summary>
        public Tally Pairs(TieNetwork ties, SectorMap sectors, int a)
        {
            var count = 0;
            foreach (var v in ties.Of(a))
            {
                var row = ties.Of(v);
                foreach (var b in row[(row.BinarySearch(a) + 1)..])
                {
                    ref var with = ref common[b];
                    if (with.Count == 0)
                        met[count++] = b;
                    with = (with.Count + 1, v);
                }
            }

            var tied = ties.Of(a);
            foreach (var b in met.AsSpan(0, count))
            {
                if (common[b].Count == 1 && sectors.IsCross(a, b) && tied.BinarySearch(b) < 0)
                    exclusive[common[b].Last]++;
                common[b] = default;
            }

            return this;
        }

        public void AddTo(long[] all)
        {
            for (var v = 0; v < n; v++)
                all[v] += exclusive[v];
        }
    }
}
