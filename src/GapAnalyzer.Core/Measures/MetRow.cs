using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Whom one stakeholder meets, and whom it is tied to. Working space of one thread.</summary>
internal sealed class MetRow
{
    private readonly Presence presence;
    private readonly double[] needWeight;

    /// <param name="presence">Who is present where.</param>
    /// <param name="needWeight">Need weight of each arena.</param>
    public MetRow(Presence presence, double[] needWeight)
    {
        (this.presence, this.needWeight) = (presence, needWeight);
        (Meets, TiedTo) = (new(presence.N, Array.Exists(needWeight, weight => weight != 1)), new int[presence.N]);
        Array.Fill(TiedTo, -1);
    }

    /// <summary>Whom it meets, in the order of meeting.</summary>
    public PairAccumulator Meets { get; }

    /// <summary>Length n: whom a row is tied to is marked with its number, which no other row may have.</summary>
    public int[] TiedTo { get; }

    /// <summary>Everyone that a stakeholder meets in some of its arenas.</summary>
    public void MeetAround(int i, ReadOnlySpan<int> arenas)
    {
        Meets.Clear();
        foreach (var c in arenas)
            Meets.AddAround(presence.MembersOf(c), i, needWeight[c]);
    }

    /// <summary>Those after it that a stakeholder meets: each pair once.</summary>
    public void MeetAbove(int i)
    {
        Meets.Clear();
        foreach (var c in presence.ArenasOf(i))
            Meets.AddAbove(presence.MembersOf(c), i, needWeight[c]);
    }
}
