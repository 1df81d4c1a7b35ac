using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How many partners a stakeholder has that are not joined anyway.</summary>
internal static class EffectiveSize
{
    public static Measure Measure { get; } = new(
        "effective_size",
        "Effective size",
        "stakeholder",
        "sum over partners j of (1 - sum over other partners q of p_iq m_jq), m_jq = w_jq / max_k w_jk; with w = 1: d_i - 2 t_i / d_i, t_i ties among partners",
        "From 1 (all partners joined) to the degree (none joined); by number of ties and weighted by strength. Undefined for an isolate.",
        "Burt 1992, Structural Holes, Harvard University Press; Borgatti 1997, Connections 20:35");

    /// <summary>Unweighted, from the ties among the partners; NaN for an isolate.</summary>
    public static double Of(long triangles, int degree) => degree == 0 ? double.NaN : degree - (2.0 * triangles / degree);

    /// <summary>Weighted by strength; NaN for isolates.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="size">Length n; receives the values.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>O(sum of squared degrees); stakeholders in parallel, each into its own place.</remarks>
    public static void Weighted(TieNetwork ties, double[] size, CancellationToken cancellation)
    {
        var strongest = new double[ties.N];
        for (var i = 0; i < ties.N; i++)
        {
            foreach (var w in ties.StrengthsOf(i))
                strongest[i] = Math.Max(strongest[i], w);
        }

        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, ties.N, options, () => new double[ties.N], (i, _, p) =>
        {
            size[i] = Weighted(ties, strongest, i, p);
            return p;
        }, _ => { });
    }

    /// <param name="p">Length n, all 0; all 0 again on return.</param>
    private static double Weighted(TieNetwork ties, double[] strongest, int i, double[] p)
    {
        var row = ties.Of(i);
        var strengths = ties.StrengthsOf(i);
        if (row.IsEmpty)
            return double.NaN;
        var total = 0.0;
        foreach (var w in strengths)
            total += w;
        for (var k = 0; k < row.Length; k++)
            p[row[k]] = strengths[k] / total;
        var sum = (double)row.Length;
        foreach (var j in row)
        {
            for (var l = ties.RowStart[j]; l < ties.RowStart[j + 1]; l++)
                sum -= p[ties.Neighbours[l]] * ties.Strength[l] / strongest[j];
        }

        foreach (var j in row)
            p[j] = 0;
        return sum;
    }
}
