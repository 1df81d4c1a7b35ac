using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Whether the communities are just the sectors.</summary>
internal static class PartitionAgreement
{
    public static Measure Measure { get; } = new(
        "sector_agreement",
        "Agreement of communities and sectors",
        "network",
        "NMI = 2 I(U,V) / (H(U) + H(V)); adjusted Rand = (index - expected) / (largest - expected), index = pairs together in both",
        "1: the communities are the sectors. 0 of the adjusted Rand is what chance gives; NMI is above 0 by chance, the more so with many groups. "
            + "Over stakeholders of known sector with a tie. NMI is undefined where all are in one community and one sector.",
        "Hubert & Arabie 1985, J. Classif. 2:193, doi:10.1007/BF01908075; Danon et al. 2005, doi:10.1088/1742-5468/2005/09/P09008");

    /// <summary>Agreement of two partitions of the same members.</summary>
    /// <param name="Nmi">Normalised mutual information, 0 to 1; NaN where neither tells anyone apart.</param>
    /// <param name="AdjustedRand">At most 1; NaN where it cannot vary.</param>
    public readonly record struct Agreement(double Nmi, double AdjustedRand);

    /// <summary>Between communities and sectors.</summary>
    /// <param name="community">Length n; negative: in none.</param>
    /// <param name="sectors">Sectors; unknown ones are left out.</param>
    public static Agreement WithSectors(IReadOnlyList<int> community, SectorMap sectors) =>
        Of([.. Enumerable.Range(0, sectors.N).Where(i => community[i] >= 0 && sectors.IsKnown(i)).Select(i => (community[i], sectors.Of[i]))]);

    /// <param name="members">The two group numbers of each member.</param>
    public static Agreement Of(IReadOnlyCollection<(int U, int V)> members)
    {
        long[] both = Sizes(members, member => member), first = Sizes(members, member => member.U), second = Sizes(members, member => member.V);
        double n = members.Count, entropies = Entropy(first, n) + Entropy(second, n);
        var nmi = entropies > 0 ? Math.Clamp(2 * (entropies - Entropy(both, n)) / entropies, 0, 1) : double.NaN;
        double pairs = Pairs(members.Count), u = first.Sum(Pairs), v = second.Sum(Pairs);
        double expected = u * v / pairs, largest = (u + v) / 2;
        return new(nmi, largest - expected > 0 ? (both.Sum(Pairs) - expected) / (largest - expected) : double.NaN);
    }

    private static long[] Sizes<T>(IEnumerable<(int U, int V)> members, Func<(int U, int V), T> key)
        where T : notnull => [.. members.CountBy(key).Select(group => (long)group.Value).Order()];

    private static double Entropy(long[] sizes, double n) => -sizes.Sum(size => size / n * Math.Log(size / n));

    private static double Pairs(long n) => n * (n - 1) / 2.0;
}
