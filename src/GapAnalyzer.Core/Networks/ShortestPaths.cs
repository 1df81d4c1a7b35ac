namespace GapAnalyzer.Networks;

/// <summary>Shortest paths by number of ties.</summary>
internal static class ShortestPaths
{
    private const int Unknown = -1;
    private const int Wanted = -2;

    /// <summary>
    /// Ties on the shortest path to one target from some stakeholders, and from all that are nearer than the farthest of them; -1 where there
    /// is none, or nobody wanted is as far.
    /// </summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie.</param>
    /// <param name="target">Where to.</param>
    /// <param name="from">From whom; the search ends when it has met all.</param>
    /// <param name="distance">Length n; receives the distances.</param>
    /// <param name="queue">Length n; working space.</param>
    /// <remarks>Breadth-first search: O(n), and at most O(n + m).</remarks>
    public static void Distances(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, int target, ReadOnlySpan<int> from, Span<int> distance, Span<int> queue)
    {
        distance.Fill(Unknown);
        var left = 0;
        foreach (var i in from)
        {
            left += distance[i] == Unknown && i != target ? 1 : 0;
            distance[i] = Wanted;
        }

        distance[target] = 0;
        queue[0] = target;
        var (head, tail) = (0, 1);
        while (head < tail && left > 0)
        {
            var i = queue[head++];
            foreach (var j in neighbours[rowStart[i]..rowStart[i + 1]])
            {
                if (distance[j] >= 0)
                    continue;
                left -= distance[j] == Wanted ? 1 : 0;
                distance[j] = distance[i] + 1;
                queue[tail++] = j;
            }
        }

        foreach (var i in from)
            distance[i] = Math.Max(distance[i], Unknown);
    }

    /// <summary>
    /// The first of the shortest paths, in ascending order of its stakeholders: from the start, always to the first neighbour that is
    /// one step nearer.
    /// </summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie, ascending in each row.</param>
    /// <param name="from">Where the path starts.</param>
    /// <param name="distance">Distances to the target, from <see cref="Distances"/>.</param>
    /// <returns>Both ends included; empty where there is no path.</returns>
    public static int[] First(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, int from, ReadOnlySpan<int> distance)
    {
        if (distance[from] < 0)
            return [];
        var path = new int[distance[from] + 1];
        path[0] = from;
        for (var step = 1; step < path.Length; step++)
        {
            var here = path[step - 1];
            foreach (var j in neighbours[rowStart[here]..rowStart[here + 1]])
            {
                if (distance[j] != distance[here] - 1)
                    continue;
                path[step] = j;
                break;
            }
        }

        return path;
    }
}
