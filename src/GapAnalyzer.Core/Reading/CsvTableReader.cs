using System.Buffers;
using System.Security.Cryptography;
using CsvHelper;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>What to read from a table.</summary>
/// <param name="Kind">What it is read as.</param>
/// <param name="Delimiter">Delimiter; null: detected.</param>
/// <param name="FindLayout">Finds header and tags in the first records.</param>
/// <param name="Bind">Chooses the columns to read; columns that are not bound are never decoded.</param>
/// <param name="WithDigests">Whether exact repeats have to be told.</param>
internal sealed record TableRequest(
    string Kind,
    char? Delimiter,
    Func<IReadOnlyList<HeadRecord>, TableLayout> FindLayout,
    Func<TableLayout, IReadOnlyList<ColumnBinding>> Bind,
    bool WithDigests);

/// <summary>One of the first records of a file, for finding the header.</summary>
internal sealed record HeadRecord(int Line, IReadOnlyList<string> Cells);

/// <summary>Reads one delimited file with CsvHelper on UTF-8 spans: no string per cell, only one per distinct value of a bound column.</summary>
internal static class CsvTableReader
{
    public const int HeadRecords = 60;
    private const int MaxCellBytes = 1 << 20;
    private const int MaxRecordBytes = 1 << 24;

    /// <exception cref="InputException">The file is empty, is not text, or has a cell or record that is too large.</exception>
    public static RawTable Read(DataFile file, TableRequest request, DiagnosticCollector diagnostics, CancellationToken cancellation)
    {
        if (file.Length == 0)
            throw new InputException($"{file.Name}: the file is empty; expected a header row and data; nothing was read");
        var encoding = TextEncoding.Detect(file);
        if (encoding.FirstBadByte >= 0)
        {
            diagnostics.Add(DiagnosticCatalog.NotUtf8, file.Name, 0, "",
                $"byte {encoding.FirstBadByte} is not UTF-8", "expected UTF-8", "the file was decoded as Windows-1252");
        }

        try
        {
            return ReadRecords(file, encoding, request, diagnostics, balanced: true, cancellation)
                ?? ReadRecords(file, encoding, request, diagnostics, balanced: false, cancellation)!;
        }
        catch (Exception tooLarge) when (tooLarge is CsvFormatException)
        {
            throw new InputException($"{file.Name}: {tooLarge.Message}; expected delimited text with records of at most {MaxRecordBytes >> 20} MB; nothing was read", tooLarge);
        }
    }

    /// <summary>Reads all records; null when a quote is never closed and quotes were trusted.</summary>
    private static RawTable? ReadRecords(
        DataFile file, TextEncoding encoding, TableRequest request, DiagnosticCollector diagnostics, bool balanced, CancellationToken cancellation)
    {
        var (layout, delimiter) = ReadHead(file, encoding, request, balanced);
        var columns = request.Bind(layout);
        var malformed = new MalformedRecords();
        using var stream = encoding.Open(file);
        using var reader = CsvReader.Create(stream, Options(delimiter, balanced, malformed.Report));
        var pool = new ValuePool();
        List<int> lines = [];
        List<RowKind> kinds = [];
        List<UInt128> digests = [];
        var cells = columns.Select(_ => new List<int>()).ToArray();
        using var digest = new RowDigest();
        for (var record = 0; reader.Read(); record++)
        {
            if (malformed.Unterminated && balanced)
                return null;
            if (record < layout.DataRecord)
                continue;
            if ((record & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var line = checked((int)reader.LineNumber);
            lines.Add(line);
            kinds.Add(malformed.TakeCurrent() ? RowKind.Malformed : KindOf(reader, delimiter));
            for (var i = 0; i < columns.Count; i++)
                cells[i].Add(pool.Intern(Cell(reader, columns[i].Column, file.Name, line)));
            if (request.WithDigests)
                digests.Add(digest.Of(reader));
        }

        if (malformed.Unterminated && balanced)
            return null;
        MarkRepeatedHeaders(layout, columns, pool, cells, kinds);
        ReportMalformed(file.Name, malformed, diagnostics);
        return new()
        {
            Name = file.Name, Kind = request.Kind, Encoding = encoding, Delimiter = delimiter, Layout = layout, Columns = columns,
            Pool = pool, Lines = lines, Kinds = kinds, Cells = cells, Digests = digests,
        };
    }

    private static (TableLayout Layout, char Delimiter) ReadHead(DataFile file, TextEncoding encoding, TableRequest request, bool balanced)
    {
        using var stream = encoding.Open(file);
        using var reader = CsvReader.Create(stream, Options(request.Delimiter, balanced, null));
        List<HeadRecord> head = [];
        while (head.Count < HeadRecords && reader.Read())
            head.Add(new(checked((int)reader.LineNumber), [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim())]));
        if (!head.Exists(record => record.Cells.Any(cell => cell.Length > 0)))
            throw new InputException($"{file.Name}: no filled cell in the first {HeadRecords} rows; expected a header row and data; nothing was read");
        return (request.FindLayout(head), reader.Separator);
    }

    private static CsvReaderOptions Options(char? delimiter, bool balanced, Action<CsvMalformedRecord>? onMalformed) => new()
    {
        HasHeader = false,
        Separator = delimiter,
        TrackLineNumbers = true,
        SkipEmptyLines = false,
        AllowLineBreaksInQuotes = balanced,
        MaxRecordSize = MaxRecordBytes,
        OnMalformedRecord = onMalformed is null ? null : record => onMalformed(record),
    };

    private static ReadOnlySpan<byte> Cell(CsvReader reader, int column, string file, int line)
    {
        if (column >= reader.FieldCount)
            return [];
        var span = reader.GetSpan(column);
        return span.Length <= MaxCellBytes
            ? span
            : throw new InputException($"{file}:{line}: a cell of {span.Length} bytes; expected at most {MaxCellBytes}; nothing was read");
    }

    private static RowKind KindOf(CsvReader reader, char delimiter)
    {
        if (reader.RawRecord.IndexOfAnyExcept([(byte)delimiter, (byte)' ', (byte)'\t', (byte)'"']) < 0)
            return RowKind.Blank;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var cell = reader.GetSpan(i).Trim(" \t"u8);
            if (cell.Length > 0)
                return IsTotal(cell) ? RowKind.Totals : RowKind.Data;
        }

        return RowKind.Blank;
    }

