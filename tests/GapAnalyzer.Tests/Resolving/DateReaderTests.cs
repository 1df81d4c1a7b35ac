using System.Globalization;
using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Resolving;

public class DateReaderTests
{
    /// <summary><c>2021-03-28</c>, <c>2021-03</c> or <c>2021</c> by precision, <c>first..last</c> for a longer span, <c>no year</c>, or <c>none</c>.</summary>
    private static string Show(ReadDate date) => date switch
    {
        { LacksYear: true } => "no year",
        { Span: null } => "none",
        { Span: { } span } when span == DateSpan.Day(span.First) => $"{span.First:yyyy-MM-dd}",
        { Span: { } span } when span == DateSpan.Month(span.First.Year, span.First.Month) => $"{span.First:yyyy-MM}",
        { Span: { } span } when span == DateSpan.Year(span.First.Year) => $"{span.First:yyyy}",
        { Span: { } span } => $"{span.First:yyyy-MM-dd}..{span.Last:yyyy-MM-dd} {span.Precision}",
    };

    private static string Read(string text, bool monthFirst = false, int? year = null) => Show(new DateReader(monthFirst, year).Read(text));

    [Theory]
    [InlineData("2021-03-28", "2021-03-28")]
    [InlineData("2021/3/8", "2021-03-08")]
    [InlineData("2021.03.28", "2021-03-28")]
    [InlineData("2021-03-28T10:15:00Z", "2021-03-28")]
    [InlineData("2021-03-28 00:00:00.000", "2021-03-28")]
    [InlineData("2021-03-28T10:15:00+02:00", "2021-03-28")]
    [InlineData("20210328", "2021-03-28")]
    [InlineData("1066-10-14", "1066-10-14")]
    [InlineData("28/05/2020", "2020-05-28")]
    [InlineData("22/6/2020", "2020-06-22")]
    [InlineData("28-03-2021", "2021-03-28")]
    [InlineData("19.08.14", "2014-08-19")]
    [InlineData("28/05/2020 12:30", "2020-05-28")]
    [InlineData("28/05/2020 12:00:00 AM", "2020-05-28")]
    [InlineData("44197", "2021-01-01")] // Excel: day 1 is 1900-01-01, with the leap day that 1900 did not have
    [InlineData("44197.75", "2021-01-01")]
    [InlineData("11th June 2021", "2021-06-11")]
    [InlineData("11 de junio de 2021", "2021-06-11")]
    [InlineData("1er août 2021", "2021-08-01")]
    [InlineData("3 de março de 2021", "2021-03-03")]
    [InlineData("June 11, 2021", "2021-06-11")]
    [InlineData("Jun. 11, 2021", "2021-06-11")]
    [InlineData("11-Jun-21", "2021-06-11")]
    [InlineData("11-Jun-2021.", "2021-06-11")]
    [InlineData("2021 June 11", "2021-06-11")]
    public void A_day_is_read(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("2021-03", "2021-03")]
    [InlineData("03/2021", "2021-03")]
    [InlineData("3-2021", "2021-03")]
    [InlineData("June 2021", "2021-06")]
    [InlineData("Juin 2021", "2021-06")]
    [InlineData("Jun-21", "2021-06")]
    [InlineData("Jun'21", "2021-06")]
    [InlineData("Sept-69", "2069-09")]
    [InlineData("Sept-70", "1970-09")]
    [InlineData("2021", "2021")]
    [InlineData("2021-Q1", "2021-01-01..2021-03-31 Month")]
    [InlineData("Q4 2021", "2021-10-01..2021-12-31 Month")]
    [InlineData("T2-2021", "2021-04-01..2021-06-30 Month")]
    public void A_month_a_quarter_and_a_year_are_read_as_what_they_are(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("Jan 1-Dec 31, 2021", "2021-01-01..2021-12-31 Day")]
    [InlineData("Jan 10-Dec 31, 2021", "2021-01-10..2021-12-31 Day")]
    [InlineData("2021-01-01 to 2021-06-30", "2021-01-01..2021-06-30 Day")]
    [InlineData("01/02/2021 - 03/02/2021", "2021-02-01..2021-02-03 Day")]
    [InlineData("7-14 June 2019", "2019-06-07..2019-06-14 Day")]
    [InlineData("1st – 3rd March 2021", "2021-03-01..2021-03-03 Day")]
    [InlineData("May-June 2021", "2021-05-01..2021-06-30 Month")]
    [InlineData("Dec 2020-Jan 2021", "2020-12-01..2021-01-31 Month")]
    [InlineData("2020-2022", "2020-01-01..2022-12-31 Year")]
    [InlineData("du 3 au 5 mai 2021", "none")]
    [InlineData("3 au 5 mai 2021", "2021-05-03..2021-05-05 Day")]
    [InlineData("2020 to 5 May 2021", "2020-01-01..2021-05-05 Year")]
    public void A_range_lasts_from_its_first_day_to_its_last_and_is_as_exact_as_its_coarser_end(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("April")]
    [InlineData("Février")]
    [InlineData("3 April")]
    [InlineData("15-21 June")]
    [InlineData("23rd - 24th June")]
    [InlineData("May-June")]
    public void A_month_without_a_year_says_so(string text) => Assert.Equal("no year", Read(text));

