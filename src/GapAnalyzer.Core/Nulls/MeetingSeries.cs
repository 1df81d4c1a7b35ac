namespace GapAnalyzer.Nulls;

/// <summary>
/// Meetings that recur: activities of one theme and place that have at least two participants and half of all their participants in common,
/// directly or through others between them. They do not count as independent of each other.
/// </summary>
internal static class MeetingSeries
{
    private const int LeastShared = 2;

    /// <param name="activities">Cell and participants of each, in canonical order; a participant occurs once in an activity.</param>
    /// <returns>Series of each activity, numbered from 0 in the order of their first activities.</returns>
    /// <remarks>Time: per participation, the earlier activities of that participant in the cell.</remarks>
    public static int[] Of(IReadOnlyList<(int Cell, int[] Participants)> activities)
    {
        var first = Enumerable.Range(0, activities.Count).ToArray();
        var earlier = new Dictionary<(int Cell, int Participant), List<int>>();
        for (var a = 0; a < activities.Count; a++)
        {
            foreach (var b in Recurring(activities, a, earlier))
                Join(first, a, b);
        }

        var number = new Dictionary<int, int>();
        foreach (var a in Enumerable.Range(0, first.Length))
            number.TryAdd(Root(first, a), number.Count);
        return [.. Enumerable.Range(0, first.Length).Select(a => number[Root(first, a)])];
    }

    /// <summary>Earlier activities with half of the participants in common; adds this one to the index.</summary>
    private static IEnumerable<int> Recurring(
        IReadOnlyList<(int Cell, int[] Participants)> activities, int a, Dictionary<(int Cell, int Participant), List<int>> earlier)
    {
        var (cell, participants) = activities[a];
        var shared = new Dictionary<int, int>();
        foreach (var participant in participants)
        {
            if (!earlier.TryGetValue((cell, participant), out var with))
                earlier[(cell, participant)] = with = [];
            foreach (var b in with)
                shared[b] = shared.GetValueOrDefault(b) + 1;
            with.Add(a);
        }

        return shared
            .Where(other => other.Value >= LeastShared && 3 * other.Value >= participants.Length + activities[other.Key].Participants.Length)
            .Select(other => other.Key);
    }

    private static void Join(int[] first, int a, int b)
    {
        var (x, y) = (Root(first, a), Root(first, b));
        first[Math.Max(x, y)] = Math.Min(x, y);
    }

    private static int Root(int[] first, int a)
    {
        while (first[a] != a)
            a = first[a] = first[first[a]];
        return a;
    }
}
