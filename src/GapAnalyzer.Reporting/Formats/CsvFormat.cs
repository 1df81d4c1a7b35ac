using System.Text;
using CsvHelper;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary><c>tables/*.csv</c> with a data dictionary; a text cell can never run as a formula.</summary>
internal static class CsvFormat
{
    public static ReportFormat Format { get; } = new(
        "csv", "tables/*.csv, tables/README.md", "spreadsheets: one tidy table per section, every column documented", Write);

    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        NewLine = "\n",
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = false,
    };

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        foreach (var table in TableCatalog.All)
        {
            using var stream = sink.Create($"tables/{table.File}");
            Write(table, report.Analysis, stream, cancellation);
        }

        using var dictionary = sink.Create("tables/README.md");
        dictionary.Write(Encoding.UTF8.GetBytes(TableDictionary.Text(report.Analysis)));
    }

    private static void Write(CsvTable table, Analysis analysis, Stream stream, CancellationToken cancellation)
    {
        using var csv = CsvWriter.Create(stream, Options, leaveOpen: true);
        csv.WriteHeader([.. table.Columns.Select(column => column.Name)]);
        foreach (var row in table.Rows(analysis))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var cell in row)
                WriteCell(csv, cell);
            csv.EndRecord();
        }
    }

    private static void WriteCell(CsvWriter csv, CellValue cell)
    {
        if (cell.Whole is { } whole)
            csv.WriteField(whole);
        else if (cell.Number is { } number)
            csv.WriteField(number == 0 ? 0 : number);
        else
            csv.WriteField(cell.Text ?? "");
    }
}
