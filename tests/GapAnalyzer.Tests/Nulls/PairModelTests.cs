using CsCheck;
using GapAnalyzer.Nulls;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace GapAnalyzer.Tests.Nulls;

/// <summary>The fit against two that share nothing with it: a dense Newton with MathNet's solver, and MathNet's general optimiser (BFGS).</summary>
public sealed class PairModelTests
{
    [Fact]
    public void The_fit_is_that_of_a_dense_Newton() =>
        Gen.Select(NullInstance.Random(3, 14, 4), Gen.Bool, Gen.Bool).Sample((instance, homophily, leaveOut) =>
        {
            var leftOut = LeftOut(instance, leaveOut);
            var fit = PairModelFit.Fit(instance.Pairs, homophily, leftOut);
            var seen = instance.All.Where(pair => !leftOut[(instance.Sector[pair.I] * instance.Sectors) + instance.Sector[pair.J]]).ToArray();
            var tied = seen.Count(pair => instance.Tied[pair.I, pair.J]);
            if (tied == 0 || tied == seen.Length)
            {
                Assert.Null(fit);
                return;
            }

            Assert.NotNull(fit);
            Assert.True(fit.Converged);
            var (expected, eta) = DenseNewton(instance, seen, homophily);
            Assert.Equal(eta, fit.Eta, 1e-5);
            foreach (var (i, j) in seen)
                Assert.Equal(expected[i] + expected[j], fit.Theta[i] + fit.Theta[j], 1e-5);
        }, iter: 300);

    [Fact]
    public void The_fit_is_that_of_a_general_optimiser() =>
        NullInstance.Random(6, 12, 3).Sample(instance =>
        {
            if (PairModelFit.Fit(instance.Pairs, homophily: true) is not { } fit)
                return;
            var seen = instance.All.ToArray();
            var takes = Takes(instance, seen);
            var objective = ObjectiveFunction.Gradient(x => -Likelihood(instance, seen, takes, x), x => -Gradient(instance, seen, takes, x));
            var best = new BfgsMinimizer(1e-7, 1e-12, 1e-12, 5000).FindMinimum(objective, Vector<double>.Build.Dense(instance.N + 1)).MinimizingPoint;
            Assert.Equal(best[instance.N], fit.Eta, 1e-3);
            foreach (var (i, j) in seen)
                Assert.Equal(best[i] + best[j], fit.Theta[i] + fit.Theta[j], 1e-3);
        }, iter: 40);

    /// <summary>Score equations: ties within sectors and across are reproduced but for the small ridge on eta.</summary>
    [Fact]
    public void Ties_within_and_across_sectors_are_reproduced() =>
        NullInstance.Random(8, 25, 4).Sample(instance =>
        {
            var pairs = instance.Pairs;
            if (PairModelFit.Fit(pairs, homophily: true) is not { } fit)
                return;
            var chances = fit.Chances(pairs);
            var (within, across, observedWithin, observedAcross) = (0.0, 0.0, 0L, 0L);
            for (var s = 0; s < pairs.S; s++)
            {
                for (var t = s; t < pairs.S; t++)
                {
                    var (expected, observed) = (chances.Of(s, t).Mean, pairs.SatisfiedOf[(s * pairs.S) + t]);
                    (within, observedWithin) = s == t ? (within + expected, observedWithin + observed) : (within, observedWithin);
                    (across, observedAcross) = s != t ? (across + expected, observedAcross + observed) : (across, observedAcross);
                }
            }

            Assert.Equal(observedWithin, within, 0.02);
            Assert.Equal(observedAcross, across, 0.02);
        });

    [Fact]
    public void A_larger_instance_converges_in_few_passes_and_the_same_on_one_thread()
    {
        var instance = Large(400, 7);
        var pairs = instance.Pairs;
        Assert.True(pairs.Blocks(32, 1000).Length > 5);
        var many = PairModelFit.Fit(pairs, homophily: true);
        var one = SingleThread.Run(() => PairModelFit.Fit(pairs, homophily: true));
        Assert.True(many!.Converged);
        Assert.InRange(many.Passes, 5, 100);
        Assert.Equal(many.Theta, one!.Theta);
        Assert.Equal(many.Eta, one.Eta);
    }

    [Fact]
    public void Blocks_cover_all_rows_in_order() => NullInstance.Random(1, 20, 2).Sample(instance =>
    {
        var blocks = instance.Pairs.Blocks(5, 3);
        Assert.Equal(0, blocks[0]);
        Assert.Equal(instance.N, blocks[^1]);
        Assert.Equal(blocks.Distinct().Order(), blocks);
    });

    [Fact]
    public void Conjugate_gradients_solve_what_Cholesky_solves() =>
        Gen.Double[-1, 1].Array[36].Select(Gen.Double[-5, 5].Array[6]).Sample((entries, right) =>
        {
            var half = Matrix<double>.Build.Dense(6, 6, entries);
            var matrix = (half * half.Transpose()) + Matrix<double>.Build.DenseIdentity(6);
            var expected = matrix.Cholesky().Solve(Vector<double>.Build.Dense(right));
            var (x, products) = ConjugateGradient.Solve(
                (v, result) => (matrix * Vector<double>.Build.Dense((double[])v.Clone())).AsArray().CopyTo(result, 0), matrix.Diagonal().ToArray(), right, 1e-12, 50);
            Assert.InRange(products, 0, 20);
            for (var k = 0; k < 6; k++)
                Assert.Equal(expected[k], x[k], 1e-8);
        });

