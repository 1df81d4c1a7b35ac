using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>How often each spelling of one thing was written, and where first.</summary>
internal sealed class Spellings
{
    private readonly Dictionary<string, (long Times, SourceRow? First)> written = new(StringComparer.Ordinal);

    public void Add(string spelling, long times = 1, SourceRow? at = null)
    {
        var (seen, first) = written.GetValueOrDefault(spelling);
        written[spelling] = (seen + times, first is { } row && (at is not { } other || row.CompareTo(other) <= 0) ? row : at);
    }

    /// <summary>The first row that writes it in another way than <see cref="Best"/>; null where none does, or its row is not known.</summary>
    public SourceRow? FirstOther => Ordered.Skip(1).Min(spelling => spelling.First);

    /// <summary>The first row that writes it in any way.</summary>
    public SourceRow? First => written.Values.Min(spelling => spelling.First);

    public bool IsEmpty => written.Count == 0;

    public int Count => written.Count;

    /// <summary>Most often written; ties in ordinal order.</summary>
    public string Best => Ordered.First().Spelling;

    /// <summary>Most often written first.</summary>
    public IEnumerable<(string Spelling, long Times, SourceRow? First)> Ordered =>
        written.OrderByDescending(pair => pair.Value.Times).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value.Times, pair.Value.First));

    /// <summary><see cref="Ordered"/>, for messages.</summary>
    public IEnumerable<(string Spelling, long Times)> Counted => Ordered.Select(spelling => (spelling.Spelling, spelling.Times));
}

/// <summary>A stakeholder in the making.</summary>
internal sealed class StakeholderDraft(string key, int number)
{
    /// <summary>Its place among the drafts.</summary>
    public int Number { get; } = number;

    /// <summary>What it is told by: the given id, or the folded name.</summary>
    public string Key { get; } = key;

    public string? GivenId { get; init; }

    public Spellings Names { get; } = new();

    public Spellings Acronyms { get; } = new();

    /// <summary>Sector as a column of its own gives it.</summary>
    public Spellings Sectors { get; } = new();

    /// <summary>Organisation type, to be mapped to a sector.</summary>
    public Spellings Types { get; } = new();

    /// <summary>Every name, acronym and alias that leads to it, in folded form.</summary>
    public SortedSet<string> KnownAs { get; } = new(StringComparer.Ordinal);

    public SourceRow? FirstSource { get; private set; }

    /// <summary>The name as most often written; the key where it was only ever meant by another name.</summary>
    public string Name(AliasTable aliases) => Names.IsEmpty ? aliases.SpellingOf(Key) ?? Key : Names.Best;

    public void SeenAt(SourceRow row) => FirstSource = FirstSource is { } first && first.CompareTo(row) <= 0 ? first : row;
}

/// <summary>The place cells of a row, as written; empty where missing.</summary>
internal readonly record struct PlaceText(string Name1, string Code1, string Name2, string Code2, string Location)
{
    public static PlaceText None => new("", "", "", "", "");
}

/// <summary>A row of the ties table.</summary>
internal sealed record TieDraft(StakeholderDraft A, StakeholderDraft B, string? Type, double Strength, DateSpan? Since, DateSpan? Until, SourceRow Source);

/// <summary>A row of the needs table; the theme in folded form, empty where there is none.</summary>
internal sealed record NeedDraft(string Theme, PlaceText Place, DateSpan? Dates, double? InNeed, double? Severity, double? Reached, SourceRow Source);

/// <summary>A row of the expectations table; the theme in folded form, sector and place as given, the place empty for everywhere.</summary>
internal sealed record ExpectationDraft(string Theme, string Sector, string Place, double Weight, SourceRow Source);
