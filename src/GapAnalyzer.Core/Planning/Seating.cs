namespace GapAnalyzer.Planning;

/// <summary>
/// Whom to invite where seats are short: those among whom the open gaps are worth most. Starting from all, the one whose open gaps
/// with the rest are worth least is left out until the seats suffice (greedy peeling of a weighted graph, Asahiro, Iwama, Tamaki and
/// Tokuyama 2000, doi:10.1006/jagm.1999.1062); equals leave in reverse canonical order.
/// </summary>
internal static class Seating
{
    /// <param name="members">Who could come, ascending.</param>
    /// <param name="invited">Who comes in any case, ascending, among the members.</param>
    /// <param name="gaps">What is open.</param>
    /// <param name="seats">Most invitees.</param>
    /// <returns>Those for whom an open gap would close, and those who come in any case; ascending, at most as many as there are seats
    /// or as come in any case.</returns>
    /// <remarks>O(members squared + gaps among them).</remarks>
    public static int[] Choose(int[] members, int[] invited, OpenGaps gaps, int seats)
    {
        if (members.Length <= seats)
            return WithOpenGap(members, invited, gaps);
        var position = members.Index().ToDictionary(member => member.Item, member => member.Index);
        var edges = new List<(int To, double Weight)>[members.Length];
        for (var p = 0; p < members.Length; p++)
            edges[p] = [];
        foreach (var (_, i, j, weight) in gaps.Among(members))
        {
            edges[position[i]].Add((position[j], weight));
            edges[position[j]].Add((position[i], weight));
        }

        var stays = new bool[members.Length];
        foreach (var i in invited)
            stays[position[i]] = true;
        var present = edges.Select((list, p) => list.Count > 0 || stays[p]).ToArray();
        Peel(edges, stays, present, seats);
        return [.. members.Where((_, p) => present[p] && (stays[p] || edges[p].Any(edge => present[edge.To])))];
    }

    private static int[] WithOpenGap(int[] members, int[] invited, OpenGaps gaps)
    {
        var comes = invited.ToHashSet();
        foreach (var (_, i, j, _) in gaps.Among(members))
        {
            comes.Add(i);
            comes.Add(j);
        }

        return [.. members.Where(comes.Contains)];
    }

    private static void Peel(List<(int To, double Weight)>[] edges, bool[] stays, bool[] present, int seats)
    {
        var worth = edges.Select(list => list.Sum(edge => edge.Weight)).ToArray();
        for (var left = present.Count(p => p); left > seats; left--)
        {
            var least = -1;
            for (var p = 0; p < present.Length; p++)
            {
                if (present[p] && !stays[p] && (least < 0 || worth[p] <= worth[least]))
                    least = p;
            }

            if (least < 0)
                return;
            present[least] = false;
            foreach (var (to, weight) in edges[least])
                worth[to] -= weight;
        }
    }
}
