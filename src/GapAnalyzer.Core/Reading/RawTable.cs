namespace GapAnalyzer.Reading;

/// <summary>Where a table's header and data start, and what its columns are called.</summary>
/// <param name="HeaderLine">1-based line of the header; 0 where tags stand alone.</param>
/// <param name="DataRecord">0-based number of the first record that may be data.</param>
/// <param name="Headers">Header text of each column, trimmed; the cell of the tag row where there is no header.</param>
/// <param name="Tags">HXL tag of each column; null where there is none.</param>
internal sealed record TableLayout(int HeaderLine, int DataRecord, IReadOnlyList<string> Headers, IReadOnlyList<HxlTag?> Tags)
{
    public bool IsTagged => Tags.Any(tag => tag is not null);
}

/// <summary>A column that is read as a field, and why.</summary>
/// <param name="Field">Name of what it is, such as <c>theme</c>.</param>
/// <param name="Column">0-based position.</param>
/// <param name="Header">Header text.</param>
/// <param name="Reason">Why it was taken for the field.</param>
internal sealed record ColumnBinding(string Field, int Column, string Header, string Reason);

/// <summary>A column that is read: its cells as numbers of its own pool.</summary>
internal sealed class RawColumn(ColumnBinding binding)
{
    public string Field => binding.Field;

    public string Header => binding.Header;

    public ColumnBinding Binding => binding;

    public ValuePool Pool { get; } = new();

    /// <summary>Pool numbers, one entry per record.</summary>
    public BlockList<int> Cells { get; } = new();
}

/// <summary>The bound columns of one table, and the line of each record.</summary>
internal sealed class RawTable
{
    public required string Name { get; init; }

    /// <summary>What it is read as: a tidy table's name, or <c>wide</c>.</summary>
    public required string Kind { get; init; }

    public required TextEncoding Encoding { get; init; }

    /// <summary>Field delimiter; null in a workbook.</summary>
    public required char? Delimiter { get; init; }

    /// <summary>Name of the sheet; null in a delimited file.</summary>
    public string? Sheet { get; init; }

    public required TableLayout Layout { get; init; }

    /// <summary>The columns that are read, one per field.</summary>
    public required IReadOnlyList<RawColumn> Columns { get; init; }

    /// <summary>1-based line, or row of the sheet, where each record starts.</summary>
    public required BlockList<int> Lines { get; init; }

    public required BlockList<RowKind> Kinds { get; init; }

    /// <summary><see cref="RowDigest"/> of each record. Empty unless asked for.</summary>
    public required BlockList<UInt128> Digests { get; init; }

    public int RowCount => Lines.Count;

    /// <summary>The column read as a field; null where there is none.</summary>
    public RawColumn? Column(string field) => Columns.FirstOrDefault(column => column.Field == field);
}
