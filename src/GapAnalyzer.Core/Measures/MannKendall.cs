using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>Whether a series rises or falls, by the signs of its differences alone, with its autocorrelation taken into account.</summary>
/// <param name="N">Values.</param>
/// <param name="S"><c>sum_{i&lt;j} sign(y_j - y_i)</c>.</param>
/// <param name="Tau"><c>S / C(n,2)</c>: 1 where every value is above the one before.</param>
/// <param name="Variance">Variance of S without a trend, with the correction for equal values.</param>
/// <param name="Correction">Hamed and Rao's <c>n / n*</c>; 1 without significant autocorrelation.</param>
/// <param name="CorrectedVariance">What z is from: the variance times the correction where that is above 1.</param>
/// <param name="Z">With the correction for continuity; 0 where S is.</param>
/// <param name="P">Two-sided.</param>
public sealed record MannKendall(int N, long S, double Tau, double Variance, double Correction, double CorrectedVariance, double Z, double P)
{
    /// <summary>Below this the normal tail says nothing.</summary>
    public const int FewestValues = 8;

    /// <summary>Two-sided 5 %: only autocorrelations beyond it count.</summary>
    private const double Significant = 1.959963984540054;

    /// <summary>Residuals closer than this share of the largest value are equal: the rest is rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>
    /// <c>Var S = (n(n-1)(2n+5) - sum_t t(t-1)(2t+5)) / 18</c> over groups of t equal values;
    /// <c>n/n* = 1 + 2/(n(n-1)(n-2)) sum_k (n-k)(n-k-1)(n-k-2) r_k</c>, r_k the autocorrelation at lag k of the ranks of
    /// <c>y - slope x</c>, where it is significant at 5 %; <c>z = (S - sign S) / sqrt(Var S max(1, n/n*))</c>.
    /// </summary>
    /// <param name="points">By time.</param>
    /// <remarks>
    /// A correction below 1, from a series that swings up and down, is not used: with few values it is more often chance than not, and
    /// it would claim more than the plain test. O(n squared log n) time. Source: Mann 1945, Econometrica 13:245, doi:10.2307/1907187; Kendall
    /// 1975, Rank Correlation Methods; Hamed &amp; Rao 1998, J. Hydrol. 204:182, doi:10.1016/S0022-1694(97)00125-X.
    /// </remarks>
    internal static MannKendall Of(IReadOnlyList<(double X, double Y)> points)
    {
        var n = points.Count;
        var s = 0L;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
                s += Math.Sign(points[j].Y - points[i].Y);
        }

        var ties = points.GroupBy(point => point.Y).Sum(group => Spread(group.Count()));
        var variance = (Spread(n) - ties) / 18;
        var correction = CorrectionOf(points);
        var corrected = variance * Math.Max(1, correction);
        var z = s == 0 ? 0 : (s - Math.Sign(s)) / Math.Sqrt(corrected);
        return new(n, s, s / (n * (n - 1) / 2.0), variance, correction, corrected, z, Math.Min(1, 2 * PoissonBinomial.NormalLower(-Math.Abs(z))));
    }

    private static double Spread(double t) => t * (t - 1) * ((2 * t) + 5);

    private static double CorrectionOf(IReadOnlyList<(double X, double Y)> points)
    {
        double n = points.Count;
        var slope = TheilSen.Slope(points);
        var ranks = Ranks([.. points.Select(point => point.Y - (slope * point.X))], Rounding * points.Max(point => Math.Abs(point.Y)));
        var mean = ranks.Average();
        var spread = ranks.Sum(rank => (rank - mean) * (rank - mean));
        var sum = 0.0;
        for (var k = 1; spread > 0 && k < n - 2; k++)
        {
            var r = Enumerable.Range(0, points.Count - k).Sum(i => (ranks[i] - mean) * (ranks[i + k] - mean)) / spread;
            if (Math.Abs(r) > Significant / Math.Sqrt(n))
                sum += (n - k) * (n - k - 1) * (n - k - 2) * r;
        }

        return 1 + (2 / (n * (n - 1) * (n - 2)) * sum);
    }

    /// <summary>Ranks from 1; values that lie within the tolerance of the first of their group share the mean of their ranks.</summary>
    private static double[] Ranks(double[] values, double tolerance)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] - values[order[start]] <= tolerance)
                end++;
            for (var at = start; at < end; at++)
                ranks[order[at]] = (start + 1 + end) / 2.0;
            start = end;
        }

        return ranks;
    }
}
