using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Whom one stakeholder meets, and whom it is tied to. Working space of one thread.</summary>
internal sealed class MetRow
{
    /// <param name="n">Number of stakeholders.</param>
    /// <param name="needWeight">Need weight of each arena.</param>
    public MetRow(int n, double[] needWeight)
    {
        (Meets, TiedTo) = (PairAccumulator.For(n, needWeight), new int[n]);
        Array.Fill(TiedTo, -1);
    }

    public PairAccumulator Meets { get; }

    /// <summary>Length n: whom a row is tied to is marked with its number, which no other row may have.</summary>
    public int[] TiedTo { get; }

    /// <summary>Marks the partners of a stakeholder with its own number.</summary>
    public void Mark(TieNetwork ties, int i)
    {
        foreach (var j in ties.Of(i))
            TiedTo[j] = i;
    }
}
