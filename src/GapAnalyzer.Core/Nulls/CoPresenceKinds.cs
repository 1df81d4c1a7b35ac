using System.Collections.Concurrent;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>
/// Pairs of present stakeholders by kind: the degrees of the two and the arenas they share. A group is a pair of degrees; the pairs that
/// share nothing are what is left of it, and cost nothing.
/// </summary>
internal sealed class CoPresenceKinds
{
    private readonly Requirement requirement;
    private readonly int[] degrees;
    private readonly int[] classOf;
    private readonly int[][] members;
    private readonly long[][] pairs;

    private CoPresenceKinds(CoPresenceTails tails, Requirement requirement)
    {
        (this.requirement, degrees) = (requirement, tails.Model.RowDegrees);
        classOf = new int[requirement.N];
        for (var k = 0; k < tails.Present.Length; k++)
            classOf[tails.Present[k]] = tails.Model.RowClass[k];
        var byClass = tails.Present.ToLookup(i => classOf[i]);
        members = [.. degrees.Select((_, a) => byClass[a].ToArray())];
        pairs = new long[Classes * Classes][];
        Array.Fill(pairs, []);
    }

    /// <summary>Distinct degrees.</summary>
    public int Classes => degrees.Length;

    /// <summary>Groups that have a pair, ascending.</summary>
    public IEnumerable<int> Groups => Enumerable.Range(0, pairs.Length).Where(group => pairs[group].Length > 0);

    /// <param name="tails">Who is present, and in how many arenas.</param>
    /// <param name="requirement">Pairs that share an arena.</param>
    /// <remarks>One pass over the required pairs, the rows of one degree together, degrees in parallel.</remarks>
    public static CoPresenceKinds Of(CoPresenceTails tails, Requirement requirement)
    {
        var kinds = new CoPresenceKinds(tails, requirement);
        var seen = new long[]?[kinds.Classes * kinds.Classes];
        kinds.ForEachDegree(() => new Tally(kinds), (tally, a) => tally.Count(a, seen), _ => { });
        kinds.PutTogether(seen);
        return kinds;
    }

    /// <summary>Pairs of a group by the arenas they share, from none to the most that any shares; empty where it has no pair.</summary>
    public long[] Pairs(int group) => pairs[group];

    /// <summary>The numbers of the two degrees of a group.</summary>
    public (int A, int B) DegreesOf(int group) => (group / Classes, group % Classes);

    public int GroupOf(int a, int b) => (Math.Min(a, b) * Classes) + Math.Max(a, b);

    /// <summary>Number of the degree of a stakeholder.</summary>
    public int ClassOf(int stakeholder) => classOf[stakeholder];

    /// <summary>Stakeholders of a degree, ascending.</summary>
    public int[] Members(int a) => members[a];

    public RequiredRow Reader() => requirement.Reader();

    /// <summary>Goes through the degrees in parallel.</summary>
    /// <param name="space">Working space of a thread.</param>
    /// <param name="look">Told each degree.</param>
    /// <param name="end">Told of each working space when all is done, by one thread at a time.</param>
    public void ForEachDegree<T>(Func<T> space, Action<T, int> look, Action<T> end)
    {
        var one = new Lock();
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, Classes), EnumerablePartitionerOptions.NoBuffering),
            space,
            (a, _, local) =>
            {
                look(local, a);
                return local;
            },
            local =>
            {
                lock (one)
                    end(local);
            });
    }

    /// <summary>A pair was seen from the one of the two that comes first, whichever degree that has; those not seen share nothing.</summary>
    private void PutTogether(long[]?[] seen)
    {
        for (var a = 0; a < Classes; a++)
        {
            for (var b = a; b < Classes; b++)
            {
                var all = a == b ? members[a].Length * (members[a].Length - 1L) / 2 : members[a].Length * (long)members[b].Length;
                if (all == 0)
                    continue;
                var (one, other) = (seen[(a * Classes) + b] ?? [], a == b ? [] : seen[(b * Classes) + a] ?? []);
                var sum = new long[Math.Max(1, Math.Max(one.Length, other.Length))];
                for (var shared = 1; shared < sum.Length; shared++)
                    sum[shared] = (shared < one.Length ? one[shared] : 0) + (shared < other.Length ? other[shared] : 0);
                sum[0] = all - sum.Sum();
                pairs[GroupOf(a, b)] = sum;
            }
        }
    }

    /// <summary>Counts the rows of one degree at a time. Working space of one thread.</summary>
    private sealed class Tally(CoPresenceKinds kinds)
    {
        private readonly RequiredRow row = kinds.Reader();
        private readonly int[] start = new int[kinds.Classes + 1];
        private long[] count = [];

        /// <param name="a">The degree.</param>
        /// <param name="seen">Receives the pairs with each degree by the arenas shared, at row a.</param>
        public void Count(int a, long[]?[] seen)
        {
            for (var b = 0; b < kinds.Classes; b++)
                start[b + 1] = checked(start[b] + Math.Min(kinds.degrees[a], kinds.degrees[b]) + 1);
            if (count.Length < start[^1])
                count = new long[start[^1]];
            foreach (var i in kinds.members[a])
            {
                row.Read(i);
                var others = row.Others;
                var shared = row.Shared;
                for (var k = 0; k < others.Length; k++)
                    count[start[kinds.classOf[others[k]]] + shared[k]]++;
            }

            for (var b = 0; b < kinds.Classes; b++)
            {
                var mine = count.AsSpan(start[b]..start[b + 1]);
                var length = mine.LastIndexOfAnyExcept(0) + 1;
                seen[(a * kinds.Classes) + b] = length > 0 ? mine[..length].ToArray() : null;
                mine.Clear();
            }
        }
    }
}
