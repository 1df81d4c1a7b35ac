namespace GapAnalyzer.Nulls;

/// <summary>
/// Fits a <see cref="PairModel"/> by penalised maximum likelihood: Newton's method, each step solved by conjugate gradients, so that the
/// n x n Hessian is never built.
/// </summary>
/// <remarks>
/// Coordinates: theta of each stakeholder, then eta. About 70 passes over the required pairs; O(n) memory per block of rows. The odds of a
/// pair are a product, <c>x_ij = e^theta_i e^theta_j e^eta</c>, so that a pass needs a division per pair and no exponential. Blocks of rows
/// are cut by the data and added up in order: the same result on any number of threads.
/// </remarks>
internal sealed class PairModelFit
{
    /// <summary>Stops when the gradient is this small relative to the observed ties.</summary>
    private const double Tolerance = 1e-11;

    private const int MostSteps = 100;
    private const int MostHalvings = 30;

    private readonly RequiredTies pairs;
    private readonly bool homophily;
    private readonly double ridge;
    private readonly int n;
    private readonly int[] blocks;
    private readonly bool[] leftOut;
    private readonly double[] observed;
    private readonly bool[] takesPart;
    private readonly int taking;
    private readonly double[] odds;
    private readonly CancellationToken cancellation;
    private double same;
    private int passes;

    private PairModelFit(RequiredTies pairs, bool homophily, bool[] leftOut, double ridge, CancellationToken cancellation)
    {
        (this.pairs, this.homophily, this.leftOut, this.ridge, this.cancellation) = (pairs, homophily, leftOut, ridge, cancellation);
        n = pairs.N;
        blocks = pairs.Blocks();
        observed = new double[n + 1];
        takesPart = new bool[n];
        odds = new double[n];
        Observe();
        taking = takesPart.Count(takes => takes);
    }

    /// <param name="pairs">Required pairs and their verdict ties.</param>
    /// <param name="homophily">With eta; without, eta is 0.</param>
    /// <param name="leftOut">Pairs of sectors that the fit does not see, S x S, symmetric; null: none.</param>
    /// <param name="ridge">lambda.</param>
    /// <param name="cancellation">Looked at once per pass.</param>
    /// <returns>Null where no pair, or every pair, that the fit sees is tied: there is nothing to tell pairs apart by.</returns>
    public static PairModel? Fit(
        RequiredTies pairs, bool homophily, bool[]? leftOut = null, double ridge = PairModel.Ridge, CancellationToken cancellation = default) =>
        new PairModelFit(pairs, homophily, leftOut ?? new bool[pairs.S * pairs.S], ridge, cancellation).Run();

    /// <summary><c>e^theta</c>, kept where products of three of them stay finite.</summary>
    public static double[] Exponentials(ReadOnlySpan<double> theta)
    {
        var odds = new double[theta.Length];
        for (var i = 0; i < odds.Length; i++)
            odds[i] = Math.Exp(Math.Clamp(theta[i], -200, 200));
        return odds;
    }

    private PairModel? Run()
    {
        if (Start() is not { } at)
            return null;
        var limit = Tolerance * Math.Sqrt(observed.Sum(y => y * y));
        var here = Evaluate(at);
        var size = Length(here.Gradient);
        for (var step = 0; step < MostSteps && size > limit; step++)
        {
            var forcing = Math.Min(0.1, Math.Sqrt(size / (limit / Tolerance)));
            var (direction, _) = ConjugateGradient.Solve(Multiply, here.Diagonal, here.Gradient, Math.Max(forcing, 1e-6), 500);
            if (Advance(at, direction, here) is not { } next)
                break;
            (at, here) = next;
            size = Length(here.Gradient);
        }

        var mean = Mean(at);
        double[] theta = [.. Enumerable.Range(0, n).Select(i => takesPart[i] ? at[i] : mean)];
        return new() { Theta = theta, Eta = at[n], Passes = passes, Converged = size <= limit * 10 };
    }

