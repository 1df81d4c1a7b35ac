using CsvHelper;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>Reads one delimited file with CsvHelper on UTF-8 spans: no string per cell, only one per distinct value of a chosen column.</summary>
internal static class CsvTableReader
{
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

        var unclosedLine = 0;
        try
        {
            return Attempt(file, encoding, request, trustsQuotes: true, ref unclosedLine, diagnostics, cancellation)
                ?? Attempt(file, encoding, request, trustsQuotes: false, ref unclosedLine, diagnostics, cancellation)!;
        }
        catch (InputException e) when (request.Delimiter is { } given && Detected(file, encoding, request) is { } seen && seen != given)
        {
            throw new InputException($"{e.Message}; the delimiter may be the reason: {Delimiters.NameOf(given)} was asked for (--delimiter, or dataset.json), and the file looks separated by {Delimiters.NameOf(seen)}", e);
        }
    }

    /// <summary>The delimiter that the file itself suggests; null where that cannot be told.</summary>
    private static char? Detected(DataFile file, TextEncoding encoding, TableRequest request)
    {
        try
        {
            return new CsvFile(file, encoding, null, trustsQuotes: true, request.Limits).Delimiter;
        }
        catch (Exception e) when (e is InputException or CsvFormatException)
        {
            return null;
        }
    }

    /// <summary>Reads the file; null, and nothing said, where quotes were trusted and one of them is never closed.</summary>
    /// <param name="unclosedLine">Line of the record with the quote that is never closed, where the first attempt found one.</param>
    private static RawTable? Attempt(
        DataFile file, TextEncoding encoding, TableRequest request, bool trustsQuotes, ref int unclosedLine, DiagnosticCollector diagnostics, CancellationToken cancellation)
    {
        try
        {
            var noticed = new DiagnosticCollector();
            var csv = new CsvFile(file, encoding, request.Delimiter, trustsQuotes, request.Limits);
            var (layout, columns) = request.Understand(csv, noticed);
            if (ReadRecords(csv, request, layout, columns, ref unclosedLine, noticed, cancellation) is not { } table)
                return null;
            diagnostics.AddAll(noticed);
            return table;
        }
        catch (CsvFormatException) when (trustsQuotes)
        {
            return null;
        }
        catch (CsvFormatException tooLarge)
        {
            throw CsvFile.TooLarge(file.Name, request.Limits, tooLarge);
        }
    }

    private static RawTable? ReadRecords(
        CsvFile csv, TableRequest request, TableLayout layout, IReadOnlyList<ColumnBinding> columns, ref int unclosedLine, DiagnosticCollector diagnostics, CancellationToken cancellation)
    {
        var malformed = new MalformedRecords();
        using var reader = csv.OpenReader(malformed.Report);
        var table = new RawTableBuilder(csv, request, layout, columns);
        var lastLine = 0;
        InputException? tooLarge = null;
        while (reader.Read())
        {
            lastLine = reader.Line;
            tooLarge ??= reader.TooLargeCell(); // told at the end: it may only be what follows a quote that is never closed
            table.Add(reader, malformed.TakeCurrent(lastLine, unclosedLine), cancellation);
        }

        if (csv.TrustsQuotes && malformed.IsUnterminated(lastLine))
        {
            unclosedLine = lastLine;
            return null;
        }

        if (tooLarge is not null)
            throw tooLarge;
        malformed.Say(csv.Name, diagnostics);
        return table.Build();
    }

    /// <summary>What CsvHelper reports about quoting, by line.</summary>
    private sealed class MalformedRecords
    {
        private readonly List<int> strayQuoteLines = [];
        private readonly SortedSet<int> brokenLines = [];
        private bool current;
        private int lastMalformed = -1;
        private bool lastSpansLines;
        private bool unterminated;

        public void Report(CsvMalformedRecord record)
        {
            current = record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.LineBreakInQuotes;
            unterminated |= current;
            (lastMalformed, lastSpansLines) = (checked((int)record.LineNumber), record.RawRecord.AsSpan().ContainsAny('\r', '\n'));
            if (current)
                brokenLines.Add(lastMalformed);
            else
                strayQuoteLines.Add(lastMalformed);
        }

        /// <summary>Whether the record just read has broken quotes.</summary>
        public bool TakeCurrent(int line, int unclosedLine)
        {
            var isBroken = current || line == unclosedLine;
            if (isBroken)
                brokenLines.Add(line);
            current = false;
            return isBroken;
        }

        /// <summary>
        /// Whether a quote is open at the end of the file. A record with several problems is reported with the first of them, so a
        /// last record that runs over several lines after a stray quote counts too.
        /// </summary>
        public bool IsUnterminated(int lastLine) => unterminated || (lastSpansLines && lastMalformed == lastLine);

        public void Say(string file, DiagnosticCollector diagnostics)
        {
            foreach (var line in strayQuoteLines)
                diagnostics.Add(DiagnosticCatalog.StrayQuote, file, line, "", "a quote that does not enclose a cell", "expected \"\" for a quote inside a quoted cell", "the quote was kept as text");
            foreach (var line in brokenLines)
                diagnostics.Add(DiagnosticCatalog.UnbalancedQuotes, file, line, "", "a quoted cell that is not closed in its line", "expected a closing quote", "the row was set aside");
        }
    }
}
