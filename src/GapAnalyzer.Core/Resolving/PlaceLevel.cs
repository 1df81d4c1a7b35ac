using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>One written place: the level 1 place it lies in, name, code, how many rows write it so, and the first of them.</summary>
internal sealed record PlaceMention(string Scope, string Name, string Code, long Rows, SourceRow? First);

/// <summary>A place in the making.</summary>
internal sealed class PlaceDraft(int level, string key, string scope)
{
    public int Level { get; } = level;

    public string Key { get; } = key;

    /// <summary>Key of the level 1 place it lies in; empty where unknown.</summary>
    public string Scope { get; } = scope;

    /// <summary>The code that most of its rows give it, where it is the code of no other place.</summary>
    public string? Code { get; set; }

    public Spellings Names { get; } = new();
}

/// <summary>
/// The places of one level. A place is told by its folded name within its level 1 place; a row with a code alone belongs to the name
/// with that code if there is exactly one, else to a place of its own that the code names: one in each level 1 place that it stands in.
/// </summary>
internal sealed class PlaceLevel
{
    /// <summary>Rows of a name that have to give one code before it is shown as the place's code.</summary>
    private const double StableShare = 0.8;

    private readonly PlaceCodes codes;
    private readonly Dictionary<string, string> keyOfCode = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, PlaceDraft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> scopeOfCode;

    public PlaceLevel(int level, IEnumerable<PlaceMention> mentions, PlaceCodes codes)
    {
        (Number, this.codes) = (level, codes);
        Written = [.. mentions.Where(m => m.Name.Length > 0 || m.Code.Length > 0)];
        Named = Written.Where(m => m.Name.Length > 0).ToLookup(m => NameKey(m.Scope, m.Name));
        NamesOfCode = Written.Where(m => m.Name.Length > 0 && m.Code.Length > 0).ToLookup(m => codes.KeyOf(m.Code));
        scopeOfCode = Written.Where(m => m.Name.Length == 0 && m.Scope.Length > 0).GroupBy(m => codes.KeyOf(m.Code))
            .ToDictionary(code => code.Key, code => code.Select(m => m.Scope).Distinct().Take(2).ToList() is [var only] ? only : "");
        foreach (var code in Written.Where(m => m.Code.Length > 0).Select(m => codes.KeyOf(m.Code)).Distinct())
            keyOfCode[code] = OnlyNameOf(code) ?? "code:" + code;
        foreach (var mention in Written)
            Draft(mention);
        foreach (var draft in drafts.Values)
            draft.Code = CodeOf(draft);
    }

    public int Number { get; }

    public IReadOnlyList<PlaceMention> Written { get; }

    /// <summary>Mentions with a name, by key of the place.</summary>
    public ILookup<string, PlaceMention> Named { get; }

    /// <summary>Mentions with a name and a code, by key of the code.</summary>
    public ILookup<string, PlaceMention> NamesOfCode { get; }

    public IEnumerable<PlaceDraft> Places => drafts.Values;

    public string NameOf(string key) => drafts[key].Names.Best;

    /// <summary>Key of the level 1 place that a place lies in; null where unknown.</summary>
    public string? ParentOf(string? key) => key is not null && drafts[key].Scope is { Length: > 0 } scope ? scope : null;

    public bool Has(string key) => drafts.ContainsKey(key);

    public string? KeyOf(string scope, string name, string code) =>
        name.Length > 0 ? NameKey(scope, name) : code.Length > 0 ? KeyOfBare(scope, codes.KeyOf(code)) : null;

    /// <summary>Key of the one place that has a code, by its key; null where the code has several names.</summary>
    public string? PlaceWithCode(string codeKey) => NamesOfCode[codeKey].Any() ? OnlyNameOf(codeKey) : keyOfCode.GetValueOrDefault(codeKey);

    public static string NameKey(string scope, string name) => scope.Length == 0 ? Fold.Name(name) : scope + "\n" + Fold.Name(name);

    private string KeyOfBare(string scope, string code) =>
        keyOfCode[code] is var key && IsCode(key) && scope.Length > 0 && StandsInSeveral(code) ? key + "\n" + scope : key;

    /// <summary>Whether rows with the code alone name different level 1 places.</summary>
    private bool StandsInSeveral(string code) => scopeOfCode.TryGetValue(code, out var scope) && scope.Length == 0;

    private static bool IsCode(string key) => key.StartsWith("code:", StringComparison.Ordinal);

    private string? OnlyNameOf(string codeKey) =>
        NamesOfCode[codeKey].Select(m => NameKey(m.Scope, m.Name)).Distinct().Take(2).ToList() is [var only] ? only : null;

    private void Draft(PlaceMention mention)
    {
        var key = KeyOf(mention.Scope, mention.Name, mention.Code)!;
        var isCode = IsCode(key);
        if (!drafts.TryGetValue(key, out var draft))
            drafts[key] = draft = new(Number, key, isCode ? scopeOfCode.GetValueOrDefault(codes.KeyOf(mention.Code), "") is { Length: > 0 } only ? only : mention.Scope : key.Contains('\n', StringComparison.Ordinal) ? key[..key.IndexOf('\n', StringComparison.Ordinal)] : "");
        if (mention.Name.Length > 0)
            draft.Names.Add(mention.Name, mention.Rows);
        else if (isCode)
            draft.Names.Add(PlaceCodes.Clean(mention.Code), mention.Rows);
    }

    private string? CodeOf(PlaceDraft draft)
    {
        var rows = Named[draft.Key].ToList();
        if (rows.Count == 0)
        {
            var code = draft.Key[(draft.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
            return PlaceWithCode(code) == draft.Key && !StandsInSeveral(code) ? draft.Names.Best : null;
        }

        var main = rows.Where(m => m.Code.Length > 0).GroupBy(m => codes.KeyOf(m.Code)).FirstOrDefault(code => code.Sum(m => m.Rows) >= StableShare * rows.Sum(m => m.Rows));
        if (main is null || OnlyNameOf(main.Key) is null)
            return null;
        var spellings = new Spellings();
        foreach (var mention in main)
            spellings.Add(PlaceCodes.Clean(mention.Code), mention.Rows);
        return spellings.Best;
    }
}
