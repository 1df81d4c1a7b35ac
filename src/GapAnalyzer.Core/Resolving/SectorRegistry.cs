using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Sectors by folded name, shown as most often written. An organisation type becomes a sector by the dataset's own map, else by
/// the vocabulary, else it is kept; a sector column is taken as it is, but for the dataset's own map.
/// </summary>
internal sealed class SectorRegistry(IReadOnlyDictionary<string, string> sectorMap)
{
    private static readonly string Unknown = Fold.Name(Vocabulary.UnknownSector);

    private readonly Dictionary<string, Spellings> sectors = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Given, bool IsType), string> names = [];

    /// <summary>Counts a spelling; returns the folded name of its sector.</summary>
    public string Add(string given, bool isType, long times = 1)
    {
        if (!names.TryGetValue((given, isType), out var name))
            names[(given, isType)] = name = NameFor(given, isType);
        var folded = Fold.Name(name);
        if (!sectors.TryGetValue(folded, out var spellings))
            sectors[folded] = spellings = new();
        spellings.Add(name, times);
        return folded;
    }

    /// <summary>The sector that an expectation names: one that the dataset has, else as an organisation type would be read.</summary>
    public string AddNamed(string given) => Add(given, isType: !sectors.ContainsKey(Fold.Name(given)), times: 0);

    /// <summary>Name as shown.</summary>
    public string NameOf(string folded) => folded == Unknown ? Vocabulary.UnknownSector : sectors[folded].Best;

    private string NameFor(string given, bool isType) =>
        sectorMap.GetValueOrDefault(Fold.Name(given))
        ?? (OrganisationTypes.SectorOf(given) is { } known && (isType || known == Vocabulary.UnknownSector) ? known : given);
}