    /// <summary>The full step, halved until the likelihood does not fall. The odds are those of the accepted point on return.</summary>
    private (double[] At, Evaluation Here)? Advance(double[] at, double[] direction, Evaluation here)
    {
        var length = 1.0;
        for (var k = 0; k < MostHalvings; k++, length /= 2)
        {
            var next = at.Zip(direction, (x, d) => x + (length * d)).ToArray();
            var there = Evaluate(next);
            if (there.Likelihood >= here.Likelihood - (1e-11 * Math.Abs(here.Likelihood)))
                return (next, there);
        }

        return null;
    }

    private sealed record Evaluation(double Likelihood, double[] Gradient, double[] Diagonal);

    /// <summary>Sums of one block of rows: per stakeholder, for eta, and the log-likelihood.</summary>
    private sealed class Sums(int n)
    {
        public double[] Of { get; } = new double[n + 1];

        public double[] Weight { get; } = new double[n + 1];

        public double LogOdds { get; set; }
    }

    /// <summary>Log-likelihood, gradient and diagonal of the negative Hessian at a point; one pass.</summary>
    private Evaluation Evaluate(double[] at)
    {
        Exponentials(at.AsSpan(0, n)).CopyTo(odds, 0);
        same = homophily ? Math.Exp(Math.Clamp(at[n], -200, 200)) : 1;
        var sums = ByBlock(EvaluateRows);
        var mean = Mean(at);
        var (gradient, diagonal) = ((double[])observed.Clone(), new double[n + 1]);
        var likelihood = 0.0;
        foreach (var block in sums)
        {
            likelihood -= block.LogOdds;
            for (var i = 0; i <= n; i++)
            {
                gradient[i] -= block.Of[i];
                diagonal[i] += block.Weight[i];
            }
        }

        for (var i = 0; i < n; i++)
        {
            if (!takesPart[i])
                continue;
            var away = at[i] - mean;
            likelihood += (at[i] * observed[i]) - (ridge / 2 * away * away);
            gradient[i] -= ridge * away;
            diagonal[i] += ridge * (1 - (1.0 / taking));
        }

        if (homophily)
        {
            likelihood += (at[n] * observed[n]) - (PairModel.EtaRidge / 2 * at[n] * at[n]);
            gradient[n] -= PairModel.EtaRidge * at[n];
            diagonal[n] += PairModel.EtaRidge;
        }
        else
        {
            (gradient[n], diagonal[n]) = (0, 0);
        }

        return new(likelihood, gradient, diagonal);
    }

    private void EvaluateRows(int first, int last, Sums sums)
    {
        var factor = new double[pairs.S];
        var (of, weight) = (sums.Of, sums.Weight);
        var (logOdds, product) = (0.0, 1.0);
        for (var i = first; i < last; i++)
        {
            if (!FillFactors(i, factor))
                continue;
            var s = pairs.Sectors.Of[i];
            var (sum, sumWeight) = (0.0, 0.0);
            foreach (var j in pairs.PairsOf(i))
            {
                var x = odds[i] * factor[pairs.Sectors.Of[j]] * odds[j];
                var p = x / (1 + x);
                var w = p / (1 + x);
                sum += p;
                sumWeight += w;
                of[j] += p;
                weight[j] += w;
                if (pairs.Sectors.Of[j] == s)
                {
                    of[n] += p;
                    weight[n] += w;
                }

                product *= 1 + x;
                if (product > 1e100)
                {
                    logOdds += Math.Log(product);
                    product = 1;
                }
            }

            of[i] += sum;
            weight[i] += sumWeight;
        }

        sums.LogOdds = logOdds + Math.Log(product);
    }

    /// <summary>Negative Hessian times a vector, at the odds of the last evaluation; one pass.</summary>
    private void Multiply(double[] v, double[] result)
    {
        var sums = ByBlock((first, last, block) => MultiplyRows(first, last, v, block.Of));
        var mean = Mean(v);
        Array.Clear(result);
        foreach (var block in sums)
        {
            for (var i = 0; i <= n; i++)
                result[i] += block.Of[i];
        }

        for (var i = 0; i < n; i++)
        {
            if (takesPart[i])
                result[i] += ridge * (v[i] - mean);
        }

        result[n] = homophily ? result[n] + (PairModel.EtaRidge * v[n]) : 0;
    }

