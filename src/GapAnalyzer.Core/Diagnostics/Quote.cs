using System.Globalization;

namespace GapAnalyzer.Diagnostics;

/// <summary>Values in messages: quoted, on one line, and not too long.</summary>
public static class Quote
{
    private const int MaxLength = 80;
    private const int MaxItems = 6;
    private const int MaxHeaders = 40;

    public static string Value(string value) => $"'{Start(value)}'";

    /// <summary>The start of a text on one line, for what another library says: it may quote the rest of a file.</summary>
    public static string Start(string value)
    {
        var line = new string([.. value.Select(c => char.IsControl(c) ? ' ' : c)]);
        return line.Length <= MaxLength ? line : $"{line[..(char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]}…";
    }

    /// <summary><c>'WFP' (12), 'Wfp' (1)</c>.</summary>
    public static string List(IEnumerable<(string Spelling, long Times)> spellings) =>
        Cut([.. spellings.Select(s => string.Create(CultureInfo.InvariantCulture, $"{Value(s.Spelling)} ({s.Times})"))]);

    public static string List(IEnumerable<string> values) => Cut([.. values.Select(Value)]);

    /// <summary>The headers of a table, the empty ones left out.</summary>
    public static string Headers(IEnumerable<string> headers) => Cut([.. headers.Where(header => header.Length > 0).Select(Value)], MaxHeaders);

    private static string Cut(IReadOnlyList<string> items, int most = MaxItems) =>
        string.Join(", ", items.Take(most)) + (items.Count > most ? string.Create(CultureInfo.InvariantCulture, $" and {items.Count - most} more") : "");
}
