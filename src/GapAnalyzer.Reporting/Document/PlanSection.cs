using GapAnalyzer.Measures;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>7: what to do: introductions to make and meetings to convene.</summary>
internal static class PlanSection
{
    private const int MostIntroductions = 10;

    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        if (!analysis.Measured || analysis.Plan.Meetings.Gaps == 0)
            return [];
        return
        [
            new Heading(2, t.Say("plan.heading")),
            new Paragraph(t.Say("plan.text")),
            .. Introductions(report),
            .. Meetings(report),
        ];
    }

    private static IEnumerable<Block> Introductions(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        Column<Gap>[] columns =
        [
            new("a", gap => GapText.Who(analysis, gap.A, t)),
            new("b", gap => GapText.Who(analysis, gap.B, t)),
            new("shared", gap => Numbers.Count(gap.SharedArenas), Figures),
            new("introducers", gap => GapText.Names(analysis, gap.Introducers, t)),
        ];
        return analysis.Plan.Introductions.Count == 0
            ? []
            :
            [
                new Heading(3, t.Say("plan.introductions")),
                new Paragraph(t.Say("plan.introductions-text")),
                .. Section.TopTable(report, columns, [.. analysis.Plan.Introductions.Take(MostIntroductions)], "introductions.csv", analysis.Plan.Introductions.Count),
            ];
    }

    private static IEnumerable<Block> Meetings(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var plan = analysis.Plan.Meetings;
        Column<Meeting>[] columns =
        [
            new("meeting", meeting => PlanText.Where(analysis, meeting, t)),
            new("invitees", meeting => Numbers.Count(meeting.Invitees.Count), Figures),
            new("host", meeting => meeting.Host is { } host ? analysis.Name(host) : Numbers.Undefined),
            new("closed", meeting => Numbers.Count(meeting.GapsClosed), Figures),
            new("share", meeting => Numbers.Percent(meeting.Share), Figures),
            new("cumulative", meeting => Numbers.Percent(meeting.CumulativeShare), Figures),
        ];
        return plan.Meetings.Count == 0
            ? []
            :
            [
                new Heading(3, t.Say("plan.meetings")),
                .. PlanText.Summary(analysis, t).Select(sentence => new Paragraph(sentence)),
                .. Section.Chart(report, "meeting-curve"),
                .. Section.TopTable(report, columns, plan.Meetings, "meetings.csv"),
                .. report.Has("csv") ? [new Paragraph([new Plain(t.Say("plan.invitations") + " "), Section.FileLink("invitations.csv")])] : Array.Empty<Block>(),
            ];
    }
}
