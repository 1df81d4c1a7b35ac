using System.Runtime.CompilerServices;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Required pairs added up, in plain fields: all, and those of two different known sectors.</summary>
internal sealed class PairSums
{
    private Sums all;
    private Sums cross;

    public Rate All(bool measured) => all.Rate(measured);

    public Rate Cross(bool measured) => cross.Rate(measured);

    /// <summary>Adds one row.</summary>
    /// <param name="i">Whose row it is.</param>
    /// <param name="row">Whom it meets, and whom it is tied to.</param>
    /// <param name="mark">What those are marked with.</param>
    /// <param name="sectors">Sectors.</param>
    public void Add(int i, MetRow row, int mark, SectorMap sectors)
    {
        var own = sectors.IsKnown(i) ? sectors.Of[i] : -1;
        if (row.Meets.IsWeighted)
            AddWeighted(own, row, mark, sectors, ref all, ref cross);
        else
            AddCounts(own, row, mark, sectors, ref all, ref cross);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWeighted(int own, MetRow row, int mark, SectorMap sectors, ref Sums all, ref Sums cross)
    {
        var (of, known, tiedTo, meets) = (sectors.Of, sectors.Known, row.TiedTo, row.Meets);
        var (inRow, inRowAcross) = (default(Sums), default(Sums));
        foreach (var j in meets.Others)
        {
            var (isTied, weight) = (tiedTo[j] == mark, meets.Weight(j));
            inRow.Add(isTied, weight);
            if (own >= 0 && of[j] != own && known[of[j]])
                inRowAcross.Add(isTied, weight);
        }

        all.Add(inRow);
        cross.Add(inRowAcross);
    }

    /// <summary>The same where weights are the arenas shared: in whole numbers, and with nothing to predict.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddCounts(int own, MetRow row, int mark, SectorMap sectors, ref Sums all, ref Sums cross)
    {
        var others = row.Meets.Others;
        var (label, tiedTo, counts) = (sectors.KnownOf, row.TiedTo, row.Meets.Counts);
        var (satisfied, weight, satisfiedWeight) = (0L, 0L, 0L);
        var (across, acrossSatisfied, acrossWeight, acrossSatisfiedWeight) = (0L, 0L, 0L, 0L);
        foreach (var j in others)
        {
            long shared = counts[j];
            var sector = label[j];
            var tied = tiedTo[j] == mark ? -1L : 0;
            var isAcross = sector != own ? ~(sector >> 31) : 0L; // ~: all bits where the sector is known.
            satisfied -= tied;
            weight += shared;
            satisfiedWeight += shared & tied;
            across -= isAcross;
            acrossSatisfied -= tied & isAcross;
            acrossWeight += shared & isAcross;
            acrossSatisfiedWeight += shared & tied & isAcross;
        }

        all.Add(new(satisfied, others.Length, satisfiedWeight, weight));
        if (own >= 0)
            cross.Add(new(acrossSatisfied, across, acrossSatisfiedWeight, acrossWeight));
    }

    public void Add(PairSums other)
    {
        all.Add(other.all);
        cross.Add(other.cross);
    }

    private struct Sums(long satisfied, long required, double satisfiedWeight, double requiredWeight)
    {
        private long satisfied = satisfied;
        private long required = required;
        private double satisfiedWeight = satisfiedWeight;
        private double requiredWeight = requiredWeight;

        public readonly Rate Rate(bool measured) => new(satisfied, required, satisfiedWeight, requiredWeight, measured);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(bool isTied, double weight)
        {
            required++;
            requiredWeight += weight;
            satisfied += isTied ? 1 : 0;
            satisfiedWeight += isTied ? weight : 0;
        }

        public void Add(in Sums other)
        {
            satisfied += other.satisfied;
            required += other.required;
            satisfiedWeight += other.satisfiedWeight;
            requiredWeight += other.requiredWeight;
        }
    }
}
