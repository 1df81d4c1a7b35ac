using GapAnalyzer.Diagnostics;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Gates;

/// <summary>Fails where there is a gap across sectors that no entry of a baseline accepts.</summary>
public static class BaselineGate
{
    /// <summary>Gaps that are named; the rest are counted.</summary>
    public const int MostNamed = 20;

    private const string Path = "gaps.cross_sector";

    /// <summary>First all gaps together, then each of those that fail, at most <see cref="MostNamed"/>.</summary>
    /// <param name="analysis">All gaps.</param>
    /// <param name="baseline">The accepted ones.</param>
    /// <param name="explain">The command that explains the gap between two organisations.</param>
    /// <exception cref="InputException">An entry expires, and nothing says which day it is.</exception>
    public static IReadOnlyList<GateResult> Check(Analysis analysis, Baseline baseline, Func<string, string, string> explain)
    {
        var rule = $"baseline {baseline.Name}";
        if (!analysis.Measured)
            return [new(rule, Path, Passed: false, "undefined", "undefined: the dataset holds no tie evidence")];
        var review = new BaselineReview(analysis, baseline);
        var named = review.NewGaps(MostNamed);
        var day = review.Day is { } known ? $" on {Numbers.Date(known)} ({review.DayFrom})" : "";
        var total = new GateResult(
            rule, Path, review.New == 0, $"{Numbers.Exact(review.Gaps)}, of which {Numbers.Exact((long)review.Accepted)} accepted{day}", $"a gap is not accepted: {Numbers.Exact(review.New)} {(review.New == 1 ? "is" : "are")} not{(review.New > named.Count ? $", of which the first {Numbers.Exact((long)named.Count)} are named" : "")}")
        { IsTotal = true };
        return [total, .. named.Select(gap => Of(gap, rule, analysis, explain(review.Call(gap.A), review.Call(gap.B))))];
    }

    /// <summary>What a person should know of the entries that accept nothing: expired, closed or not found; at most <see cref="MostNamed"/>, the rest counted.</summary>
    public static IEnumerable<string> Notes(Analysis analysis, Baseline baseline)
    {
        var notes = analysis.Measured ? new BaselineReview(analysis, baseline).Entries.Select(Note).OfType<string>().ToList() : [];
        return notes.Count <= MostNamed ? notes : [.. notes.Take(MostNamed), $"note: and {Numbers.Exact((long)(notes.Count - MostNamed))} more entries that accept nothing"];
    }

    private static string? Note(ReviewedGap gap)
    {
        var (entry, pair) = (gap.Entry, $"{gap.Entry.A} - {gap.Entry.B}");
        return gap.Standing switch
        {
            Standing.Expired => $"note: {entry.Row.Where}: {pair}: {gap.Because}; it accepts nothing any more",
            Standing.Closed => $"note: {entry.Row.Where}: {pair} is closed: {gap.Because}; 'gap-analyzer baseline prune' removes it",
            Standing.NotFound => $"warning: {entry.Row.Where}: {gap.Because}; the entry accepts nothing",
            _ => null,
        };
    }

    private static GateResult Of(GapRow gap, string rule, Analysis analysis, string explain)
    {
        var (a, b) = ($"{analysis.Name(gap.A)} ({analysis.Sector(gap.A)})", $"{analysis.Name(gap.B)} ({analysis.Sector(gap.B)})");
        return new($"{rule}: {a} - {b}", "gap", Passed: false, $"not accepted; shared arenas: {Numbers.Exact((long)gap.SharedArenas)}", "no entry accepts it") { Explain = explain };
    }
}
