namespace GapAnalyzer.Networks;

/// <summary>Whom each stakeholder meets, one row of the symmetric product at a time, in parallel.</summary>
internal static class MetRows
{
    /// <summary>Does something with the row of each stakeholder, which must write to a place of its own.</summary>
    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="needWeight">Need weight of each arena.</param>
    /// <param name="use">Given a stakeholder and its row, in ascending order; the row is only good for the call.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>Every pair is seen from both of its ends. Time: the sum over arenas of the squared number of members. O(n) memory per thread.</remarks>
    public static void ForEach(Presence presence, double[] needWeight, Action<int, PairAccumulator> use, CancellationToken cancellation) =>
        Parallel.For(0, presence.N, new ParallelOptions { CancellationToken = cancellation }, () => new PairAccumulator(presence.N), (i, _, row) =>
        {
            row.Clear();
            foreach (var c in presence.ArenasOf(i))
                row.AddAround(presence.MembersOf(c), i, needWeight[c]);
            row.Sort();
            use(i, row);
            return row;
        }, _ => { });
}
