namespace GapAnalyzer.Nulls;

/// <summary>
/// Exact moments under shuffled labels of sums of pair weights, from two numbers of the weights: <c>Q = sum_{i&lt;j} w^2</c> and
/// <c>P = sum_i (sum_j w_ij)^2 - 2Q</c>; the weights add up to 0, so every mean is 0.
/// </summary>
/// <param name="N">Labels that are shuffled.</param>
/// <param name="Q">Sum of squared weights.</param>
/// <param name="P">Sum over ordered pairs of weights that share one end.</param>
/// <remarks>
/// Two weights share both ends, one end or none (their products then add up to -(Q + P)); each case has its chance, a ratio of falling
/// factorials. Source: Mantel 1967, Cancer Res. 27:209; Cliff &amp; Ord 1981, Spatial Processes, ch. 2 (join counts under non-free sampling).
/// </remarks>
internal readonly record struct LabelMoments(int N, double Q, double P)
{
    /// <summary>Of <c>w_ij = A_ij - C</c> on required pairs, C the overall rate; O(n).</summary>
    public static LabelMoments Of(RequiredTies pairs)
    {
        var rate = pairs.Rate;
        var sum = pairs.Present.Sum(i => Square(pairs.SatisfiedBy[i] - (rate * pairs.RequiredBy[i])));
        var (tied, all) = ((double)pairs.SatisfiedTotal, (double)pairs.RequiredTotal);
        var q = (tied * (1 - rate) * (1 - rate)) + ((all - tied) * rate * rate);
        return new(pairs.Present.Length, q, sum - (2 * q));
    }

    /// <summary>Variance of the sum over pairs of sectors of sizes s and t, s and t different sectors.</summary>
    public double Between(double s, double t)
    {
        var ordered = s * t;
        return Total(2 * ordered / Falling(2), ordered * (s + t - 2) / Falling(3), 4 * ordered * (s - 1) * (t - 1) / Falling(4));
    }

    /// <summary>Variance of the sum over pairs within a sector of size s.</summary>
    public double Within(double s) =>
        Total(s * (s - 1) / Falling(2), s * (s - 1) * (s - 2) / Falling(3), s * (s - 1) * (s - 2) * (s - 3) / Falling(4));

    /// <summary>Variance of the sum over pairs with at least one end in a sector of size s: less the pairs among all others.</summary>
    public double Touching(double s) => Within(N - s);

    private double Total(double both, double one, double none) => Math.Max(0, (Q * Finite(both)) + (P * Finite(one)) - ((Q + P) * Finite(none)));

    /// <summary>Falling factorial <c>N (N - 1) ... (N - k + 1)</c>.</summary>
    private double Falling(int k)
    {
        var product = 1.0;
        for (var m = 0; m < k; m++)
            product *= N - m;
        return product;
    }

    /// <summary>With fewer labels than a case needs, the case does not occur.</summary>
    private static double Finite(double share) => double.IsFinite(share) ? share : 0;

    private static double Square(double x) => x * x;
}
