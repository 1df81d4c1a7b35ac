using GapAnalyzer.Domain;
using GapAnalyzer.Planning;

namespace GapAnalyzer.Reporting.Words;

/// <summary>A scenario and what it comes to, in sentences.</summary>
internal static class WhatIfText
{
    /// <summary>Names in a sentence; the rest are counted.</summary>
    private const int Named = 5;

    /// <summary>What it comes to, the most important first.</summary>
    public static IEnumerable<string> Answer(WhatIf what, Texts t)
    {
        var (before, after) = (what.Before.Headline, what.After.Headline);
        if (!what.After.Measured)
        {
            yield return t.Say(what.Before.Measured ? "what-if.no-evidence-left" : "what-if.not-measured");
        }
        else
        {
            var cross = what.Closed.Count(gap => gap.CrossSector);
            yield return t.Say(
                what.Closed.Count == 0 ? "what-if.closes-none" : "what-if.closes",
                ("closed", what.Closed.Count), ("gaps", before.Coordination.Gaps), ("cross", cross), ("all", before.CrossSector.Gaps));
            if (what.Closed.Count > 0 && double.IsFinite(what.ShareOfPlan))
                yield return t.Say(what.Before.Plan.Meetings.AcrossSectors ? "what-if.share-across" : "what-if.share", ("share", what.ShareOfPlan));
        }

        if (what.Scenario.Removed.Count > 0 && what.Before.Measured)
            yield return t.Say("what-if.gone", ("gone", what.Gone.Count), ("names", Names(what, what.Scenario.Removed, t)));
        if (what.After.Measured)
        {
            yield return t.Say("what-if.rate", ("before", before.Coordination.Value), ("after", after.Coordination.Value));
            if (double.IsFinite(before.CrossSector.Value) || double.IsFinite(after.CrossSector.Value))
                yield return t.Say("what-if.cross-rate", ("before", before.CrossSector.Value), ("after", after.CrossSector.Value));
            yield return t.Say(what.Verdicts.Any() ? "what-if.verdicts" : "what-if.no-verdicts", ("n", what.Verdicts.Count()));
        }
    }

    /// <summary>Each change, and where it does nothing, why.</summary>
    public static IEnumerable<string> Changes(WhatIf what, Texts t) =>
    [
        .. what.Scenario.AddedTies.Select(tie => t.Say("what-if.add-tie", ("a", what.Before.Name(tie.A)), ("b", what.Before.Name(tie.B))) + NoteOf(what.Before, tie, t)),
        .. what.Scenario.Meetings.Select(meeting => Meeting(what, meeting, t)),
        .. what.Scenario.Removed.Select(id => t.Say("what-if.remove", ("name", GapText.Who(what.Before, id, t)))),
    ];

    public static string Where(Analysis analysis, ScenarioMeeting meeting, Texts t) => ArenaText.Of(analysis, new(meeting.Theme, meeting.Place, Period.All), t);

    private static string Meeting(WhatIf what, ScenarioMeeting meeting, Texts t)
    {
        var said = t.Say("what-if.hold", ("where", Where(what.Before, meeting, t)), ("n", meeting.Attendees.Count), ("present", meeting.Present));
        return meeting.IsTooLarge ? said + " " + t.Say("what-if.too-large", ("limit", meeting.Limit))
            : meeting.TiesNoOne ? said + " " + t.Say("what-if.alone")
            : said;
    }

    private static string NoteOf(Analysis before, (StakeholderId A, StakeholderId B) tie, Texts t) =>
        before.Ties.AreTied(tie.A, tie.B) ? " " + t.Say("what-if.tied-already")
        : before.Requirement.Of(tie.A, tie.B).Shared == 0 ? " " + t.Say("what-if.never-meet")
        : "";

    private static string Names(WhatIf what, IReadOnlyList<StakeholderId> ids, Texts t) => Listing.Of(ids.Select(id => what.Before.Name(id)), Named, t);
}
