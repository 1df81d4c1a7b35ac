using System.Numerics;
using MathNet.Numerics;

namespace GapAnalyzer.Nulls;

/// <summary>Both tails at an observed count, the count itself in each: <c>P(X &lt;= x)</c> and <c>P(X >= x)</c>.</summary>
internal readonly record struct Tails(double Lower, double Upper)
{
    public static Tails Undefined => new(double.NaN, double.NaN);

    /// <summary>Twice the smaller tail, at most 1.</summary>
    public double TwoSided => Math.Min(1, 2 * Math.Min(Lower, Upper));
}

/// <summary>Mean, variance and third central moment of a sum of independent 0/1 variables, and the chance that it is 0.</summary>
internal readonly record struct BernoulliSum(long Count, double Mean, double Variance, double Third, double None)
{
    public static BernoulliSum Empty => new(0, 0, 0, 0, 1);

    public BernoulliSum Plus(double p) => new(
        Count + 1, Mean + p, Variance + (p * (1 - p)), Third + (p * (1 - p) * (1 - (2 * p))), None * (1 - p));

    /// <summary>Both sums together.</summary>
    public BernoulliSum Plus(BernoulliSum other) =>
        new(Count + other.Count, Mean + other.Mean, Variance + other.Variance, Third + other.Third, None * other.None);

    /// <summary>The same sum when successes come in bunches that multiply its variance: cumulants of a compound sum.</summary>
    public BernoulliSum Bunched(double factor) => this with
    {
        Variance = Variance * factor,
        Third = Third * factor * factor,
        None = Math.Pow(None, 1 / factor),
    };
}

/// <summary>The number of successes of independent trials with different chances.</summary>
internal static class PoissonBinomial
{
    /// <summary>Trials up to which tails are exact.</summary>
    public const int ExactUpTo = 5_000;

    private const double Negligible = 1e-280;

    /// <summary>Exact tails by convolution, one trial at a time.</summary>
    /// <param name="p">Chance of each trial, in [0, 1].</param>
    /// <param name="observed">Successes seen, 0 to the number of trials.</param>
    /// <remarks>
    /// Trials x min(observed, failures) time. The longer tail is 1 less the rest of the shorter side: exact to 1e-15, not relatively so.
    /// Source: Barlow &amp; Heidtmann 1984, IEEE Trans. Reliab. 33:322; reviewed in Hong 2013, Comput. Stat. Data Anal. 59:41,
    /// doi:10.1016/j.csda.2012.10.006.
    /// </remarks>
    public static Tails Exact(ReadOnlySpan<double> p, int observed)
    {
        if (observed * 2L <= p.Length)
            return Below(p, observed, complement: false);
        var failures = Below(p, p.Length - observed, complement: true);
        return new(failures.Upper, failures.Lower);
    }

    /// <summary>
    /// Refined normal tails, <c>Phi(x) + g (1 - x^2) phi(x) / 6</c> with skewness g and continuity correction: for many trials.
    /// </summary>
    /// <remarks>O(1). Source: Volkova 1996, Theory Probab. Appl. 40:791, doi:10.1137/1140093.</remarks>
    public static Tails RefinedNormal(BernoulliSum sum, long observed)
    {
        if (!(sum.Variance > 0))
            return new(observed >= sum.Mean - 1e-9 ? 1 : 0, observed <= sum.Mean + 1e-9 ? 1 : 0);
        var sd = Math.Sqrt(sum.Variance);
        var skew = sum.Third / (sum.Variance * sd);
        return new(
            Refined((observed + 0.5 - sum.Mean) / sd, skew),
            Refined((sum.Mean - observed + 0.5) / sd, -skew));
    }

    private static double Refined(double x, double skew)
    {
        var refined = NormalLower(x) + (skew * (1 - (x * x)) * Math.Exp(-x * x / 2) / (6 * Math.Sqrt(2 * Math.PI)));
        return Math.Clamp(refined, 0, 1);
    }

    /// <summary>Lower tail of the standard normal distribution.</summary>
    public static double NormalLower(double z) => 0.5 * SpecialFunctions.Erfc(-z / Math.Sqrt(2));

    private static Tails Below(ReadOnlySpan<double> p, int most, bool complement)
    {
        var f = Mass(p, most, complement);
        var below = 0.0;
        for (var x = 0; x < most; x++)
            below += f[x];
        return new(Math.Min(1, below + f[most]), Math.Max(0, 1 - below));
    }

    /// <summary>Chance of each number of successes (failures where <paramref name="complement"/>) from 0 to <paramref name="most"/>.</summary>
    public static double[] Mass(ReadOnlySpan<double> p, int most, bool complement = false)
    {
        var f = new double[most + 1];
        f[0] = 1;
        var (first, trials) = (0, 0);
        foreach (var given in p)
        {
            AddTrial(f.AsSpan(first, Math.Min(++trials, most) - first + 1), complement ? 1 - given : given);
            while (first < most && f[first] < Negligible && trials > first)
                f[first++] = 0;
        }

        return f;
    }

    /// <summary><c>f[x] = f[x] (1 - p) + f[x-1] p</c>, from the top down in place; what lies before the span is 0.</summary>
    private static void AddTrial(Span<double> f, double p)
    {
        var x = f.Length - 1;
        for (; x >= Vector<double>.Count; x -= Vector<double>.Count)
        {
            var start = x - Vector<double>.Count + 1;
            var moved = new Vector<double>(f[start..]) * (1 - p);
            (moved + (new Vector<double>(f[(start - 1)..]) * p)).CopyTo(f[start..]);
        }

        for (; x > 0; x--)
            f[x] = (f[x] * (1 - p)) + (f[x - 1] * p);
        f[0] *= 1 - p;
    }
}
