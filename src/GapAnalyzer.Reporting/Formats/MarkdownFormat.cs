using System.Text;
using GapAnalyzer.Reporting.Document;

namespace GapAnalyzer.Reporting.Formats;

/// <summary><c>report.md</c>: the report for version control and wikis.</summary>
internal static class MarkdownFormat
{
    public static ReportFormat Format { get; } = new("md", "report.md", "version control and wikis: the report as Markdown", Write);

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        using var stream = sink.Create("report.md");
        stream.Write(Encoding.UTF8.GetBytes(Render(ReportDocument.Blocks(report), report)));
    }

    public static string Render(IReadOnlyList<Block> blocks, Publication report) =>
        string.Join('\n', blocks.Select(block => Render(block, report)));

    private static string Render(Block block, Publication report) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {Markdown.Escape(heading.Text)}\n",
        Paragraph paragraph => Markdown.Guard(Render(paragraph.Text)) + "\n",
        Bullets bullets => string.Concat(bullets.Items.Select(item => $"- {Markdown.Guard(Render(item))}\n")),
        Table table => Render(table),
        Figure figure => Render(figure, report),
        _ => throw new InvalidOperationException($"no Markdown for {block.GetType().Name}"),
    };

    private static string Render(Table table)
    {
        var text = new StringBuilder();
        text.Append(Row(table.Columns.Select(column => Markdown.Escape(column.Title))));
        text.Append(Row(table.Columns.Select(column => column.IsNumber ? "---:" : "---")));
        foreach (var row in table.Rows)
            text.Append(Row(row.Select(Render)));
        return text.ToString();
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    private static string Render(Figure figure, Publication report)
    {
        var chart = figure.Chart;
        var image = $"![{Markdown.Escape(chart.AltText)}](charts/{chart.Id}.svg)\n";
        return $"{image}\n{Markdown.Escape(report.Texts.Say("figure.numbers"))} [charts/{chart.Id}.csv](charts/{chart.Id}.csv)\n";
    }

    private static string Render(Line line) => string.Concat(line.Select(part => part switch
    {
        Plain plain => Markdown.Escape(plain.Text),
        Strong strong => $"**{Markdown.Escape(strong.Text)}**",
        Code code => Markdown.Code(code.Text),
        Link link => $"[{Markdown.Escape(link.Text)}]({link.Target})",
        _ => throw new InvalidOperationException($"no Markdown for {part.GetType().Name}"),
    }));
}
