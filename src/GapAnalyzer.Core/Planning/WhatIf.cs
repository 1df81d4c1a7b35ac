using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Planning;

/// <summary>A dataset as it is and as a scenario would make it, each through the same analysis.</summary>
/// <param name="Scenario">What is changed.</param>
/// <param name="Before">As it is; ids of stakeholders below are of its dataset.</param>
/// <param name="After">As it would be.</param>
/// <param name="Closed">Gaps whose two ends stay and are tied afterwards, in rank order.</param>
/// <param name="Gone">Gaps of which an end is removed, in rank order: nothing was closed.</param>
/// <param name="Opened">Gaps that were none before, in rank order; none where nothing was known of ties before.</param>
public sealed record WhatIf(
    Scenario Scenario, Analysis Before, Analysis After, IReadOnlyList<GapRow> Closed, IReadOnlyList<GapRow> Gone, IReadOnlyList<GapRow> Opened)
{
    /// <summary>Pairs of sectors whose verdict is another one afterwards, in canonical order.</summary>
    public IEnumerable<(SectorPairTest Before, SectorPairTest After)> Verdicts =>
        Before.SectorTests.Pairs.Zip(After.SectorTests.Pairs).Where(pair => pair.First.Verdict != pair.Second.Verdict);

    /// <summary>The closed gaps that <c>plan</c> counts: across sectors, where the plan is about them, and of named organisations.</summary>
    public IEnumerable<GapRow> ClosedOfPlan => Closed.Where(gap => (gap.CrossSector || !Before.Plan.Meetings.AcrossSectors) && IsNamed(gap.A) && IsNamed(gap.B));

    /// <summary>Their share of the requirement of all gaps that a plan is about; NaN where there are none.</summary>
    public double ShareOfPlan => Before.Plan.Meetings.Weight > 0 ? ClosedOfPlan.Sum(gap => gap.Requirement) / Before.Plan.Meetings.Weight : double.NaN;

    /// <summary>Analyses the changed dataset with the options of the first analysis, and compares the gaps.</summary>
    /// <remarks>Time: an analysis, and two passes over the required pairs.</remarks>
    public static WhatIf Of(Analysis before, Scenario scenario, CancellationToken cancellation, IProgress<string>? progress = null)
    {
        var after = Analysis.Run(scenario.Apply(before.Dataset, before.Options), before.Options, cancellation, progress);
        var position = scenario.Positions(before.Dataset.Stakeholders.Count);
        int[] origin = [.. Enumerable.Range(0, position.Length).Where(i => position[i] >= 0)];
        bool Stay(GapRow gap) => position[gap.A.Index] >= 0 && position[gap.B.Index] >= 0;
        return new(
            scenario,
            before,
            after,
            GapList.GapsAmong(before, gap => Stay(gap) && after.TieEvidence != TieKinds.None && !IsGap(after, new(position[gap.A.Index]), new(position[gap.B.Index]))),
            GapList.GapsAmong(before, gap => !Stay(gap)),
            [
                .. GapList.GapsAmong(after, gap => before.TieEvidence != TieKinds.None && !IsGap(before, new(origin[gap.A.Index]), new(origin[gap.B.Index])))
                    .Select(gap => gap with { A = new(origin[gap.A.Index]), B = new(origin[gap.B.Index]) }),
            ]);
    }

    private bool IsNamed(StakeholderId id) => !Before.Dataset.Stakeholders[id.Index].StandsForSector;

    private static bool IsGap(Analysis analysis, StakeholderId a, StakeholderId b) =>
        analysis.TieEvidence != TieKinds.None && analysis.Requirement.Of(a, b).Shared > 0 && !analysis.Ties.AreTied(a, b);
}
