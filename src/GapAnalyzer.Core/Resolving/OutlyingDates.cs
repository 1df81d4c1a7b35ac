using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Dates far from all others, which are more often slips of the pen than activities: more than 5 years before or after the middle 98 % of
/// the dates (the first and last 1 % left out, one at least). They count all the same, and are warned of.
/// </summary>
public static class OutlyingDates
{
    private const int FewestDates = 10;
    private const int Years = 5;

    /// <summary>First and last day of the middle 98 %; null with fewer than 10 dates, of which none can be called far from the others.</summary>
    /// <remarks>O(n log n) for n dates.</remarks>
    public static (DateOnly First, DateOnly Last)? Bulk(IReadOnlyCollection<DateSpan> dates)
    {
        if (dates.Count < FewestDates)
            return null;
        var cut = Math.Max(1, dates.Count / 100);
        DateOnly[] firsts = [.. dates.Select(span => span.First)], lasts = [.. dates.Select(span => span.Last)];
        Array.Sort(firsts);
        Array.Sort(lasts);
        return (firsts[cut], lasts[^(cut + 1)]);
    }

    /// <summary>Whether dates lie far outside the bulk.</summary>
    public static bool IsFar(DateSpan span, (DateOnly First, DateOnly Last) bulk) => span.First < bulk.First.AddYears(-Years) || span.Last > bulk.Last.AddYears(Years);

    internal static void Report(ActivityList activities, IReadOnlyList<SourceFile> files, DiagnosticCollector diagnostics)
    {
        if (Bulk([.. Enumerable.Range(0, activities.Count).Select(activities.DatesAt).OfType<DateSpan>()]) is not { } bulk)
            return;
        for (var at = 0; at < activities.Count; at++)
        {
            if (activities.DatesAt(at) is not { } span || !IsFar(span, bulk))
                continue;
            var row = activities.FirstSourceAt(at);
            diagnostics.Add(DiagnosticCatalog.FarDate, files[row.File].Name, row.Line, "",
                span.First == span.Last
                    ? string.Create(CultureInfo.InvariantCulture, $"the activity is of {span.First:yyyy-MM-dd}")
                    : string.Create(CultureInfo.InvariantCulture, $"the activity lasts from {span.First:yyyy-MM-dd} to {span.Last:yyyy-MM-dd}"),
                string.Create(CultureInfo.InvariantCulture, $"most lie between {bulk.First:yyyy-MM-dd} and {bulk.Last:yyyy-MM-dd}"), "it counts all the same");
        }
    }
}
