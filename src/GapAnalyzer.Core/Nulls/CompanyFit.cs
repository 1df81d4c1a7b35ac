using MathNet.Numerics.LinearAlgebra;

namespace GapAnalyzer.Nulls;

/// <summary>
/// What company two sectors would keep if only their readiness to mix counted: <c>mu_st = E_st a_s a_t</c> for different sectors, E_st from
/// seats filled at random in each cell, and a_s such that each sector keeps as much company with all others together as it does.
/// </summary>
/// <remarks>
/// Maximum likelihood of Poisson counts, by iterative proportional fitting. The variance of <c>T - mu</c> adds up over series of activities
/// what each contributes beside its effect on the a's (a cluster-robust variance): no model of how participants come together is needed.
/// For one pair of sectors that sum is noisy, and small just where little was seen; it is averaged with what the variance would be were
/// all pairs dispersed alike.
/// Sources: Deming &amp; Stephan 1940, Ann. Math. Stat. 11:427, doi:10.1214/aoms/1177731829; Liang &amp; Zeger 1986, Biometrika 73:13,
/// doi:10.1093/biomet/73.1.13.
/// </remarks>
internal sealed class CompanyFit
{
    private const int MostRounds = 20_000;
    private const double Tolerance = 1e-12;

    private readonly CompanyRecord record;
    private readonly int s;
    private readonly double[] margin;
    private readonly double[] readiness;

    private CompanyFit(CompanyRecord record)
    {
        (this.record, s) = (record, record.S);
        margin = [.. Enumerable.Range(0, s).Select(a => record.Together.AsSpan(a * s, s).ToArray().Sum())];
        readiness = [.. margin.Select(sum => sum > 0 ? 1.0 : 0)];
        Balance();
        Expected = [.. record.AtRandom.Select((random, at) => random * readiness[at / s] * readiness[at % s])];
        Variance = VarianceOf();
    }

    /// <summary>mu; S x S, symmetric, 0 on the diagonal.</summary>
    public double[] Expected { get; }

    /// <summary>Variance of together - expected; 0 where the model reproduces the count exactly.</summary>
    public double[] Variance { get; }

    /// <returns>Null where there are no more series of activities than sectors in them.</returns>
    /// <remarks>O(rounds x sectors^2 + activities x sectors^2).</remarks>
    public static CompanyFit? Of(CompanyRecord record)
    {
        var mixing = Enumerable.Range(0, record.S).Count(a => record.Together.AsSpan(a * record.S, record.S).ContainsAnyExcept(0.0));
        return mixing > 0 && SeriesOf(record) > mixing ? new(record) : null;
    }

    private static int SeriesOf(CompanyRecord record) => record.Activities.Select(activity => activity.Series).Distinct().Count();

    private void Balance()
    {
        var change = 1.0;
        for (var round = 0; round < MostRounds && change > Tolerance; round++)
        {
            change = 0;
            for (var a = 0; a < s; a++)
            {
                var sum = 0.0;
                for (var b = 0; b < s; b++)
                    sum += record.AtRandom[(a * s) + b] * readiness[a] * readiness[b];
                if (sum == 0)
                    continue;
                change = Math.Max(change, Math.Abs((margin[a] / sum) - 1));
                readiness[a] *= margin[a] / sum;
            }
        }
    }

    private double[] VarianceOf()
    {
        var (inverse, sum) = (Inverse(), new double[s * s]);
        var usual = record.Chance.Select(chance => chance.Select((p, at) => p * readiness[at / s] * readiness[at % s]).ToArray()).ToArray();
        double[][] usualMargin = [.. usual.Select(chance => Enumerable.Range(0, s).Select(a => chance.AsSpan(a * s, s).ToArray().Sum()).ToArray())];
        foreach (var series in record.Activities.GroupBy(activity => activity.Series))
        {
            var beside = new double[s * s];
            foreach (var activity in series)
                Add(beside, activity, usual[activity.Cell], Effect(activity, usualMargin[activity.Cell], inverse));
            for (var at = 0; at < sum.Length; at++)
                sum[at] += beside[at] * beside[at];
        }

        double taking = margin.Count(m => m > 0), count = SeriesOf(record), excess = count / (count - taking);
        double[] independent = [.. Enumerable.Range(0, s * s).Select(at => Independent(at / s, at % s, inverse))];
        var dispersion = excess * sum.Sum() / independent.Sum();
        return [.. sum.Select((squares, at) => Usable(Math.Max(((squares * excess) + (dispersion * independent[at])) / 2, independent[at]), Expected[at]))];
    }

    /// <summary>What an activity does to log a_s: the inverse information times its share of the score.</summary>
    private double[] Effect(CompanyActivity activity, double[] usualMargin, Matrix<double> inverse)
    {
        var score = Vector<double>.Build.Dense(s, a => -activity.Pairs * usualMargin[a]);
        foreach (var (a, b, times) in activity.Together())
        {
            score[a] += times;
            score[b] += times;
        }

        return (inverse * score).AsArray();
    }

    /// <summary>What an activity adds to together - expected, beside its effect on the a's.</summary>
    private void Add(double[] beside, CompanyActivity activity, double[] usual, double[] effect)
    {
        foreach (var (a, b, times) in activity.Together())
            beside[(a * s) + b] += times;
        var pairs = activity.Pairs;
        for (var a = 0; a < s; a++)
        {
            for (var b = a + 1; b < s; b++)
                beside[(a * s) + b] -= (pairs * usual[(a * s) + b]) + (Expected[(a * s) + b] * (effect[a] + effect[b]));
        }
    }

    /// <summary>Variance were pairs of participants independent: the least that it is taken to be.</summary>
    private double Independent(int a, int b, Matrix<double> inverse)
    {
        var mu = a < b ? Expected[(a * s) + b] : 0;
        return mu - (mu * mu * (inverse[a, a] + inverse[b, b] + (2 * inverse[a, b])));
    }

    /// <summary>A variance of rounding is none.</summary>
    private static double Usable(double variance, double expected) => variance > 1e-6 * expected ? variance : 0;

    /// <summary>Inverse of the information on log a: sums of mu; a sector that keeps no company stands alone.</summary>
    private Matrix<double> Inverse()
    {
        var information = Matrix<double>.Build.Dense(s, s, (a, b) => Expected[(a * s) + b]);
        for (var a = 0; a < s; a++)
            information[a, a] = margin[a] > 0 ? margin[a] * (1 + 1e-9) : 1;
        return information.Inverse();
    }
}
