using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>Diagnostics as a CSV file of their own, with the columns of <c>tables/diagnostics.csv</c>.</summary>
public static class DiagnosticsFile
{
    public static void Write(Stream stream, IEnumerable<Diagnostic> diagnostics)
    {
        using var csv = new SafeCsv(stream, QualityTables.DiagnosticColumns.Select(column => column.Name));
        foreach (var diagnostic in diagnostics)
            csv.Write(QualityTables.DiagnosticColumns.Select(column => column.Value(diagnostic)));
    }
}
