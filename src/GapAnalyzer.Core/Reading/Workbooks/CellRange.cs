namespace GapAnalyzer.Reading.Workbooks;

/// <summary>Cells from one corner to the other, such as <c>A1:B3</c>; rows count from 1, columns from 0.</summary>
internal readonly record struct CellRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Last row and column that a sheet can have.</summary>
    public const int MaxRow = 1 << 20, MaxColumn = 1 << 14;

    /// <summary>Null where the text is no range of a sheet.</summary>
    public static CellRange? Parse(string text)
    {
        var corners = text.Split(':');
        return corners.Length == 2 && ParseCell(corners[0]) is var (r1, c1) && ParseCell(corners[1]) is var (r2, c2) && r1 <= r2 && c1 <= c2
            ? new(r1, c1, r2, c2)
            : null;
    }

    /// <summary>Row and column of a cell such as <c>AB12</c>; null where the text names none.</summary>
    public static (int Row, int Column)? ParseCell(ReadOnlySpan<char> text)
    {
        int column = 0, row = 0, at = 0;
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
        {
            column = (column * 26) + ((text[at] | 0x20) - 'a') + 1;
            if (column > MaxColumn)
                return null;
        }

        var digits = at;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            row = (row * 10) + (text[at] - '0');
            if (row > MaxRow)
                return null;
        }

        return digits > 0 && at > digits && at == text.Length && row > 0 ? (row, column - 1) : null;
    }
}
