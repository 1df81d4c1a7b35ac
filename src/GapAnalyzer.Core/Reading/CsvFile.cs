using CsvHelper;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>One of the first records of a file, for finding the header.</summary>
internal sealed record HeadRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// A delimited file whose encoding and delimiter are known, with its first records. Where a quote is never closed, quotes are not
/// trusted to hold line breaks: then every line break ends a record, and one bad quote cannot swallow the rest of the file.
/// </summary>
internal sealed class CsvFile
{
    /// <summary>Records looked at for header and tags.</summary>
    public const int HeadRecords = 60;

    private const int MaxCellBytes = 1 << 20;
    private const int MaxRecordBytes = 1 << 24;

    private readonly DataFile file;

    /// <exception cref="InputException">No cell is filled in the first records.</exception>
    /// <exception cref="CsvFormatException">A record is longer than 16 MB.</exception>
    public CsvFile(DataFile file, TextEncoding encoding, char? delimiter, bool trustsQuotes)
    {
        (this.file, Encoding, TrustsQuotes) = (file, encoding, trustsQuotes);
        using var reader = OpenReader(delimiter, null);
        List<HeadRecord> head = [];
        while (head.Count < HeadRecords && reader.Read())
            head.Add(new(LineOf(reader), [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())]));

        if (!head.Exists(record => record.Cells.Any(cell => cell.Length > 0)))
            throw new InputException($"{file.Name}: no filled cell in the first {HeadRecords} rows; expected a header row and data; nothing was read");
        (Head, Delimiter) = (head, reader.Separator);
    }

    public string Name => file.Name;

    public TextEncoding Encoding { get; }

    public char Delimiter { get; }

    public bool TrustsQuotes { get; }

    public IReadOnlyList<HeadRecord> Head { get; }

    /// <summary>A reader before the first record.</summary>
    public CsvReader OpenReader(Action<CsvMalformedRecord>? onMalformed) => OpenReader(Delimiter, onMalformed);

    /// <summary>
    /// The distinct trimmed values of some columns, below the header; null for a column that holds more than <paramref name="most"/>.
    /// Reads the whole file once.
    /// </summary>
    public IReadOnlyList<IReadOnlyCollection<string>?> DistinctValues(TableLayout layout, IReadOnlyList<int> columns, int most, CancellationToken cancellation)
    {
        var pools = columns.Select(_ => new ValuePool()).ToArray<ValuePool?>();
        using var reader = OpenReader(null);
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
                pool.Intern(reader.GetSpan(columns[i]));
                if (pool.Count > most + 1)
                    pools[i] = null;
            }
        }

        return [.. pools.Select(pool => pool is null ? null : Enumerable.Range(0, pool.Count).Select(value => pool[value]).ToList())];
    }

    /// <summary>1-based line where the current record starts.</summary>
    public static int LineOf(CsvReader reader) => checked((int)reader.LineNumber);

    /// <summary>What to say where the current record holds a cell over 1 MB; null where it does not.</summary>
    public InputException? TooLargeCell(CsvReader reader)
    {
        if (reader.RawRecord.Length <= MaxCellBytes)
            return null;
        var largest = Enumerable.Range(0, reader.FieldCount).Max(i => reader.GetSpan(i).Length);
        return largest <= MaxCellBytes ? null : new($"{Name}:{LineOf(reader)}: a cell of {largest} bytes; expected at most {MaxCellBytes}; nothing was read");
    }

    /// <summary>What to say of a record that CsvHelper gave up on.</summary>
    public static InputException TooLarge(string file, CsvFormatException cause) =>
        new($"{file}: a record of more than {MaxRecordBytes >> 20} MB; expected delimited text, one record per line; nothing was read", cause);

    private CsvReader OpenReader(char? delimiter, Action<CsvMalformedRecord>? onMalformed) => CsvReader.Create(Encoding.Open(file), new CsvReaderOptions
    {
        HasHeader = false,
        Separator = delimiter,
        TrackLineNumbers = true,
        SkipEmptyLines = false,
        AllowLineBreaksInQuotes = TrustsQuotes,
        MaxRecordSize = MaxRecordBytes,
        OnMalformedRecord = onMalformed is null ? null : record => onMalformed(record),
    });
}
