using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>
/// Shuffles of the sector labels over stakeholders of known sector, ties kept: how often ties across sectors and brokerage roles come
/// out as far from expectation as observed. <c>p = (1 + as far) / (1 + shuffles)</c>.
/// </summary>
/// <remarks>
/// O(n + m + triangles) per shuffle. Source of p: Phipson &amp; Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9:39, doi:10.2202/1544-6115.1585.
/// </remarks>
internal sealed class SectorShuffles
{
    /// <summary>Visits of ties and triangles by all shuffles together, about a second; above, fewer shuffles are made.</summary>
    public const long MostWork = 200_000_000;

    /// <summary>Made whatever they cost.</summary>
    public const int Fewest = 199;

    /// <summary>Triangles that are kept in memory; with more no shuffle is made.</summary>
    public const int MostTriangles = 20_000_000;

    /// <summary>Keeps these shuffles apart from others with the same seed.</summary>
    private const ulong FirstStream = 1UL << 32;
    private const int BlockSize = 32;

    /// <summary>Shuffles made; 0: no p is known.</summary>
    public required int Count { get; init; }

    /// <summary>In how many the roles of each stakeholder are at least as frequent; length 4n.</summary>
    public required int[] RolesAsHigh { get; init; }

    /// <summary>In how many gatekeeper and liaison together are.</summary>
    public required int[] AcrossAsHigh { get; init; }

    /// <summary>In how many each role, over all stakeholders, is as low and as high, and ties across sectors are (the last place).</summary>
    public required int[] AsLow { get; init; }
    public required int[] AsHigh { get; init; }

    /// <summary>Chance of at least as many, under shuffled labels; NaN without shuffles.</summary>
    public double Upper(int asHigh) => Count == 0 ? double.NaN : (1.0 + asHigh) / (1 + Count);

    /// <summary>Twice the smaller tail, at most 1; NaN without shuffles.</summary>
    public double TwoSided(int asLow, int asHigh) => Count == 0 ? double.NaN : Math.Min(1, 2 * Upper(Math.Min(asLow, asHigh)));

    /// <param name="ties">The tie graph.</param>
    /// <param name="triangles">Every triangle of known sectors once, three stakeholders each; null: too many.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="most">Most shuffles.</param>
    /// <param name="seed">Each block of shuffles has its own stream.</param>
    /// <param name="cancellation">Looked at once per shuffle.</param>
    public static SectorShuffles Of(TieNetwork ties, int[]? triangles, SectorMap sectors, int most, ulong seed, CancellationToken cancellation)
    {
        var cost = ties.N + ties.Neighbours.Length + ((triangles?.Length ?? 0) / 3);
        var count = triangles is null ? 0 : (int)Math.Min(most, Math.Max(Fewest, MostWork / Math.Max(cost, 1)));
        var sums = new Tally(ties, triangles ?? [], sectors, null);
        var blocks = (count + BlockSize - 1) / BlockSize;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, () => new Tally(ties, triangles!, sectors, sums), (block, _, tally) =>
        {
            var random = new RandomStream(seed, FirstStream + (ulong)block);
            tally.Start();
            for (var shuffle = block * BlockSize; shuffle < Math.Min(count, (block + 1) * BlockSize); shuffle++)
            {
                cancellation.ThrowIfCancellationRequested();
                tally.Shuffle(ref random);
            }

            return tally;
        }, tally =>
        {
            lock (sums)
                tally.AddTo(sums);
        });
        return new() { Count = count, RolesAsHigh = sums.RolesAsHigh, AcrossAsHigh = sums.AcrossAsHigh, AsLow = sums.AsLow, AsHigh = sums.AsHigh };
    }

    /// <summary>Counts of one thread; the one without a model to compare with holds the observed values and the sums.</summary>
    private sealed class Tally
    {
        private readonly TieNetwork ties;
        private readonly int[] triangles;
        private readonly SectorMap sectors;
        private readonly Tally observed;
        private readonly int[] known;
        private readonly int[] original;
        private readonly int[] label;
        private readonly int[] shuffled;
        private readonly long[] roles;
        private readonly long[] totals = new long[Brokerage.Roles + 1];

        public Tally(TieNetwork ties, int[] triangles, SectorMap sectors, Tally? observed)
        {
            (this.ties, this.triangles, this.sectors, this.observed) = (ties, triangles, sectors, observed ?? this);
            known = [.. Enumerable.Range(0, ties.N).Where(sectors.IsKnown)];
            original = [.. Enumerable.Range(0, ties.N).Select(i => sectors.IsKnown(i) ? sectors.Of[i] : -1)];
            (label, shuffled, roles) = ((int[])original.Clone(), new int[known.Length], new long[Brokerage.Roles * ties.N]);
            (RolesAsHigh, AcrossAsHigh) = (new int[roles.Length], new int[ties.N]);
            (AsLow, AsHigh) = (new int[totals.Length], new int[totals.Length]);
            if (observed is null)
                Count();
        }

        public int[] RolesAsHigh { get; }
        public int[] AcrossAsHigh { get; }
        public int[] AsLow { get; }
        public int[] AsHigh { get; }

        /// <summary>Back to the given labels, so that a block does not depend on the blocks before it.</summary>
        public void Start()
        {
            for (var k = 0; k < known.Length; k++)
                shuffled[k] = original[known[k]];
        }

        public void Shuffle(ref RandomStream random)
        {
            random.Shuffle<int>(shuffled);
            for (var k = 0; k < known.Length; k++)
                label[known[k]] = shuffled[k];
            Count();
            for (var at = 0; at < roles.Length; at++)
                RolesAsHigh[at] += roles[at] >= observed.roles[at] ? 1 : 0;
            for (var v = 0; v < AcrossAsHigh.Length; v++)
                AcrossAsHigh[v] += Across(v) >= observed.Across(v) ? 1 : 0;
            for (var role = 0; role < totals.Length; role++)
            {
                AsLow[role] += totals[role] <= observed.totals[role] ? 1 : 0;
                AsHigh[role] += totals[role] >= observed.totals[role] ? 1 : 0;
            }
        }

        public void AddTo(Tally sums)
        {
            foreach (var (mine, all) in new[] { (RolesAsHigh, sums.RolesAsHigh), (AcrossAsHigh, sums.AcrossAsHigh), (AsLow, sums.AsLow), (AsHigh, sums.AsHigh) })
            {
                for (var at = 0; at < mine.Length; at++)
                    all[at] += mine[at];
            }
        }

        private long Across(int v) => roles[(v * Brokerage.Roles) + 2] + roles[(v * Brokerage.Roles) + 3];

        private void Count()
        {
            Brokerage.Count(ties, triangles, label, sectors.Count, roles);
            Array.Clear(totals);
            for (var at = 0; at < roles.Length; at++)
                totals[at % Brokerage.Roles] += roles[at];
            for (var i = 0; i < ties.N; i++)
            {
                foreach (var j in ties.Of(i))
                    totals[^1] += j > i && label[i] >= 0 && label[j] >= 0 && label[i] != label[j] ? 1 : 0;
            }
        }
    }
}
