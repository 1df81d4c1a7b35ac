using System.Collections;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Networks;

/// <summary>
/// Presence <c>B[i,c]</c>, stakeholders x arenas: the number of distinct activities of stakeholder i in arena c, in compressed
/// sparse rows by stakeholder and again by arena.
/// </summary>
public sealed class Presence
{
    private const int PlaceBits = 24;
    private const int PeriodBits = 20;

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
    /// <remarks>O(k + arenas log arenas) for k pairs of an activity and an arena, and the participations in each.</remarks>
    internal static Presence Build(Dataset dataset, Frame frame)
    {
        var (keys, attended) = (new (long First, int Count)[dataset.Activities.Count], new Dictionary<long, int>());
        var (present, presentStart) = (new List<int>(), new int[dataset.Activities.Count + 1]);
        for (var a = 0; a < dataset.Activities.Count; a++)
        {
            var activity = dataset.Activities[a];
            if (frame.ArenasOf(activity) is var (first, last))
            {
                keys[a] = (Key(first), last.Period.Ordinal - first.Period.Ordinal + 1);
                foreach (var participation in activity.Participations)
                {
                    if (frame.IsPresent(participation))
                        present.Add(participation.Stakeholder.Index);
                }
            }

            presentStart[a + 1] = present.Count;
            for (var k = 0; k < keys[a].Count && presentStart[a + 1] > presentStart[a]; k++)
                attended.TryAdd(keys[a].First + k, 0);
        }

        long[] arenas = [.. attended.Keys.Order()];
        for (var c = 0; c < arenas.Length; c++)
            attended[arenas[c]] = c;
        var (start, placed) = Place(keys, attended);
        var incidence = Incidence.From(dataset.Stakeholders.Count, arenas.Length, Entries(present, presentStart, start, placed));
        return new()
        {
            Arenas = new ArenaList(arenas, frame.Grain),
            RowStart = incidence.RowStart,
            ArenaOf = incidence.Columns,
            Activities = incidence.Counts,
            ColumnStart = incidence.ColumnStart,
            MemberOf = incidence.Rows,
            ActivityStart = start,
            ArenaOfActivity = placed,
        };
    }

    /// <summary>Numbers of the arenas of each activity, one activity after the other, and where each begins; arenas that nobody attends are left out.</summary>
    private static (int[] Start, int[] Placed) Place((long First, int Count)[] keys, Dictionary<long, int> arenas)
    {
        var (start, placed) = (new int[keys.Length + 1], new List<int>(keys.Length));
        for (var a = 0; a < keys.Length; a++)
        {
            for (var k = 0; k < keys[a].Count; k++)
            {
                if (arenas.TryGetValue(keys[a].First + k, out var c))
                    placed.Add(c);
            }

            start[a + 1] = placed.Count;
        }

        return (start, [.. placed]);
    }

    private static IEnumerable<(int Stakeholder, int Arena)> Entries(List<int> present, int[] presentStart, int[] start, int[] placed)
    {
        for (var a = 0; a + 1 < start.Length; a++)
        {
            for (var who = presentStart[a]; who < presentStart[a + 1]; who++)
            {
                for (var k = start[a]; k < start[a + 1]; k++)
                    yield return (present[who], placed[k]);
            }
        }
    }

    /// <summary>Arenas by their keys, eight bytes each.</summary>
    private sealed class ArenaList(long[] keys, PeriodGrain grain) : IReadOnlyList<Arena>
    {
        public int Count => keys.Length;

        public Arena this[int index] => Of(keys[index], grain);

        public IEnumerator<Arena> GetEnumerator() => keys.Select(key => Of(key, grain)).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    /// <summary>Theme, place and period in one number that keeps their order, one more for each period; "all" comes first, alone in its dimension.</summary>
    private static long Key(Arena arena) =>
        ((((long)(arena.Theme?.Index ?? -1) + 1) << PlaceBits | (uint)((arena.Place?.Index ?? -1) + 1)) << PeriodBits) | (uint)arena.Period.Ordinal;

    private static Arena Of(long key, PeriodGrain grain)
    {
        var (theme, place, ordinal) = ((int)(key >> (PlaceBits + PeriodBits)) - 1, (int)(key >> PeriodBits & ((1 << PlaceBits) - 1)) - 1, (int)(key & ((1 << PeriodBits) - 1)));
        return new(
            theme < 0 ? null : new ThemeId(theme), place < 0 ? null : new PlaceId(place), ordinal == 0 ? Period.All : new(grain, ordinal));
    }
}
