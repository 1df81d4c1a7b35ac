using System.Globalization;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>The text that a number in a workbook stands for.</summary>
internal static class CellText
{
    private const double LastDay = 2_958_465; // 9999-12-31
    private const int DaysTo1904 = 1462;

    /// <summary>The false leap day of 1900, which Excel keeps for the sake of Lotus 1-2-3.</summary>
    private const int FalseLeapDay = 60;

    /// <summary>A number as its cell shows it, as far as that matters: dates in ISO form, other numbers in their shortest form.</summary>
    /// <param name="written">The number as the file has it.</param>
    /// <param name="kind">What it is shown as.</param>
    /// <param name="uses1904">Whether days are counted from 1904.</param>
    public static string Of(string written, NumberKind kind, bool uses1904)
    {
        if (kind == NumberKind.Number && written.Length < 16 && written.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            return written;
        if (!double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return written;
        return kind == NumberKind.Number || number < 0 || number > LastDay ? Shortest(number)
            : kind == NumberKind.Time && number < 1 ? TimeOfDay(number)
            : Day(number, kind, uses1904);
    }

    /// <summary>The 15 digits that Excel knows, without an exponent where that is possible.</summary>
    private static string Shortest(double number) => Math.Abs(number) is 0 or (> 1e-15 and < 1e20)
        ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("G15", CultureInfo.InvariantCulture);

    private static string Day(double number, NumberKind kind, bool uses1904)
    {
        // A second is the finest that is shown; what lies below it is noise of the arithmetic.
        var seconds = (long)Math.Round(number * 86_400, MidpointRounding.AwayFromZero);
        var (day, time) = ((int)(seconds / 86_400) + (uses1904 ? DaysTo1904 : 0), seconds % 86_400);
        if (day > LastDay)
            return Shortest(number);
        if (day is 0 or FalseLeapDay)
            return day == 0 ? "1900-01-00" : "1900-02-29";
        var date = new DateOnly(1899, 12, 31).AddDays(day > FalseLeapDay ? day - 1 : day);
        return kind switch
        {
            NumberKind.Year when date is { Month: 1, Day: 1 } => date.ToString("yyyy", CultureInfo.InvariantCulture),
            NumberKind.Month when date.Day == 1 => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            _ when time > 0 => date.ToDateTime(default).AddSeconds(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static string TimeOfDay(double number) =>
        TimeSpan.FromSeconds(Math.Round(number * 86_400)).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
