using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Meetings against the share of the gap that they close: each step is what one adds, the last one what stays open.</summary>
internal static class MeetingCurve
{
    private const int MostRows = 20;
    private const int MostInAltText = 5;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "meeting-curve", "Meetings against the gap closed", "How much of the gap would how many meetings close?", Draw)
    { Needs = AnalysisParts.Plan };

    /// <summary>The meetings of the plan, in the order in which to hold them.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Meeting", ColumnKind.Count), new("Theme"), new("Place"), new("Invited", ColumnKind.Count), new("Gaps closed", ColumnKind.Count),
            new("Share closed", ColumnKind.Share), new("Share closed so far", ColumnKind.Share), new("Share left open", ColumnKind.Share),
        ],
        [.. analysis.Plan.Meetings.Meetings.Select((meeting, i) => new object[]
        {
            i + 1L, analysis.Name(meeting.Theme), analysis.Name(meeting.Place), (long)meeting.Invitees.Count, (long)meeting.GapsClosed,
            meeting.Share, meeting.CumulativeShare, 1 - meeting.CumulativeShare,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        var plan = analysis.Plan.Meetings;
        if (!analysis.Measured)
            return ChartResult.None(t.Say("chart.meetings.no-ties"));
        if (plan.Meetings.Count == 0)
            return ChartResult.None(t.Say(plan.Gaps == 0 ? "chart.meetings.no-gaps" : "chart.meetings.none"));
        var names = new ChartNames(analysis.Dataset, t, type);
        var layout = new StepLayout([.. Steps(plan, names, t)], t);
        return ChartResult.Of(new Chart(Definition.Id, Words(analysis, plan, names, t), Table(analysis), layout.Height, layout.Draw, type));
    }

    /// <summary>A step for each meeting, one for all that there is no room for, and what stays open.</summary>
    private static IEnumerable<Step> Steps(MeetingPlan plan, ChartNames names, Texts t)
    {
        int shown = plan.Meetings.Count > MostRows ? MostRows - 1 : plan.Meetings.Count;
        double from = 0;
        foreach (var (m, meeting) in plan.Meetings.Take(shown).Index())
        {
            string[] where = [.. Where(meeting, names, t)];
            yield return new(Numbers.Exact(m + 1), where, from, meeting.CumulativeShare, t.Say("chart.meetings.row", ("n", meeting.GapsClosed), ("invitees", meeting.Invitees.Count)));
            from = meeting.CumulativeShare;
        }

        if (shown < plan.Meetings.Count)
        {
            int closed = plan.Meetings.Skip(shown).Sum(meeting => meeting.GapsClosed);
            yield return new("", [t.Say("chart.meetings.rest", ("n", plan.Meetings.Count - shown))], from, plan.CumulativeShare, t.Say("chart.meetings.row-rest", ("n", closed)));
        }

        if (plan.Gaps > plan.GapsClosed)
            yield return new("", [t.Say("chart.meetings.open")], plan.CumulativeShare, 1, t.Say("chart.meetings.row-open", ("n", plan.Gaps - plan.GapsClosed))) { IsOpen = true };
    }

    /// <summary>Theme and place of a meeting, as far as the dataset has them.</summary>
    private static IEnumerable<string> Where(Meeting meeting, ChartNames names, Texts t) => (meeting.Theme, meeting.Place) switch
    {
        (null, null) => [t.Say("arena.whole")],
        (null, _) => [names.Of(meeting.Place)],
        (_, null) => [names.Of(meeting.Theme)],
        _ => [names.Of(meeting.Theme), names.Of(meeting.Place)],
    };

    private static ChartWords Words(Analysis analysis, MeetingPlan plan, ChartNames names, Texts t)
    {
        string gap = t.Say(plan.AcrossSectors ? "chart.meetings.gap-across" : "chart.meetings.gap-all");
        string share = plan.GapsClosed == plan.Gaps ? t.Say("chart.meetings.whole", ("gap", gap)) : t.Say("chart.meetings.part", ("share", plan.CumulativeShare), ("gap", gap));
        string title = plan.Meetings.Count == 1
            ? t.Say("chart.meetings.title-one", ("share", share))
            : t.Say("chart.meetings.title", ("n", plan.Meetings.Count), ("share", share), ("first", plan.Meetings[0].Share));
        var first = plan.Meetings.Take(MostInAltText).Select(meeting => t.Say(
            "chart.meetings.alt-one", ("where", string.Join(t.Say("list.comma"), Where(meeting, names, t))), ("share", meeting.Share)));
        return new(
            title,
            ChartWords.Sentences(
                Scope(analysis, t), t.Say(plan.AcrossSectors ? "chart.meetings.meaning-across" : "chart.meetings.meaning-all", ("n", plan.Gaps)),
                t.Say("chart.meetings.seats", ("n", plan.Seats)), names.Note),
            t.Say("chart.meetings.alt", ("title", title), ("n", plan.Meetings.Count), ("first", string.Join(t.Say("list.semicolon"), first))));
    }
}
