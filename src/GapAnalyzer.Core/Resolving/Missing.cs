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

    public static bool Is(string value) => Tokens.Contains(value);

    /// <summary>The same for UTF-8, where three bytes or fewer are a character of a token.</summary>
    public static bool Is(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 3 * Longest)
            return false;
        Span<char> text = stackalloc char[utf8.Length];
        return Lookup.Contains(text[..Encoding.UTF8.GetChars(utf8, text)]);
    }
}
