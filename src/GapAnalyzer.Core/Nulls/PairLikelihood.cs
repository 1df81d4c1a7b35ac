using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GapAnalyzer.Nulls;

/// <summary>Penalised log-likelihood at a point, its gradient, and the diagonal of its negative Hessian.</summary>
internal sealed record LikelihoodAt(double Value, double[] Gradient, double[] Diagonal);

/// <summary>
/// The penalised log-likelihood of a <see cref="PairModel"/>, one pass over the pairs at a time. The odds of a pair are a product,
/// <c>x_ij = e^theta_i e^theta_j e^eta</c>, so that a pass needs one division a pair, several at once, and no exponential. Blocks of rows are cut by
/// the data and added up in order: the same result on any number of threads. O(n) memory per block.
/// </summary>
/// <remarks>
/// With <c>w = p (1 - p)</c>, the negative Hessian times v is <c>D_i v_i + sum_j w_ij v_j + v_eta B_i</c> and, for eta, <c>sum_i B_i v_i + D_eta v_eta</c>:
/// D, the sums of w, and B, those within the sector, are known from the evaluation, so that a product needs the middle sum alone.
/// </remarks>
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

    /// <summary>Working spaces that no thread uses just now.</summary>
    private readonly ConcurrentBag<End[]> spaces = [];
    private double[] odds = [];
    private double same;

    /// <summary>D and B at the point of the last evaluation.</summary>
    private double[] weight = [];
    private double[] within = [];

    public PairLikelihood(SeenPairs seen, double ridge, CancellationToken cancellation)
    {
        (this.seen, this.ridge, this.cancellation) = (seen, ridge, cancellation);
        (pairs, n, blocks) = (seen.Pairs, seen.N, seen.Pairs.Blocks());
        sums = [.. Enumerable.Range(1, blocks.Length - 1).Select(_ => new Sums(n))];
    }

    /// <summary>Passes so far.</summary>
    public int Passes { get; private set; }

    /// <summary>Sums of one block of rows: of the chances per stakeholder and for eta, of their weights, and the log-likelihood.</summary>
    private sealed class Sums(int n)
    {
        public double[] Of { get; } = new double[n + 1];

        public double[] Weight { get; } = new double[n + 1];

        public double[] Within { get; } = new double[n];

        public double LogOdds { get; set; }
    }

    /// <summary>One pass; products with the Hessian are then those at this point.</summary>
    public LikelihoodAt Evaluate(double[] at)
    {
        odds = PairModel.Exponentials(at.AsSpan(0, n));
        same = seen.Homophily ? Math.Exp(Math.Clamp(at[n], -200, 200)) : 1;
        var (value, gradient) = (0.0, (double[])seen.Observed.Clone());
        (weight, within) = (new double[n + 1], new double[n]);
        foreach (var block in ByBlock(EvaluateRows))
        {
            value -= block.LogOdds;
            Add(block.Weight, weight);
            Add(block.Within, within);
            for (var i = 0; i <= n; i++)
                gradient[i] -= block.Of[i];
        }

        var diagonal = (double[])weight.Clone();
        return new(value + Penalise(at, gradient, diagonal), gradient, diagonal);
    }

    /// <summary>Negative Hessian times a vector, at the point of the last evaluation; one pass.</summary>
    public void Multiply(double[] v, double[] result)
    {
        var mean = seen.Mean(v);
        Array.Clear(result);
        foreach (var block in ByBlock((first, last, block, ends) => MultiplyRows(first, last, v, block, ends)))
            Add(block.Of, result);
        var ofEta = (weight[n] + PairModel.EtaRidge) * v[n];
        for (var i = 0; i < n; i++)
        {
            result[i] += (weight[i] * v[i]) + (within[i] * v[n]) + (seen.TakesPart[i] ? ridge * (v[i] - mean) : 0);
            ofEta += within[i] * v[i];
        }

        result[n] = seen.Homophily ? ofEta : 0;
    }

    private static void Add(double[] part, double[] sum)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += part[i];
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

    /// <summary>What is known and added up of the other end of a pair, side by side: a pair costs the wait for one line of memory.</summary>
    private struct End
    {
        public double Odds;

        /// <summary>Of what is multiplied with; the sector's own weights in an evaluation.</summary>
        public double Value;
        public double Sum;
        public double Weight;
    }

    private void EvaluateRows(int first, int last, Sums sums, End[] ends)
    {
        var (factor, reader, row, sector) = (new double[pairs.S], pairs.Reader(), new PairChances(), pairs.Sectors.Of);
        for (var i = 0; i < n; i++)
            ends[i] = new() { Odds = odds[i] };
        var (eta, etaWeight) = (0.0, 0.0);
        for (var i = first; i < last; i++)
        {
            if (!seen.FillFactors(i, same, factor))
                continue;
            var (mine, within) = (default(End), default(End));
            foreach (var some in new Pieces(reader.OthersOf(i)))
            {
                Gather(some, ends, sector, factor, row.P);
                row.Fill(odds[i], some.Length);
                AddAll(some, row.P, row.W, ends, ref mine);
                AddWithin(some, row.P, row.W, ends, sector, sector[i], ref within);
            }

            ends[i].Sum += mine.Sum;
            ends[i].Weight += mine.Weight;
            ends[i].Value += within.Weight;
            eta += within.Sum;
            etaWeight += within.Weight;
        }

        sums.LogOdds = row.TakeLogOdds();
        (sums.Of[n], sums.Weight[n]) = (eta, etaWeight);
        for (var i = 0; i < n; i++)
            (sums.Of[i], sums.Weight[i], sums.Within[i]) = (ends[i].Sum, ends[i].Weight, ends[i].Value);
    }

    private void MultiplyRows(int first, int last, double[] v, Sums sums, End[] ends)
    {
        var (factor, reader, row) = (new double[pairs.S], pairs.Reader(), new PairChances());
        for (var i = 0; i < n; i++)
            ends[i] = new() { Odds = odds[i], Value = v[i] };
        for (var i = first; i < last; i++)
        {
            if (!seen.FillFactors(i, same, factor))
                continue;
            foreach (var some in new Pieces(reader.OthersOf(i)))
            {
                Gather(some, ends, pairs.Sectors.Of, factor, row.P);
                row.FillWeights(odds[i], some.Length);
                ends[i].Sum += AddProducts(some, row.W, ends, v[i]);
            }
        }

        for (var i = 0; i < n; i++)
            sums.Of[i] = ends[i].Sum;
        sums.Of[n] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather(ReadOnlySpan<int> others, End[] ends, int[] sector, double[] factor, double[] given)
    {
        for (var k = 0; k < others.Length; k++)
            given[k] = ends[others[k]].Odds * factor[sector[others[k]]];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddAll(ReadOnlySpan<int> others, double[] chances, double[] weights, End[] ends, ref End mine)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var k = 0; k < others.Length; k++)
        {
            ref var end = ref ends[others[k]];
            sum += chances[k];
            weight += weights[k];
            end.Sum += chances[k];
            end.Weight += weights[k];
        }

        mine.Sum += sum;
        mine.Weight += weight;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWithin(ReadOnlySpan<int> others, double[] chances, double[] weights, End[] ends, int[] sector, int own, ref End within)
    {
        for (var k = 0; k < others.Length; k++)
        {
            if (sector[others[k]] != own)
                continue;
            within.Sum += chances[k];
            within.Weight += weights[k];
            ends[others[k]].Value += weights[k];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double AddProducts(ReadOnlySpan<int> others, double[] weights, End[] ends, double mine)
    {
        var sum = 0.0;
        for (var k = 0; k < others.Length; k++)
        {
            ref var end = ref ends[others[k]];
            sum += weights[k] * end.Value;
            end.Sum += weights[k] * mine;
        }

        return sum;
    }

    /// <summary>A row in pieces that <see cref="PairChances"/> takes at once.</summary>
    private ref struct Pieces(ReadOnlySpan<int> row)
    {
        private ReadOnlySpan<int> rest = row;

        public ReadOnlySpan<int> Current { get; private set; }

        public readonly Pieces GetEnumerator() => this;

        public bool MoveNext()
        {
            var length = Math.Min(PairChances.Most, rest.Length);
            Current = rest[..length];
            rest = rest[length..];
            return length > 0;
        }
    }

    private Sums[] ByBlock(Action<int, int, Sums, End[]> rows)
    {
        cancellation.ThrowIfCancellationRequested();
        Passes++;
        void Run(int b)
        {
            var ends = spaces.TryTake(out var space) ? space : new End[n];
            rows(blocks[b], blocks[b + 1], sums[b], ends);
            spaces.Add(ends);
        }

        if (sums.Length == 1)
            Run(0);
        else
            Parallel.For(0, sums.Length, Run);
        return sums;
    }
}
