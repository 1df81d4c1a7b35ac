using System.Globalization;
using System.Text.RegularExpressions;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>A value that was read as a date, or as a month that lacks its year.</summary>
internal readonly record struct ReadDate(DateSpan? Span, int MonthWithoutYear)
{
    public static ReadDate None => default;

    public static implicit operator ReadDate(DateSpan? span) => new(span, 0);
}

/// <summary>
/// Reads the forms that people write dates in. Day before month unless the column proves the opposite; whatever is not listed
/// here is no date: nothing is guessed.
/// </summary>
/// <remarks>
/// Accepted: <c>2021-03-28</c> (also with <c>/</c>, with a time, as <c>20210328</c>), <c>2021-03</c>, <c>03/2021</c>, <c>2021</c>, <c>2021-Q1</c>,
/// <c>28/05/2020</c>, <c>22/6/2020</c>, <c>28-03-2021</c>, <c>19.08.14</c>, Excel serials 20000 to 60000, <c>11th June 2021</c>,
/// <c>June 11, 2021</c>, <c>11-Jun-21</c>, <c>June 2021</c>, <c>Jun-21</c>, <c>April</c> (needs a year from elsewhere), and ranges of these
/// (<c>Jan 1-Dec 31, 2021</c>, <c>2021-01-01 to 2021-06-30</c>). Month names in English, French, Spanish and Portuguese.
/// </remarks>
internal sealed partial class DateReader(bool monthFirst = false, int? yearForMonths = null)
{
    // Years outside are slips of the pen, save in ISO form, which no one writes by accident.
    private const int FirstIsoYear = 1000;
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>What software writes for "no date": day 0 of Unix and of spreadsheets.</summary>
    private static readonly DateOnly[] MachineZeros = [new(1970, 1, 1), new(1899, 12, 30), new(1899, 12, 31), new(1900, 1, 1)];

