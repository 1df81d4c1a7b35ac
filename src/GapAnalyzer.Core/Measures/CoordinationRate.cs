using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>
/// The coordination rate at every level: required and satisfied pairs from every stakeholder to every sector, from which the
/// totals, the sector pairs and the leave-one-out errors follow.
/// </summary>
internal sealed class CoordinationRate
{
    public static Measure Measure { get; } = new(
        "coordination_rate",
        "Coordination rate",
        "network, sector, sector pair, theme, place, period, stakeholder",
        "C = #{i<j: R_ij > 0 and A_ij > 0} / #{i<j: R_ij > 0}; weighted Cw = sum R_ij [A_ij > 0] / sum R_ij",
        "Undefined where no pair is required or there is no tie evidence. It depends on what counts as meeting: read it with the sensitivity table. "
            + "Range: leave-one-stakeholder-out standard error sqrt((k-1)/k sum (C_-i - mean)^2).",
        "Cataldo, Wagstrom, Herbsleb & Carley, CSCW 2006, doi:10.1145/1180875.1180929");

    private readonly SectorMap sectors;

    /// <summary>Required pairs of every stakeholder with each sector, sector after sector; length S n.</summary>
    private readonly Rate[] toSector;
    private readonly Rate[] toAll;
    private readonly Rate[] toOther;

    private CoordinationRate(SectorMap sectors, Rate[] toSector, bool measured)
    {
        (this.sectors, this.toSector) = (sectors, toSector);
        (toAll, toOther) = (new Rate[sectors.N], new Rate[sectors.N]);
        Array.Fill(toAll, Nothing(measured));
        Array.Fill(toOther, Nothing(measured));
        for (var t = 0; t < sectors.Count; t++)
        {
            for (var i = 0; i < sectors.N; i++)
            {
                toAll[i] += To(i, t);
                if (sectors.AreCross(sectors.Of[i], t))
                    toOther[i] += To(i, t);
            }
        }
    }

    /// <param name="requirement">Required pairs.</param>
    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">Who belongs where.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>
    /// O(required pairs + ties + S n). Each pair is counted for both of its ends: for the second by a pass over the rows of each sector, which no
    /// other pass writes beside, for the first by a pass over all rows.
    /// </remarks>
    public static CoordinationRate Of(Requirement requirement, TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        var (n, measured) = (sectors.N, ties.Evidence != TieKinds.None);
        var toSector = new Rate[sectors.Count * n];
        Array.Fill(toSector, Nothing(measured));
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, sectors.Count, options, requirement.Reader, (s, _, row) =>
        {
            foreach (var i in sectors.MembersOf(s))
            {
                cancellation.ThrowIfCancellationRequested();
                Tally(row.Read(i), ties.Above(i), null, toSector.AsSpan(s * n, n));
            }

            return row;
        }, _ => { });
        Parallel.For(0, n, options, () => (Row: requirement.Reader(), Sums: new Rate[sectors.Count]), (i, _, space) =>
        {
            Array.Fill(space.Sums, Nothing(measured));
            Tally(space.Row.Read(i), ties.Above(i), sectors.Of, space.Sums);
            for (var t = 0; t < sectors.Count; t++)
                toSector[(t * n) + i] += space.Sums[t];
            return space;
        }, _ => { });
        return new(sectors, toSector, measured);
    }

    /// <summary>Required pairs of one stakeholder with the members of one sector.</summary>
    public Rate To(int i, int sector) => toSector[(sector * sectors.N) + i];

    /// <summary>Required pairs of one stakeholder.</summary>
    public Rate Of(int i) => toAll[i];

    /// <summary>Those of them that lead to another known sector.</summary>
    public Rate CrossOf(int i) => toOther[i];

    /// <summary>Every pair is seen from both of its ends.</summary>
    public Rate Total => Half(Sum(Enumerable.Range(0, sectors.N).Select(Of)));

    public Rate Cross => Half(Sum(Enumerable.Range(0, sectors.N).Select(CrossOf)));

    public Rate SectorPair(int s, int t)
    {
        var sum = Sum(Members(s).Select(i => To(i, t)));
        return s == t ? Half(sum) : sum;
    }

    /// <summary>Required pairs with at least one end in the sector.</summary>
    public Rate Sector(int s) => Sum(Enumerable.Range(0, sectors.Count).Select(t => SectorPair(s, t)));

    public Rate SectorCross(int s) => Sum(Enumerable.Range(0, sectors.Count).Where(t => sectors.AreCross(s, t)).Select(t => SectorPair(s, t)));

    public Jackknife TotalRange => Jackknife.Of(Total, Enumerable.Range(0, sectors.N).Select(i => (i, Of(i))));

    public Jackknife CrossRange => Jackknife.Of(Cross, Enumerable.Range(0, sectors.N).Select(i => (i, CrossOf(i))));

    public Jackknife SectorPairRange(int s, int t) => Jackknife.Of(
        SectorPair(s, t),
        Members(s).Select(i => (i, To(i, t))).Concat(s == t ? [] : Members(t).Select(i => (i, To(i, s)))));

    public Jackknife SectorRange(int s) => Jackknife.Of(
        Sector(s), Enumerable.Range(0, sectors.N).Select(i => (i, sectors.Of[i] == s ? Of(i) : To(i, s))));

    private IReadOnlyList<int> Members(int sector) => sectors.MembersOf(sector);

    private static Rate Half(Rate rate) => rate with
    {
        Satisfied = rate.Satisfied / 2,
        Required = rate.Required / 2,
        SatisfiedWeight = rate.SatisfiedWeight / 2,
        RequiredWeight = rate.RequiredWeight / 2,
    };

    /// <summary>The sum, measured where any part was; of nothing, as measured as the dataset is.</summary>
    private Rate Sum(IEnumerable<Rate> rates) =>
        rates.Aggregate(Nothing(toSector.Length > 0 && toSector[0].Measured), (sum, rate) => sum + rate);

    private static Rate Nothing(bool measured) => new(0, 0, 0, 0, measured);

    /// <summary>Adds the pairs of a row up.</summary>
    /// <param name="row">Who is met, ascending.</param>
    /// <param name="tied">Those with a tie, ascending.</param>
    /// <param name="place">Where in the sums each is counted, by its sector; null: by itself.</param>
    /// <param name="sums">Receives the sums.</param>
    private static void Tally(RequiredRow row, ReadOnlySpan<int> tied, int[]? place, Span<Rate> sums)
    {
        var others = row.Others;
        var weights = row.Weights;
        var next = 0;
        for (var k = 0; k < others.Length; k++)
        {
            var (j, weight) = (others[k], weights[k]);
            while (next < tied.Length && tied[next] < j)
                next++;
            var isTied = next < tied.Length && tied[next] == j;
            ref var sum = ref sums[place is null ? j : place[j]];
            sum = new(sum.Satisfied + (isTied ? 1 : 0), sum.Required + 1, sum.SatisfiedWeight + (isTied ? weight : 0), sum.RequiredWeight + weight, sum.Measured);
        }
    }
}
