using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Whether ties join stakeholders of one sector more often than the sectors' shares of tie ends would have it.</summary>
internal static class SectorAssortativity
{
    public static Measure Measure { get; } = new(
        "assortativity",
        "Assortativity by sector",
        "network",
        "r = (sum_s e_ss - sum_s a_s^2) / (1 - sum_s a_s^2), e_st = share of tie ends from s to t, a_s = sum_t e_st; weighted: e from strengths",
        "1: only within sectors; 0: as the shares have it; the minimum is above -1. Only ties between known sectors; undefined with one sector.",
        "Newman 2003, Phys. Rev. E 67:026126, doi:10.1103/PhysRevE.67.026126");

    public static double Unweighted(MixingMatrix mixing, SectorMap sectors) => Of((s, t) => mixing.Ties(s, t), sectors);

    public static double Weighted(MixingMatrix mixing, SectorMap sectors) => Of(mixing.Strength, sectors);

    /// <param name="between">Ties, or their strength, between two sectors; within a sector each tie once.</param>
    /// <param name="sectors">Which sectors are known.</param>
    private static double Of(Func<int, int, double> between, SectorMap sectors)
    {
        var known = Enumerable.Range(0, sectors.Count).Where(s => sectors.Known[s]).ToArray();
        var within = known.Select(s => 2 * between(s, s)).ToArray();
        var ends = known.Select((s, k) => within[k] + known.Where(t => t != s).Sum(t => between(s, t))).ToArray();
        if (ends.Count(end => end > 0) < 2)
            return double.NaN;
        var total = ends.Sum();
        var byShares = ends.Sum(end => end / total * (end / total));
        return ((within.Sum() / total) - byShares) / (1 - byShares);
    }
}
