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
    /// <param name="embedded">Pairs of partners with a tie of their own.</param>
    /// <param name="between">Length n; receives untied pairs of partners of two different known sectors.</param>
    /// <param name="most">Most shuffles.</param>
    /// <param name="seed">Of the shuffles.</param>
    /// <param name="cancellation">Looked at once per stakeholder and shuffle.</param>
    public static RoleCounting Of(
        TieNetwork ties, SectorMap sectors, Embeddedness embedded, Span<long> between, int most, ulong seed, CancellationToken cancellation)
    {
        var counts = new long[ties.N * Brokerage.Roles];
        Brokerage.Count(ties, sectors, embedded, counts, between);
        var closed = TieTriangles.Of(ties, sectors, embedded, cancellation);
        var shuffles = sectors.KnownInUse < 2 ? 0 : most;
        return new(sectors, counts, SectorShuffles.Of(ties, closed, sectors, counts, shuffles, seed, cancellation));
    }

    /// <summary>Null where the sector is unknown.</summary>
    public BrokerageRoles? Of(int v)
    {
        if (!sectors.IsKnown(v))
            return null;
        var mine = counts[(v * Brokerage.Roles)..((v + 1) * Brokerage.Roles)];
        var pairs = mine.Sum();
        RoleCount Role(int role) => new(mine[role], pairs * chances[role], shuffles.RoleP(v, role));
        return new(Role(0), Role(1), Role(2), Role(3), new(mine[2] + mine[3], pairs * (chances[2] + chances[3]), shuffles.AcrossP(v)));
    }

    public BrokerageRoles OfNetwork()
    {
        long[] totals = [.. Enumerable.Range(0, Brokerage.Roles).Select(role => Enumerable.Range(0, sectors.N).Sum(v => counts[(v * Brokerage.Roles) + role]))];
        var pairs = totals.Sum();
        RoleCount Role(int role) => new(totals[role], pairs * chances[role], shuffles.NetworkRoleP(role));
        return new(Role(0), Role(1), Role(2), Role(3), new(totals[2] + totals[3], pairs * (chances[2] + chances[3]), double.NaN));
    }

    /// <summary>Two-sided p of the E-I index: of the ties between sectors; NaN where the index is.</summary>
    public double ExternalP(EiIndex index) => double.IsNaN(index.Value) ? double.NaN : shuffles.ExternalP;

    /// <summary>What chance makes of the E-I index of each sector, and last of the whole network.</summary>
    /// <param name="observed">Likewise.</param>
    public ChanceRange[] IndexRanges(IReadOnlyList<double> observed) => shuffles.Indices?.Ranges(observed) ?? [.. observed.Select(_ => ChanceRange.Undefined)];
}
