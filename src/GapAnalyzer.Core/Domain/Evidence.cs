namespace GapAnalyzer.Domain;

/// <summary>A row of the ties table: evidence that two stakeholders coordinate.</summary>
/// <param name="A">The stakeholder that comes first in canonical order.</param>
/// <param name="B">The other one; never <paramref name="A"/>.</param>
/// <param name="Type">Kind of tie as given.</param>
/// <param name="Strength">Given strength, else 1.</param>
/// <param name="Since">Active from this date; null: always.</param>
/// <param name="Until">Active to this date; null: open.</param>
/// <param name="Source">The row.</param>
public sealed record DeclaredTie(StakeholderId A, StakeholderId B, string? Type, double Strength, DateSpan? Since, DateSpan? Until, SourceRow Source);

/// <summary>A row of the needs table: how many people need a theme at a place.</summary>
/// <param name="Theme">Theme; null where the needs table has none.</param>
/// <param name="Admin1">Level 1 place.</param>
/// <param name="Admin2">Level 2 place, where the row is that fine.</param>
/// <param name="Dates">Period of the need; null: every period.</param>
/// <param name="InNeed">People in need.</param>
/// <param name="Severity">Severity, 1 to 5; never mixed with people.</param>
/// <param name="Reached">People reached.</param>
/// <param name="Source">The row.</param>
public sealed record Need(
    ThemeId? Theme, PlaceId? Admin1, PlaceId? Admin2, DateSpan? Dates, double? InNeed, double? Severity, double? Reached, SourceRow Source)
{
    /// <inheritdoc cref="Activity.PlaceAt"/>
    public PlaceId? PlaceAt(int level) => level == 1 ? Admin1 : Admin2;
}

/// <summary>A row of the expectations table: this sector ought to act on this theme (at this place, or everywhere).</summary>
public sealed record Expectation(ThemeId Theme, SectorId Sector, PlaceId? Place, double Weight, SourceRow Source);
