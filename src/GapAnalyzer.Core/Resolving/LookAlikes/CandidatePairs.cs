namespace GapAnalyzer.Resolving;

/// <summary>
/// Pairs of names that share a key: a rare word, a word but for one letter, an acronym, all words but one. Names that share no key
/// are never compared, and a key that more than <see cref="MaxPerKey"/> names share tells nothing and is passed over; so the
/// number of pairs grows with the number of names and not with its square.
/// </summary>
internal static class CandidatePairs
{
    /// <summary>Names that may share a key. Raising it finds pairs whose every word is common; time grows in proportion.</summary>
    public const int MaxPerKey = 30;

    /// <summary>Distinct pairs, first the smaller position, in order.</summary>
    public static IReadOnlyList<(int A, int B)> Of(IReadOnlyList<NameForm> names)
    {
        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var key in Keys(names[i]).Distinct())
            {
                if (!byKey.TryGetValue(key, out var sharing))
                    byKey[key] = sharing = [];
                if (sharing.Count <= MaxPerKey)
                    sharing.Add(i);
            }
        }

        var pairs = new HashSet<(int, int)>();
        foreach (var sharing in byKey.Values.Where(sharing => sharing.Count is > 1 and <= MaxPerKey))
        {
            for (var x = 0; x < sharing.Count; x++)
            {
                for (var y = x + 1; y < sharing.Count; y++)
                    pairs.Add((sharing[x], sharing[y]));
            }
        }

        AddAcronyms(names, pairs);
        return [.. pairs.Order()];
    }

    private static IEnumerable<string> Keys(NameForm name)
    {
        yield return name.CompactName;
        if (name.Known >= 0)
            yield return "known " + NameWords.FormOf(KnownOrganisations.NameOf(name.Known));
        foreach (var word in name.Words)
        {
            yield return word.Country ?? word.Form;
            if (word.Text.Length < 5 || NameWords.Share(word.Form) < 1)
                continue;
            // Two words that differ by one letter have a form without one letter in common, or are each other's.
            for (var skip = 0; skip < word.Text.Length; skip++)
                yield return "~" + word.Text.Remove(skip, 1);
            yield return "~" + word.Text;
        }

        foreach (var acronym in name.Acronyms.Concat(name.Initials()).Where(acronym => acronym.Length > 1))
            yield return acronym;
        var forms = name.Words.Select(word => word.Country ?? word.Form).Where(form => !NameWords.IsGeneric(form)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (forms.Count < 2)
            yield break;
        yield return string.Join(' ', forms);
        for (var skip = 0; skip < forms.Count; skip++)
            yield return string.Join(' ', forms.Where((_, at) => at != skip));
    }

    /// <summary>Acronyms that take more than the first letter of a word: bare acronyms against names by their first three letters.</summary>
    private static void AddAcronyms(IReadOnlyList<NameForm> names, HashSet<(int, int)> pairs)
    {
        var bare = Enumerable.Range(0, names.Count).Where(i => names[i].IsBareAcronym && names[i].CompactName.Length > 3).ToLookup(i => names[i].CompactName[..3], StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].IsBareAcronym || names[i].Words.Count < 2)
                continue;
            foreach (var acronym in Beginnings(names[i]).Distinct().SelectMany(beginning => bare[beginning]))
            {
                if (Acronyms.Match(names[acronym].CompactName, names[i]) > 0)
                    pairs.Add((Math.Min(i, acronym), Math.Max(i, acronym)));
            }
        }
    }

    /// <summary>The first three letters of any acronym made from the beginnings of the name's words.</summary>
    private static IEnumerable<string> Beginnings(NameForm name)
    {
        var (first, second) = (name.Words[0].Text, name.Words[1].Text);
        if (first.Length > 2)
            yield return first[..3];
        if (first.Length > 1)
            yield return first[..2] + second[0];
        if (second.Length > 1)
            yield return first[..1] + second[..2];
        if (name.Words.Count > 2)
            yield return string.Concat(first[0], second[0], name.Words[2].Text[0]);
    }
}
