using System.Globalization;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>Gathers the records of a table whose columns are bound; no string per cell, only one per distinct value of a bound column.</summary>
internal sealed class RawTableBuilder(TableFile file, TableRequest request, TableLayout layout, IReadOnlyList<ColumnBinding> bindings)
{
    private readonly BlockList<int> lines = new();
    private readonly BlockList<RowKind> kinds = new();
    private readonly BlockList<UInt128> digests = new();
    private readonly RawColumn[] columns = [.. bindings.Select(binding => new RawColumn(binding))];
    private readonly RowDigest digest = new();
    private int records;

    /// <summary>Adds the next record; those above the data only count.</summary>
    /// <exception cref="InputException">The table has too many rows.</exception>
    public void Add(RecordReader reader, bool isBroken, CancellationToken cancellation)
    {
        if ((records & 0xFFF) == 0)
            cancellation.ThrowIfCancellationRequested();
        if (records++ < layout.DataRecord)
            return;
        if (lines.Count == file.Limits.MaxRows)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{reader.Line}: more than {file.Limits.MaxRows} rows (--max-rows); nothing was read"));
        lines.Add(reader.Line);
        kinds.Add(isBroken ? RowKind.Malformed : RowKinds.Of(reader));
        foreach (var column in columns)
            column.Cells.Add(column.Binding.Column < reader.FieldCount ? column.Pool.Intern(reader.Cell(column.Binding.Column)) : ValuePool.Empty);
        if (request.WithDigests)
            digests.Add(digest.Of(reader));
    }

    public RawTable Build()
    {
        if (layout.HeaderLine > 0)
            RowKinds.MarkRepeatedHeaders(columns, kinds);
        return new()
        {
            Name = file.Name, Kind = request.Kind, Encoding = file.Encoding, Delimiter = file.Delimiter, Sheet = file.Sheet, Layout = layout, Columns = columns,
            Lines = lines, Kinds = kinds, Digests = digests,
        };
    }
}
