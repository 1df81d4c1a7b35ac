using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Document;
using Heading = GapAnalyzer.Reporting.Document.Heading;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>The blocks of the report as HTML: the same words and numbers as in every other format.</summary>
/// <param name="report">What is written.</param>
/// <param name="parts">What answers to a reader, in place of a picture or a table of the same content; null: nothing does.</param>
internal sealed class BlockMarkup(Publication report, Parts? parts)
{
    /// <summary>A longer number has words with it, and may take several lines.</summary>
    private const int LongestNumber = 20;

    private string caption = "";

    /// <summary>The last block was replaced by a list of all there is: a line on how many more there are would be wrong under it.</summary>
    private bool isAllThere;

    /// <summary>The blocks below the title, each part of the report in a section of its own.</summary>
    public string Render(IReadOnlyList<Block> blocks, Contents contents)
    {
        var html = new StringBuilder();
        var ids = new Queue<string>(contents.Ids);
        var open = false;
        foreach (var block in blocks)
        {
            if (block is Heading { Level: 2 } section)
            {
                html.Append(open ? "</section>\n" : "").Append(CultureInfo.InvariantCulture, $"<section aria-labelledby=\"{ids.Peek()}\">\n");
                open = true;
            }

            if (block is Heading heading)
                html.Append(Heading(heading, ids.Dequeue()));
            else
                html.Append(isAllThere && block is Paragraph ? $"<div class=\"unscripted\">{Render(block)}</div>\n" : Render(block));
            isAllThere = block is Table { File: GapExplorer.File };
        }

        return html.Append(open ? "</section>\n" : "").ToString();
    }

    private string Heading(Heading heading, string id)
    {
        caption = heading.Text;
        var text = Markup.Text(heading.Text);
        var link = $"<a class=\"anchor\" href=\"#{id}\" aria-label=\"{Markup.Attribute(report.Texts.Say("html.link-to", ("what", heading.Text)))}\">#</a>";
        return $"<h{heading.Level} id=\"{id}\">{text} {link}</h{heading.Level}>\n";
    }

    public string Render(Block block) => block switch
    {
        Paragraph paragraph => $"<p>{Render(paragraph.Text)}</p>\n",
        Bullets bullets => $"<ul>\n{string.Concat(bullets.Items.Select(item => $"<li>{Render(item)}</li>\n"))}</ul>\n",
        Table table => parts?.InPlaceOf(table, caption) ?? Render(table, caption),
        Figure figure => parts?.InPlaceOf(figure.Chart) ?? Render(figure.Chart),
        _ => throw new InvalidOperationException($"no HTML for {block.GetType().Name}"),
    };

    /// <summary>A table with its caption, in a frame of its own in which it scrolls where it is too wide.</summary>
    /// <param name="rowsBelow">What stands below the row with this index, in a row of its own.</param>
    public static string Render(Table table, string caption, Func<int, string>? rowsBelow = null)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"frame\" tabindex=\"0\" role=\"group\" aria-label=\"{Markup.Attribute(caption)}\"><table class=\"data\">");
        html.Append(CultureInfo.InvariantCulture, $"<caption>{Markup.Text(caption)}</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{(column.IsNumber ? " class=\"n\"" : "")}>{Markup.Text(column.Title)}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var (i, row) in table.Rows.Index())
        {
            html.Append("<tr>");
            foreach (var (column, cell) in table.Columns.Zip(row))
                html.Append(Cell(column, cell, isFirst: ReferenceEquals(cell, row[0])));
            html.Append("</tr>\n");
            if (rowsBelow is not null)
                html.Append(CultureInfo.InvariantCulture, $"<tr class=\"below\"><td colspan=\"{Numbers.Exact(table.Columns.Count)}\">{rowsBelow(i)}</td></tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    private static string Cell(TableColumn column, Line cell, bool isFirst) =>
        isFirst && !column.IsNumber ? $"<th scope=\"row\">{Render(cell)}</th>"
        : column.IsNumber ? $"<td class=\"{(cell.OfType<Plain>().Sum(part => part.Text.Length) > LongestNumber ? "n said" : "n")}\">{Render(cell)}</td>"
        : $"<td>{Render(cell)}</td>";

    public static string Render(Line line) => string.Concat(line.Select(part => part switch
    {
        Plain plain => Markup.Text(plain.Text),
        Strong strong => $"<strong>{Markup.Text(strong.Text)}</strong>",
        Code code => $"<code>{Markup.Name(code.Text)}</code>",
        Link link => $"<a href=\"{Markup.Attribute(link.Target)}\">{Markup.Text(link.Text)}</a>",
        _ => throw new InvalidOperationException($"no HTML for {part.GetType().Name}"),
    }));

    /// <summary>Title and subtitle of a chart as text of the page, which fits every screen.</summary>
    public static string Caption(string title, string subtitle) =>
        $"<figcaption><strong>{Markup.Text(title)}</strong> <span>{Markup.Text(subtitle)}</span></figcaption>";

    /// <summary>The picture itself, drawn inside the page, and the numbers behind it.</summary>
    private string Render(Chart chart)
    {
        var numbers = ChartNumbers.Fold(chart, report);
        return $"<figure id=\"chart-{chart.Id}\" class=\"chart\">\n{Caption(chart.Title, chart.Subtitle)}\n<div class=\"frame paper\" tabindex=\"0\" role=\"group\" aria-label=\"{Markup.Attribute(chart.Title)}\">{chart.ToSvgWithoutHeading().TrimEnd()}</div>\n{numbers}</figure>\n";
    }
}
