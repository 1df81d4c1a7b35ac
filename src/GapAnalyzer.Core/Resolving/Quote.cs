using System.Globalization;

namespace GapAnalyzer.Resolving;

/// <summary>Values in messages: quoted, on one line, and not too long.</summary>
internal static class Quote
{
    private const int MaxLength = 80;
    private const int MaxItems = 6;

    public static string Value(string value)
    {
        var line = new string([.. value.Select(c => char.IsControl(c) ? ' ' : c)]);
        return line.Length <= MaxLength ? $"'{line}'" : $"'{line[..MaxLength]}…'";
    }

    /// <summary><c>'WFP' (12), 'Wfp' (1)</c>.</summary>
    public static string List(IEnumerable<(string Spelling, long Times)> spellings) =>
        Cut([.. spellings.Select(s => string.Create(CultureInfo.InvariantCulture, $"{Value(s.Spelling)} ({s.Times})"))]);

    public static string List(IEnumerable<string> values) => Cut([.. values.Select(Value)]);

    private static string Cut(IReadOnlyList<string> items) =>
        string.Join(", ", items.Take(MaxItems)) + (items.Count > MaxItems ? string.Create(CultureInfo.InvariantCulture, $" and {items.Count - MaxItems} more") : "");
}
