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

    /// <summary>Cross-sector pairs that every stakeholder stands between, and those that only it does.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="between">Length n; receives untied pairs of different known sectors that are both tied to the stakeholder.</param>
    /// <param name="exclusive">Length n; receives those of them that have no other common partner.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>O(sum of squared degrees); whole numbers, so that threads do not matter.</remarks>
    public static void Of(TieNetwork ties, SectorMap sectors, long[] between, long[] exclusive, CancellationToken cancellation)
    {
        Parallel.For(0, ties.N, new ParallelOptions { CancellationToken = cancellation }, () => new Tally(ties.N), (a, _, tally) => tally.Pairs(ties, sectors, a), tally =>
        {
            lock (between)
                tally.AddTo(between, exclusive);
        });
    }

    /// <summary>Working space of one thread, and its sums.</summary>
    private sealed class Tally(int n)
    {
        private readonly long[] between = new long[n];
        private readonly long[] exclusive = new long[n];
        private readonly int[] common = new int[n];
        private readonly int[] last = new int[n];
        private readonly bool[] isTied = new bool[n];
        private readonly List<int> met = [];

        /// <summary>All pairs of one stakeholder with those after it.</summary>
        public Tally Pairs(TieNetwork ties, SectorMap sectors, int a)
        {
            foreach (var v in ties.Of(a))
                isTied[v] = true;
            foreach (var v in ties.Of(a))
            {
                foreach (var b in ties.Of(v))
                {
                    if (b <= a || isTied[b] || !sectors.IsCross(a, b))
                        continue;
                    between[v]++;
                    last[b] = v;
                    if (common[b]++ == 0)
                        met.Add(b);
                }
            }

            foreach (var b in met)
            {
                exclusive[last[b]] += common[b] == 1 ? 1 : 0;
                common[b] = 0;
            }

            met.Clear();
            foreach (var v in ties.Of(a))
                isTied[v] = false;
            return this;
        }

        public void AddTo(long[] allBetween, long[] allExclusive)
        {
            for (var v = 0; v < n; v++)
            {
                allBetween[v] += between[v];
                allExclusive[v] += exclusive[v];
            }
        }
    }
}
