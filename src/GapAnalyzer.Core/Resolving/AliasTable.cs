using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary><c>aliases.csv</c>: other names and what they stand for, in folded form.</summary>
internal sealed class AliasTable
{
    private readonly Dictionary<string, Spellings> canonicals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Spellings> spellings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> settled = new(StringComparer.Ordinal);

    public void Add(string alias, string canonical, SourceRow row)
    {
        AddTo(canonicals, Fold.Name(alias), Fold.Name(canonical), row);
        AddTo(spellings, Fold.Name(canonical), canonical, row);
    }

    /// <summary>Adds what other datasets say of names that this one says nothing of.</summary>
    public void AddWhereUnsaid(IEnumerable<(string Alias, string Canonical)> others)
    {
        foreach (var (alias, canonical) in others.Where(other => !canonicals.ContainsKey(Fold.Name(other.Alias))).ToList())
            Add(alias, canonical, default);
    }

    /// <summary>Every alias that stands for something else, with what it stands for in the end, in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Entries => settled;

    /// <summary>What a folded name stands for; itself where it is no alias.</summary>
    public string Resolve(string folded) => settled.GetValueOrDefault(folded, folded);

    /// <summary>The canonical name as <c>aliases.csv</c> most often writes it; null where it is not a canonical name.</summary>
    public string? SpellingOf(string folded) => spellings.GetValueOrDefault(folded)?.Best;

    /// <summary>
    /// Follows chains. Aliases that lead in a circle are one name, the first of the circle in ordinal order; an alias of several
    /// names is not used.
    /// </summary>
    public void Settle(string file, DiagnosticCollector diagnostics)
    {
        var next = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (alias, stands) in canonicals.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (stands.Count == 1)
                next[alias] = stands.Best;
            else
                Say(alias, $"stands for {Quote.List(stands.Counted)}", "expected one name", "the alias was not used");
        }

        foreach (var alias in next.Keys)
        {
            var end = EndOf(alias, next, out var isOnCircle);
            if (end != alias)
                settled[alias] = end;
            if (isOnCircle && end == alias && next[alias] != alias)
                Say(alias, "leads back to itself over other aliases", "expected an end", "the names of the circle were taken for one organisation");
        }

        void Say(string alias, string found, string expected, string done) =>
            diagnostics.Add(DiagnosticCatalog.AliasConflict, file, canonicals[alias].Ordered.Min(canonical => canonical.First!.Value.Line), "", $"alias {Quote.Value(alias)} {found}", expected, done);
    }

    private static string EndOf(string alias, Dictionary<string, string> next, out bool isOnCircle)
    {
        List<string> path = [alias];
        while (next.TryGetValue(path[^1], out var step))
        {
            if (path.IndexOf(step) is var seen and >= 0)
            {
                isOnCircle = seen == 0;
                return path.Skip(seen).Min(StringComparer.Ordinal)!;
            }

            path.Add(step);
        }

        isOnCircle = false;
        return path[^1];
    }

    private static void AddTo(Dictionary<string, Spellings> map, string key, string spelling, SourceRow row)
    {
        if (!map.TryGetValue(key, out var spellings))
            map[key] = spellings = new();
        spellings.Add(spelling, 1, row);
    }
}
