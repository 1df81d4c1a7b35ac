namespace GapAnalyzer.Resolving;

/// <summary>How the acronyms of two names relate.</summary>
internal enum AcronymRelation
{
    /// <summary>One of the names has none.</summary>
    Unknown,
    Same,

    /// <summary>One goes on after the other: RACOJ, RACOJ SIDA.</summary>
    Continued,
    Different,
}

/// <summary>Whether an acronym is made from a name, and whether two acronyms are one.</summary>
internal static class Acronyms
{
    /// <summary>Acronyms of two letters tell nothing when they agree.</summary>
    public static AcronymRelation Compare(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var relation = a.Count > 0 && b.Count > 0 ? AcronymRelation.Different : AcronymRelation.Unknown;
        foreach (var (x, y) in a.SelectMany(_ => b, (x, y) => (x, y)))
        {
            if (x == y)
                return x.Length > 2 ? AcronymRelation.Same : AcronymRelation.Unknown;
            if (Math.Min(x.Length, y.Length) > 2 && (x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal)))
                relation = AcronymRelation.Continued;
        }

        return relation;
    }

    /// <summary>
    /// How well the letters of an acronym are the beginnings of the name's words in order: <c>FH</c>, <c>COHEB</c> (Community
    /// Humanitarian Emergency Board), <c>MISAU</c> (Ministério da Saúde). 1 where each word that carries meaning gives exactly its
    /// first letter; less where words give more letters; 0 where one is left out or letters remain.
    /// </summary>
    public static double Match(string acronym, NameForm name)
    {
        if (acronym.Length < 2 || name.All.Count < 2 || name.HasParts)
            return 0;
        if (name.Initials().Contains(acronym, StringComparer.Ordinal))
            return acronym.Length > 2 ? 1 : 0.6;
        return acronym.Length > 3 && IsMadeFrom(acronym, name.All) ? 0.8 : 0;
    }

    /// <summary>Whether the letters are beginnings of the words in order, small and generic words left out or not.</summary>
    public static bool IsMadeFrom(string acronym, IReadOnlyList<string> words) => acronym.Length > 1 && words.Count > 1 && IsBuiltFrom(acronym, 0, words, 0);

    private static bool IsBuiltFrom(string acronym, int at, IReadOnlyList<string> words, int word)
    {
        if (word == words.Count)
            return at == acronym.Length;
        var mayBeLeftOut = NameWords.IsStop(words[word]) || NameWords.IsGeneric(NameWords.FormOf(words[word]));
        if (mayBeLeftOut && IsBuiltFrom(acronym, at, words, word + 1))
            return true;
        for (var taken = 1; taken <= 4 && taken <= words[word].Length && at + taken <= acronym.Length && acronym[at + taken - 1] == words[word][taken - 1]; taken++)
        {
            if (IsBuiltFrom(acronym, at + taken, words, word + 1))
                return true;
        }

        return false;
    }
}
