using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>Activities, rows and records of ties in words.</summary>
internal static class EvidenceText
{
    /// <summary>Items of a list in an answer; JSON has all of them.</summary>
    public const int Most = 20;

    /// <summary>Items within one line.</summary>
    private const int MostInLine = 5;

    /// <summary>"A12 (Workshop, Quetta), 2019-05-03".</summary>
    public static string Activity(Analysis analysis, ActivityId id, Texts t)
    {
        var activity = analysis.Of(id);
        var named = string.IsNullOrEmpty(activity.Title) ? activity.Id : t.Say("explain.activity", ("id", activity.Id), ("title", activity.Title));
        return activity.Dates is { } dates ? named + t.Say("list.comma") + Dates(dates, t) : named;
    }

    /// <summary>"2019-05-03", "2019-05-03 to 2019-05-04", "2019" where only the year is known.</summary>
    private static string Dates(DateSpan dates, Texts t) => dates == DateSpan.Year(dates.First.Year)
        ? Period.Containing(dates.First, PeriodGrain.Year).Label
        : dates.First == dates.Last ? Numbers.Date(dates.First, t)
        : t.Say("scope.dated", ("first", Numbers.Date(dates.First, t)), ("last", Numbers.Date(dates.Last, t)));

    /// <summary>"participations.csv:7, participations.csv:9 and 3 more".</summary>
    public static string Rows(Analysis analysis, IReadOnlyCollection<SourceRow> rows, Texts t) => First(rows, "list.comma", analysis.Dataset.Cite, t);

    /// <summary>Activities with their rows, in one line.</summary>
    public static string Activities(Analysis analysis, IReadOnlyCollection<ActivityEvidence> activities, Texts t) =>
        First(activities, "list.semicolon", evidence => Activity(analysis, evidence, t), t);

    /// <summary>"A12 (Workshop, Quetta), 2019-05-03: participations.csv:7".</summary>
    private static string Activity(Analysis analysis, ActivityEvidence evidence, Texts t) =>
        Activity(analysis, evidence.Activity, t) + t.Say("colon") + Rows(analysis, evidence.Sources, t);

    /// <summary>One record of a tie: what, how strong, where it is written, and why it does not count where it does not.</summary>
    public static string Record(Analysis analysis, TieRecord record, Texts t)
    {
        var kind = Naming.SnakeCase(record.Kind.ToString());
        var said = record.Activity is { } activity
            ? t.Say($"explain.record.{kind}", ("activity", Activity(analysis, activity, t)), ("n", record.Participants))
            : t.Say("explain.record.declared") + Of(record.Row!, t);
        var weighed = record.Standing == RecordStanding.Counted
            ? t.Say("explain.record.strength", ("strength", record.Strength))
            : t.Say($"explain.record.{Naming.SnakeCase(record.Standing.ToString())}", ("n", record.Participants));
        return said + t.Say("list.semicolon") + weighed + t.Say("list.semicolon") + Rows(analysis, record.Sources, t);
    }

    /// <summary>Bullets of the first of a list, and how many more there are.</summary>
    public static IEnumerable<Block> List<T>(IReadOnlyList<T> items, Func<T, string> say, Texts t)
    {
        if (items.Count > 0)
            yield return new Bullets([.. items.Take(Most).Select(item => Line.FromString(say(item)))]);
        if (items.Count > Most)
            yield return new Paragraph(t.Say("explain.more", ("n", items.Count - Most)));
    }

    /// <summary>The first of a list in one line, and how many more there are.</summary>
    private static string First<T>(IReadOnlyCollection<T> items, string between, Func<T, string> say, Texts t)
    {
        var first = string.Join(t.Say(between), items.Take(MostInLine).Select(say));
        return items.Count > MostInLine ? first + " " + t.Say("evidence.more-activities", ("n", items.Count - MostInLine)) : first;
    }

    private static string Of(DeclaredTie row, Texts t)
    {
        var type = string.IsNullOrEmpty(row.Type) ? "" : t.Say("list.comma") + row.Type;
        var since = row.Since is { } from ? t.Say("list.comma") + t.Say("explain.record.since", ("day", Numbers.Date(from.First, t))) : "";
        var until = row.Until is { } to ? t.Say("list.comma") + t.Say("explain.record.until", ("day", Numbers.Date(to.Last, t))) : "";
        return type + since + until;
    }
}
