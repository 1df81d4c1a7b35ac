using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;
using Lanes = System.Runtime.Intrinsics.Vector512<int>;

namespace GapAnalyzer.Measures;

/// <summary>What <see cref="SectorShuffles"/> counts in one thread, 16 shuffles at a time, each in a lane of a vector.</summary>
internal sealed class ShuffleTally
{
    /// <summary>Shuffles that follow each other in one stream of random numbers.</summary>
    public const int BlockSize = 32;

    private const int Width = 16;
    private const int Unknown = -1;

    private readonly TieNetwork ties;
    private readonly TieTriangles? triangles;
    private readonly SectorMap sectors;
    private readonly SectorIndices? indices;
    private readonly long[] observed;
    private readonly long[] observedTotals;
    private readonly int[] known;
    private readonly int[] shuffled;

    /// <summary>Label of each stakeholder in each lane: n x 16.</summary>
    private readonly int[] labels;

    /// <summary>Pairs of partners with a tie of their own, see <see cref="TiedPartners"/>, each twice, per stakeholder and lane.</summary>
    private readonly Lanes[] alike;
    private readonly Lanes[] fromOwn;
    private readonly Lanes[] withinOwn;
    private readonly int[] tiedPairs;

    /// <summary>Totals over the stakeholders in each lane: roles, then ties across sectors from both ends.</summary>
    private readonly long[] totals = new long[Width * (Brokerage.Roles + 1)];

    /// <summary>Per lane and sector, then all: ties across less ties within, and ties, from both ends.</summary>
    private readonly int[] difference;
    private readonly int[] ends;

    public ShuffleTally(TieNetwork ties, TieTriangles? triangles, SectorMap sectors, long[] observed, SectorIndices? indices)
    {
        (this.ties, this.triangles, this.sectors, this.observed, this.indices) = (ties, triangles, sectors, observed, indices);
        known = [.. Enumerable.Range(0, ties.N).Where(sectors.IsKnown)];
        (shuffled, labels) = (new int[known.Length], new int[Width * ties.N]);
        Array.Fill(labels, Unknown);
        (alike, fromOwn, withinOwn, tiedPairs) = (new Lanes[ties.N], new Lanes[ties.N], new Lanes[ties.N], new int[ties.N]);
        (difference, ends) = (new int[Width * (sectors.Count + 1)], new int[Width * (sectors.Count + 1)]);
        (RolesAsHigh, AcrossAsHigh) = (new int[Brokerage.Roles * ties.N], new int[ties.N]);
        (AsLow, AsHigh, observedTotals) = (new int[Brokerage.Roles + 1], new int[Brokerage.Roles + 1], new long[Brokerage.Roles + 1]);
        for (var at = 0; at < observed.Length; at++)
            observedTotals[at % Brokerage.Roles] += observed[at];
        observedTotals[^1] = known.Sum(i => (long)ties.Of(i).ToArray().Count(j => sectors.IsCross(i, j)));
        for (var tie = 0; tie < (triangles?.Ties ?? 0); tie++)
        {
            var (u, w) = triangles!.Ends(tie);
            tiedPairs[u] += triangles.CommonOf(tie).Length;
            tiedPairs[w] += triangles.CommonOf(tie).Length;
        }
    }

    /// <summary>In how many shuffles the roles of each stakeholder are at least as frequent; length 4n.</summary>
    public int[] RolesAsHigh { get; }

    /// <summary>In how many gatekeeper and liaison together are.</summary>
    public int[] AcrossAsHigh { get; }

    /// <summary>In how many each role, over all stakeholders, is as low and as high, and ties across sectors are (the last place).</summary>
    public int[] AsLow { get; }
    public int[] AsHigh { get; }

    /// <summary>One block of shuffles, from the given labels on: it does not depend on the blocks before it.</summary>
    /// <param name="block">Number of the block.</param>
    /// <param name="count">Shuffles of all blocks together; the last block may be shorter.</param>
    /// <param name="random">Stream of the block.</param>
    /// <param name="cancellation">Looked at once per 16 shuffles.</param>
    public void Block(int block, int count, RandomStream random, CancellationToken cancellation)
    {
        for (var k = 0; k < known.Length; k++)
            shuffled[k] = sectors.Of[known[k]];
        for (var first = block * BlockSize; first < Math.Min(count, (block + 1) * BlockSize); first += Width)
        {
            cancellation.ThrowIfCancellationRequested();
            var lanes = Math.Min(Width, count - first);
            for (var lane = 0; lane < lanes; lane++)
                Shuffle(lane, ref random);
            Count(first, lanes);
        }
    }

    public void AddTo(ShuffleTally sums)
    {
        foreach (var (mine, all) in new[] { (RolesAsHigh, sums.RolesAsHigh), (AcrossAsHigh, sums.AcrossAsHigh), (AsLow, sums.AsLow), (AsHigh, sums.AsHigh) })
        {
            for (var at = 0; at < mine.Length; at++)
                all[at] += mine[at];
        }
    }

