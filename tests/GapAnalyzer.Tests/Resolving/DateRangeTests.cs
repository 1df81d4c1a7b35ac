using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

/// <summary>What one end of a range has from the other, whatever year the report speaks of.</summary>
public sealed class DateRangeTests
{
    [Theory]
    [InlineData("Jan 1-Dec 31, 2021", "2021-01-01", "2021-12-31")]
    [InlineData("Jan 5 - 7 Feb 2021", "2021-01-05", "2021-02-07")]
    [InlineData("7-14 June 2019", "2019-06-07", "2019-06-14")]
    [InlineData("10th -11th June 2021", "2021-06-10", "2021-06-11")]
    [InlineData("June 7-14, 2019", "2019-06-07", "2019-06-14")]
    public void An_end_lacks_nothing_that_the_other_has(string text, string first, string last)
    {
        DateSpan expected = new(DateOnly.Parse(first, null), DateOnly.Parse(last, null), DatePrecision.Day);

        Assert.Equal(expected, new DateReader().Read(text).Span);
        Assert.Equal(expected, new DateReader(yearForMonths: 2024).Read(text).Span);
    }

    [Fact]
    public void A_range_without_a_year_has_the_year_the_report_speaks_of()
    {
        Assert.Equal(new ReadDate(null, LacksYear: true), new DateReader().Read("15-21 June"));
        Assert.Equal(new DateSpan(new(2019, 6, 15), new(2019, 6, 21), DatePrecision.Day), new DateReader(yearForMonths: 2019).Read("15-21 June").Span);
    }

    [Theory]
    [InlineData("1970-01-01 to 2021-06-30")]
    [InlineData("01/01/1019")]
    [InlineData("2109-05-15")]
    public void A_zero_of_a_machine_and_a_slip_of_the_pen_are_no_dates(string text) => Assert.Null(new DateReader().Read(text).Span);
}