    private void MultiplyRows(int first, int last, double[] v, double[] of)
    {
        var factor = new double[pairs.S];
        for (var i = first; i < last; i++)
        {
            if (!FillFactors(i, factor))
                continue;
            var s = pairs.Sectors.Of[i];
            var sum = 0.0;
            foreach (var j in pairs.PairsOf(i))
            {
                var x = odds[i] * factor[pairs.Sectors.Of[j]] * odds[j];
                var within = pairs.Sectors.Of[j] == s;
                var r = x / ((1 + x) * (1 + x)) * (v[i] + v[j] + (within ? v[n] : 0));
                sum += r;
                of[j] += r;
                if (within)
                    of[n] += r;
            }

            of[i] += sum;
        }
    }

    /// <summary>What the odds of row i are multiplied with, by sector of the other end: 0 for pairs that the fit does not see.</summary>
    /// <returns>False where the fit sees nothing of the row.</returns>
    private bool FillFactors(int i, double[] factor)
    {
        var s = pairs.Sectors.Of[i];
        if (!pairs.Sectors.Known[s])
            return false;
        for (var t = 0; t < factor.Length; t++)
            factor[t] = !pairs.Sectors.Known[t] || leftOut[(s * pairs.S) + t] ? 0 : t == s ? same : 1;
        return true;
    }

    private Sums[] ByBlock(Action<int, int, Sums> rows)
    {
        cancellation.ThrowIfCancellationRequested();
        passes++;
        var sums = new Sums[blocks.Length - 1];
        void Run(int b) => rows(blocks[b], blocks[b + 1], sums[b] = new Sums(n));
        if (sums.Length == 1)
            Run(0);
        else
            Parallel.For(0, sums.Length, Run);
        return sums;
    }

    /// <summary>Ties of each stakeholder, and within sectors, among the pairs that the fit sees; who has such a pair.</summary>
    private void Observe()
    {
        var factor = new double[pairs.S];
        same = 1;
        for (var i = 0; i < n; i++)
        {
            if (!FillFactors(i, factor))
                continue;
            foreach (var j in pairs.PairsOf(i))
            {
                if (factor[pairs.Sectors.Of[j]] > 0)
                    takesPart[i] = takesPart[j] = true;
            }

            foreach (var j in pairs.TiesOf(i))
            {
                if (factor[pairs.Sectors.Of[j]] == 0)
                    continue;
                observed[i]++;
                observed[j]++;
                if (homophily && pairs.Sectors.Of[j] == pairs.Sectors.Of[i])
                    observed[n]++;
            }
        }
    }

    /// <summary>Near the answer: logits of each stakeholder's own rate, less half the logit of the overall rate.</summary>
    private double[]? Start()
    {
        var required = new double[n];
        var factor = new double[pairs.S];
        for (var i = 0; i < n; i++)
        {
            if (!FillFactors(i, factor))
                continue;
            foreach (var j in pairs.PairsOf(i))
            {
                if (factor[pairs.Sectors.Of[j]] == 0)
                    continue;
                required[i]++;
                required[j]++;
            }
        }

        var (tied, all) = (observed.AsSpan(0, n).ToArray().Sum(), required.Sum());
        if (tied == 0 || tied == all)
            return null;
        var half = Math.Log(tied / (all - tied)) / 2;
        return
        [
            .. Enumerable.Range(0, n).Select(i => takesPart[i] ? Math.Log((observed[i] + 0.5) / (required[i] - observed[i] + 0.5)) - half : 0),
            0,
        ];
    }

    private double Mean(double[] v)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            sum += takesPart[i] ? v[i] : 0;
        return sum / taking;
    }

    private static double Length(double[] v) => Math.Sqrt(v.Sum(x => x * x));
}
