using CsvHelper;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>
/// A delimited file whose encoding and delimiter are known, with its first records. Where a quote is never closed, quotes are not
/// trusted to hold line breaks: then every line break ends a record, and one bad quote cannot swallow the rest of the file.
/// </summary>
internal sealed class CsvFile : TableFile
{
    private readonly DataFile file;
    private readonly TextEncoding encoding;
    private readonly char? delimiter;

    /// <exception cref="InputException">No cell is filled in the first records.</exception>
    /// <exception cref="CsvFormatException">A record is too long.</exception>
    public CsvFile(DataFile file, TextEncoding encoding, char? delimiter, bool trustsQuotes, ReadLimits limits)
        : base(file.Name, limits)
    {
        (this.file, this.encoding, this.delimiter, TrustsQuotes) = (file, encoding, delimiter, trustsQuotes);
        using var reader = OpenReader(null);
        Head = ReadHead(reader);
        if (!Head.Any(record => record.Cells.Any(cell => cell.Length > 0)))
            throw new InputException($"{file.Name}: no filled cell in the first {HeadRecords} rows; expected a header row and data; nothing was read");
        this.delimiter = reader.Separator;
    }

    public override TextEncoding Encoding => encoding;

    public override char? Delimiter => delimiter;

    public bool TrustsQuotes { get; }

    public override RecordReader OpenReader() => OpenReader(null);

    /// <summary>A reader before the first record.</summary>
    /// <param name="onMalformed">Told what is wrong with quotes.</param>
    public Records OpenReader(Action<CsvMalformedRecord>? onMalformed) => new(this, CsvReader.Create(encoding.Open(file), new CsvReaderOptions
    {
        HasHeader = false,
        Separator = delimiter,
        TrackLineNumbers = true,
        SkipEmptyLines = false,
        AllowLineBreaksInQuotes = TrustsQuotes,
        MaxRecordSize = Limits.MaxRecordBytes,
        OnMalformedRecord = onMalformed is null ? null : record => onMalformed(record),
    }));

    /// <summary>What to say of a record that CsvHelper gave up on.</summary>
    public static InputException TooLarge(string file, ReadLimits limits, CsvFormatException cause) =>
        new($"{file}: a record of more than {limits.MaxRecordBytes >> 20} MB; expected delimited text, one record per line; nothing was read", cause);

    /// <summary>The records of the file.</summary>
    internal sealed class Records(CsvFile file, CsvReader reader) : RecordReader
    {
        /// <summary>The delimiter, known once a record is read.</summary>
        public char Separator => reader.Separator;

        public override int Line => checked((int)reader.LineNumber);

        public override int FieldCount => reader.FieldCount;

        public override bool Read()
        {
            if (!reader.Read())
                return false;
            if (reader.FieldCount > file.Limits.MaxColumns)
                throw file.TooManyColumns(Line, reader.FieldCount);
            return true;
        }

        public override ReadOnlySpan<byte> Cell(int column) => reader.GetSpan(column);

        public override void Dispose() => reader.Dispose();

        /// <summary>What to say where the current record holds a cell that is too large; null where it does not.</summary>
        public InputException? TooLargeCell()
        {
            if (reader.RawRecord.Length <= file.Limits.MaxCellBytes)
                return null;
            var largest = Enumerable.Range(0, reader.FieldCount).Max(i => reader.GetSpan(i).Length);
            return largest <= file.Limits.MaxCellBytes ? null : file.TooLargeCell(Line, largest);
        }
    }
}
