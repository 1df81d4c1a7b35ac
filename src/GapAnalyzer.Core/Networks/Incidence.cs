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
    /// <remarks>O(k log k) time for k entries.</remarks>
    public static Incidence From(int rows, int columns, IEnumerable<(int Row, int Column)> entries)
    {
        var keys = entries.Select(entry => ((long)entry.Row << 32) | (uint)entry.Column).ToArray();
        Array.Sort(keys);
        var rowStart = new int[rows + 1];
        var (columnOf, counts) = (new List<int>(keys.Length), new List<int>(keys.Length));
        for (var k = 0; k < keys.Length; k++)
        {
            if (k > 0 && keys[k] == keys[k - 1])
            {
                counts[^1]++;
                continue;
            }

            rowStart[(int)(keys[k] >> 32) + 1]++;
            columnOf.Add((int)keys[k]);
            counts.Add(1);
        }

        for (var i = 0; i < rows; i++)
            rowStart[i + 1] += rowStart[i];
        var (columnStart, rowOf) = Transpose(rowStart, [.. columnOf], columns);
        return new() { RowStart = rowStart, Columns = [.. columnOf], Counts = [.. counts], ColumnStart = columnStart, Rows = rowOf };
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
