using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>The activities and rows behind presence.</summary>
public static class PresenceRows
{
    /// <summary>What puts stakeholders into arenas, by stakeholder; arenas in their order, activities in the dataset's.</summary>
    /// <param name="analysis">Presence.</param>
    /// <param name="arenas">Which arenas are wanted.</param>
    /// <param name="stakeholders">Which stakeholders are wanted.</param>
    /// <remarks>O(participations).</remarks>
    public static ILookup<StakeholderId, (Arena Arena, ActivityEvidence Evidence)> Of(Analysis analysis, Func<Arena, bool> arenas, Func<StakeholderId, bool> stakeholders) =>
        In(analysis, analysis.Presence, arenas, stakeholders).ToLookup(item => item.Stakeholder, item => (item.Arena, item.Evidence));

    /// <summary>What puts stakeholders into a cell: its arenas, then the activities that have no date fine enough for one.</summary>
    public static ILookup<StakeholderId, (Arena Arena, ActivityEvidence Evidence)> OfCell(Analysis analysis, Cell cell)
    {
        bool IsInCell(Arena arena) => arena.Theme == cell.Theme && arena.Place == cell.Place;
        var undated = In(analysis, analysis.CellPresence, IsInCell, _ => true).Where(item => analysis.Presence.ArenasOf(item.Evidence.Activity).IsEmpty);
        return In(analysis, analysis.Presence, IsInCell, _ => true).Concat(undated).ToLookup(item => item.Stakeholder, item => (item.Arena, item.Evidence));
    }

    private static IEnumerable<(StakeholderId Stakeholder, Arena Arena, ActivityEvidence Evidence)> In(
        Analysis analysis, Presence presence, Func<Arena, bool> arenas, Func<StakeholderId, bool> stakeholders)
    {
        var frame = Frame.Of(analysis.Dataset, analysis.Options);
        return analysis.Dataset.Activities.Index()
            .SelectMany(activity => presence.ArenasOf(new ActivityId(activity.Index)).ToArray()
                .Where(c => arenas(presence.Arenas[c]))
                .SelectMany(c => activity.Item.Participations.Where(p => frame.IsPresent(p) && stakeholders(p.Stakeholder))
                    .Select(p => (p.Stakeholder, c, Evidence: new ActivityEvidence(new(activity.Index), p.Sources)))))
            .OrderBy(item => (item.Stakeholder.Index, item.c, item.Evidence.Activity.Index))
            .Select(item => (item.Stakeholder, presence.Arenas[item.c], item.Evidence));
    }
}
