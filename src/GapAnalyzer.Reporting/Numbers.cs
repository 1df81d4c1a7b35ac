using System.Globalization;
using System.Text.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting;

/// <summary>
/// The one place where a value becomes text: shortest round-trip form in JSON and CSV, fixed digits in text, in the
/// style of the report's language and never in that of the machine. Undefined (NaN, infinite) is <c>null</c> in JSON, empty in CSV and <c>-</c> in text.
/// </summary>
public static class Numbers
{
    /// <summary>An undefined number in text.</summary>
    public const string Undefined = "-";

    /// <summary>Narrow no-break space, between groups of three digits.</summary>
    private const char Thin = '\u202f';

    private static readonly NumberFormatInfo Grouped = NumberFormatInfo.ReadOnly(
        new NumberFormatInfo { NumberGroupSeparator = Thin.ToString(), NumberDecimalSeparator = "." });

    /// <summary>A p-value or q-value below this is only said to be.</summary>
    private const double LeastChance = 0.001;

    /// <summary>A count: <c>12 345</c>, digits grouped by a narrow no-break space.</summary>
    public static string Count(long value) => value.ToString("#,0", Grouped);

    /// <summary>A share in percent: <c>26 %</c>; one digit more where whole percents would say "none" or "all" and it is not so.</summary>
    public static string Percent(double share, Texts? t = null)
    {
        if (!double.IsFinite(share))
            return Undefined;
        if (share is > 0 and < 0.0005)
            return t?.Say("number.under") ?? "under 0.1 %";
        if (share is > 0.9995 and < 1)
            return t?.Say("number.over") ?? "over 99.9 %";
        var format = share is > 0 and < 0.01 or > 0.99 and < 1 ? "0.0" : "0";
        return In(t, (share * 100).ToString(format, CultureInfo.InvariantCulture)) + (t?.Style.Percent ?? NumberStyle.English.Percent);
    }

    /// <summary>A difference of shares in points of a percent, without the word: <c>3</c>; small ones with one digit: <c>0.4</c>.</summary>
    public static string Points(double share, Texts? t = null)
    {
        if (!double.IsFinite(share))
            return Undefined;
        var points = Math.Abs(share) * 100;
        return In(t, points.ToString(points is > 0 and < 0.95 ? "0.0" : "0", CultureInfo.InvariantCulture));
    }

    /// <summary>A number that is neither count nor share, with two digits at most: <c>3.27</c>, <c>1 234.5</c>.</summary>
    public static string Text(double value, Texts? t = null) => double.IsFinite(value) ? In(t, Unsigned(value.ToString("#,0.##", Grouped))) : Undefined;

    /// <summary>The same with exactly this many digits, for a column of numbers: <c>3.20</c>.</summary>
    public static string Fixed(double value, int digits, Texts? t = null) =>
        double.IsFinite(value) ? In(t, value.ToString(digits == 0 ? "#,0" : "#,0." + new string('0', digits), Grouped)) : Undefined;

    /// <summary>A chance, p or q, with three digits; the very small ones are only said to be: <c>&lt; 0.001</c>.</summary>
    public static string Chance(double p) => p < 0.001 ? "< 0.001" : Fixed(p, 3);

    /// <summary>An index between -1 and 1, always with two digits: <c>-0.24</c>.</summary>
    public static string Index(double value, Texts? t = null) =>
        double.IsFinite(value) ? In(t, Unsigned(value.ToString("0.00", CultureInfo.InvariantCulture))) : Undefined;

    /// <summary>A p-value or q-value: <c>0.012</c>, <c>&lt; 0.001</c>; it is never rounded to none.</summary>
    public static string Chance(double p, Texts? t = null) => p < LeastChance ? "< " + Fixed(LeastChance, 3, t) : Fixed(p, 3, t);

    /// <summary>The shortest text that reads back as the same number; empty where undefined.</summary>
    public static string Exact(double value) =>
        double.IsFinite(value) ? (value == 0 ? "0" : value.ToString("R", CultureInfo.InvariantCulture)) : "";

    /// <inheritdoc cref="Exact(double)"/>
    public static string Exact(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>ISO 8601, <c>2024-09-30</c>, or as the language writes dates: <c>30/09/2024</c>.</summary>
    public static string Date(DateOnly day, Texts? t = null) => day.ToString(t?.Style.Date ?? NumberStyle.English.Date, CultureInfo.InvariantCulture);

    /// <summary>Writes a number property, <c>null</c> where undefined.</summary>
    internal static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value == 0 ? 0 : value);
        else
            json.WriteNull(name);
    }

    private static string In(Texts? t, string text) => t is null ? text : text.Replace(".", t.Style.DecimalSign, StringComparison.Ordinal);

    /// <summary>Negative zero after rounding is zero.</summary>
    private static string Unsigned(string text) => text is "-0" or "-0.00" ? text[1..] : text;
}
