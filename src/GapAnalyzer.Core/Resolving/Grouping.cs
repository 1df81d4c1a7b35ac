namespace GapAnalyzer.Resolving;

/// <summary>Items by group, in their order: a counting sort. O(items + groups).</summary>
/// <param name="Start">Length groups + 1: the items of group g are <c>Items[Start[g]..Start[g+1]]</c>.</param>
internal readonly record struct Grouping(int[] Start, int[] Items)
{
    public ReadOnlySpan<int> Of(int group) => Items.AsSpan(Start[group], Start[group + 1] - Start[group]);

    public static Grouping Of(int groups, int items, Func<int, int> groupOf)
    {
        var start = new int[groups + 1];
        for (var i = 0; i < items; i++)
            start[groupOf(i) + 1]++;
        for (var g = 0; g < groups; g++)
            start[g + 1] += start[g];
        var (next, sorted) = (start[..^1], new int[items]);
        for (var i = 0; i < items; i++)
            sorted[next[groupOf(i)]++] = i;
        return new(start, sorted);
    }
}
