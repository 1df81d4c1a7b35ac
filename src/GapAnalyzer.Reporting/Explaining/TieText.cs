using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>A tie in one line, with the records that make it.</summary>
internal static class TieText
{
    /// <summary>Records named in one line.</summary>
    private const int Named = 3;

    /// <summary>"A - B: strength 0.7; A05 (activities.csv:5), A12 (participations.csv:9)".</summary>
    public static string Line(Analysis analysis, (StakeholderId A, StakeholderId B) tie, IEnumerable<TieRecord> records, Texts t) => t.Say(
        "explain.tie",
        ("a", analysis.Name(tie.A)), ("b", analysis.Name(tie.B)), ("strength", analysis.Ties.StrengthOf(tie.A, tie.B)),
        ("records", Listing.Of(records.Where(record => record.Standing == RecordStanding.Counted).Select(record => Short(analysis, record, t)), Named, t)));

    private static string Short(Analysis analysis, TieRecord record, Texts t) =>
        $"{(record.Activity is { } activity ? analysis.Of(activity).Id : t.Say("explain.record.declared"))} ({EvidenceText.Rows(analysis, record.Sources, t)})";
}