    private void Shuffle(int lane, ref RandomStream random)
    {
        random.Shuffle<int>(shuffled);
        for (var k = 0; k < known.Length; k++)
            labels[(known[k] * Width) + lane] = shuffled[k];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(int first, int lanes)
    {
        Array.Clear(totals);
        Array.Clear(difference);
        Array.Clear(ends);
        CountTied();
        Span<long> roles = stackalloc long[Brokerage.Roles];
        Span<int> own = stackalloc int[Width];
        var alikePairs = new long[Width];
        var tiedAlike = Each(alike);
        var tiedFromOwn = Each(fromOwn);
        var tiedWithinOwn = Each(withinOwn);
        foreach (var v in known)
        {
            var knownPartners = Partners(v, own, alikePairs);
            for (var lane = 0; lane < lanes; lane++)
            {
                CountTies(v, lane, own[lane], knownPartners);
                if (triangles is null)
                    continue;
                var at = (v * Width) + lane;
                var tied = new TiedPartners(tiedPairs[v] / 2, tiedAlike[at] / 2, tiedFromOwn[at] - tiedWithinOwn[at], tiedWithinOwn[at] / 2);
                Brokerage.Open(own[lane], knownPartners, alikePairs[lane], tied, roles);
                Compare(v, lane, roles);
            }
        }

        for (var lane = 0; lane < lanes; lane++)
            CompareTotals(first + lane, lane);
    }

    /// <summary>Pairs of partners with a tie of their own, by labels: each tie of u and w with a common partner q.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountTied()
    {
        var label = MemoryMarshal.Cast<int, Lanes>(labels);
        Array.Clear(alike);
        Array.Clear(fromOwn);
        Array.Clear(withinOwn);
        for (var tie = 0; tie < (triangles?.Ties ?? 0); tie++)
        {
            var (u, w) = triangles!.Ends(tie);
            var common = triangles.CommonOf(tie);
            var (ofU, ofW, likeU, likeW) = (label[u], label[w], Lanes.Zero, Lanes.Zero);
            foreach (var q in common)
            {
                // Where equal, all bits are set: -1.
                likeU -= Vector512.Equals(label[q], ofU);
                likeW -= Vector512.Equals(label[q], ofW);
            }

            var same = Vector512.Equals(ofU, ofW);
            alike[u] += likeW;
            alike[w] += likeU;
            withinOwn[u] += same & likeU;
            withinOwn[w] += same & likeU;
            var all = same & Vector512.Create(common.Length);
            fromOwn[u] += all;
            fromOwn[w] += all;
        }
    }

    private static ReadOnlySpan<int> Each(Lanes[] lanes) => MemoryMarshal.Cast<Lanes, int>(lanes.AsSpan());

    /// <summary>Partners of v.</summary>
    /// <param name="v">The stakeholder.</param>
    /// <param name="own">Receives those of its own label, per lane.</param>
    /// <param name="alikePairs">Receives pairs of partners with one label, per lane.</param>
    /// <returns>Those of known sector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Partners(int v, Span<int> own, long[] alikePairs)
    {
        var label = MemoryMarshal.Cast<int, Lanes>(labels);
        var (like, mine, partners) = (Lanes.Zero, label[v], 0);
        foreach (var j in ties.Of(v))
        {
            like -= Vector512.Equals(label[j], mine);
            partners += labels[j * Width] == Unknown ? 0 : 1;
        }

        like.CopyTo(own);
        Span<int> each = stackalloc int[Width];
        Array.Clear(alikePairs);
        for (var s = 0; triangles is not null && s < sectors.Count; s++)
        {
            if (!sectors.Known[s])
                continue;
            var (count, wanted) = (Lanes.Zero, Vector512.Create(s));
            foreach (var j in ties.Of(v))
                count -= Vector512.Equals(label[j], wanted);
            count.CopyTo(each);
            for (var lane = 0; lane < Width; lane++)
                alikePairs[lane] += Brokerage.Pairs(each[lane]);
        }

        return partners;
    }

    private void CountTies(int v, int lane, int own, int partners)
    {
        var (across, at) = (partners - own, lane * (sectors.Count + 1));
        var label = at + labels[(v * Width) + lane];
        difference[label] += across - own;
        difference[at + sectors.Count] += across - own;
        ends[label] += partners;
        ends[at + sectors.Count] += partners;
        totals[(lane * (Brokerage.Roles + 1)) + Brokerage.Roles] += across;
    }

    private void Compare(int v, int lane, Span<long> roles)
    {
        var then = observed.AsSpan(v * Brokerage.Roles, Brokerage.Roles);
        for (var role = 0; role < roles.Length; role++)
        {
            totals[(lane * (Brokerage.Roles + 1)) + role] += roles[role];
            RolesAsHigh[(v * Brokerage.Roles) + role] += roles[role] >= then[role] ? 1 : 0;
        }

        AcrossAsHigh[v] += roles[2] + roles[3] >= then[2] + then[3] ? 1 : 0;
    }

    private void CompareTotals(int number, int lane)
    {
        for (var at = 0; at <= Brokerage.Roles; at++)
        {
            var total = totals[(lane * (Brokerage.Roles + 1)) + at];
            AsLow[at] += total <= observedTotals[at] ? 1 : 0;
            AsHigh[at] += total >= observedTotals[at] ? 1 : 0;
        }

        var width = sectors.Count + 1;
        indices?.Record(number, difference.AsSpan(lane * width, width), ends.AsSpan(lane * width, width));
    }
}
