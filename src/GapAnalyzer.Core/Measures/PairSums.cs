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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int i, MetRow row, int mark, SectorMap sectors)
    {
        var (of, known, tiedTo, meets) = (sectors.Of, sectors.Known, row.TiedTo, row.Meets);
        var (mine, isKnown) = (of[i], known[of[i]]);
        var (inRow, inRowAcross) = (default(Sums), default(Sums));
        foreach (var j in meets.Others)
        {
            var (isTied, weight) = (tiedTo[j] == mark, meets.Weight(j));
            inRow.Add(isTied, weight);
            if (isKnown && of[j] != mine && known[of[j]])
                inRowAcross.Add(isTied, weight);
        }

        all.Add(inRow);
        cross.Add(inRowAcross);
    }

    public void Add(PairSums other)
    {
        all.Add(other.all);
        cross.Add(other.cross);
    }

    private struct Sums
    {
        private long satisfied;
        private long required;
        private double satisfiedWeight;
        private double requiredWeight;

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
