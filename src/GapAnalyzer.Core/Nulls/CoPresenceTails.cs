using GapAnalyzer.Networks;

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
    private readonly Hypergeometric hypergeometric;

    private CoPresenceTails(BipartiteModel model, int arenas, int[] present) =>
        (this.model, this.arenas, hypergeometric, Present) = (model, arenas, new(arenas), present);

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
    public BernoulliSum Moments(int a, int b)
    {
        var (mean, variance, third, none) = (0.0, 0.0, 0.0, 1.0);
        for (var c = 0; c < model.ColumnDegrees.Length; c++)
        {
            var (p, times) = (model.Chance(a, c) * model.Chance(b, c), model.ColumnTimes[c]);
            mean += times * p;
            variance += times * p * (1 - p);
            third += times * p * (1 - p) * (1 - (2 * p));
            none *= Math.Pow(1 - p, times);
        }

        return new(arenas, mean, variance, third, none);
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