    private static readonly SearchValues<string> TotalWords =
        SearchValues.Create(["total", "totals", "grand total", "sub total", "subtotal", "sous total", "sous-total", "total general", "total général", "total geral"], StringComparison.OrdinalIgnoreCase);

    private static bool IsTotal(ReadOnlySpan<byte> cell) =>
        cell.Length <= 16 && cell[0] is (byte)'t' or (byte)'T' or (byte)'g' or (byte)'G' or (byte)'s' or (byte)'S'
        && TotalWords.Contains(System.Text.Encoding.UTF8.GetString(cell).TrimEnd(':', '.', ' '));

    private static void MarkRepeatedHeaders(
        TableLayout layout, IReadOnlyList<ColumnBinding> columns, ValuePool pool, List<int>[] cells, List<RowKind> kinds)
    {
        if (columns.Count < 2 || layout.HeaderLine == 0)
            return;
        var header = columns.Select(column => pool.Intern(layout.Headers[column.Column])).ToArray();
        for (var row = 0; row < kinds.Count; row++)
        {
            if (kinds[row] == RowKind.Data && Enumerable.Range(0, header.Length).All(i => cells[i][row] == header[i]))
                kinds[row] = RowKind.RepeatedHeader;
        }
    }

    private static void ReportMalformed(string file, MalformedRecords malformed, DiagnosticCollector diagnostics)
    {
        foreach (var line in malformed.StrayQuoteLines)
            diagnostics.Add(DiagnosticCatalog.StrayQuote, file, line, "", "a quote that does not enclose a cell", "expected \"\" for a quote inside a quoted cell", "the quote was kept as text");
        foreach (var line in malformed.BrokenLines)
            diagnostics.Add(DiagnosticCatalog.UnbalancedQuotes, file, line, "", "a quoted cell that is not closed in its line", "expected a closing quote", "the row was set aside");
    }

    /// <summary>What CsvHelper reports about quoting, by line.</summary>
    private sealed class MalformedRecords
    {
        private bool current;

        public bool Unterminated { get; private set; }

        public List<int> StrayQuoteLines { get; } = [];

        public List<int> BrokenLines { get; } = [];

        public void Report(CsvMalformedRecord record)
        {
            var broken = record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes;
            Unterminated |= broken;
            current |= broken;
            (broken ? BrokenLines : StrayQuoteLines).Add((int)record.LineNumber);
        }

        public bool TakeCurrent() => (current, current = false).Item1;
    }

    /// <summary>Digest of a record's trimmed cells.</summary>
    private sealed class RowDigest : IDisposable
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] result = new byte[32];

        public UInt128 Of(CsvReader reader)
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                hash.AppendData(reader.GetSpan(i).Trim(" \t"u8));
                hash.AppendData([0x1F]);
            }

            hash.GetHashAndReset(result);
            return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(result);
        }

        public void Dispose() => hash.Dispose();
    }
}
