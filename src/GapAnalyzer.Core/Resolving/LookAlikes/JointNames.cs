namespace GapAnalyzer.Resolving;

/// <summary>
/// Cells that name several organisations: <c>CARE/Oxfam</c>, <c>Medair with FH</c>. Such a name is neither of its parts, however
/// much of it is the other name.
/// </summary>
internal sealed class JointNames(IReadOnlySet<string> organisations)
{
    private static readonly string[] Strong = ["/", ",", ";", "+", " with ", " avec "];
    private static readonly string[] Weak = [" and ", " & ", " et ", " y ", " e ", " com ", " con ", "-", " "];

    /// <summary>Members are written as <c>ACT Alliance / Finn Church Aid</c>: the umbrella is not a second organisation.</summary>
    private static readonly string[] Umbrellas = ["alliance", "consortium", "federation", "confederation"];

    /// <summary>Whether the first name is the second one and another organisation beside it.</summary>
    public bool IsJoint(string name, NameForm form, NameForm other)
    {
        var plain = name.Split(['(', '['])[0];
        if (Strong.Any(separator => plain.Contains(separator, StringComparison.OrdinalIgnoreCase)))
        {
            var pieces = Pieces(plain, Strong);
            return pieces.Count > 1 && pieces.Exists(piece => Same(piece, other) || Overlaps(piece, other)) && pieces.Exists(piece => IsAnother(piece, form, other));
        }

        // Weaker signs are part of many names: here the rest has to be an organisation of the dataset, or the other name whole.
        foreach (var separator in Weak)
        {
            var pieces = Pieces(plain, [separator]);
            if (pieces.Count < 2)
                continue;
            var isWord = separator.Length > 1;
            if (isWord && pieces.Exists(piece => Same(piece, other)))
                return true;
            if (!isWord && pieces.Exists(piece => Overlaps(piece, other)) && pieces.Exists(piece => organisations.Contains(piece) && piece.Length > 2 && IsAnother(piece, form, other) && PlaceWords.CountryOf(piece) is null))
                return true;
        }

        return false;
    }

    private static List<string> Pieces(string text, string[] separators) =>
        [.. text.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fold.Name).Where(piece => piece.Length > 0)];

    private static bool Same(string piece, NameForm other) =>
        piece.Replace(" ", "", StringComparison.Ordinal) is var compact && (compact == other.CompactName || other.Acronyms.Contains(compact));

    private static bool Overlaps(string piece, NameForm other) =>
        piece.Split(' ').Any(word => !NameWords.IsStop(word) && PlaceWords.CountryOf(word) is null && other.Words.Any(own => own.Form == NameWords.FormOf(word)));

    /// <summary>Nothing of the other name is in the piece, and it is neither its acronym nor an umbrella.</summary>
    private static bool IsAnother(string piece, NameForm form, NameForm other)
    {
        var words = piece.Split(' ').Where(word => !NameWords.IsStop(word)).ToList();
        if (words.Count == 0 || form.Acronyms.Contains(string.Concat(words)) || Overlaps(piece, other) || Same(piece, other) || words.Exists(Umbrellas.Contains))
            return false;
        var compact = string.Concat(words);
        return Acronyms.Match(compact, other) == 0 && Acronyms.Match(compact, form) == 0 && words.Exists(word => !NameWords.IsGeneric(NameWords.FormOf(word)));
    }
}
