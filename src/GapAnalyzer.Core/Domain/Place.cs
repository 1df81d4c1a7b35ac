namespace GapAnalyzer.Domain;

/// <summary>An administrative area.</summary>
/// <param name="Name">Name as most often written, unique within its level: a homonym carries its parent in brackets.</param>
/// <param name="Code">P-code or ISO 3166-2 code, where one was given and stands for this place alone.</param>
/// <param name="Level">1 or 2; 0 for a location without a level, which serves every level.</param>
/// <param name="Parent">The level 1 place that this level 2 place lies in, where the rows tell.</param>
public sealed record Place(string Name, string? Code, int Level, PlaceId? Parent);
