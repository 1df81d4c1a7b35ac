namespace GapAnalyzer.Measures;

/// <summary>How deep in the dense middle of the network a stakeholder is.</summary>
internal static class Coreness
{
    public static Measure Measure { get; } = new(
        "coreness",
        "Coreness",
        "stakeholder, network",
        "largest k such that i is in a k-core: a set in which everyone has at least k ties within the set",
        "One joint activity of k + 1 is a k-core by itself. Unweighted.",
        "Seidman 1983, Soc. Networks 5:269, doi:10.1016/0378-8733(83)90028-X; Batagelj & Zaversnik 2003, arXiv:cs/0310049");

    /// <summary>Core number of every stakeholder: those of lowest remaining degree are taken away first.</summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie.</param>
    /// <param name="core">Length n; receives the numbers, 0 for an isolate.</param>
    /// <remarks>O(n + m) time and memory.</remarks>
    public static void Of(ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, Span<int> core)
    {
        var n = core.Length;
        for (var i = 0; i < n; i++)
            core[i] = rowStart[i + 1] - rowStart[i];
        var (order, position, bin) = SortByDegree(core);
        for (var at = 0; at < n; at++)
        {
            var v = order[at];
            foreach (var u in neighbours[rowStart[v]..rowStart[v + 1]])
            {
                if (core[u] <= core[v])
                    continue;

                // u moves to the front of its bin, and the bin shrinks past it: u now is in the bin below.
                var (front, place) = (bin[core[u]], position[u]);
                var w = order[front];
                (order[place], order[front]) = (w, u);
                (position[w], position[u]) = (place, front);
                bin[core[u]]++;
                core[u]--;
            }
        }
    }

    /// <summary>Stakeholders by degree, the place of each, and where each degree begins.</summary>
    private static (int[] Order, int[] Position, int[] Bin) SortByDegree(ReadOnlySpan<int> degree)
    {
        var most = 0;
        foreach (var d in degree)
            most = Math.Max(most, d);
        var bin = new int[most + 2];
        foreach (var d in degree)
            bin[d + 1]++;
        for (var d = 1; d < bin.Length; d++)
            bin[d] += bin[d - 1];
        var (order, position, next) = (new int[degree.Length], new int[degree.Length], (int[])bin.Clone());
        for (var i = 0; i < degree.Length; i++)
        {
            position[i] = next[degree[i]]++;
            order[position[i]] = i;
        }

        return (order, position, bin);
    }
}
