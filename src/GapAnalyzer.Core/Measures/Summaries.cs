using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Puts the measures together, one record per network, sector, sector pair and stakeholder.</summary>
internal static class Summaries
{
    public static Headline OfHeadline(CoordinationRate rates, IReadOnlyList<Cell> cells, NeedUnit unit, EiIndex ei, RandomTiesBaseline baseline)
    {
        var (total, all, cross) = (rates.Total, rates.TotalRange, rates.CrossRange);
        return new(
            total, all.Se, rates.Cross, cross.Se, NeedShares.Uncovered(cells), NeedShares.Uncoordinated(cells, total.Measured), ei, baseline)
        {
            CoordinationRange = all,
            CrossSectorRange = cross,
            NeedUnit = unit,
        };
    }

    public static NetworkSummary OfNetwork(TieNetwork ties, MixingMatrix mixing, SectorMap sectors, Rate coordination)
    {
        var sizes = Components.Label(ties.RowStart, ties.Neighbours, new int[ties.N]);
        return new(
            ties.N,
            ties.M,
            Density.Of(ties.M, Density.Pairs(ties.N), coordination.Measured),
            sizes.Length,
            Enumerable.Range(0, ties.N).Count(i => Degree.Of(ties, i) == 0),
            sizes.FirstOrDefault(),
            TieStrength.Total(ties),
            SectorAssortativity.Unweighted(mixing, sectors),
            SectorAssortativity.Weighted(mixing, sectors),
            ExcessTies.Of(ties.M, coordination));
    }

    public static IReadOnlyList<SectorSummary> OfSectors(Dataset dataset, Frame frame, MixingMatrix mixing, SectorMap sectors, CoordinationRate rates)
    {
        var activities = dataset.Activities.Where(frame.Holds)
            .SelectMany(activity => activity.Participations.Where(frame.IsPresent).Select(p => sectors.Of[p.Stakeholder.Index]).Distinct())
            .CountBy(sector => sector)
            .ToDictionary();
        return
        [
            .. Enumerable.Range(0, sectors.Count).Select(s => new SectorSummary(
                new(s),
                sectors.Sizes[s],
                activities.GetValueOrDefault(s),
                mixing.Ties(s, s),
                ExternalInternalIndex.External(mixing, sectors, s),
                ExternalInternalIndex.OfSector(mixing, sectors, s),
                rates.Sector(s),
                rates.SectorCross(s)) { Range = rates.SectorRange(s) }),
        ];
    }

    public static IReadOnlyList<SectorPairSummary> OfSectorPairs(MixingMatrix mixing, SectorMap sectors, CoordinationRate rates) =>
    [
        .. from s in Enumerable.Range(0, sectors.Count)
           from t in Enumerable.Range(s, sectors.Count - s)
           select OfSectorPair(s, t, mixing, sectors, rates),
    ];

    public static IReadOnlyList<StakeholderSummary> OfStakeholders(
        Dataset dataset, Frame frame, Presence presence, TieNetwork ties, SectorMap sectors, CoordinationRate rates)
    {
        var activities = new int[ties.N];
        foreach (var participation in dataset.Activities.Where(frame.Holds).SelectMany(activity => activity.Participations).Where(frame.IsPresent))
            activities[participation.Stakeholder.Index]++;
        var (component, strength) = (new int[ties.N], new double[ties.N]);
        Components.Label(ties.RowStart, ties.Neighbours, component);
        TieStrength.Of(ties, strength);
        return
        [
            .. Enumerable.Range(0, ties.N).Select(i => new StakeholderSummary(
                new(i),
                activities[i],
                presence.ArenasOf(i).Length,
                Degree.Of(ties, i),
                strength[i],
                component[i],
                ExternalInternalIndex.OfStakeholder(ties, sectors, i),
                rates.Of(i),
                rates.CrossOf(i))),
        ];
    }

    private static SectorPairSummary OfSectorPair(int s, int t, MixingMatrix mixing, SectorMap sectors, CoordinationRate rates)
    {
        var possible = s == t ? Density.Pairs(sectors.Sizes[s]) : (long)sectors.Sizes[s] * sectors.Sizes[t];
        var (ties, rate) = (mixing.Ties(s, t), rates.SectorPair(s, t));
        return new(
            new(s), new(t), sectors.Sizes[s], sectors.Sizes[t], ties, possible, Density.Of(ties, possible, rate.Measured), mixing.Strength(s, t), rate)
        {
            Known = sectors.Known[s] && sectors.Known[t],
            Range = rates.SectorPairRange(s, t),
        };
    }
}
