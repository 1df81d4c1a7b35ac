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
    private readonly Rate[] toSector;
    private readonly Rate[] toAll;
    private readonly Rate[] toOther;

    private CoordinationRate(SectorMap sectors, Rate[] toSector)
    {
        (this.sectors, this.toSector) = (sectors, toSector);
        var all = Enumerable.Range(0, sectors.Count).ToArray();
        toAll = [.. Enumerable.Range(0, sectors.N).Select(i => Sum(all.Select(t => To(i, t))))];
        toOther = [.. Enumerable.Range(0, sectors.N).Select(i => Sum(all.Where(t => sectors.AreCross(sectors.Of[i], t)).Select(t => To(i, t))))];
    }

    public static CoordinationRate Of(RateInput input)
    {
        var sectors = input.Sectors;
        var toSector = new Rate[sectors.N * sectors.Count];
        Array.Fill(toSector, new Rate(0, 0, 0, 0, input.Ties.Evidence != TieKinds.None));
        var options = new ParallelOptions { CancellationToken = input.Cancellation };
        Parallel.For(0, input.Presence.N, options, () => new MetRow(input.Presence, input.NeedWeight), (i, _, row) =>
        {
            row.MeetAround(i, input.Presence.ArenasOf(i));
            input.Ties.Mark(i, row.TiedTo, i);
            Tally(row, i, sectors, toSector.AsSpan(i * sectors.Count, sectors.Count));
            return row;
        }, _ => { });
        return new(sectors, toSector);
    }

    /// <summary>Required pairs of one stakeholder with the members of one sector.</summary>
    public Rate To(int i, int sector) => toSector[(i * sectors.Count) + sector];

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
        rates.Aggregate(new Rate(0, 0, 0, 0, toSector.Length > 0 && toSector[0].Measured), (sum, rate) => sum + rate);

    /// <summary>Counts the required pairs of one stakeholder by the sector of the other end.</summary>
    /// <param name="row">Whom it meets, and whom it is tied to.</param>
    /// <param name="i">The stakeholder.</param>
    /// <param name="sectors">Sectors.</param>
    /// <param name="toSector">Receives the counts on top of what is there; length S.</param>
    private static void Tally(MetRow row, int i, SectorMap sectors, Span<Rate> toSector)
    {
        foreach (var j in row.Meets.Others)
        {
            var (isTied, weight) = (row.TiedTo[j] == i, row.Meets.Weight(j));
            ref var rate = ref toSector[sectors.Of[j]];
            rate = new(rate.Satisfied + (isTied ? 1 : 0), rate.Required + 1, rate.SatisfiedWeight + (isTied ? weight : 0), rate.RequiredWeight + weight, rate.Measured);
        }
    }
}