    /// <summary>Sectors of unequal activity, ties by activity and sector; the seed is fixed.</summary>
    internal static NullInstance Large(int n, ulong seed)
    {
        var random = new RandomStream(seed, 0);
        var sector = Enumerable.Range(0, n).Select(_ => random.NextBelow(5)).ToArray();
        var theta = sector.Select(_ => (random.NextDouble() * 2) - 2).ToArray();
        var (required, tied) = (new bool[n, n], new bool[n, n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                required[i, j] = required[j, i] = random.NextDouble() < 0.9;
                var p = 1 / (1 + Math.Exp(-theta[i] - theta[j] - (sector[i] == sector[j] ? 1 : 0)));
                tied[i, j] = tied[j, i] = random.NextDouble() < p;
            }
        }

        return new(sector, required, tied, 5);
    }

    private static bool[] LeftOut(NullInstance instance, bool leaveOut)
    {
        var leftOut = new bool[instance.Sectors * instance.Sectors];
        leftOut[1] = leftOut[instance.Sectors] = leaveOut;
        return leftOut;
    }

    private static bool[] Takes(NullInstance instance, (int I, int J)[] seen) =>
        [.. Enumerable.Range(0, instance.N).Select(i => seen.Any(pair => pair.I == i || pair.J == i))];

    private static (double[] Theta, double Eta) DenseNewton(NullInstance instance, (int I, int J)[] seen, bool homophily)
    {
        var (n, takes) = (instance.N, Takes(instance, seen));
        var x = Vector<double>.Build.Dense(n + 1);
        for (var step = 0; step < 200; step++)
        {
            var gradient = Gradient(instance, seen, takes, x);
            var hessian = Matrix<double>.Build.Dense(n + 1, n + 1);
            foreach (var (i, j) in seen)
            {
                var p = Chance(instance, x, i, j);
                foreach (var a in Parts(instance, i, j))
                {
                    foreach (var b in Parts(instance, i, j))
                        hessian[a, b] += p * (1 - p);
                }
            }

            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    hessian[i, j] += takes[i] && takes[j] ? PairModel.Ridge * ((i == j ? 1.0 : 0) - (1.0 / takes.Count(t => t))) : i == j ? 1 : 0;
            }

            hessian[n, n] += PairModel.EtaRidge;
            if (!homophily)
            {
                gradient[n] = 0;
                hessian.ClearRow(n);
                hessian.ClearColumn(n);
                hessian[n, n] = 1;
            }

            var move = hessian.Solve(gradient);
            var length = Math.Min(1, 2 / Math.Max(move.AbsoluteMaximum(), 1e-12));
            x += length * move;
            if (gradient.L2Norm() < 1e-10)
                break;
        }

        return (x.SubVector(0, n).ToArray(), x[n]);
    }

    private static IEnumerable<int> Parts(NullInstance instance, int i, int j) =>
        instance.Sector[i] == instance.Sector[j] ? [i, j, instance.N] : [i, j];

    private static double Chance(NullInstance instance, Vector<double> x, int i, int j) => 1 / (1 + Math.Exp(-Parts(instance, i, j).Sum(k => x[k])));

    private static double Likelihood(NullInstance instance, (int I, int J)[] seen, bool[] takes, Vector<double> x)
    {
        var mean = Enumerable.Range(0, instance.N).Where(i => takes[i]).Average(i => x[i]);
        return seen.Sum(pair => Math.Log(instance.Tied[pair.I, pair.J] ? Chance(instance, x, pair.I, pair.J) : 1 - Chance(instance, x, pair.I, pair.J)))
            - Enumerable.Range(0, instance.N).Where(i => takes[i]).Sum(i => PairModel.Ridge / 2 * Math.Pow(x[i] - mean, 2))
            - (PairModel.EtaRidge / 2 * x[instance.N] * x[instance.N]);
    }

    private static Vector<double> Gradient(NullInstance instance, (int I, int J)[] seen, bool[] takes, Vector<double> x)
    {
        var gradient = Vector<double>.Build.Dense(instance.N + 1);
        foreach (var (i, j) in seen)
        {
            foreach (var k in Parts(instance, i, j))
                gradient[k] += (instance.Tied[i, j] ? 1 : 0) - Chance(instance, x, i, j);
        }

        var mean = Enumerable.Range(0, instance.N).Where(i => takes[i]).Average(i => x[i]);
        for (var i = 0; i < instance.N; i++)
            gradient[i] -= takes[i] ? PairModel.Ridge * (x[i] - mean) : 0;
        gradient[instance.N] -= PairModel.EtaRidge * x[instance.N];
        return gradient;
    }
}

/// <summary>Runs parallel loops on one thread.</summary>
internal static class SingleThread
{
    public static T Run<T>(Func<T> work)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;
        return Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, scheduler).GetAwaiter().GetResult();
    }
}
