namespace GapAnalyzer.Networks;

/// <summary>An undirected weighted graph in compressed sparse rows, whose nodes may stand for groups of another.</summary>
internal sealed class WeightedGraph
{
    public required int[] RowStart { get; init; }

    /// <summary>Both directions of every edge; no loops.</summary>
    public required int[] Neighbours { get; init; }

    /// <summary>Parallel to the neighbours; positive. Empty: 1 for each edge.</summary>
    public required double[] Weight { get; init; }

    /// <summary>Sum of the weights at each node, its inner edges counted from both ends.</summary>
    public required double[] Strength { get; init; }

    /// <summary>Sum of the strengths: 2m.</summary>
    public required double Total { get; init; }

    public int N => Strength.Length;

    /// <summary>Neighbours of a node.</summary>
    public ReadOnlySpan<int> Of(int v) => Neighbours.AsSpan(RowStart[v], RowStart[v + 1] - RowStart[v]);

    /// <summary>Weight of an edge, by its position among the neighbours.</summary>
    public double WeightAt(int k) => Weight.Length == 0 ? 1 : Weight[k];

    /// <summary>The tie graph without its isolates, which no group depends on.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="weight">Parallel to its neighbours, symmetric, positive; null: 1 for each tie.</param>
    /// <param name="tied">The stakeholders with a tie, ascending: the nodes.</param>
    public static WeightedGraph Of(TieNetwork ties, double[]? weight, int[] tied)
    {
        var (node, strength) = (new int[ties.N], new double[tied.Length]);
        for (var v = 0; v < tied.Length; v++)
        {
            node[tied[v]] = v;
            for (var k = ties.RowStart[tied[v]]; k < ties.RowStart[tied[v] + 1]; k++)
                strength[v] += weight?[k] ?? 1;
        }

        return new()
        {
            RowStart = [.. tied.Select(i => ties.RowStart[i]), ties.Neighbours.Length],
            Neighbours = tied.Length == ties.N ? ties.Neighbours : Array.ConvertAll(ties.Neighbours, j => node[j]),
            Weight = weight ?? [],
            Strength = strength,
            Total = strength.Sum(),
        };
    }

    /// <summary>Adds the weights of the edges of a node up by the group at their other end.</summary>
    /// <param name="v">The node.</param>
    /// <param name="group">Length n.</param>
    /// <param name="to">Zeros; receives the sums, which the caller takes back to zero.</param>
    /// <param name="near">Receives the groups that were at zero, in order of meeting; one longer than there can be.</param>
    /// <param name="met">How many it holds already.</param>
    /// <returns>How many it holds then.</returns>
    /// <remarks>Always writes down the group, and goes on where it is met for the first time: nothing to predict.</remarks>
    public int AddUp(int v, int[] group, double[] to, int[] near, int met = 0)
    {
        var (neighbours, weights) = (Neighbours, Weight);
        for (var k = RowStart[v]; k < RowStart[v + 1]; k++)
        {
            var c = group[neighbours[k]];
            ref var sum = ref to[c];
            near[met] = c;
            met += sum == 0 ? 1 : 0;
            sum += weights.Length == 0 ? 1 : weights[k];
        }

        return met;
    }

    /// <summary>One node per group, edges added up.</summary>
    /// <param name="group">Length n; numbers from 0.</param>
    /// <param name="count">Number of groups.</param>
    /// <remarks>O(n + m).</remarks>
    public WeightedGraph Merge(int[] group, int count)
    {
        var (start, members) = ByGroup(group, count);
        var (rowStart, strength, seen, at) = (new int[count + 1], new double[count], new int[count], 0);
        for (var c = 0; c < count; c++)
        {
            var mark = c + 1;
            seen[c] = mark;
            foreach (var i in members.AsSpan(start[c], start[c + 1] - start[c]))
            {
                strength[c] += Strength[i];
                foreach (var u in Of(i))
                {
                    ref var last = ref seen[group[u]];
                    at += last == mark ? 0 : 1;
                    last = mark;
                }
            }

            rowStart[c + 1] = at;
        }

        var (neighbours, weights, to, near) = (new int[at], new double[at], new double[count], new int[count + 1]);
        for (var c = 0; c < count; c++)
        {
            var met = 0;
            foreach (var i in members.AsSpan(start[c], start[c + 1] - start[c]))
                met = AddUp(i, group, to, near, met);
            at = rowStart[c];
            foreach (var d in near.AsSpan(0, met))
            {
                if (d != c)
                    (neighbours[at], weights[at++]) = (d, to[d]);
                to[d] = 0;
            }
        }

        return new() { RowStart = rowStart, Neighbours = neighbours, Weight = weights, Strength = strength, Total = Total };
    }

    /// <summary>The nodes group by group, ascending in each, and where each group begins.</summary>
    private static (int[] Start, int[] Members) ByGroup(int[] group, int count)
    {
        var (start, members) = (new int[count + 1], new int[group.Length]);
        foreach (var c in group)
            start[c + 1]++;
        for (var c = 0; c < count; c++)
            start[c + 1] += start[c];
        var next = (int[])start.Clone();
        for (var i = 0; i < group.Length; i++)
            members[next[group[i]]++] = i;
        return (start, members);
    }
}
