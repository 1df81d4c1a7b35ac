using System.Runtime.CompilerServices;

namespace GapAnalyzer.Nulls;

/// <summary>Penalised log-likelihood at a point, its gradient, and the diagonal of its negative Hessian.</summary>
internal sealed record LikelihoodAt(double Value, double[] Gradient, double[] Diagonal);

/// <summary>
/// The penalised log-likelihood of a <see cref="PairModel"/>, one pass over the pairs at a time. The odds of a pair are a product,
/// <c>x_ij = e^theta_i e^theta_j e^eta</c>, so that a pass needs divisions, several at once, and no exponential. Blocks of rows are cut by the
/// data and added up in order: the same result on any number of threads. O(n) memory per block.
/// </summary>
internal sealed class PairLikelihood
{
    private readonly SeenPairs seen;
    private readonly RequiredTies pairs;
    private readonly int n;
    private readonly double ridge;
    private readonly CancellationToken cancellation;
    private readonly int[] blocks;

    /// <summary>Of each block, used again in every pass.</summary>
    private readonly Sums[] sums;
    private double[] odds = [];
    private double[]?[] factorOdds = [];
    private double same;

    public PairLikelihood(SeenPairs seen, double ridge, CancellationToken cancellation)
    {
        (this.seen, this.ridge, this.cancellation) = (seen, ridge, cancellation);
        (pairs, n, blocks) = (seen.Pairs, seen.N, seen.Pairs.Blocks());
        sums = [.. Enumerable.Range(1, blocks.Length - 1).Select(_ => new Sums(n))];
    }

    /// <summary>Passes so far.</summary>
    public int Passes { get; private set; }

    /// <summary>Sums of one block of rows: per stakeholder, for eta, and the log-likelihood.</summary>
    private sealed class Sums(int n)
    {
        public double[] Of { get; } = new double[n + 1];

        public double[] Weight { get; } = new double[n + 1];

        public double LogOdds { get; set; }

        public void Clear()
        {
            Array.Clear(Of);
            Array.Clear(Weight);
        }
    }

    /// <summary>One pass; products with the Hessian are then those at this point.</summary>
    public LikelihoodAt Evaluate(double[] at)
    {
        odds = PairModel.Exponentials(at.AsSpan(0, n));
        factorOdds = new double[]?[pairs.S];
        same = seen.Homophily ? Math.Exp(Math.Clamp(at[n], -200, 200)) : 1;
        var (value, gradient, diagonal) = (0.0, (double[])seen.Observed.Clone(), new double[n + 1]);
        foreach (var block in ByBlock(EvaluateRows))
        {
            value -= block.LogOdds;
            for (var i = 0; i <= n; i++)
            {
                gradient[i] -= block.Of[i];
                diagonal[i] += block.Weight[i];
            }
        }

        return new(value + Penalise(at, gradient, diagonal), gradient, diagonal);
    }

    /// <summary>Negative Hessian times a vector, at the point of the last evaluation; one pass.</summary>
    public void Multiply(double[] v, double[] result)
    {
        var mean = seen.Mean(v);
        Array.Clear(result);
        foreach (var block in ByBlock((first, last, block) => MultiplyRows(first, last, v, block.Of)))
        {
            for (var i = 0; i <= n; i++)
                result[i] += block.Of[i];
        }

        for (var i = 0; i < n; i++)
        {
            if (seen.TakesPart[i])
                result[i] += ridge * (v[i] - mean);
        }

        result[n] = seen.Homophily ? result[n] + (PairModel.EtaRidge * v[n]) : 0;
    }

    /// <summary>Adds the part of the observed ties and the ridges to gradient and diagonal, and returns that of the likelihood.</summary>
    private double Penalise(double[] at, double[] gradient, double[] diagonal)
    {
        var (value, mean) = (0.0, seen.Mean(at));
        for (var i = 0; i < n; i++)
        {
            if (!seen.TakesPart[i])
                continue;
            var away = at[i] - mean;
            value += (at[i] * seen.Observed[i]) - (ridge / 2 * away * away);
            gradient[i] -= ridge * away;
            diagonal[i] += ridge * (1 - (1.0 / seen.Taking));
        }

        if (!seen.Homophily)
        {
            (gradient[n], diagonal[n]) = (0, 0);
            return value;
        }

        gradient[n] -= PairModel.EtaRidge * at[n];
        diagonal[n] += PairModel.EtaRidge;
        return value + (at[n] * seen.Observed[n]) - (PairModel.EtaRidge / 2 * at[n] * at[n]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EvaluateRows(int first, int last, Sums sums)
    {
        var (factor, reader, row) = (new double[pairs.S], pairs.Reader(), new PairChances());
        var (of, weight, sector) = (sums.Of, sums.Weight, pairs.Sectors.Of);
        var (chances, weights, onePlus) = (row.P, row.W, row.OnePlus);
        var (logOdds, product) = (0.0, 1.0);
        for (var i = first; i < last; i++)
        {
            if (!seen.FillFactors(i, same, factor))
                continue;
            var others = reader.OthersOf(i);
            var s = sector[i];
            var (sum, sumWeight) = (0.0, 0.0);
            for (var at = 0; at < others.Length; at++)
            {
                var k = at % PairChances.Most;
                if (k == 0)
                    row.Fill(odds[i], others[at..], FactorOdds(i, factor));
                var (j, p, w) = (others[at], chances[k], weights[k]);
                sum += p;
                sumWeight += w;
                of[j] += p;
                weight[j] += w;
                if (sector[j] == s)
                {
                    of[n] += p;
                    weight[n] += w;
                }

                product *= onePlus[k];
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MultiplyRows(int first, int last, double[] v, double[] of)
    {
        var (factor, reader, row) = (new double[pairs.S], pairs.Reader(), new PairChances());
        var (weights, sector) = (row.W, pairs.Sectors.Of);
        for (var i = first; i < last; i++)
        {
            if (!seen.FillFactors(i, same, factor))
                continue;
            var others = reader.OthersOf(i);
            var s = sector[i];
            var sum = 0.0;
            for (var at = 0; at < others.Length; at++)
            {
                var k = at % PairChances.Most;
                if (k == 0)
                    row.Fill(odds[i], others[at..], FactorOdds(i, factor));
                var j = others[at];
                var within = sector[j] == s;
                var r = weights[k] * (v[i] + v[j] + (within ? v[n] : 0));
                sum += r;
                of[j] += r;
                if (within)
                    of[n] += r;
            }

            of[i] += sum;
        }
    }

    /// <summary>Odds of everyone, times what the sector of i makes of them; the same for all of a sector, so made once per evaluation.</summary>
    private double[] FactorOdds(int i, double[] factor)
    {
        ref var of = ref factorOdds[pairs.Sectors.Of[i]];
        if (of is { } known)
            return known;
        var made = new double[n];
        for (var j = 0; j < n; j++)
            made[j] = factor[pairs.Sectors.Of[j]] * odds[j];
        return of = made;
    }

    private Sums[] ByBlock(Action<int, int, Sums> rows)
    {
        cancellation.ThrowIfCancellationRequested();
        Passes++;
        void Run(int b)
        {
            sums[b].Clear();
            rows(blocks[b], blocks[b + 1], sums[b]);
        }

        if (sums.Length == 1)
            Run(0);
        else
            Parallel.For(0, sums.Length, Run);
        return sums;
    }
}
