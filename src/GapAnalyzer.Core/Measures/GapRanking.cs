using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>A missing link without its evidence: a row of <c>tables/gaps.csv</c>.</summary>
/// <param name="A">First in canonical order.</param>
/// <param name="Requirement"><c>R = sum_c n_c b_ic b_jc</c>.</param>
/// <param name="SharedArenas">The same, unweighted.</param>
public readonly record struct GapRow(StakeholderId A, StakeholderId B, bool CrossSector, double Requirement, int SharedArenas);

/// <summary>Gaps in the order in which they matter: by requirement, then shared arenas, then names in ordinal order.</summary>
internal static class GapRanking
{
    /// <summary>Rows kept beyond the limit before they are cut back to it.</summary>
    private const int Spare = 1_000;

    /// <summary>Best first. Stakeholders are numbered by name, so that their numbers order names.</summary>
    private static int Compare(GapRow x, GapRow y)
    {
        if (x.Requirement != y.Requirement)
            return x.Requirement > y.Requirement ? -1 : 1;
        if (x.SharedArenas != y.SharedArenas)
            return x.SharedArenas > y.SharedArenas ? -1 : 1;
        return x.A.Index != y.A.Index ? x.A.Index.CompareTo(y.A.Index) : x.B.Index.CompareTo(y.B.Index);
    }

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
        using var best = new ThreadLocal<Best>(() => new(requirement, ties, sectors, limit), trackAllValues: true);
        Parallel.For(0, ties.N, i => best.Value!.Look(i, wanted));
        var kept = best.Values.SelectMany(one => one.Rows).ToList();
        kept.Sort(Compare);
        return [.. kept.Take(limit)];
    }

    /// <summary>The first gaps of the rows that one thread has looked at.</summary>
    private sealed class Best(Requirement requirement, TieNetwork ties, SectorMap sectors, int limit)
    {
        private readonly RequiredRow row = requirement.Reader();
        private readonly List<GapRow> kept = [];
        private GapRow? last;

        public IEnumerable<GapRow> Rows => kept;

        public void Look(int i, Func<GapRow, bool> wanted)
        {
            var tied = ties.Of(i);
            row.Read(i);
            var (others, next, least) = (row.Others.Length, 0, last?.Requirement ?? double.NegativeInfinity);
            for (var k = 0; k < others; k++)
            {
                var (j, weight) = (row.Others[k], row.Weights[k]);
                while (next < tied.Length && tied[next] < j)
                    next++;
                if ((next < tied.Length && tied[next] == j) || weight < least)
                    continue;
                Add(new(new(i), new(j), sectors.IsCross(i, j), weight, row.Shared[k]), wanted);
            }
        }

        /// <summary>Keeps a gap that may be one of the first; of many, the rest are let go again, and the last that stays bars the others.</summary>
        private void Add(GapRow gap, Func<GapRow, bool> wanted)
        {
            if ((last is { } bar && Compare(gap, bar) >= 0) || !wanted(gap))
                return;
            kept.Add(gap);
            if (kept.Count < limit + Math.Max((long)limit, Spare))
                return;
            kept.Sort(Compare);
            kept.RemoveRange(limit, kept.Count - limit);
            last = kept[^1];
        }
    }
}
