namespace GapAnalyzer.Measures;

/// <summary>How much denser groups are within than chance would have it; the measure is that of <see cref="Communities"/>.</summary>
internal static class Modularity
{
    /// <summary><c>Q = sum over groups of (in_c / W - (k_c / W)^2)</c>, W = sum of all weights in both directions; NaN without ties.</summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie.</param>
    /// <param name="weight">Parallel to the neighbours, symmetric; empty: 1 for each tie.</param>
    /// <param name="group">Length n; numbers of the groups, small ones; negative: a group of its own.</param>
    /// <remarks>
    /// O(n + m). Whole weights give the same value to the last digit for partitions of equal quality: their sums are exact.
    /// Source: Newman &amp; Girvan 2004, Phys. Rev. E 69:026113, doi:10.1103/PhysRevE.69.026113.
    /// </remarks>
    public static double Of(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weight, ReadOnlySpan<int> group)
    {
        var groups = 0;
        foreach (var c in group)
            groups = Math.Max(groups, c + 1);
        var (within, total, all, alone) = (0.0, new double[groups], 0.0, 0.0);
        for (var i = 0; i < group.Length; i++)
        {
            var own = 0.0;
            for (var k = rowStart[i]; k < rowStart[i + 1]; k++)
            {
                var w = weight.IsEmpty ? 1 : weight[k];
                own += w;
                if (group[i] >= 0 && group[i] == group[neighbours[k]])
                    within += w;
            }

            all += own;
            if (group[i] < 0)
                alone += own * own;
            else
                total[group[i]] += own;
        }

        var squares = alone;
        foreach (var k in total)
            squares += k * k;
        return all > 0 ? ((within * all) - squares) / (all * all) : double.NaN;
    }
}
