using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>
/// Required pairs: <c>R[i,j] = sum_c n_c b_ic b_jc</c>, upper triangle (i &lt; j) in compressed sparse rows, columns ascending.
/// </summary>
public sealed class Requirement
{
    /// <summary>Most pairs that are kept, 3 GB of them: those of 20,000 organisations that all meet.</summary>
    private const long MaxPairs = 200_000_000;

    /// <summary>Length n + 1.</summary>
    public required long[] RowStart { get; init; }

    /// <summary>The other stakeholder j &gt; i.</summary>
    public required int[] Other { get; init; }

    /// <summary>Shared arenas <c>c[i,j]</c>, unweighted; at least 1.</summary>
    public required int[] Shared { get; init; }

    /// <summary>Need-weighted requirement <c>R[i,j]</c>; the same as <see cref="Shared"/> where no need is given.</summary>
    public required double[] Weight { get; init; }

    /// <summary>Number of required pairs.</summary>
    public long Count => Other.LongLength;

    /// <summary>Shared arenas and requirement of a pair in either order; 0 and 0 where the two do not meet. O(log pairs of the first).</summary>
    public (int Shared, double Weight) Of(StakeholderId a, StakeholderId b)
    {
        var (first, second) = (Math.Min(a.Index, b.Index), Math.Max(a.Index, b.Index));
        var row = Other.AsSpan(RowOf(first));
        var at = row.BinarySearch(second);
        return at < 0 ? (0, 0) : (Shared[RowStart[first] + at], Weight[RowStart[first] + at]);
    }

    /// <summary>Positions of the pairs whose first end is i, in <see cref="Other"/>, <see cref="Shared"/> and <see cref="Weight"/>.</summary>
    internal Range RowOf(int i) => (int)RowStart[i]..(int)RowStart[i + 1];

    /// <summary>
    /// Sparse symmetric product, row by row, upper triangle: once to count, so that the arrays are exactly as long as needed, and once
    /// to fill.
    /// </summary>
    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="needWeight">Need weight <c>n_c</c> of each arena, 1 where unknown; length arenas.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <exception cref="InputException">There are too many pairs.</exception>
    /// <remarks>
    /// A pair that only meets in arenas of need 0 is required with weight 0. Time: the sum over arenas of half the squared number of
    /// members, and the sort of the columns of each row. Memory: 16 bytes per pair.
    /// </remarks>
    internal static Requirement Build(Presence presence, ReadOnlySpan<double> needWeight, CancellationToken cancellation)
    {
        var n = presence.N;
        var row = new PairAccumulator(n);
        var rowStart = new long[n + 1];
        for (var i = 0; i < n; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Meet(presence, needWeight, i, row);
            rowStart[i + 1] = rowStart[i] + row.Others.Length;
            if (rowStart[i + 1] > MaxPairs)
                throw new InputException($"more than {MaxPairs / 1_000_000} million pairs of organisations work on the same theme in the same place; name the columns of theme and place (--map), or choose a finer --period or --place-level");
        }

        var (other, shared, weight) = (new int[rowStart[n]], new int[rowStart[n]], new double[rowStart[n]]);
        for (var i = 0; i < n; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Meet(presence, needWeight, i, row);
            row.Sort();
            var k = rowStart[i];
            foreach (var j in row.Others)
            {
                (other[k], shared[k], weight[k]) = (j, row.Count(j), row.Weight(j));
                k++;
            }
        }

        return new() { RowStart = rowStart, Other = other, Shared = shared, Weight = weight };
    }

    private static void Meet(Presence presence, ReadOnlySpan<double> needWeight, int i, PairAccumulator row)
    {
        row.Clear();
        foreach (var c in presence.ArenasOf(i))
            row.AddAbove(presence.MembersOf(c), i, needWeight[c]);
    }
}
