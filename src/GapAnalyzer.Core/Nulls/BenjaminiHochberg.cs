namespace GapAnalyzer.Nulls;

/// <summary>False discovery rate over a family of tests.</summary>
internal static class BenjaminiHochberg
{
    /// <summary><c>q_(k) = min over l >= k of p_(l) m / l</c>, at most 1. A NaN is no test: it is not counted and stays NaN.</summary>
    /// <param name="p">One p-value per test, in any order.</param>
    /// <returns>Adjusted values, parallel to <paramref name="p"/>.</returns>
    /// <remarks>O(m log m). Source: Benjamini &amp; Hochberg 1995, J. R. Stat. Soc. B 57:289, doi:10.1111/j.2517-6161.1995.tb02031.x.</remarks>
    public static double[] Adjust(IReadOnlyList<double> p) => Adjust(p, [.. p.Select(_ => 1L)]);

    /// <summary>The same for tests that occur several times with one p-value.</summary>
    /// <param name="p">One p-value per kind of test.</param>
    /// <param name="times">How often each occurs; parallel to <paramref name="p"/>.</param>
    /// <param name="larger">Tests besides these, all with a larger p. Adjusted values up to the smallest of those p are what they would be with them in.</param>
    public static double[] Adjust(IReadOnlyList<double> p, IReadOnlyList<long> times, long larger = 0)
    {
        int[] order = [.. Enumerable.Range(0, p.Count).Where(k => !double.IsNaN(p[k]))];
        Array.Sort(order.Select(k => -p[k]).ToArray(), order); // Equal ones get the same value in whatever order.
        var q = Enumerable.Repeat(double.NaN, p.Count).ToArray();
        var (rank, least) = (order.Sum(k => times[k]), 1.0);
        var total = rank + larger;
        foreach (var k in order)
        {
            least = rank > 0 ? Math.Min(least, p[k] * total / rank) : least;
            q[k] = least;
            rank -= times[k];
        }

        return q;
    }
}
