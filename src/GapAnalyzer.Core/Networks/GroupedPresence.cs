namespace GapAnalyzer.Networks;

/// <summary>Presence by groups of arenas: in each group its stakeholders, ascending, each with its arenas there.</summary>
internal sealed class GroupedPresence
{
    private readonly List<int> stakeholder = [];
    private readonly List<int> start = [];
    private readonly int[] arenaOf;
    private readonly int[] first;

    private GroupedPresence(Presence presence, int[] groupOf, int groups)
    {
        (arenaOf, first) = (new int[presence.ArenaOf.Length], new int[groups + 1]);
        var (next, owner) = (new int[groups + 1], new int[presence.ArenaOf.Length]);
        foreach (var c in presence.ArenaOf)
            next[groupOf[c] + 1]++;
        for (var g = 0; g < groups; g++)
            next[g + 1] += next[g];
        var bounds = (int[])next.Clone();
        for (var i = 0; i < presence.N; i++)
        {
            foreach (var c in presence.ArenasOf(i))
            {
                var at = next[groupOf[c]]++;
                (arenaOf[at], owner[at]) = (c, i);
            }
        }

        for (var g = 0; g < groups; g++)
        {
            first[g] = stakeholder.Count;
            for (var at = bounds[g]; at < bounds[g + 1]; at++)
            {
                if (at > bounds[g] && owner[at] == owner[at - 1])
                    continue;
                stakeholder.Add(owner[at]);
                start.Add(at);
            }
        }

        first[groups] = stakeholder.Count;
        start.Add(arenaOf.Length);
    }

    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="groupOf">Group of each arena, 0 .. groups - 1.</param>
    /// <param name="groups">Number of groups.</param>
    /// <remarks>O(entries + stakeholders + groups).</remarks>
    public static GroupedPresence Of(Presence presence, int[] groupOf, int groups) => new(presence, groupOf, groups);

    /// <summary>Position of the first stakeholder of a group; of one past the last group, the end.</summary>
    public int FirstOf(int group) => first[group];

    public int Stakeholder(int position) => stakeholder[position];

    /// <summary>Arenas of the group that the stakeholder at this position is present in, ascending.</summary>
    public ReadOnlySpan<int> ArenasOf(int position) => arenaOf.AsSpan(start[position], start[position + 1] - start[position]);
}
