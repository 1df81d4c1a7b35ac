using MathNet.Numerics;

namespace GapAnalyzer.Nulls;

/// <summary>Shared columns of two rows that each pick their columns at random: as many as they have, all columns alike.</summary>
/// <remarks>Source: Tumminello, Micciche, Lillo, Piilo &amp; Mantegna 2011, PLoS ONE 6:e17994, doi:10.1371/journal.pone.0017994.</remarks>
internal sealed class Hypergeometric
{
    private readonly double[] logFactorial;

    /// <param name="columns">N.</param>
    public Hypergeometric(int columns) => logFactorial = [.. Enumerable.Range(0, columns + 1).Select(SpecialFunctions.FactorialLn)];

    private int Columns => logFactorial.Length - 1;

    /// <summary>Lower tails at 0 .. most shared columns.</summary>
    /// <param name="a">Columns of the one row.</param>
    /// <param name="b">Columns of the other.</param>
    /// <param name="most">Last number of shared columns that is wanted.</param>
    /// <remarks>O(most).</remarks>
    public double[] Lower(int a, int b, int most)
    {
        var (lower, sum) = (new double[most + 1], 0.0);
        for (var x = 0; x <= most; x++)
        {
            var possible = x >= a + b - Columns && x <= Math.Min(a, b);
            sum += possible ? Math.Exp(Choose(a, x) + Choose(Columns - a, b - x) - Choose(Columns, b)) : 0;
            lower[x] = Math.Min(1, sum);
        }

        return lower;
    }

    private double Choose(int n, int k) => logFactorial[n] - logFactorial[k] - logFactorial[n - k];
}
