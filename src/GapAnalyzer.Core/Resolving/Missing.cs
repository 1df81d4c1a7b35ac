namespace GapAnalyzer.Resolving;

/// <summary>What people write where they have nothing to write.</summary>
internal static class Missing
{
    private static readonly HashSet<string> Tokens = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "--", "—", "–", ".", "?", "n/a", "na", "n.a.", "#n/a", "#value!", "#ref!", "#name?", "#div/0!", "#null!", "tbd", "tbc",
        "not specified", "non specifie", "non spécifié", "no especificado", "no partner", "none", "null", "nil", "(vide)", "(blank)", "(en blanco)",
    };

    public static bool Is(string value) => Tokens.Contains(value);
}
