using MathNet.Numerics;

namespace GapAnalyzer.Nulls;

/// <summary>Shared columns of two rows that each pick their columns at random: as many as they have, all columns alike.</summary>
/// <remarks>Source: Tumminello, Micciche, Lillo, Piilo &amp; Mantegna 2011, PLoS ONE 6:e17994, doi:10.1371/journal.pone.0017994.</remarks>
internal static class Hypergeometric
{
    /// <summary>Lower tails at 0 .. most shared columns.</summary>
    /// <param name="columns">N.</param>
    /// <param name="a">Columns of the one row.</param>
    /// <param name="b">Columns of the other.</param>
    /// <param name="most">Last number of shared columns that is wanted.</param>
    /// <remarks>O(most).</remarks>
    public static double[] Lower(int columns, int a, int b, int most)
    {
        var (lower, sum) = (new double[most + 1], 0.0);
        for (var x = 0; x <= most; x++)
        {
            var possible = x >= a + b - columns && x <= Math.Min(a, b);
            sum += possible ? Math.Exp(Choose(a, x) + Choose(columns - a, b - x) - Choose(columns, b)) : 0;
            lower[x] = Math.Min(1, sum);
        }

        return lower;
    }

    private static double Choose(int n, int k) =>
        SpecialFunctions.FactorialLn(n) - SpecialFunctions.FactorialLn(k) - SpecialFunctions.FactorialLn(n - k);
}
