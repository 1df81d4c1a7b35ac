using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>The days that the analysis looks at, both ends included; a null end is open.</summary>
internal readonly record struct Window(DateOnly? From, DateOnly? To)
{
    /// <summary>No end is given: everything counts, dated or not.</summary>
    public bool IsOpen => From is null && To is null;

    public DateOnly First => From ?? DateOnly.MinValue;

    public DateOnly Last => To ?? DateOnly.MaxValue;

    /// <summary>Whether something with these dates is looked at: what has no date is left out once an end is given.</summary>
    public bool Holds(DateSpan? dates) => IsOpen || (dates is { } span && span.Overlaps(First, Last));

    public bool Holds(Period period) => period.First <= Last && period.Last >= First;

    /// <summary>Whether a declared tie is active on some day of <paramref name="first"/> to <paramref name="last"/>.</summary>
    public static bool IsActive(DeclaredTie tie, DateOnly first, DateOnly last) =>
        (tie.Since is not { } since || since.First <= last) && (tie.Until is not { } until || until.Last >= first);
}
