namespace GapAnalyzer.Networks;

/// <summary>An undirected weighted graph in compressed sparse rows, whose nodes may stand for groups of another.</summary>
internal sealed class WeightedGraph
{
    public required int[] RowStart { get; init; }

    /// <summary>Both directions of every edge; no loops.</summary>
    public required int[] Neighbours { get; init; }

    /// <summary>Parallel to the neighbours; positive.</summary>
    public required double[] Weight { get; init; }

    /// <summary>Sum of the weights at each node, its inner edges counted from both ends.</summary>
    public required double[] Strength { get; init; }

    /// <summary>Sum of the strengths: 2m.</summary>
    public required double Total { get; init; }

    public int N => Strength.Length;

    /// <summary>The tie graph without its isolates, which no group depends on.</summary>
    /// <param name="ties">The tie graph.</param>
    /// <param name="weight">Parallel to its neighbours, symmetric, positive; null: 1 for each tie.</param>
    /// <param name="tied">The stakeholders with a tie, ascending: the nodes.</param>
    public static WeightedGraph Of(TieNetwork ties, double[]? weight, int[] tied)
    {
        var weights = weight ?? Enumerable.Repeat(1.0, ties.Neighbours.Length).ToArray();
        var (node, strength) = (new int[ties.N], new double[tied.Length]);
        for (var v = 0; v < tied.Length; v++)
        {
            node[tied[v]] = v;
            for (var k = ties.RowStart[tied[v]]; k < ties.RowStart[tied[v] + 1]; k++)
                strength[v] += weights[k];
        }

        return new()
        {
            RowStart = [.. tied.Select(i => ties.RowStart[i]), ties.Neighbours.Length],
            Neighbours = [.. ties.Neighbours.Select(j => node[j])],
            Weight = weights,
            Strength = strength,
            Total = strength.Sum(),
        };
    }

    /// <summary>One node per group, edges added up.</summary>
    /// <param name="group">Length n; numbers from 0.</param>
    /// <param name="count">Number of groups.</param>
    /// <remarks>O(n + m).</remarks>
    public WeightedGraph Merge(int[] group, int count)
    {
        var (start, members) = ByGroup(group, count);
        var (rowStart, strength) = (new int[count + 1], new double[count]);
        var (neighbours, weights) = (new List<int>(), new List<double>());
        var (to, seen) = (new double[count], new List<int>());
        for (var c = 0; c < count; c++)
        {
            foreach (var i in members.AsSpan(start[c], start[c + 1] - start[c]))
            {
                strength[c] += Strength[i];
                for (var k = RowStart[i]; k < RowStart[i + 1]; k++)
                {
                    var d = group[Neighbours[k]];
                    if (d == c)
                        continue;
                    if (to[d] == 0)
                        seen.Add(d);
                    to[d] += Weight[k];
                }
            }

            foreach (var d in seen)
            {
                neighbours.Add(d);
                weights.Add(to[d]);
                to[d] = 0;
            }

            seen.Clear();
            rowStart[c + 1] = neighbours.Count;
        }

        return new() { RowStart = rowStart, Neighbours = [.. neighbours], Weight = [.. weights], Strength = strength, Total = Total };
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
