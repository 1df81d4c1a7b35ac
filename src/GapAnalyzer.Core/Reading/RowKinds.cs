using System.Text;

namespace GapAnalyzer.Reading;

/// <summary>What a record is, before anything is resolved.</summary>
internal enum RowKind : byte
{
    Data,
    Blank,

    /// <summary>Its first filled cell says "Total".</summary>
    Totals,

    /// <summary>The header again, in the middle of the data.</summary>
    RepeatedHeader,

    /// <summary>Quotes do not balance: its cells cannot be trusted.</summary>
    Malformed,
}

/// <summary>Tells data from blank rows, rows of totals and repeated headers.</summary>
internal static class RowKinds
{
    private const int LongestTotalWord = 16;

    private static readonly HashSet<string> TotalWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "grand total", "sub total", "sub-total", "subtotal", "sous total", "sous-total", "total general", "total général", "total geral",
        "totaux", "totales", "totais", "gesamt", "gesamtsumme", "insgesamt", "summe", "totale", "totali", "totale generale", "somma", "jumla",
    };

    public static RowKind Of(RecordReader reader)
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var cell = reader.Cell(i).Trim(" \t"u8);
            if (cell.Length > 0)
                return IsTotal(cell) ? RowKind.Totals : RowKind.Data;
        }

        return RowKind.Blank;
    }

    /// <summary>Marks data rows whose read cells all say what the header says.</summary>
    public static void MarkRepeatedHeaders(IReadOnlyList<RawColumn> columns, BlockList<RowKind> kinds)
    {
        var header = columns.Select(column => column.Pool.Find(Encoding.UTF8.GetBytes(column.Header))).ToArray();
        if (columns.Count < 2 || header.Contains(-1))
            return;
        for (var row = 0; row < kinds.Count; row++)
        {
            if (kinds[row] == RowKind.Data && IsHeader(row))
                kinds[row] = RowKind.RepeatedHeader;
        }

        bool IsHeader(int row)
        {
            for (var i = 0; i < header.Length; i++)
            {
                if (columns[i].Cells[row] != header[i])
                    return false;
            }

            return true;
        }
    }

    private static bool IsTotal(ReadOnlySpan<byte> cell) =>
        cell.Length <= LongestTotalWord && (cell[0] | 0x20) is 't' or 'g' or 's' or 'i' or 'j' && TotalWords.Contains(Encoding.UTF8.GetString(cell).TrimEnd(':', '.', ' '));
}
