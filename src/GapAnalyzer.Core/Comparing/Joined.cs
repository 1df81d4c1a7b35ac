namespace GapAnalyzer.Comparing;

/// <summary>A thing of the one list, of the other, or of both.</summary>
/// <param name="Before">Position in the list before; null where it is not in it.</param>
/// <param name="After">Position in the list after.</param>
public readonly record struct JoinedItem(int? Before, int? After);

/// <summary>Two lists of things in one numbering.</summary>
public sealed class Joined
{
    private Joined(IReadOnlyList<JoinedItem> items, int before, int after)
    {
        Items = items;
        OfBefore = new int[before];
        OfAfter = new int[after];
        foreach (var (number, item) in items.Index())
        {
            if (item.Before is { } b)
                OfBefore[b] = number;
            if (item.After is { } a)
                OfAfter[a] = number;
        }
    }

    /// <summary>Everything in either list, each thing once.</summary>
    public IReadOnlyList<JoinedItem> Items { get; }

    /// <summary>Number in <see cref="Items"/> of each thing of the list before.</summary>
    public int[] OfBefore { get; }

    /// <summary>The same for the list after.</summary>
    public int[] OfAfter { get; }

    public int Count => Items.Count;

    /// <summary>A list with itself.</summary>
    public static Joined Same(int count) => new([.. Enumerable.Range(0, count).Select(i => new JoinedItem(i, i))], count, count);

    /// <summary>Two lists whose things are matched by ever weaker evidence; each thing has one counterpart at most.</summary>
    /// <param name="before">Length of the list before.</param>
    /// <param name="after">Length of the list after.</param>
    /// <param name="order">What the numbering follows; equals keep the order of their lists.</param>
    /// <param name="stages">
    /// Pairs of positions that may be the same thing, strongest evidence first. A pair counts where neither end has a counterpart
    /// yet and neither has another candidate in the stage: what fits several fits none.
    /// </param>
    public static Joined Of<TOrder>(int before, int after, Func<JoinedItem, TOrder> order, params IReadOnlyList<IEnumerable<(int Before, int After)>> stages)
    {
        var (ofBefore, ofAfter) = (new int?[before], new int?[after]);
        foreach (var stage in stages)
        {
            var open = stage.Distinct().Where(pair => ofBefore[pair.Before] is null && ofAfter[pair.After] is null).ToList();
            var (candidatesBefore, candidatesAfter) = (open.CountBy(pair => pair.Before).ToDictionary(), open.CountBy(pair => pair.After).ToDictionary());
            foreach (var (b, a) in open.Where(pair => candidatesBefore[pair.Before] == 1 && candidatesAfter[pair.After] == 1))
                (ofBefore[b], ofAfter[a]) = (a, b);
        }

        var items = Enumerable.Range(0, after).Select(a => new JoinedItem(ofAfter[a], a))
            .Concat(Enumerable.Range(0, before).Where(b => ofBefore[b] is null).Select(b => new JoinedItem(b, null)));
        return new([.. items.OrderBy(order, Comparer<TOrder>.Default)], before, after);
    }

    /// <summary>Pairs that have a key in common.</summary>
    public static IEnumerable<(int Before, int After)> Sharing(IEnumerable<IEnumerable<string>> before, IEnumerable<IEnumerable<string>> after)
    {
        var byKey = after.SelectMany((keys, a) => keys.Select(key => (Key: key, a))).ToLookup(pair => pair.Key, pair => pair.a, StringComparer.Ordinal);
        return before.SelectMany((keys, b) => keys.SelectMany(key => byKey[key].Select(a => (b, a))));
    }
}
