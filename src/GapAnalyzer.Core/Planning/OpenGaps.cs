using System.Collections;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Planning;

/// <summary>
/// The gaps that a plan may close, upper triangle (i &lt; j) in compressed sparse rows, columns ascending; each open until it is
/// closed, once.
/// </summary>
internal sealed class OpenGaps
{
    private readonly int[] rowStart;
    private readonly int[] other;
    private readonly double[] weight;
    private readonly BitArray closed;

    private OpenGaps(int[] rowStart, int[] other, double[] weight)
    {
        (this.rowStart, this.other, this.weight) = (rowStart, other, weight);
        closed = new(other.Length);
        for (var k = 0; k < weight.Length; k++)
            TotalWeight += weight[k];
    }

    /// <summary>Number of gaps, open or closed.</summary>
    public int Count => other.Length;

    /// <summary>Sum of their requirement R.</summary>
    public double TotalWeight { get; }

    /// <summary>Required pairs without a tie, between the stakeholders and of the kind that are wanted.</summary>
    /// <param name="requirement">Required pairs.</param>
    /// <param name="ties">The tie graph.</param>
    /// <param name="wanted">Which of the pairs i &lt; j count.</param>
    /// <remarks>O(pairs + ties) time, 12 bytes per gap. Nothing was measured without tie evidence: then there are none.</remarks>
    public static OpenGaps Of(Requirement requirement, TieNetwork ties, Func<int, int, bool> wanted)
    {
        var rowStart = new int[ties.N + 1];
        var (other, weight) = (new List<int>(), new List<double>());
        var tiedTo = new int[ties.N];
        Array.Fill(tiedTo, -1);
        for (var i = 0; i < ties.N; i++)
        {
            foreach (var j in ties.Of(i))
                tiedTo[j] = i;
            for (var k = requirement.RowStart[i]; ties.Evidence != TieKinds.None && k < requirement.RowStart[i + 1]; k++)
            {
                var j = requirement.Other[k];
                if (tiedTo[j] == i || !wanted(i, j))
                    continue;
                other.Add(j);
                weight.Add(requirement.Weight[k]);
            }

            rowStart[i + 1] = other.Count;
        }

        return new(rowStart, [.. other], [.. weight]);
    }

    /// <summary>The open gaps among these stakeholders, by their ends.</summary>
    /// <param name="members">Ascending.</param>
    /// <remarks>Per member the smaller of its gaps and, times their logarithm, the members behind it.</remarks>
    public IEnumerable<(int Gap, int I, int J, double Weight)> Among(int[] members)
    {
        for (var m = 0; m < members.Length; m++)
        {
            var i = members[m];
            var row = other.AsMemory(rowStart[i], rowStart[i + 1] - rowStart[i]);
            var at = 0;
            for (var p = m + 1; p < members.Length && at < row.Length; p++)
            {
                at = FirstAtLeast(row.Span, at, members[p]);
                if (at < row.Length && row.Span[at] == members[p] && !closed[rowStart[i] + at])
                    yield return (rowStart[i] + at, i, members[p], weight[rowStart[i] + at]);
            }
        }
    }

    /// <summary>What closing every open gap among these stakeholders is worth.</summary>
    public double WeightAmong(int[] members) => WorthAmong(members, new double[members.Length]);

    /// <summary>The most that closing open gaps among so many of these stakeholders can be worth: half of what the open gaps of the foremost are worth.</summary>
    public double BoundAmong(int[] members, int seats)
    {
        var worth = new double[members.Length];
        var all = WorthAmong(members, worth);
        return members.Length <= seats ? all : Math.Min(all, worth.OrderDescending().Take(seats).Sum() / 2);
    }

    /// <param name="members">Ascending.</param>
    /// <param name="worth">Added to: what the open gaps of each with the others are worth; parallel to the members.</param>
    /// <returns>What all of them are worth.</returns>
    private double WorthAmong(int[] members, double[] worth)
    {
        var sum = 0.0;
        for (var m = 0; m < members.Length; m++)
        {
            var start = rowStart[members[m]];
            var row = other.AsSpan(start, rowStart[members[m] + 1] - start);
            var at = 0;
            for (var p = m + 1; p < members.Length && at < row.Length; p++)
            {
                at = FirstAtLeast(row, at, members[p]);
                if (at == row.Length || row[at] != members[p] || closed[start + at])
                    continue;
                var open = weight[start + at];
                sum += open;
                worth[m] += open;
                worth[p] += open;
            }
        }

        return sum;
    }

    /// <summary>Closes every open gap among these stakeholders; returns how many there were and what they are worth.</summary>
    public (int Count, double Weight) CloseAmong(int[] members)
    {
        var (count, sum) = (0, 0.0);
        foreach (var gap in Among(members))
        {
            closed[gap.Gap] = true;
            count++;
            sum += gap.Weight;
        }

        return (count, sum);
    }

    /// <summary>Position of the first value that is not below the wanted one, found by doubling steps: O(log distance).</summary>
    private static int FirstAtLeast(ReadOnlySpan<int> ascending, int from, int wanted)
    {
        var step = 1;
        while (from + step < ascending.Length && ascending[from + step] < wanted)
            step *= 2;
        var found = ascending[from..Math.Min(from + step + 1, ascending.Length)].BinarySearch(wanted);
        return from + (found < 0 ? ~found : found);
    }
}
