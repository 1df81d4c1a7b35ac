using System.Globalization;
using System.Text.RegularExpressions;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>A value that was read as a date, or as a month that lacks its year.</summary>
/// <param name="Span">The date; null where the value is none.</param>
/// <param name="LacksYear">A month, or a day of a month, without a year.</param>
internal readonly record struct ReadDate(DateSpan? Span, bool LacksYear = false)
{
    public static ReadDate None => default;

    public static implicit operator ReadDate(DateSpan? span) => new(span);
}

/// <summary>
/// Reads the forms that people write dates in. Day before month unless told the opposite, see <see cref="DateOrders"/>; whatever is not listed
/// here is no date: nothing is guessed.
/// </summary>
/// <remarks>
/// Accepted: <c>2021-03-28</c> (also with <c>/</c>, with a time, as <c>20210328</c>), <c>2021-03</c>, <c>03/2021</c>, <c>2021</c>, <c>2021-Q1</c>,
/// <c>28/05/2020</c>, <c>22/6/2020</c>, <c>28-03-2021</c>, <c>19.08.14</c> (with a time too), Excel serials 20000 to 60000, <c>11th June 2021</c>,
/// <c>June 11, 2021</c>, <c>11-Jun-21</c>, <c>June 2021</c>, <c>Jun-21</c>, <c>April</c> and <c>3 April</c> (which need a year from elsewhere), and
/// ranges of these (<c>Jan 1-Dec 31, 2021</c>, <c>7-14 June 2019</c>, <c>2021-01-01 to 2021-06-30</c>). Month names in English, French, Spanish and
/// Portuguese. Years of two digits are 1970 to 2069. <c>June 11</c> alone may be a day or a year, so it is no date.
/// </remarks>
internal sealed partial class DateReader(bool monthFirst = false, int? yearForMonths = null)
{
    // Years outside are slips of the pen, save in ISO form, which no one writes by accident.
    private const int FirstIsoYear = 1000;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>What software writes where there is no date: day 0 of Unix and of spreadsheets, which show any number up to 366 as a day of 1900.</summary>
    private static bool IsMadeBySoftware(DateOnly day) => day.Year == 1900 || day == new DateOnly(1970, 1, 1) || day == new DateOnly(1899, 12, 30) || day == new DateOnly(1899, 12, 31);

    /// <summary>What a value shows of the order of day and month.</summary>
    public static DateOrder OrderOf(string value)
    {
        var match = DayMonthYear().Match(value.TrimEnd('.', ','));
        return !match.Success ? DateOrder.None : (Number(match, 1), Number(match, 2)) switch
        {
            ( > 12, > 12) => DateOrder.None,
            ( > 12, _) => DateOrder.DayFirst,
            (_, > 12) => DateOrder.MonthFirst,
            var (first, second) => first == second ? DateOrder.None : DateOrder.Open,
        };
    }

    /// <summary>Reads a value; <see cref="ReadDate.None"/> where it is no date.</summary>
    public ReadDate Read(string value)
    {
        var text = value.Trim().TrimEnd('.', ',');
        if (text.Length is 0 or > 60)
            return ReadDate.None;
        return Single(text) is var single && single != ReadDate.None ? single : Range(text);
    }

    private ReadDate Single(string text) =>
        Written(text) is var read && read.Span is { Precision: DatePrecision.Day } day && IsMadeBySoftware(day.First) ? ReadDate.None : read;

    private ReadDate Written(string text)
    {
        if (Iso().Match(text) is { Success: true } iso)
            return FromNumbers(Number(iso, 1), Number(iso, 2), iso.Groups[3].Success ? Number(iso, 3) : null, FirstIsoYear);
        if (DayMonthYear().Match(text) is { Success: true } dmy)
            return FromNumbers(FullYear(dmy.Groups[3].Value), Number(dmy, monthFirst ? 1 : 2), Number(dmy, monthFirst ? 2 : 1));
        if (MonthYear().Match(text) is { Success: true } monthYear)
            return FromNumbers(Number(monthYear, 2), Number(monthYear, 1), null);
        if (Quarter().Match(text) is { Success: true } quarter)
            return FromQuarter(quarter);
        if (Serial().Match(text) is { Success: true } serial)
            return Number(serial, 1) is >= 20000 and <= 60000 and var days ? DateSpan.Day(new DateOnly(1899, 12, 30).AddDays(days)) : ReadDate.None;
        if (Digits().Match(text) is { Success: true } digits)
            return FromDigits(digits.Value);
        return InWords.Of(text) is { } words && !words.IsAmbiguous ? FromWords(words, yearForMonths) : ReadDate.None;
    }

