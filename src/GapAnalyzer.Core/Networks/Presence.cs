using GapAnalyzer.Domain;
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

    /// <summary>Length activities + 1: arenas of activity a are <c>ArenaOfActivity[ActivityStart[a]..ActivityStart[a+1]]</c>, ascending.</summary>
    internal int[] ActivityStart { get; init; } = [0];

    internal int[] ArenaOfActivity { get; init; } = [];

    /// <summary>Number of stakeholders n.</summary>
    public int N => RowStart.Length - 1;

    internal ReadOnlySpan<int> ArenasOf(ActivityId activity) =>
        ArenaOfActivity.AsSpan(ActivityStart[activity.Index], ActivityStart[activity.Index + 1] - ActivityStart[activity.Index]);

    /// <summary>Builds presence from the activities that the frame looks at. An exact repeat is already one activity and counts once.</summary>
    internal static Presence Build(Dataset dataset, Frame frame)
    {
        var arenasOf = dataset.Activities.Select(activity => frame.ArenasOf(activity).ToArray()).ToArray();
        var attended = dataset.Activities.Select(activity => activity.Participations.Any(frame.IsPresent)).ToArray();
        var arenas = arenasOf.Where((_, a) => attended[a]).SelectMany(list => list).Distinct().Order(ArenaOrder).ToArray();
        var index = arenas.Select((arena, c) => (arena, c)).ToDictionary(pair => pair.arena, pair => pair.c);
        var placed = arenasOf.Select(list => list.Where(index.ContainsKey).Select(arena => index[arena]).ToArray()).ToArray();

        var entries = dataset.Activities.SelectMany((activity, a) => activity.Participations
            .Where(frame.IsPresent)
            .SelectMany(participation => placed[a].Select(c => (participation.Stakeholder.Index, c))));
        var incidence = Incidence.From(dataset.Stakeholders.Count, arenas.Length, entries);
        return new()
        {
            Arenas = arenas,
            RowStart = incidence.RowStart,
            ArenaOf = incidence.Columns,
            Activities = incidence.Counts,
            ColumnStart = incidence.ColumnStart,
            MemberOf = incidence.Rows,
            ActivityStart = Starts(placed),
            ArenaOfActivity = [.. placed.SelectMany(list => list)],
        };
    }

    private static int[] Starts(int[][] lists)
    {
        var start = new int[lists.Length + 1];
        for (var a = 0; a < lists.Length; a++)
            start[a + 1] = start[a] + lists[a].Length;
        return start;
    }

    /// <summary>By theme, place and period, in the dataset's order; the one value "all" is alone in its dimension.</summary>
    private static Comparer<Arena> ArenaOrder { get; } = Comparer<Arena>.Create((x, y) =>
        (x.Theme?.Index ?? -1, x.Place?.Index ?? -1, x.Period.Ordinal).CompareTo((y.Theme?.Index ?? -1, y.Place?.Index ?? -1, y.Period.Ordinal)));
}
