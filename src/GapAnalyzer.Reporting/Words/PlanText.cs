using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Planning;

namespace GapAnalyzer.Reporting.Words;

/// <summary>What to do, in words.</summary>
public static class PlanText
{
    /// <summary>Introducers named in a sentence.</summary>
    private const int Named = 3;

    /// <summary>What the meetings close together, how many gaps no invitation can close, and the limit of seats where it is one.</summary>
    public static IEnumerable<string> Summary(Analysis analysis, Texts t)
    {
        var plan = analysis.Plan.Meetings;
        yield return t.Say(
            (plan.AcrossSectors ? "plan.meetings-across" : "plan.meetings-all") + (plan.GapsClosed == plan.Gaps ? "-whole" : ""),
            ("meetings", plan.Meetings.Count),
            ("closed", plan.GapsClosed),
            ("gaps", plan.Gaps),
            ("share", plan.CumulativeShare));
        var left = (plan.AcrossSectors ? analysis.Headline.CrossSector : analysis.Headline.Coordination).Gaps - plan.Gaps;
        if (left > 0)
            yield return t.Say("plan.stand-ins", ("n", left));
        if (plan.Considered < plan.Gaps)
            yield return t.Say("plan.heaviest", ("considered", plan.Considered));
        if (plan.Meetings.Any(meeting => meeting.Invitees.Count == plan.Seats))
            yield return t.Say("plan.seats", ("seats", plan.Seats));
    }

    /// <summary>"Protection, Sindh": what and where a meeting is about.</summary>
    public static string Where(Analysis analysis, Meeting meeting, Texts t) =>
        ArenaText.Of(analysis, new(meeting.Theme, meeting.Place, Period.All), t);

    /// <summary>What a meeting is about, how many are invited, and what it closes.</summary>
    public static string Line(Analysis analysis, Meeting meeting, Texts t) => t.Say(
        "plan.meeting",
        ("where", Where(analysis, meeting, t)),
        ("invitees", meeting.Invitees.Count),
        ("closed", meeting.GapsClosed),
        ("share", meeting.Share),
        ("cumulative", meeting.CumulativeShare));

    /// <summary>Who could host it.</summary>
    public static string Host(Analysis analysis, Meeting meeting, Texts t) => meeting.Host is { } host
        ? t.Say("plan.host", ("name", analysis.Name(host)), ("ties", meeting.HostTies), ("invitees", meeting.Invitees.Count(id => id != host)))
        : t.Say("plan.no-host");

    /// <summary>The invitees, a line for each sector.</summary>
    public static IEnumerable<string> Invitees(Analysis analysis, Meeting meeting, Texts t) => meeting.Invitees
        .GroupBy(id => analysis.Of(id).Sector)
        .OrderBy(sector => sector.Key.Index)
        .Select(sector => t.Say("plan.sector", ("sector", t.Sector(analysis.Name(sector.Key))), ("names", string.Join(t.Say("list.comma"), sector.Select(id => analysis.Name(id))))));

    /// <summary>Whom to introduce, and who could do it.</summary>
    public static string Line(Analysis analysis, Gap gap, Texts t) => t.Say(
        "plan.introduction",
        ("a", GapText.Who(analysis, gap.A, t)),
        ("b", GapText.Who(analysis, gap.B, t)),
        ("arenas", GapText.Arenas(analysis, gap.SharedArenas, t)),
        ("names", GapText.Names(analysis, [.. gap.Introducers.Take(Named)], t)));
}
