using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Finds a stakeholder by id, then name, then alias or acronym; never by a text that fits several.</summary>
internal sealed class StakeholderLookup(AliasTable aliases)
{
    private readonly IdTable<StakeholderDraft> byId = new();
    private readonly Dictionary<string, HashSet<StakeholderDraft>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<StakeholderDraft>> byAlias = new(StringComparer.Ordinal);
    private readonly SortedSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>Every id and name, for finding what someone may have meant.</summary>
    public IEnumerable<string> Texts => texts;

    /// <param name="draft">The stakeholder.</param>
    /// <param name="id">Its given id; empty where it has none.</param>
    /// <param name="name">A name of it.</param>
    /// <param name="otherNames">Acronym and aliases; empty ones do not count.</param>
    public void Add(StakeholderDraft draft, string id, string name, IEnumerable<string> otherNames)
    {
        if (id.Length > 0)
        {
            byId.Add(id, draft);
            texts.Add(id);
        }

        texts.Add(name);
        Map(byName, name, draft);
        foreach (var other in otherNames.Where(other => other.Length > 0))
            Map(byAlias, other, draft);
    }

    /// <summary>Adds the aliases of aliases.csv, whose canonical may be an id or a name.</summary>
    public void AddAliases(DiagnosticCollector diagnostics)
    {
        foreach (var (alias, canonical) in aliases.Entries)
        {
            var written = aliases.SpellingOf(canonical) ?? canonical;
            if (Find(written) is { } draft)
                Map(byAlias, alias, draft);
            else
                diagnostics.Add(DiagnosticCatalog.AliasOfNoOne, "", 0, "", $"alias {Quote.Value(alias)} stands for {Quote.Value(written)}, which the dataset does not have", "", "the alias was not used");
        }
    }

    public StakeholderDraft? Find(string text)
    {
        if (text.Length == 0)
            return null;
        if (byId.Find(text) is { } found)
            return found;
        return Matches(Fold.Name(text)) is { Count: 1 } one ? one.Single() : null;
    }

    /// <summary>Why a text was taken for the stakeholder that <see cref="Find"/> gives for it.</summary>
    public string RuleOf(string text, StakeholderDraft found)
    {
        var folded = Fold.Name(text);
        return byId.Find(text) == found ? ResolutionRules.Id
            : byName.ContainsKey(folded) ? ResolutionRules.Folded
            : found.Acronyms.Counted.Any(acronym => Fold.Name(acronym.Spelling) == folded) ? ResolutionRules.OnlyNameOfAcronym
            : ResolutionRules.Alias;
    }

    /// <summary>Whether several stakeholders have this name, or this alias where it is no one's name.</summary>
    public bool IsAmbiguous(string text) => Matches(Fold.Name(text)) is { Count: > 1 };

    private HashSet<StakeholderDraft>? Matches(string folded) => byName.GetValueOrDefault(folded) ?? byAlias.GetValueOrDefault(folded);

    private static void Map(Dictionary<string, HashSet<StakeholderDraft>> map, string text, StakeholderDraft draft)
    {
        var folded = Fold.Name(text);
        if (!map.TryGetValue(folded, out var drafts))
            map[folded] = drafts = [];
        drafts.Add(draft);
        draft.KnownAs.Add(folded);
    }
}

/// <summary>Things by id: as written, else whatever its case where that fits one thing alone.</summary>
internal sealed class IdTable<T>
    where T : class
{
    private readonly Dictionary<string, T> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T?> anyCase = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a thing; ids that differ only in case are different ids.</summary>
    public void Add(string id, T thing)
    {
        if (!exact.TryAdd(id, thing))
            return;
        if (!anyCase.TryAdd(id, thing))
            anyCase[id] = null;
    }

    public T? Find(string id) => exact.GetValueOrDefault(id) ?? anyCase.GetValueOrDefault(id);
}
