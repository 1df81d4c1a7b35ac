using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>What of a network fits into one picture: who, which ties, and the worst missing links.</summary>
internal sealed class NetworkSelection
{
    /// <summary>More nodes than this cannot be told apart at 1,800 pixels.</summary>
    public const int MostNodes = 300;

    /// <summary>More ties than this only blacken the picture.</summary>
    public const int MostTies = 3000;

    /// <summary>As many dashed lines as an eye can follow from end to end.</summary>
    public const int MostGaps = 12;

    private NetworkSelection(IReadOnlyList<StakeholderId> nodes, IReadOnlyList<Gap> gaps, IReadOnlyList<(StakeholderId A, StakeholderId B)> ties, long shownTies)
    {
        Nodes = nodes;
        Gaps = gaps;
        Ties = ties;
        TiesAmongNodes = shownTies;
    }

    /// <summary>By sector, and within a sector the best connected first.</summary>
    public IReadOnlyList<StakeholderId> Nodes { get; }

    /// <summary>The worst missing links, those between sectors before all others.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>Ties between shown stakeholders, the strongest where there are too many.</summary>
    public IReadOnlyList<(StakeholderId A, StakeholderId B)> Ties { get; }

    /// <summary>Ties between shown stakeholders, drawn or not.</summary>
    public long TiesAmongNodes { get; }

    public static NetworkSelection Of(Analysis analysis)
    {
        var gaps = analysis.Gaps.Any(gap => gap.CrossSector)
            ? analysis.Gaps.Where(gap => gap.CrossSector).Take(MostGaps).ToList()
            : analysis.Gaps.Take(MostGaps).ToList();
        var ends = gaps.SelectMany(gap => (StakeholderId[])[gap.A, gap.B]).ToHashSet();
        var shown = analysis.Stakeholders
            .OrderByDescending(s => ends.Contains(s.Stakeholder))
            .ThenByDescending(s => s.Rate.Gaps + s.Degree)
            .Take(MostNodes);
        var dataset = analysis.Dataset;
        List<StakeholderId> nodes =
        [
            .. shown.OrderBy(s => dataset.Stakeholders[s.Stakeholder.Index].Sector.Index)
                .ThenByDescending(s => s.Degree).ThenBy(s => s.Stakeholder.Index).Select(s => s.Stakeholder),
        ];
        var ties = TiesAmong(analysis, [.. nodes]);
        return new(nodes, gaps, [.. ties.OrderByDescending(t => t.Strength).Take(MostTies).Select(t => (t.A, t.B))], ties.Count);
    }

    private static List<(StakeholderId A, StakeholderId B, double Strength)> TiesAmong(Analysis analysis, HashSet<StakeholderId> nodes)
    {
        var ties = new List<(StakeholderId, StakeholderId, double)>();
        foreach (var a in nodes.OrderBy(node => node.Index))
        {
            var neighbours = analysis.Ties.Of(a.Index);
            var strengths = analysis.Ties.StrengthsOf(a.Index);
            for (int k = 0; k < neighbours.Length; k++)
            {
                var b = new StakeholderId(neighbours[k]);
                if (a.Index < b.Index && nodes.Contains(b))
                    ties.Add((a, b, strengths[k]));
            }
        }

        return ties;
    }
}
