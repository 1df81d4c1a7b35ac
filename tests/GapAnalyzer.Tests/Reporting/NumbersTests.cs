using GapAnalyzer.Reporting;

namespace GapAnalyzer.Tests.Reporting;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1234567, "1\u202f234\u202f567")]
    [InlineData(-4321, "-4\u202f321")]
    public void Counts_are_grouped_by_a_narrow_no_break_space(long value, string text) => Assert.Equal(text, Numbers.Count(value));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.0001, "under 0.1 %")]
    [InlineData(0.004, "0.4 %")]
    [InlineData(112.0 / 431, "26 %")]
    [InlineData(0.993, "99.3 %")]
    [InlineData(0.9999, "over 99.9 %")]
    [InlineData(1, "100 %")]
    [InlineData(double.NaN, "-")]
    public void A_share_is_never_rounded_to_none_or_all(double share, string text) => Assert.Equal(text, Numbers.Percent(share));

    [Theory]
    [InlineData(0.031, "3")]
    [InlineData(0.0042, "0.4")]
    [InlineData(0.0097, "1")]
    [InlineData(-0.02, "2")]
    [InlineData(double.NaN, "-")]
    public void A_difference_of_shares_is_in_points(double share, string text) => Assert.Equal(text, Numbers.Points(share));

    [Theory]
    [InlineData(-0.001, "0.00")]
    [InlineData(-0.236, "-0.24")]
    [InlineData(double.NegativeInfinity, "-")]
    public void An_index_has_two_digits_and_no_negative_zero(double value, string text) => Assert.Equal(text, Numbers.Index(value));

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(-0.0, "0")]
    [InlineData(double.NaN, "")]
    public void The_exact_form_is_the_shortest_that_reads_back(double value, string text) => Assert.Equal(text, Numbers.Exact(value));

    [Fact]
    public void Text_and_fixed_digits_differ_only_in_trailing_zeros()
    {
        Assert.Equal("3.2", Numbers.Text(3.2));
        Assert.Equal("3.20", Numbers.Fixed(3.2, 2));
        Assert.Equal("1\u202f500", Numbers.Text(1500));
        Assert.Equal("-", Numbers.Fixed(double.NaN, 1));
    }
}
