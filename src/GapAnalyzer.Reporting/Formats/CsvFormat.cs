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
        foreach (var table in TableCatalog.All)
        {
            using var stream = sink.Create($"tables/{table.File}");
            using var csv = new SafeCsv(stream, table.Columns.Select(column => column.Name));
            foreach (var row in table.Rows(report.Analysis))
            {
                cancellation.ThrowIfCancellationRequested();
                csv.Write(row);
            }
        }

        using var dictionary = sink.Create("tables/README.md");
        dictionary.Write(Encoding.UTF8.GetBytes(TableDictionary.Text(report.Analysis)));
    }
}
