using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Resolving;

/// <summary>An organisation as one row writes it; either part may be empty.</summary>
internal readonly record struct OrganisationRef(string Name, string Acronym)
{
    public string FoldedName => Name.Length == 0 ? "" : Fold.Name(Name);

    public string FoldedAcronym => Acronym.Length == 0 ? "" : Fold.Name(Acronym);

    /// <summary>A name with a different acronym beside it.</summary>
    public bool IsPair => Name.Length > 0 && Acronym.Length > 0 && FoldedName != FoldedAcronym;
}

/// <summary>
/// Which organisation a name or acronym in a wide table means. Names are identities by their folded form. A bare acronym means
/// the name beside it in the same row, else the one name that the dataset gives it; with several it stands for itself and is
/// listed, never merged on the acronym alone.
/// </summary>
internal sealed class OrganisationIndex(AliasTable aliases)
{
    private readonly Dictionary<string, SortedSet<string>> namesOfAcronym = new(StringComparer.Ordinal);
    private readonly HashSet<string> pairedNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Acronym, long Times)> collisions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Acronym, string Name, long Times)> resolved = new(StringComparer.Ordinal);

    public void Learn(OrganisationRef organisation)
    {
        if (organisation.Name.Length > 0)
            known.Add(organisation.FoldedName);
        if (organisation.Acronym.Length > 0)
            known.Add(organisation.FoldedAcronym);
        if (!organisation.IsPair)
            return;
        pairedNames.Add(organisation.FoldedName);
        if (!namesOfAcronym.TryGetValue(organisation.FoldedAcronym, out var names))
            namesOfAcronym[organisation.FoldedAcronym] = names = new(StringComparer.Ordinal);
        names.Add(aliases.Resolve(organisation.FoldedName));
        // "Caritas" beside "Caritas Kalemie" is a word of the name, and may mean any other Caritas as well.
        if (organisation.FoldedName.Split(' ').Contains(organisation.FoldedAcronym))
            names.Add(organisation.FoldedAcronym);
    }

    /// <summary>Whether a text is an organisation of the dataset, seen on its own somewhere.</summary>
    public bool Knows(string text) => known.Contains(Fold.Name(text));

    /// <summary>Identity: the folded name, or the folded acronym where it stands for itself.</summary>
    /// <param name="organisation">What the row writes.</param>
    /// <param name="sameRow">The organisations of the row, for acronyms that are spelled out beside it.</param>
    public string IdentityOf(OrganisationRef organisation, IReadOnlyList<OrganisationRef> sameRow)
    {
        if (organisation.IsPair)
            return aliases.Resolve(organisation.FoldedName);
        var bare = organisation.Name.Length > 0 ? organisation.FoldedName : organisation.FoldedAcronym;
        if (aliases.Resolve(bare) is var alias && alias != bare)
            return alias;
        if (pairedNames.Contains(bare) || !namesOfAcronym.TryGetValue(bare, out var names))
            return bare;
        var spelledOut = sameRow.Where(other => other.IsPair && other.FoldedAcronym == bare).Select(other => aliases.Resolve(other.FoldedName)).Distinct().Take(2).ToArray();
        if (spelledOut is [var only])
            return only;
        var written = organisation.Name.Length > 0 ? organisation.Name : organisation.Acronym;
        if (names.Count > 1)
        {
            collisions[bare] = (written, collisions.GetValueOrDefault(bare).Times + 1);
            return bare;
        }

        resolved[bare] = (written, names.Min!, resolved.GetValueOrDefault(bare).Times + 1);
        return names.Min!;
    }

    public void Report(DiagnosticCollector diagnostics)
    {
        foreach (var (bare, (acronym, times)) in collisions)
        {
            diagnostics.Add(DiagnosticCatalog.AcronymCollision, "", 0, "", $"the acronym {Quote.Value(acronym)} is used for {Quote.List(namesOfAcronym[bare])}",
                "expected one name", "where it stands alone it was kept as an organisation of its own", times);
        }

        foreach (var (_, (acronym, name, times)) in resolved)
        {
            diagnostics.Add(DiagnosticCatalog.AcronymResolved, "", 0, "", $"the acronym {Quote.Value(acronym)} stands alone", "",
                $"it was taken for {Quote.Value(name)}, the only name that has it", times);
        }
    }
}

/// <summary><c>aliases.csv</c>: other names and what they stand for, in folded form.</summary>
internal sealed class AliasTable
{
    private readonly Dictionary<string, string> canonicals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> spellings = new(StringComparer.Ordinal);

    public void Add(string alias, string canonical)
    {
        canonicals[Fold.Name(alias)] = Fold.Name(canonical);
        spellings[Fold.Name(canonical)] = canonical;
    }

    public IEnumerable<KeyValuePair<string, string>> Entries => canonicals.OrderBy(entry => entry.Key, StringComparer.Ordinal);

    /// <summary>What a folded name stands for; itself where it is no alias. Chains are followed, circles end where they began.</summary>
    public string Resolve(string folded)
    {
        var at = folded;
        for (var steps = 0; steps < 10 && canonicals.TryGetValue(at, out var next) && next != folded; steps++)
            at = next;
        return at;
    }

    /// <summary>The canonical name as <c>aliases.csv</c> writes it; null where it is not a canonical name.</summary>
    public string? SpellingOf(string folded) => spellings.GetValueOrDefault(folded);
}
