using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How near a stakeholder is to those it can reach, counted in ties.</summary>
internal static class Closeness
{
    public static Measure Measure { get; } = new(
        "closeness",
        "Closeness",
        "stakeholder",
        "c_i = (r_i/(n-1)) (r_i / sum_j d_ij), r_i = others that i can reach, d_ij = ties on a shortest path to them",
        "Scaled by the share reached, so that a small component does not look central; an isolate has 0. Unweighted: strength is not distance. "
            + "Exact, or estimated from the same pivots as betweenness, and the largest standard error is stated.",
        "Wasserman & Faust 1994, Social Network Analysis, eq. 5.22, doi:10.1017/CBO9780511815478; Freeman 1978, doi:10.1016/0378-8733(78)90021-7");

    /// <summary>Closeness of every stakeholder; NaN where it is the only one.</summary>
    /// <param name="paths">Shortest paths, added up.</param>
    /// <param name="closeness">Length n; receives the values, 0 to 1.</param>
    /// <returns>The largest standard error of any value; 0 where exact.</returns>
    public static double Of(PathSums paths, Span<double> closeness)
    {
        var largest = 0.0;
        for (var i = 0; i < paths.N; i++)
        {
            var reached = paths.ReachOf(i) - 1.0;
            var (sum, error) = paths.Distances(i);
            closeness[i] = paths.N < 2 ? double.NaN : reached == 0 ? 0 : reached / (paths.N - 1) * reached / sum;
            largest = Math.Max(largest, reached == 0 ? 0 : closeness[i] * error / sum);
        }

        return largest;
    }
}
