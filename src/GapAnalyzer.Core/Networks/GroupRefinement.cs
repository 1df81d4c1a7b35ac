using GapAnalyzer.Nulls;

namespace GapAnalyzer.Networks;

/// <summary>
/// The refinement of the Leiden algorithm: each group is split into well-connected parts by merging its nodes anew, starting from
/// single ones.
/// </summary>
internal sealed class GroupRefinement
{
    /// <summary>How freely a good merge that is not the best is made, in mean weights of an edge.</summary>
    private const double Freedom = 0.05;

    private readonly WeightedGraph graph;
    private readonly int[] group;
    private readonly double[] groupStrength;
    private readonly int[] part;
    private readonly double[] partStrength;

    /// <summary>Weight of the edges from each part to the rest of its group.</summary>
    private readonly double[] outward;
    private readonly bool[] isSingle;
    private readonly double[] to;
    private readonly List<int> near = [];
    private readonly List<(int Part, double Gain)> good = [];

    /// <param name="graph">The graph.</param>
    /// <param name="group">Length n; numbers of the groups, from 0.</param>
    /// <param name="count">Number of groups.</param>
    public GroupRefinement(WeightedGraph graph, int[] group, int count)
    {
        (this.graph, this.group) = (graph, group);
        (groupStrength, part, partStrength) = (new double[count], [.. Enumerable.Range(0, graph.N)], (double[])graph.Strength.Clone());
        (outward, isSingle, to) = (new double[graph.N], new bool[graph.N], new double[graph.N]);
        Array.Fill(isSingle, true);
        for (var v = 0; v < graph.N; v++)
        {
            groupStrength[group[v]] += graph.Strength[v];
            for (var k = graph.RowStart[v]; k < graph.RowStart[v + 1]; k++)
                outward[v] += group[graph.Neighbours[k]] == group[v] ? graph.WeightAt(k) : 0;
        }
    }

    /// <summary>The part of each node; every part lies in one group and is connected.</summary>
    /// <param name="random">Decides the order, and which of several good merges is made.</param>
    /// <remarks>O(n + m).</remarks>
    public int[] Parts(ref RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, graph.N)];
        random.Shuffle<int>(order);
        foreach (var v in order)
        {
            if (isSingle[v] && IsWellConnected(outward[v], graph.Strength[v], group[v]))
                Merge(v, random.NextDouble());
        }

        return part;
    }

    private bool IsWellConnected(double edges, double strength, int c) => edges >= strength * (groupStrength[c] - strength) / graph.Total;

    private void Merge(int v, double chance)
    {
        for (var k = graph.RowStart[v]; k < graph.RowStart[v + 1]; k++)
        {
            var u = graph.Neighbours[k];
            if (group[u] != group[v])
                continue;
            if (to[part[u]] == 0)
                near.Add(part[u]);
            to[part[u]] += graph.WeightAt(k);
        }

        foreach (var d in near)
        {
            var gain = to[d] - (graph.Strength[v] * partStrength[d] / graph.Total);
            if (gain >= 0 && IsWellConnected(outward[d], partStrength[d], group[v]))
                good.Add((d, gain));
        }

        if (good.Count > 0)
            Join(v, Choose(chance));
        foreach (var d in near)
            to[d] = 0;
        near.Clear();
        good.Clear();
    }

    /// <summary>One of the good merges, the likelier the more it gains.</summary>
    private int Choose(double chance)
    {
        var (most, unit) = (good.Max(merge => merge.Gain), Freedom * graph.Total / graph.Neighbours.Length);
        var total = good.Sum(merge => Math.Exp((merge.Gain - most) / unit));
        var left = chance * total;
        foreach (var (d, gain) in good)
        {
            left -= Math.Exp((gain - most) / unit);
            if (left < 0)
                return d;
        }

        return good[^1].Part;
    }

    /// <remarks>A single node's part has its own number; a part that was joined is never single again.</remarks>
    private void Join(int v, int d)
    {
        outward[d] += outward[v] - (2 * to[d]);
        partStrength[d] += graph.Strength[v];
        part[v] = d;
        isSingle[v] = isSingle[d] = false;
    }
}
