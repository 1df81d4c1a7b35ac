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
    /// <param name="row">Whom it meets.</param>
    /// <param name="marks">Length n; <paramref name="mark"/> for its partners.</param>
    /// <param name="mark">What no one else is marked with.</param>
    /// <param name="sectors">Sectors.</param>
    public void Add(int i, PairAccumulator row, int[] marks, int mark, SectorMap sectors)
    {
        foreach (var j in row.Others)
            Add(marks[j] == mark, row.Weight(j), sectors.IsCross(i, j));
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
