using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>The groups that ties make among some stakeholders only: what decides between "coordinated" and "fragmented".</summary>
public static class LinkedGroups
{
    /// <summary>Components of the tie graph among the members, the largest first, then by their first member.</summary>
    /// <remarks>O(sum of the members' degrees).</remarks>
    public static IReadOnlyList<IReadOnlyList<StakeholderId>> Among(TieNetwork ties, IReadOnlyList<StakeholderId> members)
    {
        var left = members.Select(id => id.Index).ToHashSet();
        var groups = new List<IReadOnlyList<StakeholderId>>();
        foreach (var start in members.Select(id => id.Index).Order())
        {
            if (!left.Remove(start))
                continue;
            List<int> group = [start];
            for (var at = 0; at < group.Count; at++)
            {
                foreach (var j in ties.Of(group[at]))
                {
                    if (left.Remove(j))
                        group.Add(j);
                }
            }

            groups.Add([.. group.Order().Select(i => new StakeholderId(i))]);
        }

        return [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group[0].Index)];
    }
}
