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
    /// <summary>Best first. Stakeholders are numbered by name, so that their numbers order names.</summary>
    private static Comparer<GapRow> Order { get; } = Comparer<GapRow>.Create((x, y) =>
    {
        var byWeight = y.Requirement.CompareTo(x.Requirement);
        var byCount = byWeight != 0 ? byWeight : y.SharedArenas.CompareTo(x.SharedArenas);
        return byCount != 0 ? byCount : (x.A.Index, x.B.Index).CompareTo((y.A.Index, y.B.Index));
    });

    private static Comparer<GapRow> WorstFirst { get; } = Comparer<GapRow>.Create((x, y) => Order.Compare(y, x));

    /// <summary>The first gaps in rank order, at most <paramref name="limit"/> of those that are wanted.</summary>
    /// <param name="requirement">Required pairs.</param>
    /// <param name="ties">The tie graph.</param>
    /// <param name="sectors">Who belongs where.</param>
    /// <param name="limit">How many are wanted.</param>
    /// <param name="wanted">Which are wanted.</param>
    /// <remarks>O(pairs + ties + gaps log limit) time, O(limit) memory. Nothing was measured without tie evidence: then there are none.</remarks>
    public static GapRow[] First(Requirement requirement, TieNetwork ties, SectorMap sectors, int limit, Func<GapRow, bool> wanted)
    {
        if (limit <= 0 || ties.Evidence == TieKinds.None)
            return [];
        var kept = new PriorityQueue<GapRow, GapRow>(WorstFirst);
        foreach (var gap in Every(requirement, ties, sectors).Where(wanted))
        {
            if (kept.Count < limit)
                kept.Enqueue(gap, gap);
            else if (Order.Compare(gap, kept.Peek()) < 0)
                kept.EnqueueDequeue(gap, gap);
        }

        var ranked = kept.UnorderedItems.Select(item => item.Element).ToArray();
        Array.Sort(ranked, Order);
        return ranked;
    }

    /// <summary>Every required pair without a tie, in canonical order of its ends.</summary>
    private static IEnumerable<GapRow> Every(Requirement requirement, TieNetwork ties, SectorMap sectors)
    {
        var tiedTo = new int[ties.N];
        Array.Fill(tiedTo, -1);
        for (var i = 0; i < ties.N; i++)
        {
            foreach (var j in ties.Of(i))
                tiedTo[j] = i;
            for (var k = requirement.RowStart[i]; k < requirement.RowStart[i + 1]; k++)
            {
                var j = requirement.Other[k];
                if (tiedTo[j] != i)
                    yield return new(new(i), new(j), sectors.IsCross(i, j), requirement.Weight[k], requirement.Shared[k]);
            }
        }
    }
}
