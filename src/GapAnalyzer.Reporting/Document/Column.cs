namespace GapAnalyzer.Reporting.Document;

/// <summary>What a column holds.</summary>
internal enum Holds
{
    Words,

    /// <summary>Numbers, aligned to the right.</summary>
    Figures,

    /// <summary>Numbers that only tie evidence can give: a column of dashes says nothing, one of zeros a falsehood, so it is left out without.</summary>
    TieFigures,
}

/// <summary>A column of a table in the report: its head and what it says of a row, side by side.</summary>
/// <param name="Key">Key of the head, <c>column.KEY</c>.</param>
/// <param name="Cell">What it says.</param>
internal sealed record Column<T>(string Key, Func<T, Line> Cell, Holds Holds = Holds.Words)
{
    /// <summary>The table of these rows.</summary>
    public static Table Table(Publication report, IEnumerable<Column<T>> columns, IEnumerable<T> rows)
    {
        Column<T>[] shown = [.. columns.Where(column => report.Measured || column.Holds != Holds.TieFigures)];
        return new(
            [.. shown.Select(column => new TableColumn(report.Texts.Say($"column.{column.Key}"), column.Holds != Holds.Words))],
            [.. rows.Select(IReadOnlyList<Line> (row) => [.. shown.Select(column => column.Cell(row))])]);
    }
}
