using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>A tie in one line, with the records that make it.</summary>
internal static class TieText
{
    /// <summary>Records named in one line.</summary>
    private const int Named = 3;

    /// <summary>"A - B: strength 0.7; A05 (activities.csv:5), A12 (participations.csv:9)".</summary>
    /// <param name="analysis">The names.</param>
    /// <param name="ties">The network that the tie is of.</param>
    /// <param name="tie">The tie.</param>
    /// <param name="records">The records of the pair; those that do not count are left out.</param>
    /// <param name="t">The language.</param>
    public static string Line(Analysis analysis, TieNetwork ties, (StakeholderId A, StakeholderId B) tie, IEnumerable<TieRecord> records, Texts t) => t.Say(
        "explain.tie",
        ("a", analysis.Name(tie.A)), ("b", analysis.Name(tie.B)), ("strength", ties.StrengthOf(tie.A, tie.B)),
        ("records", Listing.Of(records.Where(record => record.Standing == RecordStanding.Counted).Select(record => Short(analysis, record, t)), Named, t)));

    private static string Short(Analysis analysis, TieRecord record, Texts t) =>
        $"{(record.Activity is { } activity ? analysis.Of(activity).Id : t.Say("explain.record.declared"))} ({EvidenceText.Rows(analysis, record.Sources, t)})";
}
