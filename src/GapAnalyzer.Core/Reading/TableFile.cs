using System.Globalization;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>One of the first records of a table, for finding the header.</summary>
internal sealed record HeadRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>A table that can be read any number of times: a delimited file, or a sheet of a workbook.</summary>
internal abstract class TableFile(string name, ReadLimits limits)
{
    /// <summary>Records looked at for header and tags.</summary>
    public const int HeadRecords = 60;

    public string Name => name;

    public ReadLimits Limits => limits;

    /// <summary>The first records that hold anything.</summary>
    public IReadOnlyList<HeadRecord> Head { get; protected init; } = [];

    public abstract TextEncoding Encoding { get; }

    /// <summary>Field delimiter; null in a workbook.</summary>
    public abstract char? Delimiter { get; }

    /// <summary>Name of the sheet; null in a delimited file.</summary>
    public virtual string? Sheet => null;

    /// <summary>A reader before the first record.</summary>
    public abstract RecordReader OpenReader();

    /// <summary>
    /// The distinct trimmed values of some columns, below the header; null for a column that holds more than <paramref name="most"/>.
    /// Reads the whole table once.
    /// </summary>
    public IReadOnlyList<IReadOnlyCollection<string>?> DistinctValues(TableLayout layout, IReadOnlyList<int> columns, int most, CancellationToken cancellation)
    {
        var pools = columns.Select(_ => new ValuePool()).ToArray<ValuePool?>();
        using var reader = OpenReader();
        for (var record = 0; reader.Read(); record++)
        {
            if ((record & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            if (record < layout.DataRecord)
                continue;
            for (var i = 0; i < columns.Count; i++)
            {
                if (pools[i] is not { } pool || columns[i] >= reader.FieldCount)
                    continue;
                pool.Intern(reader.Cell(columns[i]));
                if (pool.Count > most + 1)
                    pools[i] = null;
            }
        }

        return [.. pools.Select(pool => pool is null ? null : Enumerable.Range(0, pool.Count).Select(value => pool[value]).ToList())];
    }

    protected static List<HeadRecord> ReadHead(RecordReader reader)
    {
        List<HeadRecord> head = [];
        while (head.Count < HeadRecords && reader.Read())
            head.Add(new(reader.Line, [.. Enumerable.Range(0, reader.FieldCount).Select(i => System.Text.Encoding.UTF8.GetString(reader.Cell(i)).Trim())]));
        return head;
    }

    protected InputException TooLargeCell(int line, int bytes) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}:{line}: a cell of {bytes} bytes; expected at most {limits.MaxCellBytes} (--max-cell-bytes); nothing was read"));

    protected InputException TooLargeCell(int line) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}:{line}: a cell of more than {limits.MaxCellBytes} bytes (--max-cell-bytes); nothing was read"));

    protected InputException TooManyColumns(int line, int columns) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name}:{line}: {columns} columns; expected at most {limits.MaxColumns} (--max-columns); nothing was read"));
}
