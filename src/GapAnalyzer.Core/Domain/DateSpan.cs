namespace GapAnalyzer.Domain;

/// <summary>How exactly a date is known; ordered from exact to coarse.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
}

/// <summary>Closed interval of days, with the precision of its coarser end.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, not before <paramref name="First"/>.</param>
/// <param name="Precision">Precision of the coarser of the two ends: "2024" is a year, whatever days it spans.</param>
public readonly record struct DateSpan(DateOnly First, DateOnly Last, DatePrecision Precision)
{
    public static DateSpan Day(DateOnly day) => new(day, day, DatePrecision.Day);

    public static DateSpan Month(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), DatePrecision.Month);

    public static DateSpan Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), DatePrecision.Year);

    /// <summary>From the first day of this span to the last day of <paramref name="end"/>; the coarser precision of the two.</summary>
    public DateSpan Until(DateSpan end) => new(First, end.Last, (DatePrecision)Math.Max((int)Precision, (int)end.Precision));

    public bool Overlaps(DateOnly first, DateOnly last) => First <= last && Last >= first;
}
