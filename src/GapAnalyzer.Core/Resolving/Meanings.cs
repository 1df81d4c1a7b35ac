namespace GapAnalyzer.Resolving;

/// <summary>What rows with the same value in a column have in common, worked out for the first of them and counted for all.</summary>
/// <typeparam name="T">What a value means.</typeparam>
/// <param name="column">The column.</param>
/// <param name="read">Works it out from a row.</param>
internal sealed class Meanings<T>(ColumnValues column, Func<int, T> read)
{
    private readonly (T Meaning, int FirstRow, long Rows)[] meanings = new (T, int, long)[column.Pool.Count];

    /// <summary>Of every value that was asked for: what it means, the first row that asked, and how many did.</summary>
    public IEnumerable<(T Meaning, int FirstRow, long Rows)> Seen => meanings.Where(meaning => meaning.Rows > 0);

    public T Of(int row)
    {
        ref var meaning = ref meanings[column.Value(row)];
        if (meaning.Rows++ == 0)
            (meaning.Meaning, meaning.FirstRow) = (read(row), row);
        return meaning.Meaning;
    }
}
