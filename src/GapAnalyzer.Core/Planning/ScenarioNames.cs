namespace GapAnalyzer.Planning;

/// <summary>The changes of a scenario as a person names them.</summary>
/// <param name="AddTie">Pairs of organisations.</param>
/// <param name="Hold">Meetings.</param>
/// <param name="Remove">Organisations.</param>
public sealed record ScenarioNames(IReadOnlyList<(string A, string B)> AddTie, IReadOnlyList<MeetingNames> Hold, IReadOnlyList<string> Remove)
{
    public bool IsEmpty => AddTie.Count + Hold.Count + Remove.Count == 0;

    public static ScenarioNames operator +(ScenarioNames a, ScenarioNames b) =>
        new([.. a.AddTie, .. b.AddTie], [.. a.Hold, .. b.Hold], [.. a.Remove, .. b.Remove]);
}

/// <summary>A meeting as a person names it.</summary>
/// <param name="Theme">Theme; empty, <c>-</c> or <c>all</c> where the dataset has none.</param>
/// <param name="Place">Place, by name or code; likewise.</param>
/// <param name="Invitees">Who comes; null: all who are present there.</param>
public sealed record MeetingNames(string Theme, string Place, IReadOnlyList<string>? Invitees = null);
