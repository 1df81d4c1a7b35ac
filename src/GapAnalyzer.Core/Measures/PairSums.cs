using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Required pairs added up, in plain fields: all, and those of two different known sectors.</summary>
internal sealed class PairSums
{
    private (long Satisfied, long Required, double SatisfiedWeight, double RequiredWeight) all;
    private (long Satisfied, long Required, double SatisfiedWeight, double RequiredWeight) cross;

    public Rate All(bool measured) => new(all.Satisfied, all.Required, all.SatisfiedWeight, all.RequiredWeight, measured);

    public Rate Cross(bool measured) => new(cross.Satisfied, cross.Required, cross.SatisfiedWeight, cross.RequiredWeight, measured);

    /// <summary>Adds one row.</summary>
    /// <param name="i">Whose row it is.</param>
    /// <param name="row">Whom it meets, ascending.</param>
    /// <param name="tied">Its partners, ascending.</param>
    /// <param name="sectors">Sectors.</param>
    public void Add(int i, PairAccumulator row, ReadOnlySpan<int> tied, SectorMap sectors)
    {
        var next = 0;
        foreach (var j in row.Others)
        {
            while (next < tied.Length && tied[next] < j)
                next++;
            Add(next < tied.Length && tied[next] == j, row.Weight(j), sectors.IsCross(i, j));
        }
    }

    public void Add(PairSums other)
    {
        all = Plus(all, other.all);
        cross = Plus(cross, other.cross);
    }

    private static (long, long, double, double) Plus((long, long, double, double) a, (long, long, double, double) b) =>
        (a.Item1 + b.Item1, a.Item2 + b.Item2, a.Item3 + b.Item3, a.Item4 + b.Item4);

    private void Add(bool isTied, double weight, bool isCross)
    {
        var (satisfied, satisfiedWeight) = isTied ? (1, weight) : (0, 0);
        all.Satisfied += satisfied;
        all.Required++;
        all.SatisfiedWeight += satisfiedWeight;
        all.RequiredWeight += weight;
        if (!isCross)
            return;
        cross.Satisfied += satisfied;
        cross.Required++;
        cross.SatisfiedWeight += satisfiedWeight;
        cross.RequiredWeight += weight;
    }
}
