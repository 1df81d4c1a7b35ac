using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Two stakeholders that may be one organisation under two names. Suggested to a person, never merged by itself.</summary>
/// <param name="Alias">The one with fewer participations.</param>
/// <param name="Canonical">The one with more participations; where equal, the one that comes first by name.</param>
/// <param name="Score">0 to 1, see <see cref="LookAlikes"/>; not a probability.</param>
/// <param name="Reasons">Why, in plain words, the strongest first.</param>
public sealed record NameSuggestion(StakeholderId Alias, StakeholderId Canonical, double Score, IReadOnlyList<string> Reasons);
