using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>
/// What <see cref="SectorShuffles"/> counts in one thread; the one that has nothing to compare with holds the observed values, and in the
/// end the sums.
/// </summary>
internal sealed class ShuffleTally
{
    private readonly TieNetwork ties;
    private readonly int[] triangles;
    private readonly SectorMap sectors;
    private readonly ShuffleTally observed;
    private readonly int[] known;
    private readonly int[] original;
    private readonly int[] label;
    private readonly int[] shuffled;
    private readonly long[] roles;
    private readonly long[] totals = new long[Brokerage.Roles + 1];
    private readonly SectorIndices? indices;

    public ShuffleTally(TieNetwork ties, int[] triangles, SectorMap sectors, ShuffleTally? observed, SectorIndices? indices = null)
    {
        (this.ties, this.triangles, this.sectors, this.observed, this.indices) = (ties, triangles, sectors, observed ?? this, indices);
        known = [.. Enumerable.Range(0, ties.N).Where(sectors.IsKnown)];
        original = [.. Enumerable.Range(0, ties.N).Select(i => sectors.IsKnown(i) ? sectors.Of[i] : -1)];
        (label, shuffled, roles) = ((int[])original.Clone(), new int[known.Length], new long[Brokerage.Roles * ties.N]);
        (RolesAsHigh, AcrossAsHigh) = (new int[roles.Length], new int[ties.N]);
        (AsLow, AsHigh) = (new int[totals.Length], new int[totals.Length]);
        if (observed is null)
            Count();
    }

    public int[] RolesAsHigh { get; }
    public int[] AcrossAsHigh { get; }
    public int[] AsLow { get; }
    public int[] AsHigh { get; }

    /// <summary>Back to the given labels, so that a block does not depend on the blocks before it.</summary>
    public void Start()
    {
        for (var k = 0; k < known.Length; k++)
            shuffled[k] = original[known[k]];
    }

    /// <param name="number">Which shuffle it is.</param>
    /// <param name="random">Where it comes from.</param>
    public void Shuffle(int number, ref RandomStream random)
    {
        random.Shuffle<int>(shuffled);
        for (var k = 0; k < known.Length; k++)
            label[known[k]] = shuffled[k];
        Count();
        indices?.Record(number, ties, label);
        for (var at = 0; at < roles.Length; at++)
            RolesAsHigh[at] += roles[at] >= observed.roles[at] ? 1 : 0;
        for (var v = 0; v < AcrossAsHigh.Length; v++)
            AcrossAsHigh[v] += Across(v) >= observed.Across(v) ? 1 : 0;
        for (var role = 0; role < totals.Length; role++)
        {
            AsLow[role] += totals[role] <= observed.totals[role] ? 1 : 0;
            AsHigh[role] += totals[role] >= observed.totals[role] ? 1 : 0;
        }
    }

    public void AddTo(ShuffleTally sums)
    {
        foreach (var (mine, all) in new[] { (RolesAsHigh, sums.RolesAsHigh), (AcrossAsHigh, sums.AcrossAsHigh), (AsLow, sums.AsLow), (AsHigh, sums.AsHigh) })
        {
            for (var at = 0; at < mine.Length; at++)
                all[at] += mine[at];
        }
    }

    private long Across(int v) => roles[(v * Brokerage.Roles) + 2] + roles[(v * Brokerage.Roles) + 3];

    private void Count()
    {
        Brokerage.Count(ties, triangles, label, sectors.Count, roles);
        Array.Clear(totals);
        for (var at = 0; at < roles.Length; at++)
            totals[at % Brokerage.Roles] += roles[at];
        for (var i = 0; i < ties.N; i++)
        {
            foreach (var j in ties.Of(i))
                totals[^1] += j > i && label[i] >= 0 && label[j] >= 0 && label[i] != label[j] ? 1 : 0;
        }
    }
}
