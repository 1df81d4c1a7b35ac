using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using GapAnalyzer.Networks;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace GapAnalyzer.Nulls;

/// <summary>Tails of shared arenas by degree: they depend on the reach of the two alone, so that one is computed per pair of degrees.</summary>
internal sealed class CoPresenceTails
{
    /// <summary>Arenas up to which tails are exact.</summary>
    public const int ExactUpTo = 2_000;

    /// <summary>Pairs of degrees x arenas up to which tails are exact.</summary>
    private const long ExactWork = 100_000_000;

    private readonly BipartiteModel model;
    private readonly int arenas;

    /// <summary>Arenas of each class of the model, and zeros up to a whole vector.</summary>
    private readonly double[] columnTimes;
    private readonly Hypergeometric hypergeometric;

    private CoPresenceTails(BipartiteModel model, int arenas, int[] present)
    {
        (this.model, this.arenas, hypergeometric, Present) = (model, arenas, new(arenas), present);
        columnTimes = new double[model.Stride];
        for (var c = 0; c < model.ColumnTimes.Length; c++)
            columnTimes[c] = model.ColumnTimes[c];
    }

    /// <summary>Stakeholders in at least one arena, ascending; row k of the model is the k-th of them.</summary>
    public int[] Present { get; }

    public BipartiteModel Model => model;

    public bool Exact => arenas <= ExactUpTo && (long)Classes * Classes / 2 * arenas <= ExactWork;

    /// <summary>Distinct degrees.</summary>
    public int Classes => model.RowDegrees.Length;

    public static CoPresenceTails Of(Presence presence)
    {
        var present = Enumerable.Range(0, presence.N).Where(i => presence.ArenasOf(i).Length > 0).ToArray();
        var rows = present.Select(i => presence.ArenasOf(i).Length).ToArray();
        var columns = Enumerable.Range(0, presence.Arenas.Count).Select(c => presence.MembersOf(c).Length).ToArray();
        return new(BipartiteModel.Fit(rows, columns), columns.Length, present);
    }

    /// <summary>Shared arenas that two degrees explain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public BernoulliSum Moments(int a, int b)
    {
        var first = EightLanes.Of(model.Chances(a));
        var second = EightLanes.Of(model.Chances(b));
        var times = EightLanes.Of(columnTimes);
        var (mean, variance, third, logNone) = (Lanes.Zero, Lanes.Zero, Lanes.Zero, Lanes.Zero);
        for (var c = 0; c < times.Length; c++)
        {
            var p = first[c] * second[c];
            var (q, expected) = (Lanes.One - p, times[c] * p);
            mean += expected;
            variance += expected * q;
            third += expected * q * (q - p);
            logNone += times[c] * Vector512.Log(q);
        }

        return new(arenas, Vector512.Sum(mean), Vector512.Sum(variance), Vector512.Sum(third), Math.Exp(Vector512.Sum(logNone)));
    }

    /// <summary>Lower tails at 0 .. most shared arenas; O(arenas x most) where exact.</summary>
    public double[] Lower(int a, int b, int most)
    {
        var moments = Moments(a, b);
        if (!Exact)
            return [.. Enumerable.Range(0, most + 1).Select(x => x == 0 ? moments.None : PoissonBinomial.RefinedNormal(moments, x).Lower)];
        var sum = 0.0;
        return [.. PoissonBinomial.Mass(Chances(a, b), most).Select(mass => Math.Min(1, sum += mass))];
    }

    /// <summary>Both tails of one pair of degrees, exact.</summary>
    public Tails Tails(int a, int b, int shared) => PoissonBinomial.Exact(Chances(a, b), shared);

    public double[] HypergeometricLower(int a, int b, int most) => hypergeometric.Lower(model.RowDegrees[a], model.RowDegrees[b], most);

    private double[] Chances(int a, int b)
    {
        var p = new double[arenas];
        var at = 0;
        for (var c = 0; c < model.ColumnDegrees.Length; c++)
        {
            p.AsSpan(at, model.ColumnTimes[c]).Fill(model.Chance(a, c) * model.Chance(b, c));
            at += model.ColumnTimes[c];
        }

        return p;
    }
}
