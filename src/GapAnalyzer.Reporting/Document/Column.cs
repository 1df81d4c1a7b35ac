namespace GapAnalyzer.Reporting.Document;

/// <summary>What a column holds.</summary>
internal enum Holds
{
    Words,

    /// <summary>Numbers, aligned to the right.</summary>
    Figures,

    /// <summary>Numbers that only tie evidence can give: a column of dashes says nothing, one of zeros a falsehood, so it is left out without.</summary>
    TieFigures,

    /// <summary>Numbers about what lies between sectors: where fewer than two are known, they say nothing either.</summary>
    CrossFigures,

    /// <summary>Both.</summary>
    CrossTieFigures,
}

/// <summary>A column of a table in the report: its head and what it says of a row, side by side.</summary>
/// <param name="Key">Key of the head, <c>column.KEY</c>.</param>
/// <param name="Cell">What it says.</param>
internal sealed record Column<T>(string Key, Func<T, Line> Cell, Holds Holds = Holds.Words)
{
    /// <summary>The table of these rows.</summary>
    public static Table Table(Publication report, IEnumerable<Column<T>> columns, IEnumerable<T> rows)
    {
        Column<T>[] shown = [.. columns.Where(column => Says(report, column.Holds))];
        return new(
            [.. shown.Select(column => new TableColumn(report.Texts.Say($"column.{column.Key}"), column.Holds != Holds.Words))],
            [.. rows.Select(IReadOnlyList<Line> (row) => [.. shown.Select(column => column.Cell(row))])]);
    }

    private static bool Says(Publication report, Holds holds) =>
        (report.Measured || holds is not (Holds.TieFigures or Holds.CrossTieFigures))
        && (report.AcrossSectors || holds is not (Holds.CrossFigures or Holds.CrossTieFigures));
}
