namespace GapAnalyzer.Networks;

/// <summary>Triangles of an undirected graph in compressed sparse rows.</summary>
internal static class Triangles
{
    /// <summary>The triangles in which <paramref name="i"/> comes first: pairs j &lt; k of tied neighbours above it.</summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie, ascending in each row.</param>
    /// <param name="i">The lowest corner.</param>
    /// <param name="isNeighbour">Length n, all false; all false again on return.</param>
    /// <param name="found">Cleared; receives the other two corners, in order.</param>
    /// <remarks>O(sum of the degrees of the neighbours of i).</remarks>
    public static void WithLowest(
        ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, int i, Span<bool> isNeighbour, List<(int J, int K)> found)
    {
        found.Clear();
        var row = neighbours[rowStart[i]..rowStart[i + 1]];
        foreach (var j in row)
            isNeighbour[j] = true;
        foreach (var j in row)
        {
            if (j <= i)
                continue;
            for (var at = rowStart[j + 1] - 1; at >= rowStart[j] && neighbours[at] > j; at--)
            {
                if (isNeighbour[neighbours[at]])
                    found.Add((j, neighbours[at]));
            }
        }

        foreach (var j in row)
            isNeighbour[j] = false;
    }

    /// <summary>Triangles that each stakeholder is a corner of: ties among its neighbours.</summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie, ascending in each row.</param>
    /// <param name="count">Length n; receives the numbers.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <returns>Number of triangles, each once.</returns>
    /// <remarks>O(sum of squared degrees) time, O(n + largest row's triangles) memory.</remarks>
    public static long Count(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, Span<long> count, CancellationToken cancellation)
    {
        count.Clear();
        var total = 0L;
        var (isNeighbour, found) = (new bool[count.Length], new List<(int J, int K)>());
        for (var i = 0; i < count.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            WithLowest(rowStart, neighbours, i, isNeighbour, found);
            total += found.Count;
            count[i] += found.Count;
            foreach (var (j, k) in found)
            {
                count[j]++;
                count[k]++;
            }
        }

        return total;
    }
}
