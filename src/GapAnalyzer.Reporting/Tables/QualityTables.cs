using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>How the input was understood, and what was noticed in it.</summary>
internal static class QualityTables
{
    /// <summary>What is told about a diagnostic, in a report or by itself.</summary>
    public static IReadOnlyList<(string Name, string Description, Func<Diagnostic, CellValue> Value)> DiagnosticColumns { get; } =
    [
        ("code", "Code, see gap-analyzer catalog diagnostics", d => d.Code),
        ("severity", "info, warning or error", d => Naming.SnakeCase(d.Severity.ToString())),
        ("file", "File; empty where it concerns the whole dataset", d => d.File),
        ("line", "Line of the file; empty where it concerns the whole file", d => d.Line > 0 ? d.Line : CellValue.None),
        ("column", "Column header; empty where it concerns the whole row", d => d.Column),
        ("found", "What was found", d => d.Found),
        ("expected", "What was expected", d => d.Expected),
        ("done", "What was done about it", d => d.Done),
        ("occurrences", "How often it occurred; file and line are those of the first", d => d.Occurrences),
    ];

    public static CsvTable Diagnostics { get; } = DiagnosticColumns.Aggregate(
        new CsvTable<Diagnostic>
        {
            Id = "diagnostics",
            Description = "What was noticed, repaired or left out in the input",
            From = analysis => analysis.Dataset.Diagnostics.Items,
        },
        (table, column) => table.With(column.Name, column.Description, (_, diagnostic) => column.Value(diagnostic)));

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
