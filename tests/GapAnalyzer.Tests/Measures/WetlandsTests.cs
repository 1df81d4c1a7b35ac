using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

/// <summary>
/// The wetlands management network of the R package motifr (MIT): 80 actors, 52 activities. Published there: 543 open and 167 closed
/// triangles of actors, the top gaps; and expected closed 19.08899 with variance 64.54796 for independent ties, which is the other level:
/// ties between activities over shared actors. The other numbers are an independent program's, as the README of the oracle folder has
/// them, but for the excess ties: 288 - 108 = 180, where the README says 178.
/// </summary>
public sealed class WetlandsTests
{
    [SharedFact]
    public void Open_and_closed_triangles_are_motifrs()
    {
        var baseline = Run("actor").Headline.Baseline;
        Assert.Equal((543, 167), (baseline.Open, baseline.Closed));
    }

    [SharedFact]
    public void The_expectation_and_variance_of_closed_triangles_are_motifrs()
    {
        var baseline = Run("activity").Headline.Baseline;
        Assert.Equal(19.08899, baseline.ExpectedClosed, 5e-6);
        Assert.Equal(64.54796, baseline.VarianceIndependentTies, 5e-6);
        Assert.InRange(baseline.VarianceClosed, 1, baseline.VarianceIndependentTies);
    }

    [SharedFact]
    public void Required_satisfied_gaps_and_excess_ties_are_those_of_an_independent_program()
    {
        var analysis = Run("actor");
        Assert.Equal((482, 108), (analysis.Headline.Coordination.Required, analysis.Headline.Coordination.Satisfied));
        Assert.Equal(0.224066, analysis.Headline.Coordination.Value, 5e-7);
        Assert.Equal((288, 180), (analysis.Network.M, analysis.Network.ExcessTies));
        Assert.Equal(8, analysis.Network.Components);
        Assert.Equal(
            [(1, 252), (2, 85), (3, 29), (4, 6), (5, 2)],
            GapList.AllGaps(analysis).CountBy(gap => gap.SharedArenas).OrderBy(count => count.Key).Select(count => (count.Key, count.Value)));
    }

    [SharedFact]
    public void The_top_gaps_are_motifrs()
    {
        var analysis = Run("actor");
        string Name(StakeholderId id) => analysis.Dataset.Stakeholders[id.Index].Name;
        Assert.Equal([("actor10", "actor27"), ("actor18", "actor44")], analysis.Gaps.Take(2).Select(gap => (Name(gap.A), Name(gap.B))));
        Assert.Equal([5, 5, 4, 4, 4, 4, 4, 4, 3], analysis.Gaps.Take(9).Select(gap => gap.SharedArenas));
    }

    /// <summary>
    /// One level as stakeholders of one sector, the other as themes, each pair across levels an activity of its own: presence without a
    /// joint tie.
    /// </summary>
    internal static Analysis Run(string level)
    {
        var ours = OracleFiles.Rows("motifr_wetlands", "motifr_wetlands_nodes.csv").Where(node => node["level"] == level).Select(node => node["name"]).ToHashSet();
        var small = new SmallDatasets().Sector("Only", [.. ours]);
        foreach (var (k, edge) in OracleFiles.Rows("motifr_wetlands", "motifr_wetlands_edges.csv").Index())
        {
            var (a, b) = (edge["a"], edge["b"]);
            if (ours.Contains(a) && ours.Contains(b))
                small.Tie(a, b);
            else if (ours.Contains(a) || ours.Contains(b))
                small.Activity($"e{k:000}", ours.Contains(a) ? b : a, null, null, ours.Contains(a) ? a : b);
        }

        return small.Run();
    }
}
