using GapAnalyzer.Domain;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>What the layout needs to know of a network.</summary>
/// <param name="Blocks">Sectors with their stakeholders, in the order to show them.</param>
/// <param name="EndsOfGaps">Stakeholders whose name must be readable.</param>
/// <param name="Name">Name of a stakeholder as a chart can show it.</param>
/// <param name="Degree">Whom to name first where not all can be.</param>
/// <param name="Type">How names are set.</param>
internal sealed record NetworkRequest(
    IReadOnlyList<NetworkBlock> Blocks, IReadOnlySet<StakeholderId> EndsOfGaps, Func<StakeholderId, string> Name, Func<StakeholderId, int> Degree, Typography Type);

/// <summary>Stakeholders of one sector that stand together.</summary>
/// <param name="Title">Name of the sector.</param>
/// <param name="Count">Written behind the name, and never cut.</param>
/// <param name="MustLabel">Number of them whose name must be readable.</param>
internal sealed record NetworkBlock(SectorId Sector, string Title, string Count, IReadOnlyList<StakeholderId> Nodes, int MustLabel);

/// <summary>Shares the sectors out to the two sides of the picture.</summary>
internal static class NetworkSides
{
    /// <summary>
    /// The share whose larger side is smallest; among equals the one found first in sector order. Exact, by dynamic programming
    /// over the sizes that one side can have.
    /// </summary>
    public static (IReadOnlyList<NetworkBlock> Left, IReadOnlyList<NetworkBlock> Right) Split(IReadOnlyList<NetworkBlock> blocks)
    {
        int[] sizes = [.. blocks.Select(block => block.Nodes.Count + 2)];
        int half = sizes.Sum() / 2;
        var chosenAt = new int[half + 1];
        Array.Fill(chosenAt, -1);
        chosenAt[0] = sizes.Length;
        for (int i = 0; i < sizes.Length; i++)
        {
            for (int total = half; total >= sizes[i]; total--)
            {
                if (chosenAt[total] < 0 && chosenAt[total - sizes[i]] >= 0)
                    chosenAt[total] = i;
            }
        }

        var right = new HashSet<int>();
        for (int total = Array.FindLastIndex(chosenAt, i => i >= 0); total > 0; total -= sizes[chosenAt[total]])
            right.Add(chosenAt[total]);
        bool firstIsRight = right.Contains(0);
        return (Joined(blocks.Where((_, i) => right.Contains(i) == firstIsRight)), Joined(blocks.Where((_, i) => right.Contains(i) != firstIsRight)));
    }

    /// <summary>Parts of a sector that have come to stand on one side are one again.</summary>
    private static IReadOnlyList<NetworkBlock> Joined(IEnumerable<NetworkBlock> blocks) =>
    [
        .. blocks.GroupBy(block => block.Sector).Select(parts => parts.Aggregate(
            (first, next) => first with { Nodes = [.. first.Nodes, .. next.Nodes], MustLabel = first.MustLabel + next.MustLabel })),
    ];
}

/// <summary>Lines of text in a column.</summary>
internal static class LabelStack
{
    /// <summary>
    /// Moves labels as little as possible (least squares) so that they are at least a line apart and inside the limits: isotonic
    /// regression by pooling adjacent violators, then clamping, which keeps it optimal.
    /// </summary>
    /// <param name="wanted">Ascending.</param>
    public static float[] Spread(float[] wanted, float line, float low, float high)
    {
        var pools = new List<(double Sum, int Count)>();
        for (int i = 0; i < wanted.Length; i++)
        {
            pools.Add((wanted[i] - (i * line), 1));
            while (pools.Count > 1 && pools[^2].Sum / pools[^2].Count > pools[^1].Sum / pools[^1].Count)
            {
                var last = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pools[^1] = (pools[^1].Sum + last.Sum, pools[^1].Count + last.Count);
            }
        }

        double most = Math.Max(low, high - ((wanted.Length - 1) * line));
        var means = pools.SelectMany(pool => Enumerable.Repeat(Math.Clamp(pool.Sum / pool.Count, low, most), pool.Count));
        return [.. means.Select((mean, i) => (float)(mean + (i * line)))];
    }
}
