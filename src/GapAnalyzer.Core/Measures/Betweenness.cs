using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>How many shortest paths between others run through a stakeholder.</summary>
internal static class Betweenness
{
    /// <summary>Most visits of stored ties, about three seconds on two cores; above, sampled pivots.</summary>
    public const long MostWork = 500_000_000;

    /// <summary>Sums are added up in this many fixed parts, so that the number of threads does not change a digit.</summary>
    private const int Blocks = 32;

    public static Measure Measure { get; } = new(
        "betweenness",
        "Betweenness",
        "stakeholder",
        "b_v = sum over pairs s < t other than v of sigma_st(v)/sigma_st, divided by (n-1)(n-2)/2; sigma_st = shortest paths, (v) through v",
        "Unweighted: strength is not distance. Exact up to 500 million visits of ties; above, from sampled pivots, "
            + "and the largest standard error is stated. Undefined with fewer than three stakeholders.",
        "Brandes 2001, J. Math. Sociol. 25:163, doi:10.1080/0022250X.2001.9990249; Brandes & Pich 2007, doi:10.1142/S0218127407018403");

    /// <summary>What was summed.</summary>
    /// <param name="Pivots">Stakeholders that paths were counted from; n where exact.</param>
    /// <param name="LargestError">Largest standard error of any stakeholder's value; 0 where exact.</param>
    public readonly record struct Sampling(int Pivots, double LargestError);

    /// <summary>Betweenness of every stakeholder.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="betweenness">Length n; receives the values, 0 to 1.</param>
    /// <param name="mostWork">Most visits of stored ties; above, <c>mostWork / 2m</c> pivots are drawn without replacement.</param>
    /// <param name="seed">Of the pivots.</param>
    /// <param name="cancellation">Looked at once per pivot.</param>
    /// <remarks>O(n + m) per pivot; memory O(n) per block and thread.</remarks>
    public static Sampling Of(TieNetwork ties, Span<double> betweenness, long mostWork, ulong seed, CancellationToken cancellation)
    {
        var n = ties.N;
        betweenness.Fill(double.NaN);
        if (n < 3)
            return new(n, 0);
        var pivots = Pivots(n, (int)Math.Clamp(mostWork / (n + ties.Neighbours.Length), Math.Min(n, 64), n), seed);
        var k = pivots.Length;
        var (total, squares) = Sum(ties, pivots, cancellation);
        var scale = (double)n / k / ((n - 1.0) * (n - 2.0));
        var variance = 0.0;
        for (var v = 0; v < n; v++)
        {
            betweenness[v] = total[v] * scale;
            if (k < n)
                variance = Math.Max(variance, (squares[v] - (total[v] * total[v] / k)) / (k - 1));
        }

        return new(k, Math.Sqrt(variance * k * (1 - ((double)k / n))) * scale);
    }

    /// <summary>All stakeholders, or k of them drawn without replacement, ascending.</summary>
    private static int[] Pivots(int n, int k, ulong seed)
    {
        int[] all = [.. Enumerable.Range(0, n)];
        if (k == n)
            return all;
        new RandomStream(seed, 0).Shuffle<int>(all);
        var pivots = all[..k];
        Array.Sort(pivots);
        return pivots;
    }

    /// <summary>Dependencies of all pivots on each stakeholder, and their squares, in fixed blocks added in order.</summary>
    private static (double[] Total, double[] Squares) Sum(TieNetwork ties, int[] pivots, CancellationToken cancellation)
    {
        var n = ties.N;
        var blocks = Math.Min(Blocks, pivots.Length);
        var parts = new (double[] Total, double[] Squares)[blocks];
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancellation }, block =>
        {
            var search = new Dependencies(ties);
            var (total, squares) = (new double[n], new double[n]);
            for (var p = block * pivots.Length / blocks; p < (block + 1) * pivots.Length / blocks; p++)
            {
                cancellation.ThrowIfCancellationRequested();
                search.Add(pivots[p], total, squares);
            }

            parts[block] = (total, squares);
        });
        foreach (var part in parts.Skip(1))
        {
            for (var v = 0; v < n; v++)
            {
                parts[0].Total[v] += part.Total[v];
                parts[0].Squares[v] += part.Squares[v];
            }
        }

        return parts[0];
    }
}
