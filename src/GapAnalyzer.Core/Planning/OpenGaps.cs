using System.Collections;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Planning;

/// <summary>
/// The gaps that a plan may close, upper triangle (i &lt; j) in compressed sparse rows, columns ascending; each open until it is
/// closed, once.
/// </summary>
internal sealed class OpenGaps
{
    /// <summary>Most gaps that are looked at: 600 MB of them.</summary>
    public const int Most = 50_000_000;

    private readonly int[] rowStart;
    private readonly int[] other;
    private readonly double[] weight;
    private readonly BitArray closed;

    private OpenGaps(int[] rowStart, int[] other, double[] weight, int count, double totalWeight)
    {
        (this.rowStart, this.other, this.weight, Count, TotalWeight) = (rowStart, other, weight, count, totalWeight);
        closed = new(other.Length);
    }

    /// <summary>Number of gaps, open or closed.</summary>
    public int Count { get; }

    /// <summary>Sum of their requirement R.</summary>
    public double TotalWeight { get; }

    /// <summary>Those of them that are looked at: all, or the ones of largest requirement.</summary>
    public int Considered => other.Length;

    /// <summary>Required pairs without a tie, between the stakeholders and of the kind that are wanted.</summary>
    /// <param name="requirement">Required pairs.</param>
    /// <param name="ties">The tie graph.</param>
    /// <param name="wanted">Which of the pairs i &lt; j count.</param>
    /// <param name="most">Most gaps that are looked at; of more, those of largest requirement.</param>
    /// <remarks>O(pairs + ties) time, 12 bytes per gap. Nothing was measured without tie evidence: then there are none.</remarks>
    public static OpenGaps Of(Requirement requirement, TieNetwork ties, Func<int, int, bool> wanted, int most = Most)
    {
        var (count, sum, byWeight) = (0, 0.0, new Dictionary<long, int>());
        ForEach(requirement, ties, wanted, (_, _, weight) =>
        {
            count++;
            sum += weight;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(byWeight, Class(weight), out _)++;
        });
        var (least, kept) = (long.MinValue, count);
        foreach (var (weightClass, gaps) in byWeight.OrderBy(entry => entry.Key).TakeWhile(_ => kept > most))
            (least, kept) = (weightClass + 1, kept - gaps);

        var (rowStart, other, weights, at) = (new int[ties.N + 1], new int[kept], new double[kept], 0);
        ForEach(requirement, ties, wanted, (i, j, weight) =>
        {
            if (Class(weight) < least)
                return;
            (other[at], weights[at]) = (j, weight);
            rowStart[i + 1] = ++at;
        });
        for (var i = 0; i < ties.N; i++)
            rowStart[i + 1] = Math.Max(rowStart[i + 1], rowStart[i]);
        return new(rowStart, other, weights, count, sum);
    }

    /// <summary>Weights by size, a 256th apart: the upper bits of a positive double are in its order.</summary>
    private static long Class(double weight) => BitConverter.DoubleToInt64Bits(weight) >> 44;

    private static void ForEach(Requirement requirement, TieNetwork ties, Func<int, int, bool> wanted, Action<int, int, double> use)
    {
        var (row, tiedTo) = (requirement.Reader(), new int[ties.N]);
        Array.Fill(tiedTo, -1);
        for (var i = 0; i < ties.N && ties.Evidence != TieKinds.None; i++)
        {
            row.Read(i);
            foreach (var j in ties.Of(i))
                tiedTo[j] = i;
            for (var k = 0; k < row.Others.Length; k++)
            {
                var j = row.Others[k];
                if (tiedTo[j] != i && wanted(i, j))
                    use(i, j, row.Weights[k]);
            }
        }
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
