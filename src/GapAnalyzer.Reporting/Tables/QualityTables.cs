using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>How the input was understood, and what was noticed in it.</summary>
internal static class QualityTables
{
    public static CsvTable Diagnostics { get; } = new CsvTable<Diagnostic>
    {
        Id = "diagnostics",
        Description = "What was noticed, repaired or left out in the input",
        From = analysis => analysis.Dataset.Diagnostics.Items,
    }
        .With("code", "Code, see gap-analyzer catalog diagnostics", (_, d) => d.Code)
        .With("severity", "info, warning or error", (_, d) => Naming.SnakeCase(d.Severity.ToString()))
        .With("file", "File; empty where it concerns the whole dataset", (_, d) => d.File)
        .With("line", "Line of the file; empty where it concerns the whole file", (_, d) => d.Line > 0 ? d.Line : CellValue.None)
        .With("column", "Column header; empty where it concerns the whole row", (_, d) => d.Column)
        .With("found", "What was found", (_, d) => d.Found)
        .With("expected", "What was expected", (_, d) => d.Expected)
        .With("done", "What was done about it", (_, d) => d.Done);

    public static CsvTable Columns { get; } = new CsvTable<(SourceFile File, UnderstoodColumn Column)>
    {
        Id = "columns",
        Description = "How the columns of the input files were understood",
        From = analysis => analysis.Dataset.Files.SelectMany(file => file.Columns.Select(column => (file, column))),
    }
        .With("file", "Input file", (_, row) => row.File.Name)
        .With("file_shape", "What the file was taken for", (_, row) => row.File.Shape)
        .With("header", "Column header", (_, row) => row.Column.Header)
        .With("taken_for", "What the column was taken for", (_, row) => row.Column.Meaning)
        .With("because", "Why", (_, row) => row.Column.Reason);
}
