namespace GapAnalyzer.Resolving;

/// <summary>A word of a name as it is compared.</summary>
/// <param name="Text">Folded, as written.</param>
/// <param name="Form">Singular, in one language.</param>
/// <param name="Country">The country it names, else null.</param>
internal readonly record struct NameWord(string Text, string Form, string? Country)
{
    public static NameWord Of(string word) => new(word, NameWords.FormOf(word), PlaceWords.CountryOf(word));

    /// <summary>What two words have in common that mean the same.</summary>
    public string Meaning => Country ?? Form;

    public bool HasDigit => Text.AsSpan().ContainsAnyInRange('0', '9');
}

/// <summary>A name taken apart: its words, its acronyms, and whether it is nothing but an acronym.</summary>
internal sealed class NameForm
{
    private readonly string name;

    /// <summary>Longest text that may be an acronym.</summary>
    private const int MaxAcronym = 12;

    private NameForm(string name, string? acronym)
    {
        this.name = name;
        var (text, inside) = TakeBrackets(name);
        var acronyms = new List<string>();
        if (!string.IsNullOrEmpty(acronym))
            acronyms.AddRange(acronym.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Compact));
        foreach (var bracket in inside)
        {
            if (IsAcronymLike(bracket))
                acronyms.Add(Compact(bracket));
            else
                text += " " + bracket;
        }

        if (TakeHead(text) is var (head, after) && head.Length > 0 && (acronyms.Contains(Compact(head)) || Resolving.Acronyms.IsMadeFrom(Compact(head), FoldWords(after).Split(' '))))
        {
            acronyms.Add(Compact(head));
            text = after;
        }

        Folded = FoldWords(text);
        CompactName = Folded.Replace(" ", "", StringComparison.Ordinal);
        WholeFolded = FoldWords(name);
        All = [.. Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        IsBareAcronym = All.Count == 1 && IsAcronymLike(text);
        if (IsBareAcronym)
            acronyms.Add(CompactName);
        // A letter at the end is a section ("MSF-E"), not a Portuguese "and".
        var main = All.Where((word, at) => !NameWords.IsStop(word) || (at > 0 && at == All.Count - 1 && word.Length == 1)).ToList();
        Words = [.. (main.Count > 0 ? main : All).Select(NameWord.Of)];
        Acronyms = [.. acronyms.Where(a => a.Length > 1).Distinct(StringComparer.Ordinal)];
        Known = KnownOrganisations.Find(WholeFolded, Folded, Words);
    }

    /// <summary>The name without acronyms in brackets or at its head, folded.</summary>
    public string Folded { get; }

    /// <summary>The whole name, folded.</summary>
    public string WholeFolded { get; }

    /// <summary><see cref="Folded"/> without spaces.</summary>
    public string CompactName { get; }

    /// <summary>The words that carry meaning, without spaces.</summary>
    public string MainWords => string.Concat(Words.Select(word => word.Text));

    /// <summary>Folded words in order, small ones included.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Words in order without articles and prepositions.</summary>
    public IReadOnlyList<NameWord> Words { get; }

    /// <summary>Its acronyms, folded and without spaces: given, in brackets, at the head, or the name itself.</summary>
    public IReadOnlyList<string> Acronyms { get; }

    public bool IsBareAcronym { get; }

    /// <summary>A list, or a name in two languages: letters from across the separator make no acronym.</summary>
    public bool HasParts => name.AsSpan().ContainsAny('/', ',', ';');

    /// <summary>Position in <see cref="KnownOrganisations"/>; -1 where it is not there.</summary>
    public int Known { get; }

    /// <summary>Folded, with the elided articles of <c>l'enfance</c> and <c>d'appui</c> as words of their own.</summary>
    public static string FoldWords(string text)
    {
        var letters = Fold.WellFormed(text).ToCharArray();
        for (var i = 1; i < letters.Length - 1; i++)
        {
            if (letters[i] is '\'' or '\u2019' && letters[i - 1] is 'd' or 'l' or 'D' or 'L' && (i == 1 || !char.IsLetter(letters[i - 2])))
                letters[i] = ' ';
        }

        return Fold.Name(new(letters));
    }

    public static NameForm Of(string name, string? acronym) => new(name, acronym);

    /// <summary>First letters of all words, and of the words that carry meaning.</summary>
    public IEnumerable<string> Initials()
    {
        if (All.Count < 2)
            return [];
        var all = string.Concat(All.Select(word => word[0]));
        var main = string.Concat(Words.Select(word => word.Text[0]));
        return all == main ? [all] : [all, main];
    }

    /// <summary>Short, without a word that is written as a word: <c>ACTED</c>, <c>COHEB INT'L</c>, <c>PU-AMI</c>, <c>MdM-CH</c>.</summary>
    private static bool IsAcronymLike(string text)
    {
        var letters = text.Count(char.IsLetter);
        var upper = text.Count(char.IsUpper);
        return letters is > 1 and <= MaxAcronym && text.Length <= MaxAcronym + 3 && upper * 2 >= letters
            && text.Split(' ') is { Length: <= 2 } words && Array.TrueForAll(words, word => word.Length > 0 && word.Count(char.IsUpper) * 2 >= word.Count(char.IsLetter));
    }

    private static string Compact(string text) => Fold.Compact(text);

    private static (string Text, IReadOnlyList<string> Inside) TakeBrackets(string name)
    {
        var inside = new List<string>();
        var text = name;
        for (var open = text.IndexOfAny(['(', '[', '“', '"']); open >= 0; open = text.IndexOfAny(['(', '[', '“', '"']))
        {
            var end = text.IndexOfAny([')', ']', '”', '"'], open + 1);
            var content = end < 0 ? text[(open + 1)..] : text[(open + 1)..end];
            if (!string.IsNullOrWhiteSpace(content))
                inside.Add(content.Trim());
            text = string.Concat(text.AsSpan(0, open), " ", end < 0 ? "" : text.AsSpan(end + 1)).Trim();
        }

        return text.Length > 0 ? (text, inside) : (name, []);
    }

    /// <summary><c>ABCOM - Action pour le Bien-être Communautaire</c>: an acronym, a dash and a name of several words; either order.</summary>
    private static (string Head, string After) TakeHead(string text)
    {
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        if (dash <= 0)
            return ("", text);
        var (left, right) = (text[..dash].Trim(), text[(dash + 3)..].Trim());
        if (IsAcronymLike(left) && !left.Contains(' ', StringComparison.Ordinal) && right.Contains(' ', StringComparison.Ordinal) && !IsAcronymLike(right))
            return (left, right);
        return ("", text);
    }
}
