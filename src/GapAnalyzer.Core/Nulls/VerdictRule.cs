namespace GapAnalyzer.Nulls;

/// <summary>From the deciding test to a verdict: significant, and by enough to matter.</summary>
internal sealed class VerdictRule
{
    private readonly RequiredTies pairs;
    private readonly bool measured;
    private readonly bool modelled;

    /// <param name="pairs">Required pairs and their ties.</param>
    /// <param name="under">Satisfied / expected at or below which a shortfall matters.</param>
    /// <param name="over">At or above which a surplus matters.</param>
    /// <param name="measured">The dataset has tie evidence.</param>
    /// <param name="modelled">There are models to give a verdict from.</param>
    public VerdictRule(RequiredTies pairs, double under, double over, bool measured, bool modelled)
    {
        (this.pairs, Under, Over, this.measured, this.modelled) = (pairs, under, over, measured, modelled);
        Meeting =
        [
            .. from s in Enumerable.Range(0, pairs.S)
               from t in Enumerable.Range(s + 1, pairs.S - s - 1)
               where pairs.RequiredOf[(s * pairs.S) + t] > 0
               select (s, t),
        ];
        Tested = [.. Meeting.Where(pair => !IsWithoutTies(pair.S) && !IsWithoutTies(pair.T))];
    }

    public double Under { get; }

    public double Over { get; }

    /// <summary>Pairs of different known sectors that have a required pair.</summary>
    public IReadOnlyList<(int S, int T)> Meeting { get; }

    /// <summary>Those of them where both sectors have a verdict tie somewhere.</summary>
    public IReadOnlyList<(int S, int T)> Tested { get; }

    /// <summary>The sector has required pairs and not one verdict tie among them, where others have.</summary>
    public bool IsWithoutTies(int s) =>
        pairs.SatisfiedTotal > 0 && Row(pairs.RequiredOf, s) > 0 && Row(pairs.SatisfiedOf, s) == 0;

    public bool IsFar(double ratio) => ratio <= Under || ratio >= Over;

    public Verdict Of(int s, int t, DecidingTest test)
    {
        if (!measured)
            return Verdict.NotMeasured;
        if (!pairs.Sectors.AreCross(s, t))
            return Verdict.NotTestable;
        if (pairs.RequiredOf[(s * pairs.S) + t] == 0)
            return Verdict.TooFewToTell;
        if (IsWithoutTies(s) || IsWithoutTies(t))
            return Verdict.SectorWithoutTies;
        if (!modelled)
            return Verdict.NotTested;
        if (Tested.Count < 2 || double.IsNaN(test.Expected))
            return Verdict.NotTestable;
        if (test.Q <= SectorTesting.Level && test.Ratio <= Under)
            return Verdict.Under;
        if (test.QOver <= SectorTesting.Level && test.Ratio >= Over)
            return Verdict.Over;
        return test.None > SectorTesting.Level ? Verdict.TooFewToTell : Verdict.AsExpected;
    }

    private long Row(long[] of, int s) => of.AsSpan(s * pairs.S, pairs.S).ToArray().Sum();
}
