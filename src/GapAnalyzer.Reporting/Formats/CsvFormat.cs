using System.Text;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary><c>tables/*.csv</c> with a data dictionary.</summary>
internal static class CsvFormat
{
    public static ReportFormat Format { get; } = new(
        "csv", "tables/*.csv, tables/README.md", "spreadsheets: one tidy table per section, every column documented", Write);

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        SideBySide.Run(TableCatalog.Of(report.Analysis), table => WriteTable(table, report.Analysis, sink, $"tables/{table.File}", cancellation), cancellation);
        using var dictionary = sink.Create("tables/README.md");
        dictionary.Write(Encoding.UTF8.GetBytes(TableDictionary.Text(report.Analysis)));
    }

    /// <summary>One table, or those of its rows that are wanted.</summary>
    internal static void WriteTable(
        CsvTable table, Analysis analysis, IReportSink sink, string path, CancellationToken cancellation, Func<CellValue[], bool>? wanted = null)
    {
        using var stream = sink.Create(path);
        using var csv = new SafeCsv(stream, table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows(analysis))
        {
            cancellation.ThrowIfCancellationRequested();
            if (wanted is null || wanted(row))
                csv.Write(row);
        }
    }
}
