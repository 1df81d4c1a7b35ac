using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How far the partners of a stakeholder are joined without it: how little room it has to broker.</summary>
internal static class Constraint
{
    public static Measure Measure { get; } = new(
        "constraint",
        "Constraint",
        "stakeholder",
        "C_i = sum over partners j of (p_ij + sum_q p_iq p_qj)^2, p_ij = w_ij / sum_k w_ik; by number of ties (w = 1) and weighted by strength",
        "Low: brokers between partners who do not know each other. Can exceed 1 (a triad gives 1.125). Undefined for an isolate, not 0.",
        "Burt 1992, Structural Holes, Harvard University Press");

    /// <summary>Constraint of every stakeholder; NaN for isolates.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="weight">Parallel to its neighbours, symmetric, positive; null: 1 for each tie.</param>
    /// <param name="constraint">Length n; receives the values.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>O(sum of squared degrees); stakeholders in parallel, each into its own place.</remarks>
    public static void Of(TieNetwork ties, double[]? weight, double[] constraint, CancellationToken cancellation)
    {
        var total = new double[ties.N];
        for (var i = 0; i < ties.N; i++)
        {
            for (var k = ties.RowStart[i]; k < ties.RowStart[i + 1]; k++)
                total[i] += weight?[k] ?? 1;
        }

        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, ties.N, options, () => (P: new double[ties.N], Through: new double[ties.N]), (i, _, space) =>
        {
            constraint[i] = Of(ties, weight, total, i, space.P, space.Through);
            return space;
        }, _ => { });
    }

    /// <param name="p">Length n, all 0; all 0 again on return.</param>
    /// <param name="through">Length n, all 0; all 0 again on return.</param>
    private static double Of(TieNetwork ties, double[]? weight, double[] total, int i, double[] p, double[] through)
    {
        var (start, end) = (ties.RowStart[i], ties.RowStart[i + 1]);
        if (start == end)
            return double.NaN;
        for (var k = start; k < end; k++)
            p[ties.Neighbours[k]] = (weight?[k] ?? 1) / total[i];
        for (var k = start; k < end; k++)
        {
            var q = ties.Neighbours[k];
            for (var l = ties.RowStart[q]; l < ties.RowStart[q + 1]; l++)
            {
                if (p[ties.Neighbours[l]] > 0)
                    through[ties.Neighbours[l]] += p[q] * (weight?[l] ?? 1) / total[q];
            }
        }

        var sum = 0.0;
        for (var k = start; k < end; k++)
        {
            var j = ties.Neighbours[k];
            var reach = p[j] + through[j];
            sum += reach * reach;
            p[j] = through[j] = 0;
        }

        return sum;
    }
}
