namespace GapAnalyzer.Networks;

/// <summary>
/// Who is in what: a 0/1 matrix of rows (stakeholders) and columns (arenas or activities) with a count per entry, in compressed
/// sparse rows and again by column.
/// </summary>
internal sealed class Incidence
{
    public required int[] RowStart { get; init; }
    public required int[] Columns { get; init; }

    /// <summary>How often each entry was given, parallel to <see cref="Columns"/>.</summary>
    public required int[] Counts { get; init; }

    public required int[] ColumnStart { get; init; }
    public required int[] Rows { get; init; }

    public ReadOnlySpan<int> ColumnsOf(int row) => Columns.AsSpan(RowStart[row], RowStart[row + 1] - RowStart[row]);

    public ReadOnlySpan<int> RowsOf(int column) => Rows.AsSpan(ColumnStart[column], ColumnStart[column + 1] - ColumnStart[column]);

    /// <summary>From entries in any order; an entry given several times is one entry with that count.</summary>
    /// <remarks>Sorted by counting, by column and then by row: O(k + rows + columns) time for k entries.</remarks>
    public static Incidence From(int rows, int columns, IEnumerable<(int Row, int Column)> entries)
    {
        var sorted = SortBy(rows, entry => entry.Row, SortBy(columns, entry => entry.Column, [.. entries]));
        var (rowStart, columnOf, counts, kept) = (new int[rows + 1], new int[sorted.Length], new int[sorted.Length], 0);
        for (var k = 0; k < sorted.Length; k++)
        {
            if (k == 0 || sorted[k] != sorted[k - 1])
            {
                columnOf[kept++] = sorted[k].Column;
                rowStart[sorted[k].Row + 1]++;
            }

            counts[kept - 1]++;
        }

        for (var i = 0; i < rows; i++)
            rowStart[i + 1] += rowStart[i];
        (columnOf, counts) = (columnOf[..kept], counts[..kept]);
        var (columnStart, rowOf) = Transpose(rowStart, columnOf, columns);
        return new() { RowStart = rowStart, Columns = columnOf, Counts = counts, ColumnStart = columnStart, Rows = rowOf };
    }

    /// <summary>By a key of 0 .. keys - 1; equal ones stay in their order.</summary>
    private static (int Row, int Column)[] SortBy(int keys, Func<(int Row, int Column), int> key, (int Row, int Column)[] entries)
    {
        var (next, last, isSorted) = (new int[keys + 1], 0, true);
        foreach (var entry in entries)
        {
            isSorted &= key(entry) >= last;
            next[(last = key(entry)) + 1]++;
        }

        if (isSorted)
            return entries;
        for (var k = 0; k < keys; k++)
            next[k + 1] += next[k];
        var sorted = new (int, int)[entries.Length];
        foreach (var entry in entries)
            sorted[next[key(entry)]++] = entry;
        return sorted;
    }

    /// <summary>The same entries by column, rows ascending; O(entries + rows + columns).</summary>
    private static (int[] ColumnStart, int[] Rows) Transpose(int[] rowStart, int[] columnOf, int columns)
    {
        var start = new int[columns + 1];
        foreach (var column in columnOf)
            start[column + 1]++;
        for (var c = 0; c < columns; c++)
            start[c + 1] += start[c];
        var next = start.AsSpan(0, columns).ToArray();
        var rowOf = new int[columnOf.Length];
        for (var i = 0; i + 1 < rowStart.Length; i++)
        {
            for (var k = rowStart[i]; k < rowStart[i + 1]; k++)
                rowOf[next[columnOf[k]]++] = i;
        }

        return (start, rowOf);
    }
}
