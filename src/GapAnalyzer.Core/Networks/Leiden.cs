using GapAnalyzer.Nulls;

namespace GapAnalyzer.Networks;

/// <summary>
/// Groups of high modularity (resolution 1) by the Leiden algorithm: move nodes between groups, refine each group into connected
/// parts, make each part a node, and again; all repeated from its own result until that gains nothing, in a large graph once.
/// </summary>
/// <remarks>
/// O(n + m) per round, a few rounds. Groups are connected. Source: Traag, Waltman &amp; van Eck 2019, Sci. Rep. 9:5233,
/// doi:10.1038/s41598-019-41695-z.
/// </remarks>
internal sealed class Leiden
{
    /// <summary>Most passes over a graph of up to <see cref="Large"/> edges, counted from both ends; over a larger one, the usual number of this algorithm.</summary>
    private const int MostPasses = 20;
    private const int PassesOfLarge = 2;
    private const int Large = 500_000;

    /// <summary>Smallest gain that counts, in units of weight: below is rounding.</summary>
    private const double Least = 1e-10;

    private readonly WeightedGraph whole;
    private readonly CancellationToken cancellation;
    private RandomStream random;

    private Leiden(WeightedGraph whole, RandomStream random, CancellationToken cancellation) =>
        (this.whole, this.random, this.cancellation) = (whole, random, cancellation);

    /// <summary>One run: numbers of the groups, from 0, and their modularity.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="random">Decides orders, and which of several good merges is made.</param>
    /// <param name="groupsAtStart">Groups that nodes are thrown into at first; n or more: each node alone.</param>
    /// <param name="cancellation">Looked at once per round.</param>
    public static (int[] Group, double Quality) Groups(WeightedGraph graph, RandomStream random, int groupsAtStart, CancellationToken cancellation)
    {
        int[] groups = [.. Enumerable.Range(0, graph.N).Select(v => groupsAtStart < graph.N ? random.NextBelow(groupsAtStart) : v)];
        var leiden = new Leiden(graph, random, cancellation);
        var quality = double.NegativeInfinity;
        for (var pass = 0; pass < (graph.Neighbours.Length > Large ? PassesOfLarge : MostPasses); pass++)
        {
            var candidate = leiden.Pass(groups);
            var reached = Quality(graph, candidate);
            if (reached <= quality + (Least / graph.Total))
                break;
            (groups, quality) = (candidate, reached);
        }

        return (groups, quality);
    }

    private static double Quality(WeightedGraph graph, int[] groups) => Measures.Modularity.Of(graph.RowStart, graph.Neighbours, graph.Weight, groups);

    private int[] Pass(int[] groups)
    {
        var (graph, partition) = (whole, (int[])groups.Clone());
        int[] node = [.. Enumerable.Range(0, whole.N)];
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Move(graph, partition);
            var count = Renumber(partition);
            var parts = count == graph.N ? null : new GroupRefinement(graph, partition, count).Parts(ref random);
            var merged = parts is null ? graph.N : Renumber(parts);
            if (parts is null || merged == graph.N)
                return [.. node.Select(v => partition[v])];
            var next = new int[merged];
            for (var v = 0; v < graph.N; v++)
                next[parts[v]] = partition[v];
            for (var i = 0; i < node.Length; i++)
                node[i] = parts[node[i]];
            (graph, partition) = (graph.Merge(parts, merged), next);
        }
    }

    /// <summary>Moves each node to the group where it gains most, and looks again at the neighbours of those that moved.</summary>
    private void Move(WeightedGraph graph, int[] group)
    {
        var (strength, size) = (new double[graph.N], new int[graph.N]);
        for (var v = 0; v < graph.N; v++)
        {
            strength[group[v]] += graph.Strength[v];
            size[group[v]]++;
        }

        var empty = new Stack<int>(Enumerable.Range(0, graph.N).Where(c => size[c] == 0));
        int[] order = [.. Enumerable.Range(0, graph.N)];
        random.Shuffle<int>(order);
        var (queue, isQueued) = (new Queue<int>(order), new bool[graph.N]);
        Array.Fill(isQueued, true);
        var (to, near) = (new double[graph.N], new int[graph.N + 1]);
        while (queue.TryDequeue(out var v))
        {
            isQueued[v] = false;
            var from = group[v];
            strength[from] -= graph.Strength[v];
            if (--size[from] == 0)
                empty.Push(from);
            var best = Best(graph, v, group, strength, to, near, empty.Peek());
            group[v] = best;
            strength[best] += graph.Strength[v];
            if (size[best]++ == 0)
                empty.Pop();
            if (best == from)
                continue;
            foreach (var u in graph.Of(v))
            {
                if (group[u] == best || isQueued[u])
                    continue;
                isQueued[u] = true;
                queue.Enqueue(u);
            }
        }
    }

    /// <summary>The group of largest gain for a node that was taken out: its own unless another is better, a new one where all lose.</summary>
    private static int Best(WeightedGraph graph, int v, int[] group, double[] strength, double[] to, int[] near, int fresh)
    {
        var met = near.AsSpan(0, graph.AddUp(v, group, to, near));
        var rate = graph.Strength[v] / graph.Total;
        var (best, most) = (group[v], to[group[v]] - (rate * strength[group[v]]));
        if (most < -Least)
            (best, most) = (fresh, 0);
        foreach (var c in met)
        {
            var gain = to[c] - (rate * strength[c]);
            if (gain > most + Least)
                (best, most) = (c, gain);
            to[c] = 0;
        }

        return best;
    }

    /// <summary>Numbers groups from 0 in order of their first member; returns how many there are.</summary>
    private static int Renumber(int[] group)
    {
        var number = new int[group.Length];
        var count = 0;
        foreach (ref var c in group.AsSpan())
        {
            if (number[c] == 0)
                number[c] = ++count;
            c = number[c] - 1;
        }

        return count;
    }
}
