using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Planning;

/// <summary>Whom to introduce to whom, and who could do it: gaps in rank order whose two ends have a partner in common.</summary>
internal static class Introducing
{
    /// <summary>Gaps looked at for each introduction that is wanted; beyond them the gaps matter little.</summary>
    private const int LookedAtForEach = 10;

    /// <summary>Gaps across sectors, or all where the plan is about all, without stand-ins for a sector and without anyone excluded.</summary>
    /// <remarks>The introducers of a gap are its common partners, by the weaker of their two ties, strongest first.</remarks>
    public static IReadOnlyList<Gap> Of(
        Dataset dataset, Frame frame, Presence presence, Requirement requirement, TieNetwork ties, SectorMap sectors, PlanOptions options)
    {
        var all = options.WithinSectors || sectors.KnownInUse < 2;
        var ranked = GapRanking.First(
            requirement, ties, sectors, options.Introductions * LookedAtForEach, gap => (all || gap.CrossSector) && MayMeet(gap.A) && MayMeet(gap.B));
        return
        [
            .. GapList.Describe(dataset, frame, presence, ties, ranked)
                .Select(gap => gap with { Introducers = [.. gap.Introducers.Where(id => !options.Excluded.Contains(id))] })
                .Where(gap => gap.Introducers.Count > 0)
                .Take(options.Introductions),
        ];

        bool MayMeet(StakeholderId id) => !dataset.Stakeholders[id.Index].StandsForSector && !options.Excluded.Contains(id);
    }
}
