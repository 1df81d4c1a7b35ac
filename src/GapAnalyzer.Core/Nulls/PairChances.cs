using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace GapAnalyzer.Nulls;

/// <summary>Chances of the pairs of one row, x their odds: <c>p = x / (1 + x)</c> and <c>w = p / (1 + x)</c>, eight at once. Working space of one thread.</summary>
internal sealed class PairChances
{
    /// <summary>Pairs that are filled at once.</summary>
    public const int Most = 512;

    /// <summary>A product of odds this large is put away as a logarithm, before it overflows.</summary>
    private const double Large = 1e100;

    private static readonly int Width = Lanes.Count;

    private Lanes product = Lanes.One;
    private double logOdds;

    /// <summary>Takes the odds of each pair, less those of whose row it is, and gives p.</summary>
    public double[] P { get; } = new double[Most];

    /// <summary>w of each pair.</summary>
    public double[] W { get; } = new double[Most];

    /// <summary>From odds to p and w; <c>1 + x</c> is kept for <see cref="TakeLogOdds"/>.</summary>
    /// <param name="odds">Odds of the stakeholder whose row it is.</param>
    /// <param name="count">Pairs, at most <see cref="Most"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(double odds, int count)
    {
        P.AsSpan(count, EightLanes.Whole(count) - count).Clear();
        var chances = EightLanes.Of(P);
        var weights = EightLanes.Of(W);
        var (mine, all) = (Vector512.Create(odds), product);
        for (var k = 0; k * Width < count; k++)
        {
            var x = mine * chances[k];
            var onePlus = Lanes.One + x;
            var inverse = Lanes.One / onePlus;
            chances[k] = x * inverse;
            weights[k] = chances[k] * inverse;
            all *= onePlus;
            if (Vector512.GreaterThanAny(all, Vector512.Create(Large)))
                all = PutAway(all);
        }

        product = all;
    }

    /// <summary>From odds to w alone; p is not one then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FillWeights(double odds, int count)
    {
        var given = EightLanes.Of(P);
        var weights = EightLanes.Of(W);
        var mine = Vector512.Create(odds);
        for (var k = 0; k * Width < count; k++)
        {
            var x = mine * given[k];
            var onePlus = Lanes.One + x;
            weights[k] = x / (onePlus * onePlus);
        }
    }

    /// <summary>The sum of <c>log(1 + x)</c> over what was filled since it was last taken.</summary>
    public double TakeLogOdds()
    {
        PutAway(product);
        var sum = logOdds;
        (product, logOdds) = (Lanes.One, 0);
        return sum;
    }

    private Lanes PutAway(Lanes all)
    {
        for (var lane = 0; lane < Width; lane++)
            logOdds += Math.Log(all[lane]);
        return Lanes.One;
    }
}
