using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>What the same number of ties, placed at random, would satisfy: exact, without simulation.</summary>
internal static class RandomTies
{
    public static Measure Measure { get; } = new(
        "random_ties_baseline",
        "Random-ties baseline",
        "network",
        "closed = sum over tied pairs of c_ij; E = p sum c, Var = p(1-p) M/(M-1) (sum c^2 - (sum c)^2 / M), p = m/M, M = C(n,2)",
        "c_ij = shared arenas, unweighted. Exactly m ties among n stakeholders, all pairs alike: no sectors, no activity, no place.",
        "Bodin & Tengo 2012, Glob. Environ. Change 22:430, doi:10.1016/j.gloenvcha.2012.01.005; Angst & Seppelt 2020 (motifr)");

    public static RandomTiesBaseline Of(Requirement requirement, TieNetwork ties)
    {
        if (ties.Evidence == TieKinds.None)
            return new(0, 0, double.NaN, double.NaN, double.NaN, double.NaN);
        var (sum, squares, closed) = Triangles(requirement, ties);
        var pairs = (double)Density.Pairs(ties.N);
        var p = ties.M / pairs;
        var variance = pairs > 1 ? p * (1 - p) * pairs / (pairs - 1) * (squares - ((double)sum * sum / pairs)) : double.NaN;
        return new(closed, sum - closed, p * sum, variance, p * (1 - p) * squares, p);
    }

    /// <summary>Sum of shared arenas, of their squares, and of those over tied pairs, rows in parallel; O(required pairs + ties).</summary>
    private static (long Sum, double Squares, long Closed) Triangles(Requirement requirement, TieNetwork ties)
    {
        var total = (Sum: 0L, Squares: 0L, Closed: 0L);
        var gate = new Lock();
        Parallel.For(
            0,
            ties.N,
            () => (Row: requirement.Reader(), Sum: 0L, Squares: 0L, Closed: 0L),
            (i, _, part) =>
            {
                part.Row.Read(i);
                var (sum, squares, closed) = OfRow(part.Row, ties.Of(i));
                return (part.Row, part.Sum + sum, checked(part.Squares + squares), part.Closed + closed);
            },
            part =>
            {
                lock (gate) // Whole numbers: in whatever order.
                    total = (total.Sum + part.Sum, checked(total.Squares + part.Squares), total.Closed + part.Closed);
            });
        return total;
    }

    private static (long Sum, long Squares, long Closed) OfRow(RequiredRow row, ReadOnlySpan<int> tied)
    {
        var (sum, squares, closed, next) = (0L, 0L, 0L, 0);
        for (var k = 0; k < row.Others.Length; k++)
        {
            long shared = row.Shared[k];
            sum += shared;
            squares += shared * shared;
            while (next < tied.Length && tied[next] < row.Others[k])
                next++;
            if (next < tied.Length && tied[next] == row.Others[k])
                closed += shared;
        }

        return (sum, squares, closed);
    }
}
