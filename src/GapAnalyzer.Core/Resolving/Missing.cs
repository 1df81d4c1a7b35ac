using System.Buffers;
using System.Text;

namespace GapAnalyzer.Resolving;

/// <summary>What people write where they have nothing to write.</summary>
internal static class Missing
{
    private static readonly HashSet<string> Tokens = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "--", "—", "–", ".", "?", "n/a", "na", "n.a.", "#n/a", "#value!", "#ref!", "#name?", "#div/0!", "#null!", "tbd", "tbc",
        "not specified", "non specifie", "non spécifié", "no especificado", "no partner", "none", "null", "nil", "(vide)", "(blank)", "(en blanco)",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Tokens.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Tokens.Max(token => token.Length);

    /// <summary>With what a token in ASCII begins: most values are told by their first letter.</summary>
    private static readonly SearchValues<byte> FirstLetters =
        SearchValues.Create([.. Tokens.Where(token => token.Length > 0 && char.IsAscii(token[0])).SelectMany(token => new[] { (byte)token[0], (byte)char.ToUpperInvariant(token[0]) })]);

    public static bool Is(string value) => Tokens.Contains(value);

    /// <summary>The same for UTF-8, where three bytes or fewer are a character of a token.</summary>
    public static bool Is(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 3 * Longest || (utf8.Length > 0 && utf8[0] < 0x80 && !FirstLetters.Contains(utf8[0])))
            return false;
        Span<char> text = stackalloc char[utf8.Length];
        return Lookup.Contains(text[..Encoding.UTF8.GetChars(utf8, text)]);
    }
}
