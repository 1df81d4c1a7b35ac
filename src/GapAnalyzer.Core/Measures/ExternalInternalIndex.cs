using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Whether ties lead out of the sectors or stay within them.</summary>
internal static class ExternalInternalIndex
{
    public static Measure Measure { get; } = new(
        "ei_index",
        "E-I index",
        "network, sector, stakeholder",
        "(E - I) / (E + I); expected under random labels 2X / C(n,2) - 1, X = cross-sector pairs; rescaled to [-1, 1] given sizes and number of ties",
        "Its raw sign misleads: with many small sectors chance is far above 0, so read it against its expectation. "
            + "p by shuffled sector labels, two-sided. Only ties between known sectors count. Sector level: internal ties once per endpoint. Undefined with fewer than two known sectors.",
        "Krackhardt & Stern 1988, Soc. Psychol. Q. 51:123, doi:10.2307/2786835");

    /// <summary>The index of the whole network, what random labels would give, and where it lies between its extremes.</summary>
    public static EiIndex OfNetwork(MixingMatrix mixing, SectorMap sectors)
    {
        var known = Enumerable.Range(0, sectors.Count).Where(s => sectors.Known[s]).ToArray();
        var within = known.Sum(s => mixing.Ties(s, s));
        var across = known.Sum(s => known.Where(t => t > s).Sum(t => mixing.Ties(s, t)));
        if (sectors.KnownInUse < 2)
            return new(across, within, double.NaN, double.NaN) { Value = double.NaN };

        var possible = Density.Pairs(known.Sum(s => (long)sectors.Sizes[s]));
        var possibleWithin = known.Sum(s => Density.Pairs(sectors.Sizes[s]));
        return new(across, within, Expected(possible, possible - possibleWithin), Rescaled(across, within, possible - possibleWithin, possibleWithin))
        {
            Value = Of(across, within),
        };
    }

    /// <summary>Of one sector; NaN for the unknown one.</summary>
    public static double OfSector(MixingMatrix mixing, SectorMap sectors, int s) => sectors.KnownInUse < 2 || !sectors.Known[s]
        ? double.NaN
        : Of(External(mixing, sectors, s), 2 * mixing.Ties(s, s));

    /// <summary>Ties of a sector that lead to other known sectors.</summary>
    public static long External(MixingMatrix mixing, SectorMap sectors, int s) =>
        Enumerable.Range(0, sectors.Count).Where(t => sectors.AreCross(s, t)).Sum(t => mixing.Ties(s, t));

    /// <summary>Of one stakeholder, over its neighbours of known sector; NaN without any.</summary>
    public static double OfStakeholder(TieNetwork ties, SectorMap sectors, int i)
    {
        if (sectors.KnownInUse < 2 || !sectors.IsKnown(i))
            return double.NaN;
        var (external, within) = (0L, 0L);
        foreach (var j in ties.Of(i))
        {
            if (sectors.IsCross(i, j))
                external++;
            else if (sectors.IsKnown(j))
                within++;
        }

        return Of(external, within);
    }

    private static double Of(long external, long within) =>
        external + within > 0 ? (double)(external - within) / (external + within) : double.NaN;

    private static double Expected(long possible, long possibleAcross) => possible > 0 ? (2.0 * possibleAcross / possible) - 1 : double.NaN;

    private static double Rescaled(long across, long within, long possibleAcross, long possibleWithin)
    {
        var m = across + within;
        var most = Math.Min(m, possibleAcross);
        var least = Math.Max(0, m - possibleWithin);
        return most == least ? double.NaN : ((double)(across - least) / (most - least) * 2) - 1;
    }
}
