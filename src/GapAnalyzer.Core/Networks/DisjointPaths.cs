namespace GapAnalyzer.Networks;

/// <summary>
/// The largest number of paths between two sets that share no stakeholder, ends included: by Menger's theorem the smallest number whose
/// loss leaves no path between the sets.
/// </summary>
/// <remarks>
/// Unit flow through split nodes: in(v) = 2v, out(v) = 2v + 1. A path leaves the first set once and ends where it first meets the
/// second, so nothing leads into the one or out of the other. O(m sqrt n) time (Even &amp; Tarjan 1975, doi:10.1137/0204043), O(n) memory.
/// </remarks>
internal sealed class DisjointPaths
{
    private const int Nowhere = -1;
    private readonly TieNetwork ties;
    private readonly int[] starts;
    private readonly bool[] isStart;
    private readonly bool[] isEnd;

    /// <summary>The next and the previous on the path through each stakeholder; negative: none.</summary>
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] level;
    private readonly int[] arc;
    private readonly Queue<int> queue = new();

    /// <param name="ties">The tie graph.</param>
    /// <param name="starts">The first set.</param>
    /// <param name="ends">The second, disjoint of the first.</param>
    /// <param name="direct">Disjoint ties between the two that are known already: where to start from.</param>
    private DisjointPaths(TieNetwork ties, int[] starts, int[] ends, IReadOnlyCollection<(int Start, int End)> direct)
    {
        (this.ties, this.starts) = (ties, starts);
        (isStart, isEnd) = (new bool[ties.N], new bool[ties.N]);
        foreach (var s in starts)
            isStart[s] = true;
        foreach (var t in ends)
            isEnd[t] = true;
        (next, previous, level, arc) = (new int[ties.N], new int[ties.N], new int[2 * ties.N], new int[2 * ties.N]);
        Array.Fill(next, Nowhere);
        Array.Fill(previous, Nowhere);
        foreach (var (s, t) in direct)
            (next[s], previous[t]) = (t, s);
    }

    /// <inheritdoc cref="DisjointPaths"/>
    public static int Count(
        TieNetwork ties, int[] starts, int[] ends, IReadOnlyCollection<(int Start, int End)> direct, CancellationToken cancellation)
    {
        var paths = new DisjointPaths(ties, starts, ends, direct);
        var count = direct.Count;
        while (paths.Layer())
        {
            cancellation.ThrowIfCancellationRequested();
            count += starts.Count(s => paths.next[s] < 0 && paths.Augment((2 * s) + 1));
        }

        return count;
    }

    /// <summary>Breadth-first levels of the residual network; false where no free end is reached.</summary>
    private bool Layer()
    {
        Array.Fill(level, Nowhere);
        Array.Clear(arc);
        foreach (var s in starts.Where(s => next[s] < 0))
            Reach((2 * s) + 1, 0);
        var reached = false;
        while (queue.TryDequeue(out var state))
        {
            reached |= IsFreeEnd(state);
            for (var k = 0; Follow(state, k, out var to); k++)
                Reach(to, level[state] + 1);
        }

        return reached;
    }

    private void Reach(int state, int at)
    {
        if (state < 0 || level[state] >= 0)
            return;
        level[state] = at;
        queue.Enqueue(state);
    }

    private bool IsFreeEnd(int state) => state % 2 == 0 && isEnd[state / 2] && previous[state / 2] < 0;

    /// <summary>The k-th residual arc of a state; false past the last, <paramref name="to"/> negative where that one is used up.</summary>
    private bool Follow(int state, int k, out int to)
    {
        var (v, isOut) = (state / 2, state % 2 == 1);
        to = Nowhere;
        if (!isOut)
        {
            to = previous[v] >= 0 ? (2 * previous[v]) + 1 : isEnd[v] ? Nowhere : state + 1;
            return k == 0;
        }

        var degree = ties.RowStart[v + 1] - ties.RowStart[v];
        if (k == degree && previous[v] >= 0)
        {
            to = state - 1;
            return true;
        }

        if (k >= degree)
            return false;
        var u = ties.Neighbours[ties.RowStart[v] + k];
        to = isStart[u] || u == next[v] ? Nowhere : 2 * u;
        return true;
    }

    private bool Augment(int start)
    {
        var path = new List<int> { start };
        while (path.Count > 0)
        {
            var state = path[^1];
            if (IsFreeEnd(state))
                return Flip(path);
            if (!Follow(state, arc[state]++, out var to))
            {
                level[state] = Nowhere;
                path.RemoveAt(path.Count - 1);
            }
            else if (to >= 0 && level[to] == level[state] + 1)
            {
                path.Add(to);
            }
        }

        return false;
    }

    /// <summary>Takes back what the path goes against, then adds what it goes along; each state is used once per layering.</summary>
    private bool Flip(List<int> path)
    {
        for (var k = 0; k + 1 < path.Count; k++)
        {
            var (u, p) = (path[k] / 2, path[k + 1] / 2);
            if (path[k] % 2 == 0 && u != p)
                next[p] = previous[u] = Nowhere;
        }

        for (var k = 0; k + 1 < path.Count; k++)
        {
            var (v, u) = (path[k] / 2, path[k + 1] / 2);
            if (path[k] % 2 == 1 && u != v)
                (next[v], previous[u]) = (u, v);
            level[path[k]] = Nowhere;
        }

        level[path[^1]] = Nowhere;
        return true;
    }
}