    private static ReadDate FromDigits(string digits) => (digits.Length, int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)) switch
    {
        (4, >= FirstYear and <= LastYear and var year) => DateSpan.Year(year),
        (8, >= 19000101 and <= 21001231 and var number) => FromNumbers(number / 10000, number / 100 % 100, number % 100),
        _ => ReadDate.None,
    };

    /// <summary>A day, or a month where the day is not given; a day 0 is no date.</summary>
    private static ReadDate FromNumbers(int year, int month, int? day, int firstYear = FirstYear)
    {
        if (year < firstYear || year > LastYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return ReadDate.None;
        return day is null ? DateSpan.Month(year, month) : DateSpan.Day(new DateOnly(year, month, day.Value));
    }

    private static ReadDate FromQuarter(Match match)
    {
        var year = Number(match, match.Groups[1].Success ? 1 : 4);
        var quarter = Number(match, match.Groups[2].Success ? 2 : 3);
        return year is < FirstYear or > LastYear ? ReadDate.None : DateSpan.Month(year, (quarter * 3) - 2).Until(DateSpan.Month(year, quarter * 3));
    }

    private static ReadDate FromWords(InWords words, int? yearElsewhere) =>
        (words.Year ?? yearElsewhere) is { } year ? FromNumbers(year, words.Month, words.Day) : new ReadDate(null, LacksYear: true);

    /// <summary>
    /// Two dates with a dash or a word between them; the first may borrow the year, or month and year, of the second, and the second
    /// the month of the first: <c>June 7-14, 2019</c>.
    /// </summary>
    private ReadDate Range(string text)
    {
        foreach (Match separator in RangeSeparator().Matches(text))
        {
            var (left, right) = (text[..separator.Index].Trim(), text[(separator.Index + separator.Length)..].Trim());
            var end = Single(right);
            if (end == ReadDate.None && MonthDay().Match(left) is { Success: true } monthDay)
                end = Single(monthDay.Groups[1].Value + " " + right);
            if (end.Span is { } last && FirstOf(left, last) is { } first && first.First <= last.Last)
                return first.Until(last);
            if (end.LacksYear && (DayOfMonth().IsMatch(left) || InWords.Of(left) is not null))
                return end;
        }

        return ReadDate.None;
    }

    /// <summary>The start of a range: a date, one that borrows the year of the end, or a day that borrows month and year.</summary>
    private DateSpan? FirstOf(string left, DateSpan last)
    {
        if (InWords.Of(left) is { } words)
            return FromWords(words, last.Last.Year).Span;
        if (Single(left).Span is { } own)
            return own;
        return last.Precision == DatePrecision.Day && DayOfMonth().Match(left) is { Success: true } day
            ? FromNumbers(last.Last.Year, last.Last.Month, Number(day, 1)).Span
            : null;
    }

    public static int FullYear(string digits)
    {
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^([0-9]{1,2})[-/.]([0-9]{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(?:([0-9]{4})[- ]?[QqTt]([1-4])|[QqTt]([1-4])[- /]?([0-9]{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^([0-9]{5})(?:\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Serial();

    [GeneratedRegex(@"^(?:[0-9]{4}|[0-9]{8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^([0-9]{1,2})(?:st|nd|rd|th|er|o|a|º|ª)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"^(\p{L}+\.?)\s+[0-9]{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\s*[-–—]\s*|\s+(?:to|until|au|al|hasta|a)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RangeSeparator();
}
