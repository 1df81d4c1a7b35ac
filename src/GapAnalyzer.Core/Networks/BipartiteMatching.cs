namespace GapAnalyzer.Networks;

/// <summary>A largest set of disjoint ties between two sides, and the smallest set of stakeholders that all those ties touch.</summary>
/// <remarks>
/// O(m sqrt n) time, O(n) memory. Sources: Hopcroft &amp; Karp 1973, SIAM J. Comput. 2:225, doi:10.1137/0202019; Konig 1931;
/// Dulmage &amp; Mendelsohn 1958, doi:10.4153/CJM-1958-052-0 (what is reached from the unmatched does not depend on the matching).
/// </remarks>
internal sealed class BipartiteMatching
{
    private readonly int[][] edges;
    private readonly int[] left;
    private readonly int[] right;
    private readonly int[] level;

    /// <param name="edges">Of each left node, the right nodes it is tied to.</param>
    /// <param name="rights">Number of right nodes.</param>
    public BipartiteMatching(int[][] edges, int rights)
    {
        this.edges = edges;
        (left, right, level) = (new int[edges.Length], new int[rights], new int[edges.Length]);
        Array.Fill(left, -1);
        Array.Fill(right, -1);
        while (Layer())
        {
            for (var l = 0; l < edges.Length; l++)
                Size += left[l] < 0 && Augment(l) ? 1 : 0;
        }
    }

    /// <summary>Number of disjoint ties.</summary>
    public int Size { get; }

    /// <summary>The disjoint ties.</summary>
    public IEnumerable<(int Left, int Right)> Pairs => left.Select((r, l) => (l, r)).Where(pair => pair.r >= 0);

    /// <summary>
    /// The smallest cover that takes as many of the left side as any smallest one: left nodes not reached from the unmatched left ones
    /// by alternating paths, and right nodes that are. The same for every largest matching.
    /// </summary>
    public (IReadOnlyList<int> Left, IReadOnlyList<int> Right) Cover()
    {
        var (isLeft, isRight) = (new bool[left.Length], new bool[right.Length]);
        var stack = new Stack<int>(Enumerable.Range(0, left.Length).Where(l => left[l] < 0));
        foreach (var l in stack)
            isLeft[l] = true;
        while (stack.TryPop(out var l))
        {
            foreach (var r in edges[l])
            {
                isRight[r] = true;
                if (isLeft[right[r]])
                    continue;
                isLeft[right[r]] = true;
                stack.Push(right[r]);
            }
        }

        return ([.. Enumerable.Range(0, left.Length).Where(l => !isLeft[l])], [.. Enumerable.Range(0, right.Length).Where(r => isRight[r])]);
    }

    /// <summary>Breadth-first levels of left nodes from the unmatched ones; false when no unmatched right node is reached.</summary>
    private bool Layer()
    {
        var queue = new Queue<int>();
        for (var l = 0; l < left.Length; l++)
        {
            level[l] = left[l] < 0 ? 0 : -1;
            if (left[l] < 0)
                queue.Enqueue(l);
        }

        var reached = false;
        while (queue.TryDequeue(out var l))
        {
            foreach (var r in edges[l])
            {
                var next = right[r];
                reached |= next < 0;
                if (next < 0 || level[next] >= 0)
                    continue;
                level[next] = level[l] + 1;
                queue.Enqueue(next);
            }
        }

        return reached;
    }

    /// <summary>Depth-first along the levels; without recursion, since a path can be as long as the sides are large.</summary>
    private bool Augment(int start)
    {
        var path = new Stack<(int L, int At)>([(start, 0)]);
        while (path.TryPop(out var here))
        {
            var (l, at) = here;
            if (at == edges[l].Length)
            {
                level[l] = -1;
                continue;
            }

            path.Push((l, at + 1));
            var next = right[edges[l][at]];
            if (next < 0)
                return Flip(path);
            if (level[next] == level[l] + 1)
                path.Push((next, 0));
        }

        return false;
    }

    /// <summary>Matches every left node of the path with the right node it was left by.</summary>
    private bool Flip(Stack<(int L, int At)> path)
    {
        foreach (var (l, at) in path)
        {
            var r = edges[l][at - 1];
            (left[l], right[r]) = (r, l);
        }

        return true;
    }
}
