namespace GapAnalyzer.Domain;

/// <summary>An organisation that acts. Never a person.</summary>
/// <param name="Id">The given id, else the slug of the folded name; unique.</param>
/// <param name="Name">The name as most often written.</param>
/// <param name="Acronym">Acronym, where one was given.</param>
/// <param name="Sector">The stakeholder's constituency; <see cref="Vocabulary.UnknownSector"/> where nothing tells.</param>
/// <param name="OrganisationType">The type as given, before it was mapped to a sector.</param>
/// <param name="StandsForSector">An unnamed participant ("media") that stands for a whole sector: never a target of an introduction.</param>
/// <param name="FirstSource">The first row that names it.</param>
public sealed record Stakeholder(
    string Id,
    string Name,
    string? Acronym,
    SectorId Sector,
    string? OrganisationType,
    bool StandsForSector,
    SourceRow FirstSource)
{
    /// <summary>The rows give it several types or sectors, of which the most frequent was used.</summary>
    public bool IsSectorDisputed { get; init; }

    /// <summary>The acronym if there is one, else the name: for charts, where space is scarce.</summary>
    public string ShortName => string.IsNullOrEmpty(Acronym) ? Name : Acronym;

    /// <summary>Every name, acronym and alias that the input has for it, written or not, in folded form.</summary>
    internal IReadOnlyCollection<string> KnownAs { get; init; } = [];
}

/// <summary>A stakeholder's constituency: Government, Law enforcement, NGO ... Never a theme, which 3W files call "sector".</summary>
/// <param name="Name">Name as shown.</param>
/// <param name="Known">False for the one sector that stands for "unknown": in the totals, but in no cross-sector count, E-I index or test.</param>
public sealed record Sector(string Name, bool Known);

/// <summary>Names that the method gives a meaning to.</summary>
public static class Vocabulary
{
    public const string UnknownSector = "Unknown";
    public const string DonorSector = "Donor";

    /// <summary>The one value of a dimension that is absent from the whole dataset.</summary>
    public const string All = "all";
}
