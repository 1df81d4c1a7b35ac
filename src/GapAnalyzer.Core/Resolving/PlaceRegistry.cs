using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Decides which place cells mean the same place. A place is told by its folded name within its level 1 place. Codes never merge
/// two names: in real files they are too often filled down by a spreadsheet. They fill in what a row leaves out: the name that alone
/// has the code, and the level 1 place whose code a level 2 code begins with.
/// </summary>
internal sealed class PlaceRegistry
{
    private static readonly HashSet<string> NationwideNames =
    [
        "national", "nationwide", "nacional", "coberturanacional", "countrywide", "wholecountry", "toutes", "touslespays", "toutlepays", "multiple", "nationalwide", "nivelnacional", "niveaunational", "all",
    ];

    private readonly Dictionary<PlaceText, (long Times, SourceRow? First)> rows = [];
    private readonly Dictionary<PlaceText, (PlaceId? Admin1, PlaceId? Admin2)> settled = [];
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceId>> byText = new(StringComparer.Ordinal);
    private List<Place> places = [];

    public static bool IsNationwide(string name) => NationwideNames.Contains(Fold.Compact(name));

    /// <summary>Counts rows that write a place so.</summary>
    public PlaceText Add(PlaceText place, long times = 1, SourceRow? at = null)
    {
        if (place == PlaceText.None)
            return place;
        if (!rows.TryGetValue(place, out var before))
        {
            foreach (var text in new[] { place.Name1, place.Name2, place.Location, place.Code1, place.Code2 })
                texts.Add(Fold.Name(text));
        }

        rows[place] = (before.Times + times, before.First is { } first && (at is not { } row || first.CompareTo(row) <= 0) ? first : at);
        return place;
    }

    /// <summary>Whether some row writes this name or code, at any level; for texts that do not say their level.</summary>
    public bool Knows(string text) => texts.Contains(Fold.Name(text));

    /// <summary>The places of a row; null where it does not say.</summary>
    public (PlaceId? Admin1, PlaceId? Admin2) Of(PlaceText place) => settled.GetValueOrDefault(place);

    /// <summary>
    /// The places that a bare name or code means: those of the first level that has any. Several where level 2 places of different
    /// level 1 places share the name; the name with the level 1 place in brackets means one of them.
    /// </summary>
    public IReadOnlyList<PlaceId> Find(string text) =>
        byText.TryGetValue(Fold.Name(text), out var found) ? [.. found.TakeWhile(place => places[place.Index].Level == places[found[0].Index].Level)] : [];

    /// <summary>The places in their final order; from now on <see cref="Of"/> and <see cref="Find"/> answer.</summary>
    /// <param name="diagnostics">Told where names and codes contradict each other.</param>
    /// <param name="cite">File and line of a row.</param>
    public IReadOnlyList<Place> Settle(DiagnosticCollector diagnostics, Func<SourceRow?, (string File, int Line)> cite)
    {
        var conflicts = new PlaceConflicts(diagnostics, cite);
        var codes = new PlaceCodes(rows.Keys.SelectMany(row => new[] { row.Code1, row.Code2 }));
        var level1 = new PlaceLevel(1, rows.Select(row => new PlaceMention("", row.Key.Name1, row.Key.Code1, row.Value.Times, row.Value.First)), codes);
        var parents = codes.Parents(
            rows.Where(row => row.Key.Code1.Length > 0 && row.Key.Code2.Length > 0).Select(row => (row.Key.Code1, row.Key.Code2, row.Value.Times)),
            rows.Keys.Select(row => row.Code1).Where(code => code.Length > 0),
            rows.Keys.Select(row => row.Code2).Where(code => code.Length > 0));
        var lying = rows.Keys.Where(row => row.Code2.Length > 0 && level1.KeyOf("", row.Name1, row.Code1) is not null)
            .ToLookup(row => (codes.KeyOf(row.Code2), Fold.Name(row.Name2)), row => level1.KeyOf("", row.Name1, row.Code1)!);
        string? Key1(PlaceText row) => level1.KeyOf("", row.Name1, row.Code1)
            ?? (row.Code2.Length == 0 ? null
                : parents.TryGetValue(codes.KeyOf(row.Code2), out var parent) ? level1.PlaceWithCode(parent)
                : lying[(codes.KeyOf(row.Code2), Fold.Name(row.Name2))].Distinct().Take(2).ToList() is [var only] ? only : null);
        var level2 = new PlaceLevel(2, rows.Select(row => new PlaceMention(Key1(row.Key) ?? "", row.Key.Name2, row.Key.Code2, row.Value.Times, row.Value.First)), codes);
        conflicts.Report(level1, level1, codes);
        conflicts.Report(level2, level1, codes);
        conflicts.ReportParents(level1, level2, codes, parents);

        var located = Locate(level1, level2, conflicts);
        var level0 = new PlaceLevel(0, rows.Where(row => !located.ContainsKey(row.Key)).Select(row => new PlaceMention("", row.Key.Location, "", row.Value.Times, row.Value.First)), codes);
        foreach (var level in (ReadOnlySpan<PlaceLevel>)[level1, level2, level0])
            conflicts.ReportSpellings(level, level1);
        var positions = Order([.. level1.Places, .. level2.Places, .. level0.Places], level1);
        PlaceId? At(int level, string? key) => key is null ? null : positions[(level, key)];
        foreach (var row in rows.Keys)
        {
            if (located.TryGetValue(row, out var there))
                settled[row] = (At(1, there.Key1), At(2, there.Key2));
            else if (At(0, level0.KeyOf("", row.Location, "")) is { } everywhere)
                settled[row] = (everywhere, everywhere);
            else if (level2.KeyOf(Key1(row) ?? "", row.Name2, row.Code2) is var key2)
                settled[row] = (At(1, Key1(row) ?? level2.ParentOf(key2)), At(2, key2));
        }

        return places;
    }

