using System.Globalization;
using System.Text.RegularExpressions;

namespace GapAnalyzer.Resolving;

/// <summary>A date with the name of a month in it, and at most two numbers.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">Day of the month; null where there is none.</param>
/// <param name="Year">Year; null where there is none.</param>
/// <param name="IsAmbiguous">A month and a number that may be a day or a year, such as <c>June 11</c>.</param>
internal sealed partial record InWords(int Month, int? Day, int? Year, bool IsAmbiguous)
{
    /// <summary>Null where the text is not of this form: "in the 2nd week of June" is no date.</summary>
    public static InWords? Of(string text)
    {
        var (month, before) = (0, 0);
        List<string> numbers = [];
        foreach (Match word in Words().Matches(text))
        {
            var token = Fold.Name(word.Value);
            if (month == 0 && MonthNames.NumberOf(token) is > 0 and var named)
                (month, before) = (named, numbers.Count);
            else if (numbers.Count < 2 && Ordinal().Match(token) is { Success: true } ordinal)
                numbers.Add(ordinal.Groups[1].Value);
            else if (token is not ("de" or "of" or "du" or "del" or "the" or "le" or "el"))
                return null;
        }

        return month == 0 ? null : Split(text, month, numbers, before);
    }

    /// <summary>
    /// A number of four digits is the year; of two digits only the one in 11-Jun-21 and in Jun-21: "7-14 June" and "June 7-14" are days.
    /// </summary>
    private static InWords? Split(string text, int month, List<string> numbers, int numbersBeforeMonth)
    {
        var yearAt = numbers.FindIndex(number => number.Length == 4);
        if (yearAt < 0 && (numbers.Count == 2 ? numbersBeforeMonth == 1 : MonthDashYear().IsMatch(text)))
            yearAt = numbers.Count - 1;
        if (numbers.Count == 2 && (yearAt < 0 || numbers[yearAt].Length == 1))
            return null;
        int? year = yearAt < 0 ? null : DateReader.FullYear(numbers[yearAt]);
        if (yearAt >= 0)
            numbers.RemoveAt(yearAt);
        if (numbers.Count == 0)
            return new(month, null, year, false);
        var day = int.Parse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 ? new(month, day, year, year is null && MonthThenTwoDigits().IsMatch(text)) : null;
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^([0-9]{4}|[0-9]{1,2})(?:st|nd|rd|th|er|o|a)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^\p{L}+\.?[-'/][0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthDashYear();

    [GeneratedRegex(@"^\p{L}+\.?\s+[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthThenTwoDigits();
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
