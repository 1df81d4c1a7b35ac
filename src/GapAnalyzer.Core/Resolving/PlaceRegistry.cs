using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Decides which place cells mean the same place. A place is told by its folded name within its level 1 place. Codes never merge
/// two names: in real files they are too often filled down by a spreadsheet. A row with a code alone belongs to the name that
/// holds at least 80 % of the named rows with that code, else to a place of its own.
/// </summary>
internal sealed class PlaceRegistry
{
    private const double StableShare = 0.8;

    private static readonly HashSet<string> NationwideNames =
    [
        "national", "nationwide", "nacional", "coberturanacional", "countrywide", "wholecountry", "toutes", "touslespays", "toutlepays", "multiple", "nationalwide", "nivelnacional", "niveaunational", "all",
    ];

    private readonly Dictionary<PlaceText, long> rows = [];
    private readonly Dictionary<PlaceText, (PlaceId? Admin1, PlaceId? Admin2)> settled = [];
    private readonly HashSet<string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlaceId>> byText = new(StringComparer.Ordinal);
    private List<Place> places = [];

    public static bool IsNationwide(string name) => NationwideNames.Contains(Fold.Compact(name));

    /// <summary>Counts rows that write a place so.</summary>
    public PlaceText Add(PlaceText place, long times = 1)
    {
        if (place == PlaceText.None)
            return place;
        if (!rows.TryGetValue(place, out var before))
        {
            foreach (var text in new[] { place.Name1, place.Name2, place.Location, place.Code1, place.Code2 })
                texts.Add(Fold.Name(text));
        }

        rows[place] = before + times;
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

    public IReadOnlyList<Place> Settle(DiagnosticCollector diagnostics)
    {
        var level1 = new Level(1, rows.Select(row => new Mention("", row.Key.Name1, row.Key.Code1, row.Value)), diagnostics);
        string Scope(PlaceText row) => level1.KeyOf("", row.Name1, row.Code1) ?? "";
        var level2 = new Level(2, rows.Select(row => new Mention(Scope(row.Key), row.Key.Name2, row.Key.Code2, row.Value)), diagnostics);
        var level0 = new Level(0, rows.Select(row => new Mention("", row.Key.Location, "", row.Value)), diagnostics);

        var drafts = level1.Places.Concat(level2.Places).Concat(level0.Places).ToList();
        var homonyms = drafts.GroupBy(draft => (draft.Level, Name: Fold.Name(draft.Names.Best))).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        string Shown(PlaceDraft draft) => homonyms.Contains((draft.Level, Fold.Name(draft.Names.Best)))
            ? $"{draft.Names.Best} ({(draft.Scope.Length > 0 ? level1.NameOf(draft.Scope) : draft.Code ?? draft.Key)})"
            : draft.Names.Best;

        var ordered = drafts.OrderBy(d => d.Level == 0 ? 3 : d.Level).ThenBy(Shown, StringComparer.Ordinal).ThenBy(d => d.Key, StringComparer.Ordinal).ToList();
        var positions = ordered.Index().ToDictionary(d => (d.Item.Level, d.Item.Key), d => new PlaceId(d.Index));
        PlaceId? At(int level, string? key) => key is null ? null : positions[(level, key)];
        places = [.. ordered.Select(d => new Place(Shown(d), d.Code, d.Level, d.Scope.Length > 0 ? At(1, d.Scope) : null))];
        foreach (var (index, draft) in ordered.Index())
            Index(new PlaceId(index), [draft.Names.Best, Shown(draft), draft.Code ?? ""]);

        foreach (var row in rows.Keys)
        {
            var everywhere = At(0, level0.KeyOf("", row.Location, ""));
            settled[row] = (everywhere ?? At(1, level1.KeyOf("", row.Name1, row.Code1)), everywhere ?? At(2, level2.KeyOf(Scope(row), row.Name2, row.Code2)));
        }

        return places;
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

    /// <summary>One written place: the level 1 place it lies in, name, code, and how many rows write it so.</summary>
    private sealed record Mention(string Scope, string Name, string Code, long Times);

    private sealed class PlaceDraft(int level, string key, string scope)
    {
        public int Level { get; } = level;

        public string Key { get; } = key;

        public string Scope { get; } = scope;

        public string? Code { get; set; }

        public Spellings Names { get; } = new();
    }

    /// <summary>The places of one level.</summary>
    private sealed class Level
    {
        private readonly Dictionary<string, string> keyOfCode = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, PlaceDraft> drafts = new(StringComparer.Ordinal);

        public Level(int level, IEnumerable<Mention> mentions, DiagnosticCollector diagnostics)
        {
            var written = mentions.Where(m => m.Name.Length > 0 || m.Code.Length > 0).ToList();
            var named = written.Where(m => m.Name.Length > 0).GroupBy(m => NameKey(m.Scope, m.Name)).ToDictionary(g => g.Key, g => g.ToList());
            var mainNames = StableCodes(written.Where(m => m.Name.Length > 0 && m.Code.Length > 0));
            foreach (var code in written.Where(m => m.Code.Length > 0).Select(m => CodeKey(m.Code)).Distinct())
                keyOfCode[code] = mainNames.GetValueOrDefault(code, "code:" + code);
            foreach (var mention in written)
                Draft(level, mention);
            foreach (var (name, rowsOfName) in named)
                drafts[name].Code = DominantCode(rowsOfName);
            ReportConflicts(level, named, diagnostics);
        }

        public IEnumerable<PlaceDraft> Places => drafts.Values;

        public string NameOf(string key) => drafts[key].Names.Best;

        public string? KeyOf(string scope, string name, string code) =>
            name.Length > 0 ? NameKey(scope, name) : code.Length > 0 ? keyOfCode[CodeKey(code)] : null;

        private void Draft(int level, Mention mention)
        {
            var key = KeyOf(mention.Scope, mention.Name, mention.Code)!;
            if (!drafts.TryGetValue(key, out var draft))
                drafts[key] = draft = new(level, key, key.Contains('\n', StringComparison.Ordinal) ? key[..key.IndexOf('\n', StringComparison.Ordinal)] : "");
            if (mention.Name.Length > 0)
                draft.Names.Add(mention.Name, mention.Times);
            else if (key.StartsWith("code:", StringComparison.Ordinal))
                draft.Names.Add(mention.Code, mention.Times);
        }

        /// <summary>Codes whose most frequent name holds enough of their named rows, with that name.</summary>
        private static Dictionary<string, string> StableCodes(IEnumerable<Mention> coded)
        {
            var stable = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var code in coded.GroupBy(m => CodeKey(m.Code)))
            {
                var main = code.GroupBy(m => NameKey(m.Scope, m.Name)).Select(g => (Name: g.Key, Times: g.Sum(m => m.Times)))
                    .OrderByDescending(g => g.Times).ThenBy(g => g.Name, StringComparer.Ordinal).First();
                if (main.Times >= StableShare * code.Sum(m => m.Times))
                    stable[code.Key] = main.Name;
            }

            return stable;
        }

        private static string? DominantCode(IReadOnlyList<Mention> rowsOfName)
        {
            var all = rowsOfName.Sum(m => m.Times);
            return rowsOfName.Where(m => m.Code.Length > 0).GroupBy(m => CodeKey(m.Code))
                .Where(code => code.Sum(m => m.Times) >= StableShare * all).Select(code => code.Key).FirstOrDefault();
        }

        private static void ReportConflicts(int level, Dictionary<string, List<Mention>> named, DiagnosticCollector diagnostics)
        {
            foreach (var (_, rowsOfName) in named)
            {
                var codes = rowsOfName.Where(m => m.Code.Length > 0).GroupBy(m => CodeKey(m.Code)).Select(g => (g.Key, g.Sum(m => m.Times))).OrderByDescending(c => c.Item2).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
                if (codes.Count > 1)
                {
                    diagnostics.Add(DiagnosticCatalog.PlaceCodeConflict, "", 0, "",
                        $"level {level} place {Quote.Value(rowsOfName.OrderByDescending(m => m.Times).ThenBy(m => m.Name, StringComparer.Ordinal).First().Name)} has the codes {Quote.List(codes)}",
                        "expected one code", "the place is told by its name");
                }
            }
        }

        private static string NameKey(string scope, string name) => scope.Length == 0 ? Fold.Name(name) : scope + "\n" + Fold.Name(name);

        /// <summary>A code without case, on one line: a line break separates the parts of a key.</summary>
        private static string CodeKey(string code) => string.Join(' ', code.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
