using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lanes = System.Runtime.Intrinsics.Vector512<double>;

namespace GapAnalyzer.Nulls;

/// <summary>Chances of the pairs of one row: <c>p = x / (1 + x)</c> and <c>w = p / (1 + x)</c>, eight at once. Working space of one thread.</summary>
internal sealed class PairChances
{
    /// <summary>Pairs that are filled at once.</summary>
    public const int Most = 1024;

    private static readonly int Width = Lanes.Count;

    /// <summary>1 + x, x the odds of each pair.</summary>
    public double[] OnePlus { get; } = new double[Most];

    public double[] P { get; } = new double[Most];

    /// <summary><c>p (1 - p)</c>.</summary>
    public double[] W { get; } = new double[Most];

    /// <param name="odds">Odds of the stakeholder whose row it is.</param>
    /// <param name="others">The others; the first <see cref="Most"/> of them are looked at.</param>
    /// <param name="oddsOf">Odds of everyone; 0 where the pair does not count.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(double odds, ReadOnlySpan<int> others, double[] oddsOf)
    {
        others = others[..Math.Min(Most, others.Length)];
        for (var k = 0; k < others.Length; k++)
            P[k] = oddsOf[others[k]];
        var p = Vectors(P);
        var w = Vectors(W);
        var onePlus = Vectors(OnePlus);
        var mine = Vector512.Create(odds);
        for (var k = 0; k * Width < others.Length; k++)
        {
            var x = mine * p[k];
            onePlus[k] = Lanes.One + x;
            p[k] = x / onePlus[k];
            w[k] = p[k] / onePlus[k];
        }
    }

    private static Span<Lanes> Vectors(double[] values) => MemoryMarshal.Cast<double, Lanes>(values.AsSpan());
}
