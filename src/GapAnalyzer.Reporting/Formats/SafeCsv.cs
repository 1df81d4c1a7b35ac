using System.Buffers;
using System.Text;
using CsvHelper;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>
/// CSV as spreadsheets can trust it: UTF-8 without byte order mark, LF, exact numbers, empty where undefined, and text that a
/// spreadsheet could run as a formula shown as text.
/// </summary>
internal sealed class SafeCsv : IDisposable
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = false,
    };

    private static readonly SearchValues<char> Control = SearchValues.Create((ReadOnlySpan<char>)[.. Enumerable.Range(0, 0x100).Select(code => (char)code).Where(char.IsControl)]);

    private readonly CsvWriter csv;

    public SafeCsv(Stream stream, IEnumerable<string> header)
        : this(CsvWriter.Create(stream, Options, leaveOpen: true)) => csv.WriteHeader([.. header]);

    private SafeCsv(CsvWriter csv) => this.csv = csv;

    public void Write(IEnumerable<CellValue> row)
    {
        foreach (var cell in row)
            Write(cell);
        csv.EndRecord();
    }

    public void Dispose() => csv.Dispose();

    /// <summary>One row on its own, without the end of its line.</summary>
    public static string Line(char separator, IEnumerable<CellValue> row)
    {
        using var buffer = new MemoryStream();
        using (var csv = new SafeCsv(CsvWriter.Create(buffer, Options with { Separator = separator }, leaveOpen: true)))
            csv.Write(row);
        return Encoding.UTF8.GetString(buffer.ToArray()).TrimEnd('\n');
    }

    /// <summary>A spreadsheet or terminal gets no control characters, whatever the input held.</summary>
    private static string OnOneLine(string text) => text.AsSpan().ContainsAny(Control) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    private void Write(CellValue cell)
    {
        if (cell.Whole is { } whole)
            csv.WriteField(whole);
        else if (cell.Number is { } number)
            csv.WriteField(number == 0 ? 0 : number);
        else
            csv.WriteField(OnOneLine(cell.Text ?? ""));
    }
}
