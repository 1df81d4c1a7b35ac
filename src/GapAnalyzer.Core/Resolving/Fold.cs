using System.Globalization;
using System.Text;

namespace GapAnalyzer.Resolving;

/// <summary>
/// The form in which names are compared: without case, accents, punctuation and spacing, with <c>&amp;</c> as "and". Two
/// spellings with one folded form are one name; anything less alike is never merged by itself.
/// </summary>
internal static class Fold
{
    /// <summary>Folded form; the trimmed lower-case text where nothing but punctuation is in it.</summary>
    public static string Name(string text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in WellFormed(text).Normalize(NormalizationForm.FormKD))
        {
            if (c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '`' or '\u00B4' or '.' || IsAccent(c))
                continue;
            if (c == '&')
            {
                folded.Append(folded.Length > 0 ? " and" : "and");
                gap = true;
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsMark(c))
            {
                if (gap && folded.Length > 0)
                    folded.Append(' ');
                gap = false;
                AppendLetter(folded, char.ToLowerInvariant(c));
            }
            else
            {
                gap = true;
            }
        }

        return folded.Length > 0 ? folded.ToString() : text.Trim().ToLowerInvariant();
    }

    /// <summary>The text, with what cannot be normalised replaced: half a surrogate pair, and U+FFFE, which is no character.</summary>
    public static string WellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\uFFFE', StringComparison.Ordinal))
            return text;
        return string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Replace('\uFFFE', '\uFFFD');
    }

    /// <summary>Folded form without spaces: how headers, roles and vocabulary are compared.</summary>
    public static string Compact(string text) => Name(text).Replace(" ", "", StringComparison.Ordinal);

    // Letters that Unicode does not take apart, but that people write in two ways.
    private static void AppendLetter(StringBuilder folded, char letter) => _ = letter switch
    {
        'œ' => folded.Append("oe"),
        'æ' => folded.Append("ae"),
        'ß' => folded.Append("ss"),
        'ø' => folded.Append('o'),
        'ł' => folded.Append('l'),
        'đ' => folded.Append('d'),
        'ı' => folded.Append('i'),
        _ => folded.Append(letter),
    };

    /// <summary>
    /// Marks that people leave out or add without meaning another name: accents, Hebrew points, Arabic vowels, and signs that cannot be
    /// seen. The marks of Indic, Thai, Burmese and Japanese writing are vowels and tones, and stay.
    /// </summary>
    private static bool IsAccent(char c) => c >= 0x80 && (c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u0610' and <= '\u061A')
        or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u0640' or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF')
        || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);

    private static bool IsMark(char c) =>
        c >= 0x80 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
