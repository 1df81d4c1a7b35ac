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

    /// <summary>From entries in any order, gone through twice; an entry given several times is one entry with that count.</summary>
    /// <remarks>Counted into rows, which are put in order side by side: O(k + rows + columns) time for k entries, and the sorting of rows.</remarks>
    public static Incidence From(int rows, int columns, IEnumerable<(int Row, int Column)> entries)
    {
        var start = new int[rows + 1];
        foreach (var (row, _) in entries)
            start[row + 1]++;
        for (var i = 0; i < rows; i++)
            start[i + 1] += start[i];
        var (given, next) = (new int[start[rows]], start[..rows]);
        foreach (var (row, column) in entries)
            given[next[row]++] = column;

        var rowStart = new int[rows + 1];
        Parallel.For(0, rows, i => rowStart[i + 1] = Order(given.AsSpan(start[i]..start[i + 1])));
        for (var i = 0; i < rows; i++)
            rowStart[i + 1] += rowStart[i];
        var (columnOf, counts) = (new int[rowStart[rows]], new int[rowStart[rows]]);
        for (var i = 0; i < rows; i++)
            Distinct(given.AsSpan(start[i]..start[i + 1]), columnOf.AsSpan(rowStart[i]), counts.AsSpan(rowStart[i]));
        var (columnStart, rowOf) = Transpose(rowStart, columnOf, columns);
        return new() { RowStart = rowStart, Columns = columnOf, Counts = counts, ColumnStart = columnStart, Rows = rowOf };
    }

    /// <summary>Puts the columns of a row in order; returns how many different ones there are.</summary>
    private static int Order(Span<int> columns)
    {
        var (distinct, inOrder) = (columns.Length, true);
        for (var k = 1; k < columns.Length && inOrder; k++)
            inOrder = columns[k - 1] < columns[k];
        if (inOrder)
            return distinct;
        columns.Sort();
        for (var k = 1; k < columns.Length; k++)
            distinct -= columns[k] == columns[k - 1] ? 1 : 0;
        return distinct;
    }

    /// <summary>Each column of a row once, and how often it was given.</summary>
    private static void Distinct(ReadOnlySpan<int> columns, Span<int> distinct, Span<int> counts)
    {
        var kept = 0;
        for (var k = 0; k < columns.Length; k++)
        {
            if (k == 0 || columns[k] != columns[k - 1])
                distinct[kept++] = columns[k];
            counts[kept - 1]++;
        }
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
