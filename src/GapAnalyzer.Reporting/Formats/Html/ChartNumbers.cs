using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>The numbers behind a chart, for whoever cannot see it: folded away below it, and the file that has them.</summary>
internal static class ChartNumbers
{
    /// <summary>Longer tables are only pointed to.</summary>
    private const int MostRows = 60;

    public static string Fold(Chart chart, Publication report)
    {
        var label = Markup.Text(report.Texts.Say("figure.numbers"));
        var link = report.Has("charts") ? $"<p>{label} <a href=\"charts/{chart.Id}.csv\">charts/{chart.Id}.csv</a></p>\n" : "";
        if (chart.Table.Rows.Count is 0 or > MostRows)
            return link;
        var table = new Table(
            [.. chart.Table.Columns.Select(column => new TableColumn(column.Name, column.Kind != ColumnKind.Text))],
            [.. chart.Table.Rows.Select(IReadOnlyList<Line> (row) => [.. row.Zip(chart.Table.Columns, (value, column) => Line.FromString(Cell(value, column.Kind, report.Texts)))])]);
        return $"<details class=\"numbers\"><summary>{Markup.Text(report.Texts.Say("html.numbers"))}</summary>\n{BlockMarkup.Render(table, chart.Title)}{link}</details>\n";
    }

    private static string Cell(object value, ColumnKind kind, Texts t) => (value, kind) switch
    {
        (double share, ColumnKind.Share) => Numbers.Percent(share, t),
        (double number, _) => Numbers.Text(number, t),
        (long or int, _) => Numbers.Count(Convert.ToInt64(value, null)),
        _ => (string)value,
    };
}
