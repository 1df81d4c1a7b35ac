using System.Runtime.InteropServices;

namespace GapAnalyzer.Resolving;

/// <summary>What rows with the same cells have in common, worked out for the first of them and counted for all.</summary>
/// <typeparam name="TCells">Numbers of the values of the cells.</typeparam>
/// <typeparam name="T">What the cells mean.</typeparam>
/// <param name="read">Works it out from a row.</param>
internal sealed class Combinations<TCells, T>(Func<int, T> read)
    where TCells : notnull
{
    private readonly Dictionary<TCells, Combination> combinations = [];

    public IEnumerable<Combination> Seen => combinations.Values;

    public T Of(TCells cells, int row)
    {
        ref var combination = ref CollectionsMarshal.GetValueRefOrAddDefault(combinations, cells, out var isKnown);
        if (!isKnown)
            combination = new(read(row), row, 0);
        combination.Rows++;
        return combination.Meaning;
    }

    /// <summary>Cells that stand together in some rows.</summary>
    internal record struct Combination(T Meaning, int FirstRow, long Rows);
}
