using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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

    /// <summary>Parts that many groups are looked at in, side by side.</summary>
    private const int Parts = 4;

    /// <summary>How many times as long one list must be for its values to be looked for rather than passed.</summary>
    private const int MuchLonger = 16;

    private readonly int[] rowStart;
    private readonly int[] other;
    private readonly double[] weight;
    private readonly BitArray closed;
    private readonly MemberPlaces space;

    private OpenGaps(int[] rowStart, int[] other, double[] weight, int count, double totalWeight)
    {
        (this.rowStart, this.other, this.weight, Count, TotalWeight) = (rowStart, other, weight, count, totalWeight);
        (closed, space) = (new(other.Length), new(rowStart.Length - 1));
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
        var (counts, sums) = (new int[ties.N], new double[ties.N]);
        ForEachRow(requirement, ties, wanted, long.MinValue, (i, gaps) => (counts[i], sums[i]) = (gaps.Count, gaps.Sum(gap => gap.Weight)));
        var count = checked((int)counts.Sum(row => (long)row));
        var least = long.MinValue;
        if (count > most)
        {
            least = LeastKept(requirement, ties, wanted, count - most);
            ForEachRow(requirement, ties, wanted, least, (i, gaps) => counts[i] = gaps.Count);
        }

        var rowStart = new int[ties.N + 1];
        for (var i = 0; i < ties.N; i++)
            rowStart[i + 1] = rowStart[i] + counts[i];
        var (other, weights) = (new int[rowStart[^1]], new double[rowStart[^1]]);
        ForEachRow(requirement, ties, wanted, least, (i, gaps) =>
        {
            for (var k = 0; k < gaps.Count; k++)
                (other[rowStart[i] + k], weights[rowStart[i] + k]) = gaps[k];
        });
        return new(rowStart, other, weights, count, sums.Sum());
    }

    /// <summary>The lowest class that stays when whole classes go, the lightest first, until at least so many gaps are gone.</summary>
    private static long LeastKept(Requirement requirement, TieNetwork ties, Func<int, int, bool> wanted, int gone)
    {
        var byClass = new ConcurrentDictionary<long, long>();
        ForEachRow(requirement, ties, wanted, long.MinValue, (_, gaps) =>
        {
            foreach (var (weightClass, number) in gaps.CountBy(gap => WeightClass.Of(gap.Weight)))
                byClass.AddOrUpdate(weightClass, number, (_, before) => before + number);
        });
        var (least, left) = (long.MinValue, (long)gone);
        foreach (var (weightClass, number) in byClass.OrderBy(entry => entry.Key).TakeWhile(_ => left > 0))
            (least, left) = (weightClass + 1, left - number);
        return least;
    }

    /// <summary>The wanted gaps of each row whose weight is of this class or above, others ascending; rows in parallel.</summary>
    private static void ForEachRow(
        Requirement requirement, TieNetwork ties, Func<int, int, bool> wanted, long least, Action<int, List<(int Other, double Weight)>> use)
    {
        if (ties.Evidence == TieKinds.None)
            return;
        Parallel.For(
            0,
            ties.N,
            () => (Row: requirement.Reader(), TiedTo: Enumerable.Repeat(-1, ties.N).ToArray(), Gaps: new List<(int Other, double Weight)>()),
            (i, _, space) =>
            {
                var (row, tiedTo, gaps) = space;
                row.Read(i);
                gaps.Clear();
                ties.Mark(i, tiedTo, i);
                var others = row.Others;
                var weights = row.Weights;
                for (var k = 0; k < others.Length; k++)
                {
                    var (j, weight) = (others[k], weights[k]);
                    if (tiedTo[j] != i && WeightClass.Of(weight) >= least && wanted(i, j))
                        gaps.Add((j, weight));
                }

                use(i, gaps);
                return space;
            },
            _ => { });
    }

    /// <summary>The bound of <see cref="BoundAmong"/> for each of many groups of stakeholders, while all gaps are open.</summary>
    /// <param name="groups">Each ascending.</param>
    /// <param name="seats">As there.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>The squared members of each group, and the gaps once per part: rows are laid out where all members can be looked up.</remarks>
    public double[] BoundsAmong(IReadOnlyList<int[]> groups, int seats, CancellationToken cancellation)
    {
        var bounds = new double[groups.Count];
        Parallel.For(0, Parts, new ParallelOptions { CancellationToken = cancellation }, part =>
        {
            int[] mine = [.. Enumerable.Range(0, groups.Count).Where(g => g % Parts == part)];
            var worth = mine.Select(g => new double[groups[g].Length]).ToArray();
            var sums = new double[mine.Length];
            var places = mine.SelectMany((g, at) => groups[g].Select((i, m) => (I: i, At: at, Member: m))).ToLookup(place => place.I);
            var open = new double[rowStart.Length - 1];
            foreach (var row in places.OrderBy(row => row.Key))
            {
                cancellation.ThrowIfCancellationRequested();
                var (first, last) = (rowStart[row.Key], rowStart[row.Key + 1]);
                for (var k = first; k < last; k++)
                    open[other[k]] = weight[k];
                foreach (var (_, at, m) in row)
                    sums[at] += AddOpen(open, groups[mine[at]], m, worth[at]);
                for (var k = first; k < last; k++)
                    open[other[k]] = 0;
            }

            for (var at = 0; at < mine.Length; at++)
                bounds[mine[at]] = Bound(sums[at], worth[at], seats);
        });
        return bounds;
    }

    /// <summary>Adds the open gaps of a member with those behind it to what each end is worth; returns their sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double AddOpen(double[] open, int[] members, int m, double[] worth)
    {
        var sum = 0.0;
        for (var p = m + 1; p < members.Length; p++)
        {
            var weight = open[members[p]];
            sum += weight;
            worth[p] += weight;
        }

        worth[m] += sum;
        return sum;
    }

    private static double Bound(double all, double[] worth, int seats) =>
        worth.Length <= seats ? all : Math.Min(all, worth.OrderDescending().Take(seats).Sum() / 2);

    /// <summary>The open gaps among these stakeholders, by their ends.</summary>
    /// <param name="members">Ascending.</param>
    /// <remarks>As <see cref="Collect"/>.</remarks>
    public IEnumerable<(int Gap, int I, int J, double Weight)> Among(int[] members)
    {
        var (found, places) = (new List<(int Gap, int Member)>(), new MemberPlaces(rowStart.Length - 1));
        places.Enter(members);
        for (var m = 0; m < members.Length; m++)
        {
            Collect(members, m, places, found);
            foreach (var (gap, other) in found)
                yield return (gap, members[m], members[other], weight[gap]);
        }
    }

    /// <summary>What closing every open gap among these stakeholders is worth.</summary>
    public double WeightAmong(int[] members) => WorthAmong(members, new double[members.Length]);

    /// <summary>The most that closing open gaps among so many of these stakeholders can be worth: half of what the open gaps of the foremost are worth.</summary>
    public double BoundAmong(int[] members, int seats)
    {
        var worth = new double[members.Length];
        return Bound(WorthAmong(members, worth), worth, seats);
    }

    /// <param name="members">Ascending.</param>
    /// <param name="worth">Added to: what the open gaps of each with the others are worth; parallel to the members.</param>
    /// <returns>What all of them are worth.</returns>
    private double WorthAmong(int[] members, double[] worth)
    {
        var (sum, found) = (0.0, new List<(int Gap, int Member)>());
        space.Enter(members);
        for (var m = 0; m < members.Length; m++)
        {
            Collect(members, m, space, found);
            foreach (var (gap, p) in found)
            {
                var open = weight[gap];
                sum += open;
                worth[m] += open;
                worth[p] += open;
            }
        }

        space.Leave(members);
        return sum;
    }

    /// <summary>The open gaps of a member with those behind it, ascending, by their numbers and the places of the others.</summary>
    /// <param name="members">Ascending.</param>
    /// <param name="m">Which member.</param>
    /// <param name="places">That the members have entered.</param>
    /// <param name="found">Filled anew.</param>
    /// <remarks>Its gaps are gone through; where they are far more than the members behind it, each of those is looked for instead.</remarks>
    private void Collect(int[] members, int m, MemberPlaces places, List<(int Gap, int Member)> found)
    {
        found.Clear();
        var start = rowStart[members[m]];
        var row = other.AsSpan(start, rowStart[members[m] + 1] - start);
        if (row.Length > MuchLonger * (members.Length - m))
        {
            var at = 0;
            for (var p = m + 1; p < members.Length && at < row.Length; p++)
            {
                at = FirstAtLeast(row, at, members[p]);
                if (at < row.Length && row[at] == members[p] && !closed[start + at])
                    found.Add((start + at, p));
            }

            return;
        }

        foreach (var at in places.PlacesIn(row))
        {
            if (!closed[start + at])
                found.Add((start + at, places[row[at]]));
        }
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
