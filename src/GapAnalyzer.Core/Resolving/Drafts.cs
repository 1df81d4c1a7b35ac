using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>How often each spelling of one thing was written.</summary>
internal sealed class Spellings
{
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);

    public void Add(string spelling, long times = 1) => counts[spelling] = counts.GetValueOrDefault(spelling) + times;

    public void AddAll(Spellings other)
    {
        foreach (var (spelling, times) in other.counts)
            Add(spelling, times);
    }

    public bool IsEmpty => counts.Count == 0;

    /// <summary>Most often written; ties in ordinal order.</summary>
    public string Best => counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Most often written first.</summary>
    public IEnumerable<(string Spelling, long Times)> Ordered =>
        counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value));

    public int Count => counts.Count;
}

/// <summary>A stakeholder in the making.</summary>
internal sealed class StakeholderDraft(string key)
{
    /// <summary>What it is told by: the given id, or the folded name.</summary>
    public string Key { get; } = key;

    public string? GivenId { get; init; }

    public Spellings Names { get; } = new();

    public Spellings Acronyms { get; } = new();

    /// <summary>Sector as a column of its own gives it.</summary>
    public Spellings Sectors { get; } = new();

    /// <summary>Organisation type, to be mapped to a sector.</summary>
    public Spellings Types { get; } = new();

    public SourceRow? FirstSource { get; private set; }

    /// <summary>The name as most often written; the key where it was only ever meant by another name.</summary>
    public string Name(AliasTable aliases) => Names.IsEmpty ? aliases.SpellingOf(Key) ?? Key : Names.Best;

    public void SeenAt(SourceRow row) => FirstSource = FirstSource is { } first && first.CompareTo(row) <= 0 ? first : row;
}

/// <summary>An activity in the making; participants and places are numbers of the builder.</summary>
internal sealed class ActivityDraft(string id)
{
    public string Id { get; } = id;

    public string? Title { get; set; }

    /// <summary>Folded theme; empty where the row does not say.</summary>
    public string Theme { get; set; } = "";

    public PlaceText Place { get; set; } = PlaceText.None;

    public DateSpan? Dates { get; set; }

    public List<(StakeholderDraft Who, Roles Roles, IReadOnlyList<SourceRow> Sources)> Participants { get; } = [];

    public List<SourceRow> Sources { get; } = [];
}

/// <summary>The place cells of a row, as written; empty where missing.</summary>
internal readonly record struct PlaceText(string Name1, string Code1, string Name2, string Code2, string Location)
{
    public static PlaceText None => new("", "", "", "", "");
}
