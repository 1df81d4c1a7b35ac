using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>An organisation as one cell writes it; either part may be empty.</summary>
internal sealed class OrganisationRef(string name, string acronym)
{
    public string Name { get; } = name;

    public string Acronym { get; } = acronym;

    public string FoldedName { get; } = name.Length == 0 ? "" : Fold.Name(name);

    public string FoldedAcronym { get; } = acronym.Length == 0 ? "" : Fold.Name(acronym);

    /// <summary>A name with a different acronym beside it.</summary>
    public bool IsPair => Name.Length > 0 && Acronym.Length > 0 && FoldedName != FoldedAcronym;

    /// <summary>The name, else the acronym.</summary>
    public string Written => Name.Length > 0 ? Name : Acronym;

    /// <summary>Folded form of <see cref="Written"/>.</summary>
    public string Folded => Name.Length > 0 ? FoldedName : FoldedAcronym;
}

/// <summary>
/// Which organisation a name or acronym in a wide table means. Names are identities by their folded form. A bare acronym means
/// the name beside it in the same row, else the one name that the dataset gives it; with several it stands for itself and is
/// listed, never merged on the acronym alone.
/// </summary>
internal sealed class OrganisationIndex(AliasTable aliases)
{
    private readonly Dictionary<string, SortedSet<string>> namesOfAcronym = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spellings> written = new(StringComparer.Ordinal);
    private readonly HashSet<string> pairedNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spellings> collisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spellings> resolved = new(StringComparer.Ordinal);

    /// <summary>Takes notice of a cell; all cells have to be learnt before the first is identified.</summary>
    public void Learn(OrganisationRef organisation)
    {
        if (organisation.Name.Length > 0)
            known.Add(organisation.FoldedName);
        if (organisation.Acronym.Length > 0)
            known.Add(organisation.FoldedAcronym);
        if (!organisation.IsPair)
            return;
        Count(written, organisation.FoldedName, organisation.Name);
        Count(written, organisation.FoldedAcronym, organisation.Acronym);
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
    /// <param name="at">The row.</param>
    public string IdentityOf(OrganisationRef organisation, IEnumerable<OrganisationRef> sameRow, SourceRow? at = null)
    {
        if (organisation.IsPair)
            return aliases.Resolve(organisation.FoldedName);
        var bare = organisation.Folded;
        if (aliases.Resolve(bare) is var alias && alias != bare)
            return alias;
        if (pairedNames.Contains(bare) || !namesOfAcronym.TryGetValue(bare, out var names))
            return bare;
        var spelledOut = sameRow.Where(other => other.IsPair && other.FoldedAcronym == bare).Select(other => aliases.Resolve(other.FoldedName)).Distinct().Take(2).ToArray();
        if (spelledOut is [var only])
            return only;
        Count(names.Count > 1 ? collisions : resolved, bare, organisation.Written, at);
        return names.Count > 1 ? bare : names.Min!;
    }

    /// <summary>Says what bare acronyms were taken for, and where the first stands.</summary>
    /// <param name="diagnostics">Told of them.</param>
    /// <param name="cite">File and line of a row.</param>
    public void Report(DiagnosticCollector diagnostics, Func<SourceRow?, (string File, int Line)> cite)
    {
        foreach (var (bare, alone) in collisions)
        {
            diagnostics.Add(DiagnosticCatalog.AcronymCollision, cite(alone.First), $"the acronym {Quote.Value(alone.Best)} is used for {Quote.List(namesOfAcronym[bare].Select(Shown))}",
                "expected one name", "where it stands alone it was kept as an organisation of its own", alone.Counted.Sum(spelling => spelling.Times));
        }

        foreach (var (bare, alone) in resolved)
        {
            diagnostics.Add(DiagnosticCatalog.AcronymResolved, cite(alone.First), $"the acronym {Quote.Value(alone.Best)} stands alone", "",
                $"it was taken for {Quote.Value(Shown(namesOfAcronym[bare].Min!))}, the only name that has it", alone.Counted.Sum(spelling => spelling.Times));
        }
    }

    /// <summary>A folded name as the files write it.</summary>
    private string Shown(string folded) => aliases.SpellingOf(folded) ?? written.GetValueOrDefault(folded)?.Best ?? folded;

    private static void Count(Dictionary<string, Spellings> map, string bare, string written, SourceRow? at = null)
    {
        if (!map.TryGetValue(bare, out var spellings))
            map[bare] = spellings = new();
        spellings.Add(written, 1, at);
    }
}
