using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>A cell of a grid: how it looks, what it shows, and the evidence that the page shows when it is asked.</summary>
/// <param name="Look">Its class.</param>
/// <param name="Html">What it shows.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Values">Parallel to the labels of the grid; an empty one is left out.</param>
internal sealed record GridCell(string Look, string Html, string Title, IReadOnlyList<string> Values)
{
    /// <summary>More for the page: stakeholders present, or the two sectors.</summary>
    public IReadOnlyList<int> About { get; init; } = [];
}

/// <summary>Rows against columns as a table in which every cell has a row head and a column head.</summary>
internal sealed class GridMarkup(string id, string caption, IReadOnlyList<string> labels)
{
    private readonly List<GridCell> cells = [];

    /// <param name="corner">Head of the row heads.</param>
    /// <param name="columns">Heads of the columns.</param>
    /// <param name="rows">Head and cells of each row; null is a place without a cell.</param>
    public string Render(string corner, IReadOnlyList<string> columns, IEnumerable<(string Head, IEnumerable<GridCell?> Cells)> rows)
    {
        var html = new StringBuilder();
        var turned = columns.Count > 8 ? " turned" : "";
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"{Markup.Attribute(caption)}\"><table class=\"grid{turned}\" id=\"{id}\">");
        html.Append(CultureInfo.InvariantCulture, $"<caption>{Markup.Text(caption)}</caption>\n<thead><tr><th scope=\"col\">{Markup.Text(corner)}</th>");
        foreach (var column in columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"><span>{Markup.Text(column)}</span></th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var (head, row) in rows)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Markup.Text(head)}</th>");
            foreach (var cell in row)
                html.Append(Render(cell));
            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    public void WriteData(Utf8JsonWriter json)
    {
        json.WriteStartArray("labels");
        foreach (var label in labels)
            json.WriteStringValue(Markdown.OneLine(label));
        json.WriteEndArray();
        json.WriteStartArray("cells");
        foreach (var cell in cells)
        {
            json.WriteStartArray();
            json.WriteStringValue(Markdown.OneLine(cell.Title));
            json.WriteStartArray();
            foreach (var value in cell.Values)
                json.WriteStringValue(Markdown.OneLine(value));
            json.WriteEndArray();
            json.WriteStartArray();
            foreach (var index in cell.About)
                json.WriteNumberValue(index);
            json.WriteEndArray();
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private string Render(GridCell? cell)
    {
        if (cell is null)
            return "<td class=\"void\"></td>";
        cells.Add(cell);
        return $"<td class=\"{cell.Look}\" data-i=\"{Numbers.Exact(cells.Count - 1)}\">{cell.Html}</td>";
    }
}
