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

    private CoordinationRate(SectorMap sectors, Rate[] toSector) => (this.sectors, this.toSector) = (sectors, toSector);

    public static CoordinationRate Of(Requirement requirement, TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        var toSector = new Rate[sectors.N * sectors.Count];
        Array.Fill(toSector, new Rate(0, 0, 0, 0, ties.Evidence != TieKinds.None));
        Tally(requirement, ties, sectors.Of, sectors.Count, toSector, cancellation);
        return new(sectors, toSector);
    }

    /// <summary>Required pairs of one stakeholder with the members of one sector.</summary>
    public Rate To(int i, int sector) => toSector[(i * sectors.Count) + sector];

    /// <summary>Required pairs of one stakeholder.</summary>
    public Rate Of(int i) => Sum(Enumerable.Range(0, sectors.Count).Select(t => To(i, t)));

    /// <summary>Those of them that lead to another known sector.</summary>
    public Rate CrossOf(int i) => Sum(Enumerable.Range(0, sectors.Count).Where(t => sectors.AreCross(sectors.Of[i], t)).Select(t => To(i, t)));

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

    private IEnumerable<int> Members(int sector) => sectors.MembersOf(sector);

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

    /// <summary>Counts every required pair at both of its ends, by the sector of the other end.</summary>
    /// <param name="requirement">Required pairs, upper triangle.</param>
    /// <param name="ties">The tie graph.</param>
    /// <param name="sectorOf">Sector of each stakeholder; length n.</param>
    /// <param name="sectorCount">Number of sectors S.</param>
    /// <param name="toSector">n x S, row by row; receives the counts on top of what is there.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>O(required pairs + ties) time.</remarks>
    private static void Tally(
        Requirement requirement, TieNetwork ties, ReadOnlySpan<int> sectorOf, int sectorCount, Span<Rate> toSector, CancellationToken cancellation)
    {
        var tiedTo = new int[sectorOf.Length];
        Array.Fill(tiedTo, -1);
        for (var i = 0; i < sectorOf.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var j in ties.Of(i))
                tiedTo[j] = i;
            for (var k = requirement.RowStart[i]; k < requirement.RowStart[i + 1]; k++)
            {
                var (j, weight) = (requirement.Other[k], requirement.Weight[k]);
                var pair = tiedTo[j] == i ? new Rate(1, 1, weight, weight, false) : new Rate(0, 1, 0, weight, false);
                toSector[(i * sectorCount) + sectorOf[j]] += pair;
                toSector[(j * sectorCount) + sectorOf[i]] += pair;
            }
        }
    }
}
