using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Ties between stakeholders of known sector that have partners of known sector in common, and these partners: what shuffles go through again and again.</summary>
internal sealed class TieTriangles
{
    /// <summary>Triangles that are kept in memory, 12 bytes each; with more there are no shuffled roles.</summary>
    private const long Most = 20_000_000;

    private readonly List<int> ends = [];
    private readonly List<int> start = [0];
    private readonly List<int> common = [];

    private TieTriangles()
    {
    }

    public int Ties => start.Count - 1;

    /// <summary>Entries, three for each triangle.</summary>
    public int Entries => common.Count;

    public (int U, int W) Ends(int tie) => (ends[2 * tie], ends[(2 * tie) + 1]);

    public ReadOnlySpan<int> CommonOf(int tie) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(common)[start[tie]..start[tie + 1]];

    /// <returns>Null where there are too many.</returns>
    public static TieTriangles? Of(TieNetwork ties, SectorMap sectors, Embeddedness embedded, CancellationToken cancellation)
    {
        if (Enumerable.Range(0, ties.N).Sum(embedded.Triangles) > 3 * Most)
            return null;
        var (kept, search) = (new TieTriangles(), new CommonPartners(ties));
        CommonPartners.Visit keep = (u, w, _, common, _, _) => kept.Add(sectors, u, w, common);
        for (var u = 0; u < ties.N; u++)
        {
            cancellation.ThrowIfCancellationRequested();
            search.OfTies(u, keep);
        }

        return kept;
    }

    private void Add(SectorMap sectors, int u, int w, ReadOnlySpan<int> found)
    {
        if (!sectors.IsKnown(u) || !sectors.IsKnown(w))
            return;
        foreach (var q in found)
        {
            if (sectors.IsKnown(q))
                common.Add(q);
        }

        if (common.Count == start[^1])
            return;
        ends.AddRange([u, w]);
        start.Add(common.Count);
    }
}