    [Theory]
    [InlineData("April", "2021-04")]
    [InlineData("3 April", "2021-04-03")]
    [InlineData("15-21 June", "2021-06-15..2021-06-21 Day")]
    [InlineData("April 2019", "2019-04")]
    public void The_year_of_a_month_comes_from_elsewhere_only_where_it_is_not_written(string text, string expected) => Assert.Equal(expected, Read(text, year: 2021));

    [Theory]
    [InlineData("11/o1/2021")]
    [InlineData("30/5/20221")]
    [InlineData("26//03/2021")]
    [InlineData("05/072019")]
    [InlineData("5th -04-2021")]
    [InlineData("17/O4/2021")]
    [InlineData("31/02/2024")]
    [InlineData("2021-02-29")]
    [InlineData("2021-13-01")]
    [InlineData("2021-03-00")]
    [InlineData("00/12/2020")]
    [InlineData("32 June 2021")]
    [InlineData("0 June 2021")]
    [InlineData("00:00:00")]
    [InlineData("2109-05-15")]
    [InlineData("0999-05-15")]
    [InlineData("June 11")] // a day or a year
    [InlineData("June 7-14")]
    [InlineData("Febuary")]
    [InlineData("Nov-Feb 2021")] // would end before it starts
    [InlineData("2021-06-30 to 2021-01-01")]
    [InlineData("12345")]
    [InlineData("70000")]
    [InlineData("44197.x")]
    [InlineData("44197,5")]
    [InlineData("1899")]
    [InlineData("ongoing")]
    [InlineData("TBD")]
    [InlineData("2nd week of June 2021")]
    [InlineData("٢٠٢١-٠٣-٢٨")] // digits of other scripts go with other calendars too often
    [InlineData("1 2 3 June 2021")]
    [InlineData("May May 2021")]
    [InlineData("")]
    [InlineData("-")]
    public void What_is_not_listed_is_no_date_and_nothing_is_guessed(string text) => Assert.Equal("none", Read(text, year: 2021));

    [Theory]
    [InlineData("1970-01-01")]
    [InlineData("01/01/1970")]
    [InlineData("1899-12-30")]
    [InlineData("1899-12-31")]
    [InlineData("1900-01-00")]
    [InlineData("1900-05-27")] // 148 shown as a date; in a table published for Mozambique
    [InlineData("1900-01-01 00:00:00")]
    public void The_zero_of_a_machine_is_no_date(string text) => Assert.Equal("none", Read(text));

    [Theory]
    [InlineData("1/2/2021", "Open")]
    [InlineData("5/28/2021", "MonthFirst")]
    [InlineData("28-5-21", "DayFirst")]
    [InlineData("5/5/2021", "None")]
    [InlineData("28/28/2021", "None")]
    [InlineData("2021-05-28", "None")]
    [InlineData("n/a", "None")]
    public void A_date_proves_an_order_by_a_number_above_12(string text, string order) => Assert.Equal(order, DateReader.OrderOf(text).ToString());

    [Fact]
    public void The_order_of_day_and_month_can_be_told()
    {
        Assert.Equal(("2021-05-06", "2021-06-05"), (Read("5/6/2021", monthFirst: true), Read("5/6/2021")));
        Assert.Equal("none", Read("28/5/2021", monthFirst: true));
    }

    public static TheoryData<string> Formats => new(
        "yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "dd.MM.yy", "d/M/yy", "d MMMM yyyy", "MMMM d, yyyy", "dd-MMM-yy", "yyyy-MM-dd HH:mm:ss", "dd/MM/yyyy HH:mm");

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_date_written_in_an_accepted_form_reads_back(string format) =>
        Gen.Int[0, 36523].Select(days => new DateOnly(1970, 1, 2).AddDays(days)).Where(day => day.Year < 2070)
            .Sample(day => Read(day.ToDateTime(default).ToString(format, CultureInfo.InvariantCulture)) == $"{day:yyyy-MM-dd}", iter: 2000);

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("es-ES")]
    [InlineData("pt-PT")]
    public void Any_date_in_words_reads_back_in_the_languages_of_the_field(string language) =>
        Gen.Date[new DateTime(1971, 1, 1), new DateTime(2069, 12, 31)]
            .Sample(day => Read(day.ToString(language == "fr-FR" ? "d MMMM yyyy" : "d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo(language))) == day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), iter: 1000);

    [Fact]
    public void Any_excel_day_reads_back() =>
        Gen.Int[20000, 60000].Where(serial => serial != 25569).Sample(serial => // 1970-01-01 is what software writes for no date
            Read(serial.ToString(CultureInfo.InvariantCulture)) == DateTime.FromOADate(serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), iter: 2000);

    [Fact]
    public void Any_text_is_read_without_an_error() => Gen.String.Sample(text => Read(text, year: 2021).Length > 0, iter: 20_000);

    [Fact]
    public void Any_text_of_the_signs_of_dates_is_read_without_an_error() =>
        Gen.Char["0123456789-/. :JanFebjuin,ºth٣"].Array[0, 25].Sample(signs => Read(new string(signs), year: 2021).Length > 0, iter: 50_000);
}
