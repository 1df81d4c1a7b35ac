using System.Runtime.InteropServices;
using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>A missing link without its evidence: a row of <c>tables/gaps.csv</c>.</summary>
/// <param name="A">First in canonical order.</param>
/// <param name="Requirement"><c>R = sum_c n_c b_ic b_jc</c>.</param>
/// <param name="SharedArenas">The same, unweighted.</param>
public readonly record struct GapRow(StakeholderId A, StakeholderId B, bool CrossSector, double Requirement, int SharedArenas) : IComparable<GapRow>
{
    public static bool operator <(GapRow x, GapRow y) => x.CompareTo(y) < 0;

    public static bool operator >(GapRow x, GapRow y) => x.CompareTo(y) > 0;

    public static bool operator <=(GapRow x, GapRow y) => x.CompareTo(y) <= 0;

    public static bool operator >=(GapRow x, GapRow y) => x.CompareTo(y) >= 0;

    /// <summary>In rank order, the one that matters most first. Stakeholders are numbered by name, so that their numbers order names.</summary>
    public int CompareTo(GapRow other)
    {
        if (Requirement != other.Requirement)
            return Requirement > other.Requirement ? -1 : 1;
        if (SharedArenas != other.SharedArenas)
            return SharedArenas > other.SharedArenas ? -1 : 1;
        return A.Index != other.A.Index ? A.Index.CompareTo(other.A.Index) : B.Index.CompareTo(other.B.Index);
    }
}

/// <summary>Gaps in the order in which they matter: by requirement, then shared arenas, then names in ordinal order.</summary>
internal static class GapRanking
{
    /// <summary>Rows kept beyond the limit before they are cut back to it.</summary>
    private const int Spare = 1_000;

    /// <summary>Where so many are wanted, one more pass over the pairs costs less than ranking gaps that are let go again.</summary>
    private const int Many = 10_000;

    /// <summary>The first gaps in rank order, at most <paramref name="limit"/> of those that are wanted.</summary>
    /// <param name="requirement">Required pairs.</param>
    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">Who belongs where.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="wanted">Which are wanted; asked by several threads.</param>
    /// <remarks>
    /// O(pairs + ties + gaps log limit) time, mostly less: only gaps that may be among the first are kept. O(limit) memory per thread, and no
    /// two gaps rank the same. Nothing was measured without tie evidence: then there are none.
    /// </remarks>
    public static GapRow[] First(Requirement requirement, TieNetwork ties, SectorMap sectors, int limit, Func<GapRow, bool> wanted)
    {
        if (limit <= 0 || ties.Evidence == TieKinds.None)
            return [];
        // One for each thread, not for each task: a long loop begins many tasks, one after another.
        using var best = new ThreadLocal<Best>(() => new(requirement, ties, sectors, limit, wanted), trackAllValues: true);
        var least = double.NegativeInfinity;
        if (limit >= Many && limit < requirement.Count)
        {
            Parallel.For(0, ties.N, i => best.Value!.Count(i));
            least = Reached(best.Values.SelectMany(one => one.Counts), limit);
        }

        Parallel.For(0, ties.N, i => best.Value!.Look(i, least));
        GapRow[] kept = [.. best.Values.SelectMany(one => one.Kept)];
        Array.Sort(kept);
        return kept.Length > limit ? kept[..limit] : kept;
    }

    /// <summary>The requirement that so many gaps reach: of the highest class that has them with all above it, the smallest.</summary>
    private static double Reached(IEnumerable<KeyValuePair<long, long>> counts, int limit)
    {
        var sum = 0L;
        foreach (var level in counts.GroupBy(entry => entry.Key, entry => entry.Value).OrderByDescending(level => level.Key))
        {
            sum += level.Sum();
            if (sum >= limit)
                return WeightClass.Least(level.Key);
        }

        return double.NegativeInfinity;
    }

    /// <summary>The first gaps of the rows that one thread has looked at.</summary>
    private sealed class Best(Requirement requirement, TieNetwork ties, SectorMap sectors, int limit, Func<GapRow, bool> wanted)
    {
        private readonly RequiredRow row = requirement.Reader();
        private readonly List<GapRow> ofRow = [];
        private GapRow? last;

        public List<GapRow> Kept { get; } = [];

        /// <summary>Gaps counted, by the class of their requirement.</summary>
        public Dictionary<long, long> Counts { get; } = [];

        public void Count(int i)
        {
            foreach (var gap in GapsOf(i, double.NegativeInfinity))
                CollectionsMarshal.GetValueRefOrAddDefault(Counts, WeightClass.Of(gap.Requirement), out _)++;
        }

        /// <summary>Keeps gaps that may be among the first; of many, the rest are let go again, and the last that stays bars the others.</summary>
        public void Look(int i, double least)
        {
            foreach (var gap in GapsOf(i, last is { } lowest ? Math.Max(least, lowest.Requirement) : least))
            {
                if (last is { } bar && gap >= bar)
                    continue;
                Kept.Add(gap);
                if (Kept.Count < limit + Math.Max((long)limit, Spare))
                    continue;
                Kept.Sort();
                Kept.RemoveRange(limit, Kept.Count - limit);
                last = Kept[^1];
            }
        }

        private List<GapRow> GapsOf(int i, double least)
        {
            ofRow.Clear();
            var tied = ties.Of(i);
            row.Read(i);
            var others = row.Others;
            var shared = row.Shared;
            var weights = row.Weights;
            var next = 0;
            for (var k = 0; k < others.Length; k++)
            {
                var j = others[k];
                while (next < tied.Length && tied[next] < j)
                    next++;
                if (weights[k] < least || (next < tied.Length && tied[next] == j))
                    continue;
                var gap = new GapRow(new(i), new(j), sectors.IsCross(i, j), weights[k], shared[k]);
                if (wanted(gap))
                    ofRow.Add(gap);
            }

            return ofRow;
        }
    }
}
