namespace GapAnalyzer.Networks;

/// <summary>Connected components of an undirected graph in compressed sparse rows.</summary>
internal static class Components
{
    /// <summary>
    /// Numbers the components, the largest being 0; components of one size are numbered by their first stakeholder. An isolate is a
    /// component.
    /// </summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie.</param>
    /// <param name="component">Length n; receives the number of each stakeholder's component.</param>
    /// <returns>The sizes, descending.</returns>
    /// <remarks>Breadth-first search: O(n + m) time, O(n) memory.</remarks>
    public static int[] Label(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, Span<int> component)
    {
        component.Fill(-1);
        var queue = new int[component.Length];
        var sizes = new List<int>();
        for (var start = 0; start < component.Length; start++)
        {
            if (component[start] >= 0)
                continue;
            sizes.Add(Flood(rowStart, neighbours, component, start, sizes.Count, queue));
        }

        var order = Enumerable.Range(0, sizes.Count).OrderByDescending(c => sizes[c]).ToArray();
        var number = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            number[order[rank]] = rank;
        foreach (ref var label in component)
            label = number[label];
        return [.. order.Select(c => sizes[c])];
    }

    /// <summary>Sizes of the components of the graph among some stakeholders only.</summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie.</param>
    /// <param name="members">Distinct stakeholders; not empty.</param>
    /// <param name="mark">Length n, all -1; -1 again on return.</param>
    /// <returns>Number of components and size of the largest.</returns>
    /// <remarks>O(sum of the members' degrees).</remarks>
    public static (int Count, int Largest) Among(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, ReadOnlySpan<int> members, Span<int> mark)
    {
        const int Waiting = -2;
        foreach (var i in members)
            mark[i] = Waiting;
        var queue = new int[members.Length];
        var (count, largest) = (0, 0);
        foreach (var i in members)
        {
            if (mark[i] == Waiting)
                largest = Math.Max(largest, Flood(rowStart, neighbours, mark, i, count++, queue, Waiting));
        }

        foreach (var i in members)
            mark[i] = -1;
        return (count, largest);
    }

    /// <summary>Labels everything that can be reached from a start over stakeholders labelled <paramref name="free"/>; its size.</summary>
    private static int Flood(
        ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, Span<int> label, int start, int number, Span<int> queue, int free = -1)
    {
        queue[0] = start;
        label[start] = number;
        var (head, tail) = (0, 1);
        while (head < tail)
        {
            var i = queue[head++];
            foreach (var j in neighbours[rowStart[i]..rowStart[i + 1]])
            {
                if (label[j] != free)
                    continue;
                label[j] = number;
                queue[tail++] = j;
            }
        }

        return tail;
    }
}
