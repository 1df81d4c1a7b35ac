using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>
/// Missing links with everything behind them: shared arenas down to source rows, the way between the two, who could introduce them.
/// </summary>
public static class GapList
{
    internal static Measure Measure { get; } = new(
        "gaps",
        "Missing links",
        "pair",
        "R_ij > 0 and A_ij = 0; R_ij = sum_c n_c b_ic b_jc over arenas, n_c = need / mean positive need (1 where unknown)",
        "Ranked by R, then shared arenas, then names. "
            + "A gap is the absence of evidence in this dataset: it cannot tell whether the two talk unrecorded.",
        "Cataldo et al. 2006, doi:10.1145/1180875.1180929; Bodin & Tengo 2012, doi:10.1016/j.gloenvcha.2012.01.005; "
            + "Guerrero et al. 2015; Angst & Seppelt 2020");

    /// <summary>All gaps in rank order, at most <see cref="AnalysisOptions.MaxTableRows"/>; the headline has their exact number.</summary>
    public static IReadOnlyList<GapRow> AllGaps(Analysis analysis) => AllGaps(analysis, analysis.Options.MaxTableRows);

    /// <summary>All gaps in rank order, at most <paramref name="limit"/>; O(limit) memory.</summary>
    public static IReadOnlyList<GapRow> AllGaps(Analysis analysis, int limit) =>
        GapRanking.First(analysis.Requirement, analysis.Ties, SectorMap.From(analysis.Dataset), limit, _ => true);

    /// <summary>Every gap that is wanted, in rank order.</summary>
    public static IReadOnlyList<GapRow> GapsAmong(Analysis analysis, Func<GapRow, bool> wanted) =>
        GapRanking.First(analysis.Requirement, analysis.Ties, SectorMap.From(analysis.Dataset), int.MaxValue, wanted);

    /// <summary>The first gaps across sectors, in rank order, of those that are wanted.</summary>
    public static IReadOnlyList<GapRow> CrossSectorGaps(Analysis analysis, int limit, Func<GapRow, bool>? wanted = null) =>
        GapRanking.First(
            analysis.Requirement, analysis.Ties, SectorMap.From(analysis.Dataset), limit, gap => gap.CrossSector && (wanted is null || wanted(gap)));

    /// <summary>Adds distance, path, introducers and evidence to gaps, in their order.</summary>
    public static IReadOnlyList<Gap> Describe(Analysis analysis, IEnumerable<GapRow> rows) =>
        Describe(analysis.Dataset, Frame.Of(analysis.Dataset, analysis.Options), analysis.Presence, analysis.Ties, rows);

    internal static IReadOnlyList<Gap> Describe(Dataset dataset, Frame frame, Presence presence, TieNetwork ties, IEnumerable<GapRow> rows)
    {
        var wanted = rows.ToArray();
        var evidence = new EvidenceIndex(dataset, frame, presence, wanted.SelectMany(gap => new[] { gap.A, gap.B }));
        var (distance, queue) = (new int[ties.N], new int[ties.N]);
        var described = new Gap[wanted.Length];
        foreach (var target in wanted.Index().GroupBy(gap => gap.Item.B.Index))
        {
            ShortestPaths.Distances(ties.RowStart, ties.Neighbours, target.Key, [.. target.Select(gap => gap.Item.A.Index)], distance, queue);
            foreach (var (at, gap) in target)
                described[at] = Describe(gap, dataset, ties, distance, evidence);
        }

        return described;
    }

    private static Gap Describe(GapRow gap, Dataset dataset, TieNetwork ties, int[] distance, EvidenceIndex evidence)
    {
        var path = ShortestPaths.First(ties.RowStart, ties.Neighbours, gap.A.Index, distance);
        return new(
            gap.A, gap.B, gap.CrossSector, gap.Requirement, gap.SharedArenas,
            path.Length > 0 ? path.Length - 1 : null,
            [.. path.Select(i => new StakeholderId(i))],
            Introducers(gap, dataset, ties),
            evidence.Shared(gap.A, gap.B));
    }

    /// <summary>Common partners, by the weaker of their two ties, strongest first; a stand-in for a sector can introduce no one.</summary>
    private static StakeholderId[] Introducers(GapRow gap, Dataset dataset, TieNetwork ties)
    {
        var toB = ties.Of(gap.B.Index).ToArray().Zip(ties.StrengthsOf(gap.B.Index)).ToDictionary(tie => tie.First, tie => tie.Second);
        return
        [
            .. ties.Of(gap.A.Index).ToArray().Zip(ties.StrengthsOf(gap.A.Index))
                .Where(tie => toB.ContainsKey(tie.First) && !dataset.Stakeholders[tie.First].StandsForSector)
                .OrderByDescending(tie => Math.Min(tie.Second, toB[tie.First]))
                .ThenBy(tie => tie.First)
                .Select(tie => new StakeholderId(tie.First)),
        ];
    }
}
