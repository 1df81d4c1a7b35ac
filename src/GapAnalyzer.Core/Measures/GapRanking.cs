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
    private static Comparer<GapRow> Order { get; } = Comparer<GapRow>.Create(Compare);

    private static Comparer<GapRow> WorstFirst { get; } = Comparer<GapRow>.Create((x, y) => Compare(y, x));

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
    /// O(pairs + ties + gaps log limit) time, O(limit) memory per thread: each keeps its first ones, and no two gaps rank the same. Nothing
    /// was measured without tie evidence: then there are none.
    /// </remarks>
    public static GapRow[] First(Requirement requirement, TieNetwork ties, SectorMap sectors, int limit, Func<GapRow, bool> wanted)
    {
        if (limit <= 0 || ties.Evidence == TieKinds.None)
            return [];
        var kept = new List<GapRow>();
        Parallel.For(0, ties.N, () => new Best(requirement, ties, sectors, limit), (i, _, best) => best.Look(i, wanted), best =>
        {
            lock (kept)
                kept.AddRange(best.Rows);
        });
        kept.Sort(Order);
        return [.. kept.Take(limit)];
    }

    /// <summary>The first gaps of the rows that one thread has looked at.</summary>
    private sealed class Best(Requirement requirement, TieNetwork ties, SectorMap sectors, int limit)
    {
        private readonly RequiredRow row = requirement.Reader();
        private readonly PriorityQueue<GapRow, GapRow> kept = new(WorstFirst);

        public IEnumerable<GapRow> Rows => kept.UnorderedItems.Select(item => item.Element);

        public Best Look(int i, Func<GapRow, bool> wanted)
        {
            var tied = ties.Of(i);
            row.Read(i);
            var (others, next) = (row.Others.Length, 0);
            for (var k = 0; k < others; k++)
            {
                var (j, weight) = (row.Others[k], row.Weights[k]);
                while (next < tied.Length && tied[next] < j)
                    next++;
                if ((next < tied.Length && tied[next] == j) || (kept.Count == limit && weight < kept.Peek().Requirement))
                    continue;
                Add(new(new(i), new(j), sectors.IsCross(i, j), weight, row.Shared[k]), wanted);
            }

            return this;
        }

        private void Add(GapRow gap, Func<GapRow, bool> wanted)
        {
            if ((kept.Count == limit && Compare(gap, kept.Peek()) >= 0) || !wanted(gap))
                return;
            if (kept.Count < limit)
                kept.Enqueue(gap, gap);
            else
                kept.EnqueueDequeue(gap, gap);
        }
    }
}
