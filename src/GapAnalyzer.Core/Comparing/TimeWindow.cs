using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Comparing;

/// <summary>A part of a dataset's time.</summary>
/// <param name="Label"><c>2016–2021</c>, or the label of a period.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
public sealed record TimeWindow(string Label, DateOnly First, DateOnly Last)
{
    /// <summary>More than these are a slip of the pen.</summary>
    private const int Most = 1000;

    private static readonly DateReader Dates = new();

    /// <summary>Days in it.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Two or more windows such as <c>2016..2021,2022..2025</c>; an end is a year, a quarter (2024-Q3), a month or a day.</summary>
    /// <exception cref="InputException">A window cannot be read, or they are not one after the other.</exception>
    public static IReadOnlyList<TimeWindow> Parse(string list)
    {
        var windows = list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One).ToList();
        if (windows.Count < 2)
            throw new InputException($"--periods is '{list}'; expected two or more windows separated by commas, such as 2016..2021,2022..2025, or auto");
        foreach (var (earlier, later) in windows.Zip(windows.Skip(1)))
        {
            if (later.First <= earlier.Last)
                throw new InputException($"--periods: '{later.Label}' begins before '{earlier.Label}' is over; name windows one after the other that share no day");
        }

        return windows;
    }

    /// <summary>Every period from the first dated activity to the last, also those in which nothing happens.</summary>
    /// <exception cref="InputException">There are fewer than two, or far too many.</exception>
    internal static IReadOnlyList<TimeWindow> Every(Dataset dataset, AnalysisOptions effective)
    {
        var grain = effective.Period ?? AnalysisOptions.DefaultPeriod;
        if (grain == PeriodGrain.All)
            throw new InputException("--periods auto: the period is all, which is one period; choose --period year, quarter or month, or name the windows");
        var dates = dataset.Activities.Select(activity => activity.Dates).OfType<DateSpan>().ToList();
        var first = Later(dates.Count == 0 ? null : dates.Min(span => span.First), effective.From);
        var last = Earlier(dates.Count == 0 ? null : dates.Max(span => span.Last), effective.To);
        var count = first is { } from && last is { } to ? Period.Containing(to, grain).Ordinal - Period.Containing(from, grain).Ordinal + 1 : 0;
        if (count is < 2 or > Most)
        {
            throw new InputException(dates.Count == 0
                ? "--periods auto: no activity has a date; expected dates in two periods or more"
                : string.Create(CultureInfo.InvariantCulture, $"--periods auto: the dates lie in {Math.Max(0, count)} {(count == 1 ? "period" : "periods")}; expected 2 to {Most}: choose another --period, or name the windows"));
        }

        var start = Period.Containing(first!.Value, grain).Ordinal;
        return [.. Enumerable.Range(start, count).Select(ordinal => new Period(grain, ordinal)).Select(period => new TimeWindow(
            period.Label, Later(period.First, effective.From)!.Value, Earlier(period.Last, effective.To)!.Value))];
    }

    private static TimeWindow One(string text)
    {
        var ends = text.Split("..").Select(end => Dates.Read(end).Span).ToList();
        if (ends is not ([{ }] or [{ }, { }]))
            throw new InputException($"--periods: '{text}' is no window; expected FIRST..LAST or one of them, each a year, quarter (2024-Q3), month (2024-05) or day (2024-05-31)");
        var (first, last) = (ends[0]!.Value.First, ends[^1]!.Value.Last);
        return first <= last ? new(text.Replace("..", "\u2013", StringComparison.Ordinal), first, last) : throw new InputException($"--periods: '{text}' ends before it begins");
    }

    private static DateOnly? Later(DateOnly? day, DateOnly? other) => other > day ? other : day;

    private static DateOnly? Earlier(DateOnly? day, DateOnly? other) => other < day ? other : day;
}
