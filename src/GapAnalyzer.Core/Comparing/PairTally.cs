namespace GapAnalyzer.Comparing;

/// <summary>What became of the ties and missing links of two sides, counted.</summary>
/// <param name="CrossGaps">Missing links between two known sectors.</param>
/// <param name="BySectors">The same by the numbers of the two sectors, the lower first.</param>
internal sealed record PairTally(TieFlow Ties, GapFlow Gaps, GapFlow CrossGaps, IReadOnlyDictionary<(int A, int B), GapFlow> BySectors)
{
    /// <param name="before">The earlier side.</param>
    /// <param name="after">The later side.</param>
    /// <param name="names">Who is of which sector; null: nothing across sectors is asked for.</param>
    public static PairTally Of(Side before, Side after, NameUnion? names)
    {
        var (gaps, cross, bySectors) = (new GapFlow(), new GapFlow(), new Dictionary<(int A, int B), GapFlow>());
        var ties = default(TieFlow);
        foreach (var pair in PairChange.All(before, after))
        {
            ties = Add(ties, pair.Tie, before.IsThere[pair.A] && before.IsThere[pair.B], after.IsThere[pair.A] && after.IsThere[pair.B]);
            if (pair.Gap == GapFate.None)
                continue;
            gaps.Add(pair.Gap);
            if (names?.SectorsOf(pair) is not { } sectors || !names.AreCross(sectors))
                continue;
            cross.Add(pair.Gap);
            if (!bySectors.TryGetValue(sectors, out var flow))
                bySectors[sectors] = flow = new();
            flow.Add(pair.Gap);
        }

        return new(ties, gaps, cross, bySectors);
    }

    private static TieFlow Add(TieFlow flow, TieFate tie, bool bothThereBefore, bool bothThereAfter)
    {
        var stays = bothThereBefore && bothThereAfter;
        return new(
            flow.Kept + (tie == TieFate.Kept ? 1 : 0),
            flow.New + (tie == TieFate.New ? 1 : 0),
            flow.Lost + (tie == TieFate.Lost ? 1 : 0),
            flow.NewByArrival + (tie == TieFate.New && !bothThereBefore ? 1 : 0),
            flow.LostByLeaving + (tie == TieFate.Lost && !bothThereAfter ? 1 : 0),
            flow.KeptAmongStaying + (tie == TieFate.Kept && stays ? 1 : 0),
            flow.AmongStaying + (tie != TieFate.None && stays ? 1 : 0));
    }
}
