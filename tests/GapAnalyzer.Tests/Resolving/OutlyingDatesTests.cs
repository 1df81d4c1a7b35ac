using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

public sealed class OutlyingDatesTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);

    [Fact]
    public void Dates_that_follow_each_other_over_decades_are_none_of_them_far() =>
        AssertFar([], [.. Enumerable.Range(0, 400).Select(month => DateSpan.Day(Start.AddMonths(-month)))]);

    /// <summary>5 years after 2020-12-31, the last day but the last one, is 2025-12-31.</summary>
    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    public void A_date_is_far_more_than_5_years_from_the_others(string day, bool isFar)
    {
        var last = DateSpan.Day(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        AssertFar(isFar ? [last] : [], [.. Enumerable.Repeat(DateSpan.Year(2020), 9), last]);
    }

    [Fact]
    public void Fewer_than_10_dates_have_no_bulk() => Assert.Null(OutlyingDates.Bulk([.. Enumerable.Repeat(DateSpan.Year(2020), 8), DateSpan.Year(1901)]));

    /// <summary>One in a hundred is left out at each end, so that three of two hundred are no slips of the pen.</summary>
    [Fact]
    public void Dates_that_are_more_than_1_percent_are_not_far() => AssertFar([], [.. Enumerable.Repeat(DateSpan.Year(2020), 197), .. Enumerable.Repeat(DateSpan.Year(1990), 3)]);

    private static void AssertFar(DateSpan[] far, DateSpan[] dates)
    {
        var bulk = OutlyingDates.Bulk(dates)!.Value;
        Assert.Equal(far, dates.Where(span => OutlyingDates.IsFar(span, bulk)));
    }
}
