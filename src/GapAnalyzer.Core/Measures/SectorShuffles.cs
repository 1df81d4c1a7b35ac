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

    /// <summary>The E-I index of each sector in each shuffle; null where none was made, or they are too many to keep.</summary>
    public SectorIndices? Indices { get; private init; }

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
        var sums = new ShuffleTally(ties, triangles ?? [], sectors, null);
        var indices = SectorIndices.Room(sectors, count);
        var blocks = (count + BlockSize - 1) / BlockSize;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, () => new ShuffleTally(ties, triangles!, sectors, sums, indices), (block, _, tally) =>
        {
            var random = new RandomStream(seed, FirstStream + (ulong)block);
            tally.Start();
            for (var shuffle = block * BlockSize; shuffle < Math.Min(count, (block + 1) * BlockSize); shuffle++)
            {
                cancellation.ThrowIfCancellationRequested();
                tally.Shuffle(shuffle, ref random);
            }

            return tally;
        }, tally =>
        {
            lock (sums)
                tally.AddTo(sums);
        });
        return new() { Count = count, RolesAsHigh = sums.RolesAsHigh, AcrossAsHigh = sums.AcrossAsHigh, AsLow = sums.AsLow, AsHigh = sums.AsHigh, Indices = indices };
    }
}
