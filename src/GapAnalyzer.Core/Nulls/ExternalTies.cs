using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>
/// Ties between sectors against shuffled labels, the network kept: the p of the E-I index, which for a given number of ties is their number
/// in other words. Lower tail: as few ties across sectors, or fewer.
/// </summary>
/// <remarks>Shuffles x ties. Source: Krackhardt &amp; Stern 1988, Soc. Psychol. Q. 51:123, doi:10.2307/2786835.</remarks>
internal static class ExternalTies
{
    private const int BlockSize = 256;

    /// <summary>A seed of its own, so that these shuffles are not those of the sector pairs.</summary>
    private const ulong Apart = 0x45492D696E646578;

    public static LabelTail Test(TieNetwork ties, SectorMap sectors, int shuffles, long work, ulong seed, CancellationToken cancellation)
    {
        var known = Enumerable.Range(0, sectors.N).Where(sectors.IsKnown).ToArray();
        var pairs = known.SelectMany(i => ties.Of(i).ToArray().Where(j => j > i && sectors.IsKnown(j)).Select(j => (I: i, J: j))).ToArray();
        if (pairs.Length == 0 || sectors.KnownInUse < 2)
            return LabelTail.None;
        var observed = pairs.Count(pair => sectors.Of[pair.I] != sectors.Of[pair.J]);
        var (mean, variance) = Moments(pairs, known, sectors);
        var z = variance > 1e-9 ? (observed - mean) / Math.Sqrt(variance) : double.NaN;
        if (pairs.Length * (double)shuffles > work)
            return new(z, double.IsNaN(z) ? 1 : PoissonBinomial.NormalLower(z), LabelMethod.Normal);
        var asLow = new long[(shuffles + BlockSize - 1) / BlockSize];
        Parallel.For(0, asLow.Length, new ParallelOptions { CancellationToken = cancellation }, block =>
            asLow[block] = AsLow(pairs, known, sectors, observed, Math.Min(BlockSize, shuffles - (block * BlockSize)), new(seed ^ Apart, (ulong)block)));
        return new(z, (1.0 + asLow.Sum()) / (1 + shuffles), LabelMethod.Shuffles);
    }

    private static long AsLow((int I, int J)[] pairs, int[] known, SectorMap sectors, int observed, int shuffles, RandomStream random)
    {
        var (label, shuffled, count) = ((int[])sectors.Of.Clone(), known.Select(i => sectors.Of[i]).ToArray(), 0L);
        for (var shuffle = 0; shuffle < shuffles; shuffle++)
        {
            random.Shuffle<int>(shuffled);
            for (var k = 0; k < known.Length; k++)
                label[known[k]] = shuffled[k];
            var external = 0;
            foreach (var (i, j) in pairs)
                external += label[i] != label[j] ? 1 : 0;
            count += external <= observed ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Exact mean and variance of the ties across sectors, by way of those within: two ties are the same, share an end (both are within where
    /// three labels agree), or share none (two pairs of labels agree).
    /// </summary>
    private static (double Mean, double Variance) Moments((int I, int J)[] pairs, int[] known, SectorMap sectors)
    {
        var n = (double)known.Length;
        var sizes = Enumerable.Range(0, sectors.Count).Where(s => sectors.Known[s]).Select(s => (double)sectors.Sizes[s]).ToArray();
        var degree = new double[sectors.N];
        foreach (var (i, j) in pairs)
            (degree[i], degree[j]) = (degree[i] + 1, degree[j] + 1);
        double m = pairs.Length;
        var sharing = degree.Sum(d => d * (d - 1));
        var two = sizes.Sum(s => s * (s - 1));
        var three = sizes.Sum(s => s * (s - 1) * (s - 2));
        var four = (two * two) - sizes.Sum(s => s * (s - 1) * s * (s - 1)) + sizes.Sum(s => s * (s - 1) * (s - 2) * (s - 3));
        var within = m * two / (n * (n - 1));
        var square = within
            + (n > 2 ? sharing * three / (n * (n - 1) * (n - 2)) : 0)
            + (n > 3 ? ((m * m) - m - sharing) * four / (n * (n - 1) * (n - 2) * (n - 3)) : 0);
        return (m - within, Math.Max(0, square - (within * within)));
    }
}
