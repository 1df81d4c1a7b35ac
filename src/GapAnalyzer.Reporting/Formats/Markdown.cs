using System.Text;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>Escaping for Markdown (CommonMark and GitHub's): what comes from the data stays text, in a table as elsewhere.</summary>
internal static class Markdown
{
    /// <summary>Characters that can open or close markup wherever they stand.</summary>
    private const string Special = "\\`*[]<>|~#$@";

    /// <summary>Text on one line in which nothing is markup: no emphasis, code, link, image, HTML, entity, table cell, mention or bare address.</summary>
    public static string Escape(string text)
    {
        var line = OneLine(text);
        var escaped = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            if (NeedsEscape(line, i))
                escaped.Append('\\');
            escaped.Append(line[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A code span; escaped text where the characters do not allow one.</summary>
    public static string Code(string text)
    {
        var line = OneLine(text);
        return line.AsSpan().IndexOfAny('`', '|', '\\') < 0 && line.Trim().Length > 0 ? $"`{line}`" : Escape(line);
    }

    /// <summary>A rendered line that does not begin a list, quote or rule, whatever its first word is.</summary>
    public static string Guard(string line)
    {
        var trimmed = line.TrimStart();
        if (trimmed.Length > 0 && trimmed[0] is '-' or '+' or '=')
            return "\\" + trimmed;
        var digits = trimmed.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && trimmed[digits] is '.' or ')' ? trimmed.Insert(digits, "\\") : trimmed;
    }

    private static bool NeedsEscape(string line, int i) => line[i] switch
    {
        '&' => i + 1 < line.Length && (line[i + 1] == '#' || char.IsAsciiLetter(line[i + 1])),
        '_' => !(IsWord(line, i - 1) && IsWord(line, i + 1)),
        ':' => line.AsSpan(i + 1).StartsWith("//", StringComparison.Ordinal) || EndsScheme(line.AsSpan(0, i)),
        '.' => line.AsSpan(0, i).EndsWith("www", StringComparison.OrdinalIgnoreCase),
        var c => Special.Contains(c, StringComparison.Ordinal),
    };

    private static bool EndsScheme(ReadOnlySpan<char> before) =>
        before.EndsWith("mailto", StringComparison.OrdinalIgnoreCase) || before.EndsWith("xmpp", StringComparison.OrdinalIgnoreCase);

    private static bool IsWord(string line, int i) => i >= 0 && i < line.Length && char.IsLetterOrDigit(line[i]);

    /// <summary>Line breaks and other controls become spaces; direction overrides, which could make text read backwards, are dropped.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u2028' or '\u2029' || char.IsControl(c))
                line.Append(' ');
            else if (c is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069')))
                line.Append(c);
        }

        return line.ToString();
    }
}