    /// <summary>Locations without a level that are called like a level 1 place, else like one level 2 place: they are that place.</summary>
    private Dictionary<PlaceText, (string? Key1, string? Key2)> Locate(PlaceLevel level1, PlaceLevel level2, PlaceConflicts conflicts)
    {
        var located = new Dictionary<PlaceText, (string?, string?)>();
        var byName = level2.Places.ToLookup(draft => Fold.Name(draft.Names.Best));
        foreach (var (row, (_, first)) in rows.Where(row => row.Key.Location.Length > 0))
        {
            var name = Fold.Name(row.Location);
            var homonyms = byName[name].ToList();
            if (level1.Has(name))
                located[row] = (name, null);
            else if (homonyms is [var only])
                located[row] = (only.Scope.Length > 0 ? only.Scope : null, only.Key);
            else if (homonyms.Count > 1)
                conflicts.ReportAmbiguous(row.Location, first, homonyms.Where(draft => draft.Scope.Length > 0).Select(draft => level1.NameOf(draft.Scope)));
        }

        return located;
    }

    private Dictionary<(int Level, string Key), PlaceId> Order(List<PlaceDraft> drafts, PlaceLevel level1)
    {
        var homonyms = drafts.GroupBy(draft => (draft.Level, Name: Fold.Name(draft.Names.Best))).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        string Shown(PlaceDraft draft) => homonyms.Contains((draft.Level, Fold.Name(draft.Names.Best)))
            ? $"{draft.Names.Best} ({(draft.Scope.Length > 0 ? level1.NameOf(draft.Scope) : draft.Code ?? "level 1 unknown")})"
            : draft.Names.Best;

        var ordered = drafts.OrderBy(d => d.Level == 0 ? 3 : d.Level).ThenBy(Shown, StringComparer.Ordinal).ThenBy(d => d.Key, StringComparer.Ordinal).ToList();
        var positions = ordered.Index().ToDictionary(d => (d.Item.Level, d.Item.Key), d => new PlaceId(d.Index));
        places = [.. ordered.Select(d => new Place(Shown(d), d.Code, d.Level, d.Scope.Length > 0 ? positions[(1, d.Scope)] : null))];
        foreach (var (index, draft) in ordered.Index())
            Index(new PlaceId(index), [draft.Names.Best, Shown(draft), draft.Code ?? ""]);
        return positions;
    }

    private void Index(PlaceId place, IEnumerable<string> names)
    {
        foreach (var text in names.Select(Fold.Name).Where(text => text.Length > 0).Distinct())
        {
            if (!byText.TryGetValue(text, out var found))
                byText[text] = found = [];
            found.Add(place);
        }
    }
}
