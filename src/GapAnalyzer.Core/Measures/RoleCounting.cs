using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Brokerage roles with their expectation and p under shuffled sector labels.</summary>
internal sealed class RoleCounting
{
    private readonly SectorMap sectors;
    private readonly long[] counts;
    private readonly double[] chances;
    private readonly SectorShuffles shuffles;

    private RoleCounting(SectorMap sectors, long[] counts, SectorShuffles shuffles)
    {
        (this.sectors, this.counts, this.shuffles) = (sectors, counts, shuffles);
        chances = Brokerage.Chances([.. Enumerable.Range(0, sectors.Count).Where(s => sectors.Known[s]).Select(s => sectors.Sizes[s])]);
    }

    /// <summary>Shuffles made.</summary>
    public int Shuffles => shuffles.Count;

    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="most">Most shuffles.</param>
    /// <param name="seed">Of the shuffles.</param>
    /// <param name="cancellation">Looked at once per stakeholder and shuffle.</param>
    public static RoleCounting Of(TieNetwork ties, SectorMap sectors, int most, ulong seed, CancellationToken cancellation)
    {
        int[] label = [.. Enumerable.Range(0, ties.N).Select(i => sectors.IsKnown(i) ? sectors.Of[i] : -1)];
        var counts = new long[ties.N * Brokerage.Roles];
        Brokerage.Count(ties, [], label, sectors.Count, counts);
        var triangles = CloseTriangles(ties, label, counts, cancellation);
        var shuffles = sectors.KnownInUse < 2 ? 0 : most;
        return new(sectors, counts, SectorShuffles.Of(ties, triangles, sectors, shuffles, seed, cancellation));
    }

    /// <summary>Null where the sector is unknown.</summary>
    public BrokerageRoles? Of(int v)
    {
        if (!sectors.IsKnown(v))
            return null;
        var mine = counts[(v * Brokerage.Roles)..((v + 1) * Brokerage.Roles)];
        var pairs = mine.Sum();
        RoleCount Role(int role) => new(mine[role], pairs * chances[role], shuffles.Upper(shuffles.RolesAsHigh[(v * Brokerage.Roles) + role]));
        return new(Role(0), Role(1), Role(2), Role(3), new(mine[2] + mine[3], pairs * (chances[2] + chances[3]), shuffles.Upper(shuffles.AcrossAsHigh[v])));
    }

    public BrokerageRoles OfNetwork()
    {
        long[] totals = [.. Enumerable.Range(0, Brokerage.Roles).Select(role => Enumerable.Range(0, sectors.N).Sum(v => counts[(v * Brokerage.Roles) + role]))];
        var pairs = totals.Sum();
        RoleCount Role(int role) => new(totals[role], pairs * chances[role], shuffles.TwoSided(shuffles.AsLow[role], shuffles.AsHigh[role]));
        return new(Role(0), Role(1), Role(2), Role(3), new(totals[2] + totals[3], pairs * (chances[2] + chances[3]), double.NaN));
    }

    /// <summary>Two-sided p of the E-I index: of the ties between sectors; NaN where the index is.</summary>
    public double ExternalP(EiIndex index) => double.IsNaN(index.Value) ? double.NaN : shuffles.TwoSided(shuffles.AsLow[^1], shuffles.AsHigh[^1]);

    /// <summary>What chance makes of the E-I index of each sector, and last of the whole network.</summary>
    /// <param name="observed">Likewise.</param>
    public ChanceRange[] IndexRanges(IReadOnlyList<double> observed) => shuffles.Indices?.Ranges(observed) ?? [.. observed.Select(_ => ChanceRange.Undefined)];

    /// <summary>Takes all triangles of known sectors back from the counts; returns them, or null where they are too many to keep.</summary>
    private static int[]? CloseTriangles(TieNetwork ties, int[] label, long[] counts, CancellationToken cancellation)
    {
        var (all, total) = (new List<int>(), 0L);
        var (isNeighbour, found) = (new bool[ties.N], new List<(int J, int K)>());
        for (var i = 0; i < ties.N; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (label[i] < 0)
                continue;
            Triangles.WithLowest(ties.RowStart, ties.Neighbours, i, isNeighbour, found);
            foreach (var (j, k) in found.Where(pair => label[pair.J] >= 0 && label[pair.K] >= 0))
            {
                Brokerage.Close(i, j, k, label, counts);
                if (++total <= SectorShuffles.MostTriangles)
                    all.AddRange([i, j, k]);
            }
        }

        return total <= SectorShuffles.MostTriangles ? [.. all] : null;
    }
}
