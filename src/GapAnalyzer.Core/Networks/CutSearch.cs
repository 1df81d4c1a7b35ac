namespace GapAnalyzer.Networks;

/// <summary>What falls apart when one stakeholder or one tie is lost, from a single depth-first search.</summary>
/// <remarks>Source: Tarjan 1972, SIAM J. Comput. 1:146, doi:10.1137/0201010. O(n + m) time, O(n) memory, no recursion.</remarks>
internal sealed class CutSearch
{
    private readonly TieNetwork ties;
    private readonly int[] entry;
    private readonly int[] low;
    private readonly int[] parent;
    private readonly int[] size;
    private readonly int[] next;
    private readonly int[] stack;

    /// <summary>Stakeholders in the pieces that a loss cuts off below, and the largest such piece, per stakeholder.</summary>
    private readonly int[] below;
    private readonly int[] largestBelow;
    private readonly List<(int A, int B)> bridges = [];
    private int clock;

    private CutSearch(TieNetwork ties)
    {
        this.ties = ties;
        (entry, low, parent, size) = (new int[ties.N], new int[ties.N], new int[ties.N], new int[ties.N]);
        (next, stack, below, largestBelow) = (new int[ties.N], new int[ties.N], new int[ties.N], new int[ties.N]);
    }

    /// <summary>Cutpoints and bridges of the tie graph.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="cutOff">
    /// Length n; receives how many others a loss cuts off: everyone else in the component, less the largest piece that is left.
    /// Positive for cutpoints, 0 for all others.
    /// </param>
    /// <returns>The bridges, A &lt; B, ascending.</returns>
    public static IReadOnlyList<(int A, int B)> Of(TieNetwork ties, Span<int> cutOff)
    {
        var search = new CutSearch(ties);
        for (var root = 0; root < ties.N; root++)
        {
            if (search.entry[root] == 0)
                search.Component(root, cutOff);
        }

        search.bridges.Sort();
        return search.bridges;
    }

    private void Component(int root, Span<int> cutOff)
    {
        var first = clock;
        parent[root] = -1;
        var depth = 0;
        Enter(root, ref depth);
        var reached = new List<int> { root };
        while (depth > 0)
        {
            var v = stack[depth - 1];
            if (next[v] == ties.RowStart[v + 1])
            {
                depth--;
                Leave(v);
                continue;
            }

            var u = ties.Neighbours[next[v]++];
            if (entry[u] == 0)
            {
                parent[u] = v;
                reached.Add(u);
                Enter(u, ref depth);
            }
            else if (u != parent[v])
            {
                low[v] = Math.Min(low[v], entry[u]);
            }
        }

        var others = clock - first - 1;
        foreach (var v in reached)
            cutOff[v] = below[v] == 0 ? 0 : others - Math.Max(largestBelow[v], others - below[v]);
    }

    private void Enter(int v, ref int depth)
    {
        entry[v] = low[v] = ++clock;
        size[v] = 1;
        next[v] = ties.RowStart[v];
        stack[depth++] = v;
    }

    /// <summary>Hands what is known below v up to its parent.</summary>
    private void Leave(int v)
    {
        var p = parent[v];
        if (p < 0)
            return;
        size[p] += size[v];
        low[p] = Math.Min(low[p], low[v]);
        if (low[v] > entry[p])
            bridges.Add((Math.Min(p, v), Math.Max(p, v)));
        if (low[v] < entry[p])
            return;
        below[p] += size[v];
        largestBelow[p] = Math.Max(largestBelow[p], size[v]);
    }
}
