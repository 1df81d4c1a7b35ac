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
    public static ILookup<StakeholderId, (Arena Arena, ActivityEvidence Evidence)> Of(Analysis analysis, Func<Arena, bool> arenas, Func<StakeholderId, bool> stakeholders)
    {
        var frame = Frame.Of(analysis.Dataset, analysis.Options);
        return analysis.Dataset.Activities.Index()
            .SelectMany(activity => analysis.Presence.ArenasOf(new ActivityId(activity.Index)).ToArray()
                .Where(c => arenas(analysis.Presence.Arenas[c]))
                .SelectMany(c => activity.Item.Participations.Where(p => frame.IsPresent(p) && stakeholders(p.Stakeholder))
                    .Select(p => (p.Stakeholder, c, Evidence: new ActivityEvidence(new(activity.Index), p.Sources)))))
            .OrderBy(item => (item.Stakeholder.Index, item.c, item.Evidence.Activity.Index))
            .ToLookup(item => item.Stakeholder, item => (analysis.Presence.Arenas[item.c], item.Evidence));
    }
}
