using System.Numerics;
using System.Runtime.CompilerServices;

namespace GapAnalyzer.Networks;

/// <summary>
/// One row at a time of the symmetric product <c>R[i,j] = sum_c w_c b_ic b_jc</c> (Gustavson's row-by-row sparse product): add the
/// columns of row i, read the others it meets, clear, go on. Weights are added in the order of the columns, so that the result does
/// not depend on anything else.
/// </summary>
/// <param name="n">Number of rows.</param>
/// <param name="weighted">Columns have weights; without, each weighs 1 and no weights are kept.</param>
/// <remarks>
/// Time of a row: the number of entries added, and the sort of the distinct others. Memory: 8 bytes per row of the matrix, 16 with weights.
/// Source: Gustavson 1978, ACM TOMS 4:250, doi:10.1145/355791.355796.
/// </remarks>
internal sealed class PairAccumulator(int n, bool weighted)
{
    private readonly int[] count = new int[n];
    private readonly double[] weight = weighted ? new double[n] : [];
    private readonly int[] touched = new int[n + 1];
    private readonly ulong[] marks = new ulong[(n + 63) / 64];
    private int used;

    /// <summary>The rows met, in order of meeting until <see cref="Sort"/> is called.</summary>
    public ReadOnlySpan<int> Others => touched.AsSpan(0, used);

    /// <summary>Columns shared with every row; 0 for those not met.</summary>
    public int[] Counts => count;

    /// <summary>Columns shared with row j.</summary>
    public int Count(int j) => count[j];

    /// <summary>Their weights added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Weight(int j) => weighted ? weight[j] : count[j];

    /// <summary>Whether weights are kept beside the counts.</summary>
    public bool IsWeighted => weighted;

    /// <summary>Adds one column: each of its members is met once more.</summary>
    public void Add(ReadOnlySpan<int> members, double columnWeight)
    {
        used = Meet(members, count, touched, used);
        if (!weighted)
            return;
        foreach (var j in members)
            weight[j] += columnWeight;
    }

    /// <summary>Always writes down who is met, and goes on where it is for the first time: nothing to predict.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Meet(ReadOnlySpan<int> members, int[] seen, int[] met, int at)
    {
        foreach (var j in members)
        {
            ref var times = ref seen[j];
            met[at] = j;
            at += times == 0 ? 1 : 0;
            times++;
        }

        return at;
    }

    /// <summary>Adds a column from the point of view of its member i, who does not meet itself.</summary>
    public void AddAround(ReadOnlySpan<int> members, int i, double columnWeight)
    {
        var at = members.BinarySearch(i);
        Add(members[..at], columnWeight);
        Add(members[(at + 1)..], columnWeight);
    }

    /// <summary>Adds a column from the point of view of its member i, looking only at members after it: the upper triangle.</summary>
    public void AddAbove(ReadOnlySpan<int> members, int i, double columnWeight) =>
        Add(members[(members.BinarySearch(i) + 1)..], columnWeight);

    /// <summary>Puts <see cref="Others"/> in ascending order: many, by marking each and reading the marks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Sort()
    {
        if (used < marks.Length / 4)
        {
            touched.AsSpan(0, used).Sort();
            return;
        }

        foreach (var j in Others)
            marks[j >> 6] |= 1UL << j;
        used = 0;
        for (var word = 0; word < marks.Length; word++)
        {
            for (var left = marks[word]; left != 0; left &= left - 1)
                touched[used++] = (word << 6) + BitOperations.TrailingZeroCount(left);
            marks[word] = 0;
        }
    }

    public void Clear()
    {
        foreach (var j in Others)
            count[j] = 0;
        for (var k = 0; weighted && k < used; k++)
            weight[touched[k]] = 0;
        used = 0;
    }
}
