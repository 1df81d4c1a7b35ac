using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How many shortest paths between others run through a stakeholder.</summary>
internal static class Betweenness
{
    public static Measure Measure { get; } = new(
        "betweenness",
        "Betweenness",
        "stakeholder",
        "b_v = sum over pairs s < t other than v of sigma_st(v)/sigma_st, divided by (n-1)(n-2)/2; sigma_st = shortest paths, (v) through v",
        "Unweighted: strength is not distance. Exact up to 5,000 million visits of ties; above, from sampled pivots, "
            + "and the largest standard error is stated. Undefined with fewer than three stakeholders.",
        "Brandes 2001, J. Math. Sociol. 25:163, doi:10.1080/0022250X.2001.9990249; Brandes & Pich 2007, doi:10.1142/S0218127407018403");

    /// <summary>Betweenness of every stakeholder; NaN with fewer than three.</summary>
    /// <param name="paths">Shortest paths, added up.</param>
    /// <param name="betweenness">Length n; receives the values, 0 to 1.</param>
    /// <returns>The largest standard error of any value; 0 where exact.</returns>
    public static double Of(PathSums paths, Span<double> betweenness)
    {
        var (n, largest) = ((double)paths.N, 0.0);
        for (var v = 0; v < paths.N; v++)
        {
            // Every pair is met from both of its ends.
            var (sum, error) = paths.Dependencies(v);
            betweenness[v] = n < 3 ? double.NaN : sum / ((n - 1) * (n - 2));
            largest = Math.Max(largest, n < 3 ? 0 : error / ((n - 1) * (n - 2)));
        }

        return largest;
    }
}
