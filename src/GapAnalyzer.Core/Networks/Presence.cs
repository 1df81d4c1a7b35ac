using GapAnalyzer.Measures;

namespace GapAnalyzer.Networks;

/// <summary>
/// Presence <c>B[i,c]</c>, stakeholders x arenas: the number of distinct activities of stakeholder i in arena c, in compressed
/// sparse rows by stakeholder and again by arena.
/// </summary>
public sealed class Presence
{
    /// <summary>Arenas that someone is present in, by theme, place and period.</summary>
    public required IReadOnlyList<Arena> Arenas { get; init; }

    /// <summary>Length n + 1: arenas of stakeholder i are <c>ArenaOf[RowStart[i]..RowStart[i+1]]</c>, ascending.</summary>
    public required int[] RowStart { get; init; }

    public required int[] ArenaOf { get; init; }

    /// <summary>Distinct activities, parallel to <see cref="ArenaOf"/>; at least 1.</summary>
    public required int[] Activities { get; init; }

    /// <summary>Length arenas + 1: stakeholders in arena c are <c>MemberOf[ColumnStart[c]..ColumnStart[c+1]]</c>, ascending.</summary>
    public required int[] ColumnStart { get; init; }

    public required int[] MemberOf { get; init; }

    public ReadOnlySpan<int> ArenasOf(int stakeholder) => ArenaOf.AsSpan(RowStart[stakeholder], RowStart[stakeholder + 1] - RowStart[stakeholder]);

    public ReadOnlySpan<int> MembersOf(int arena) => MemberOf.AsSpan(ColumnStart[arena], ColumnStart[arena + 1] - ColumnStart[arena]);
}
