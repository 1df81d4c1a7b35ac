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

    /// <summary>Labels everything that can be reached from a start over stakeholders without a label; its size.</summary>
    private static int Flood(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, Span<int> label, int start, int number, Span<int> queue)
    {
        queue[0] = start;
        label[start] = number;
        var (head, tail) = (0, 1);
        while (head < tail)
        {
            var i = queue[head++];
            foreach (var j in neighbours[rowStart[i]..rowStart[i + 1]])
            {
                if (label[j] >= 0)
                    continue;
                label[j] = number;
                queue[tail++] = j;
            }
        }

        return tail;
    }
}
