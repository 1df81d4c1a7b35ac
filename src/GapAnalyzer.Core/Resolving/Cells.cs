using System.Buffers;

namespace GapAnalyzer.Resolving;

/// <summary>Cells that hold several values.</summary>
internal static class Cells
{
    /// <summary>Control characters in ASCII, and the byte with which the UTF-8 of the others begins.</summary>
    private static readonly SearchValues<byte> MayBeControl = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), 0x7f, 0xc2]);

    /// <summary>All control characters but line breaks: those that <see cref="Printable"/> takes out.</summary>
    private static readonly SearchValues<char> Unprintable = SearchValues.Create([.. Enumerable.Range(0, 0xa0).Select(code => (char)code).Where(c => char.IsControl(c) && c != '\n')]);

    /// <summary>Splits on <c>;</c>, <c>|</c> and line breaks, never on a comma or <c>&amp;</c>, which are part of too many names.</summary>
    public static IReadOnlyList<string> Split(string cell) =>
        cell.AsSpan().IndexOfAny(";|\n\r") < 0
            ? cell.Length == 0 ? [] : [cell]
            : [.. cell.Split([';', '|', '\n', '\r'], StringSplitOptions.TrimEntries).Where(part => !Missing.Is(part))];

    /// <summary>Whether a cell holds control characters other than line breaks and tabs.</summary>
    public static bool HasControlCharacters(string cell) => cell.Any(c => char.IsControl(c) && c is not ('\n' or '\t'));

    /// <summary>Whether a cell can hold control characters at all: a quick look at its bytes.</summary>
    public static bool MayHoldControlCharacters(ReadOnlySpan<byte> utf8) => utf8.ContainsAny(MayBeControl);

    /// <summary>The cell with spaces in place of control characters other than line breaks.</summary>
    public static string Printable(string cell) =>
        cell.AsSpan().ContainsAny(Unprintable) ? string.Concat(cell.Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)).Trim() : cell;

    /// <summary>Line breaks and runs of spaces as one space.</summary>
    public static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Parts of a cell at <c>/</c>, where there are at least two and none is empty.</summary>
    public static IReadOnlyList<string> SplitAtSlash(string cell) =>
        cell.Contains('/', StringComparison.Ordinal) && cell.Split('/', StringSplitOptions.TrimEntries) is var parts && parts.All(part => part.Length > 0) ? parts : [];
}
