using System.Globalization;

namespace GapAnalyzer.Domain;

/// <summary>Length of the periods that time is cut into.</summary>
public enum PeriodGrain
{
    Year,
    Quarter,
    Month,
    All,
}

/// <summary>A calendar year, quarter or month, or all time; ordered by time.</summary>
/// <param name="Grain">Length of the period.</param>
/// <param name="Ordinal">Number of periods of this grain since the year 0; 0 for <see cref="PeriodGrain.All"/>.</param>
public readonly record struct Period(PeriodGrain Grain, int Ordinal) : IComparable<Period>
{
    public static Period All => new(PeriodGrain.All, 0);

    public static Period Containing(DateOnly day, PeriodGrain grain) => grain switch
    {
        PeriodGrain.Year => new(grain, day.Year),
        PeriodGrain.Quarter => new(grain, (day.Year * 4) + ((day.Month - 1) / 3)),
        PeriodGrain.Month => new(grain, (day.Year * 12) + day.Month - 1),
        _ => All,
    };

    /// <summary>First day of the period; <see cref="DateOnly.MinValue"/> for all time.</summary>
    public DateOnly First => Grain switch
    {
        PeriodGrain.Year => new DateOnly(Ordinal, 1, 1),
        PeriodGrain.Quarter => new DateOnly(Ordinal / 4, (Ordinal % 4 * 3) + 1, 1),
        PeriodGrain.Month => new DateOnly(Ordinal / 12, (Ordinal % 12) + 1, 1),
        _ => DateOnly.MinValue,
    };

    /// <summary>Last day of the period; <see cref="DateOnly.MaxValue"/> for all time.</summary>
    public DateOnly Last => Grain switch
    {
        PeriodGrain.Year => First.AddYears(1).AddDays(-1),
        PeriodGrain.Quarter => First.AddMonths(3).AddDays(-1),
        PeriodGrain.Month => First.AddMonths(1).AddDays(-1),
        _ => DateOnly.MaxValue,
    };

    /// <summary><c>2024</c>, <c>2024-Q3</c>, <c>2024-09</c> or <c>all</c>.</summary>
    public string Label => Grain switch
    {
        PeriodGrain.Year => string.Create(CultureInfo.InvariantCulture, $"{Ordinal:0000}"),
        PeriodGrain.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Ordinal / 4:0000}-Q{(Ordinal % 4) + 1}"),
        PeriodGrain.Month => string.Create(CultureInfo.InvariantCulture, $"{Ordinal / 12:0000}-{(Ordinal % 12) + 1:00}"),
        _ => "all",
    };

    /// <summary>Whether a date of this precision can be placed in a period of this grain: a year is unknown at month.</summary>
    public static bool Resolves(DatePrecision precision, PeriodGrain grain) => grain switch
    {
        PeriodGrain.All => true,
        PeriodGrain.Year => true,
        _ => precision <= DatePrecision.Month,
    };

    public int CompareTo(Period other) => Ordinal.CompareTo(other.Ordinal);

    public override string ToString() => Label;
}