    /// <summary>
    /// Whether the values of a column prove that months come first: some value has a second number above 12, and none has a first
    /// number above 12.
    /// </summary>
    public static bool ProvesMonthFirst(IEnumerable<string> values)
    {
        var secondIsDay = false;
        foreach (var match in values.Select(value => DayMonthYear().Match(value)).Where(match => match.Success))
        {
            if (Number(match, 1) > 12)
                return false;
            secondIsDay |= Number(match, 2) > 12;
        }

        return secondIsDay;
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
        Written(text) is var read && read.Span is { Precision: DatePrecision.Day } day && MachineZeros.Contains(day.First) ? ReadDate.None : read;

    private ReadDate Written(string text)
    {
        if (Iso().Match(text) is { Success: true } iso)
            return FromNumbers(Number(iso, 1), Number(iso, 2), iso.Groups[3].Success ? Number(iso, 3) : 0, FirstIsoYear);
        if (DayMonthYear().Match(text) is { Success: true } dmy)
            return FromNumbers(FullYear(dmy.Groups[3].Value), Number(dmy, monthFirst ? 1 : 2), Number(dmy, monthFirst ? 2 : 1));
        if (MonthYear().Match(text) is { Success: true } monthYear)
            return FromNumbers(Number(monthYear, 2), Number(monthYear, 1), 0);
        if (Quarter().Match(text) is { Success: true } quarter)
            return FromQuarter(quarter);
        if (text.Length <= 8 && text.Split('.')[0] is var whole && int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return FromNumber(whole, number, isWhole: whole.Length == text.Length);
        return FromWords(text);
    }

    private static ReadDate FromNumber(string digits, int number, bool isWhole) => (digits.Length, number) switch
    {
        (4, >= FirstYear and <= LastYear) when isWhole => DateSpan.Year(number),
        (5, >= 20000 and <= 60000) => DateSpan.Day(new DateOnly(1899, 12, 30).AddDays(number)),
        (8, >= 19000101 and <= 21001231) when isWhole => FromNumbers(number / 10000, number / 100 % 100, number % 100),
        _ => ReadDate.None,
    };

    private static ReadDate FromNumbers(int year, int month, int day, int firstYear = FirstYear)
    {
        if (year < firstYear || year > LastYear || month is < 1 or > 12 || day < 0 || day > DateTime.DaysInMonth(year, month))
            return ReadDate.None;
        return day == 0 ? DateSpan.Month(year, month) : DateSpan.Day(new DateOnly(year, month, day));
    }

    private static ReadDate FromQuarter(Match match)
    {
        var year = Number(match, match.Groups[1].Success ? 1 : 4);
        var quarter = Number(match, match.Groups[2].Success ? 2 : 3);
        return year is < FirstYear or > LastYear ? ReadDate.None : DateSpan.Month(year, (quarter * 3) - 2).Until(DateSpan.Month(year, quarter * 3));
    }

    /// <summary>
    /// Forms with a month name: day, month, year; month, day, year; year, month, day; any of these without the day; a day and a month
    /// without the year. A year of two digits is one only where nothing else can stand: in "15-21 June" there is none.
    /// </summary>
    private ReadDate FromWords(string text)
    {
        var month = 0;
        List<string> before = [];
        List<string> after = [];
        foreach (Match word in Words().Matches(text))
        {
            var token = Fold.Name(word.Value);
            if (month == 0 && MonthNames.NumberOf(token) is > 0 and var named)
                month = named;
            else if (Ordinal().Match(token) is { Success: true } ordinal)
                (month == 0 ? before : after).Add(ordinal.Groups[1].Value);
            else if (token is not ("de" or "of" or "du" or "del" or "the" or "le" or "el"))
                return ReadDate.None;
        }

        if (month == 0)
            return ReadDate.None;
        return (before, after) switch
        {
            ([], []) => FromWords(null, month, null),
            ([], [{ Length: 4 } year]) => FromWords(year, month, null),
            ([{ Length: 4 } year], []) => FromWords(year, month, null),
            ([], [{ Length: 2 } year]) when MonthDashYear().IsMatch(text) => FromWords(year, month, null),
            ([{ Length: <= 2 } day], []) => FromWords(null, month, day),
            ([], [{ Length: <= 2 } day]) => FromWords(null, month, day),
            ([{ Length: <= 2 } day], [{ Length: 2 or 4 } year]) => FromWords(year, month, day),
            ([], [{ Length: <= 2 } day, { Length: 4 } year]) => FromWords(year, month, day),
            ([{ Length: 4 } year], [{ Length: <= 2 } day]) => FromWords(year, month, day),
            _ => ReadDate.None,
        };
    }

    private ReadDate FromWords(string? year, int month, string? day)
    {
        var dayOfMonth = day is null ? 0 : int.Parse(day, NumberStyles.None, CultureInfo.InvariantCulture);
        if (dayOfMonth > 31 || (day is not null && dayOfMonth == 0))
            return ReadDate.None;
        return (year is null ? yearForMonths : FullYear(year)) is { } known ? FromNumbers(known, month, dayOfMonth) : new ReadDate(null, month);
    }

    /// <summary>Two dates with a dash or a word between them; the first may borrow the year, or month and year, of the second, and the second the month of the first.</summary>
    private ReadDate Range(string text)
    {
        foreach (Match separator in RangeSeparator().Matches(text))
        {
            var (left, right) = (text[..separator.Index].Trim(), text[(separator.Index + separator.Length)..].Trim());
            if (left.Length == 0 || right.Length == 0)
                continue;
            var end = Single(right);
            if (end == ReadDate.None && MonthDay().Match(left) is { Success: true } monthDay)
                end = Single(monthDay.Groups[1].Value + " " + right);
            if (end.Span is { } last && FirstOf(left, last) is { } first && first.First <= last.Last)
                return first.Until(last);
            if (end.MonthWithoutYear > 0 && (Ordinal().IsMatch(left) || Single(left).MonthWithoutYear > 0))
                return end;
        }

        return ReadDate.None;
    }

    /// <summary>The start of a range: a date, one that borrows the year of the end, or a day that borrows month and year.</summary>
    private DateSpan? FirstOf(string left, DateSpan last) =>
        Single(left).Span
        ?? new DateReader(monthFirst, last.Last.Year).Single(left).Span
        ?? (last.Precision == DatePrecision.Day && Ordinal().Match(left) is { Success: true } day && day.Groups[1].Length <= 2
            ? FromNumbers(last.Last.Year, last.Last.Month, Math.Max(1, Number(day, 1))).Span
            : null);

    private static int FullYear(string digits)
    {
        var year = int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return digits.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(\d{1,2})[-/.](\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"^(?:(\d{4})[- ]?[QqTt]([1-4])|[QqTt]([1-4])[- /]?(\d{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"[\p{L}\p{M}\d]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(\d{4}|\d{1,2})(?:st|nd|rd|th|er|o|a)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\p{L}+\.?[-' /]\d{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDashYear();

    [GeneratedRegex(@"^(\p{L}+\.?) \d{1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"\s*[-–—]\s*|\s+(?:to|until|au|al|hasta|a)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RangeSeparator();
}

/// <summary>Names and usual abbreviations of the months.</summary>
internal static class MonthNames
{
    private static readonly Dictionary<string, int> Numbers = Build(
    [
        "january jan janvier janv enero ene janeiro",
        "february feb fevrier fevr fev febrero fevereiro",
        "march mar mars marzo marco",
        "april apr avril avr abril abr",
        "may mai mayo maio",
        "june jun juin junio junho",
        "july jul juillet juil julio julho",
        "august aug aout agosto ago",
        "september sep sept septembre septiembre setembro set",
        "october oct octobre octubre outubro out",
        "november nov novembre noviembre novembro",
        "december dec decembre diciembre dic dezembro dez",
    ]);

    /// <summary>1 to 12; 0 where it is no month. The name is in folded form.</summary>
    public static int NumberOf(string folded) => Numbers.GetValueOrDefault(folded);

    private static Dictionary<string, int> Build(string[] months) =>
        months.Index().SelectMany(month => month.Item.Split(' ').Select(name => (name, month.Index + 1))).ToDictionary(pair => pair.name, pair => pair.Item2);
}
