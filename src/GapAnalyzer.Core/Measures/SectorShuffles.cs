using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>
/// Shuffles of the sector labels over stakeholders of known sector, ties kept: how often ties across sectors and brokerage roles come
/// out as far from expectation as observed. <c>p = (1 + as far) / (1 + shuffles)</c>.
/// </summary>
/// <remarks>
/// O(n + m + triangles) per 16 shuffles, which go together in the lanes of a vector. Source of p: Phipson &amp; Smyth 2010, Stat. Appl.
/// Genet. Mol. Biol. 9:39, doi:10.2202/1544-6115.1585.
/// </remarks>
internal sealed class SectorShuffles
{
    /// <summary>Visits of ties and triangles by all shuffles together, well below a second; above, fewer shuffles are made.</summary>
    private const long MostWork = 200_000_000;

    /// <summary>Made whatever they cost.</summary>
    private const int Fewest = 199;

    /// <summary>Keeps these shuffles apart from others with the same seed.</summary>
    private const ulong FirstStream = 1UL << 32;

    private readonly ShuffleTally sums;
    private readonly bool hasRoles;

    private SectorShuffles(ShuffleTally sums, int count, bool hasRoles, SectorIndices? indices) =>
        (this.sums, Count, this.hasRoles, Indices) = (sums, count, hasRoles, indices);

    /// <summary>Shuffles made; 0: no p is known.</summary>
    public int Count { get; }

    /// <summary>The E-I index of each sector in each shuffle; null where none was made, or they are too many to keep.</summary>
    public SectorIndices? Indices { get; }

    /// <summary>Chance of at least as many pairs in that role of that stakeholder; NaN without shuffles, or where there were too many triangles to keep.</summary>
    public double RoleP(int v, int role) => hasRoles ? Upper(sums.RolesAsHigh[(v * Brokerage.Roles) + role]) : double.NaN;

    /// <summary>The same for gatekeeper and liaison together.</summary>
    public double AcrossP(int v) => hasRoles ? Upper(sums.AcrossAsHigh[v]) : double.NaN;

    /// <summary>Two-sided, over all stakeholders.</summary>
    public double NetworkRoleP(int role) => hasRoles ? TwoSided(role) : double.NaN;

    /// <summary>Two-sided, of the number of ties across sectors.</summary>
    public double ExternalP => TwoSided(Brokerage.Roles);

    /// <param name="ties">The tie graph.</param>
    /// <param name="triangles">Ties with their common partners; null: too many, and no roles are counted.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="observed">Role counts, length 4n.</param>
    /// <param name="most">Most shuffles.</param>
    /// <param name="seed">Each block of shuffles has its own stream.</param>
    /// <param name="cancellation">Looked at once per 16 shuffles.</param>
    public static SectorShuffles Of(
        TieNetwork ties, TieTriangles? triangles, SectorMap sectors, long[] observed, int most, ulong seed, CancellationToken cancellation)
    {
        var cost = ties.N + ties.Neighbours.Length + ((triangles?.Entries ?? 0) / 3);
        var count = (int)Math.Min(most, Math.Max(Fewest, MostWork / Math.Max(cost, 1)));
        var indices = SectorIndices.Room(sectors, count);
        ShuffleTally Tally() => new(ties, triangles, sectors, observed, indices);
        var sums = Tally();
        var blocks = (count + ShuffleTally.BlockSize - 1) / ShuffleTally.BlockSize;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, Tally, (block, _, tally) =>
        {
            tally.Block(block, count, new RandomStream(seed, FirstStream + (ulong)block), cancellation);
            return tally;
        }, tally =>
        {
            lock (sums)
                tally.AddTo(sums);
        });
        return new(sums, count, triangles is not null, indices);
    }

    private double Upper(int asHigh) => Count == 0 ? double.NaN : (1.0 + asHigh) / (1 + Count);

    private double TwoSided(int at) => Count == 0 ? double.NaN : Math.Min(1, 2 * Upper(Math.Min(sums.AsLow[at], sums.AsHigh[at])));
}
