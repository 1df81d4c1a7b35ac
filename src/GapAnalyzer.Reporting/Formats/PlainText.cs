using GapAnalyzer.Reporting.Document;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>Blocks as lines for a terminal, without any markup; whoever prints them takes control characters out.</summary>
internal static class PlainText
{
    private const string Between = "  ";

    public static IEnumerable<string> Lines(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Heading { Level: 1 } title => [title.Text],
        Heading heading => ["", heading.Text],
        Paragraph paragraph => [Text(paragraph.Text)],
        Bullets bullets => bullets.Items.Select(item => $"- {Text(item)}"),
        Table table => Lines(table),
        _ => throw new InvalidOperationException($"no plain text for {block.GetType().Name}"),
    });

    /// <summary>Columns as wide as their widest cell, numbers to the right.</summary>
    private static IEnumerable<string> Lines(Table table)
    {
        string[][] rows = [[.. table.Columns.Select(column => column.Title)], .. table.Rows.Select(row => row.Select(Text).ToArray())];
        int[] widths = [.. table.Columns.Select((_, c) => rows.Max(row => row[c].Length))];
        return rows.Select(row => string.Join(Between, row.Select((cell, c) => table.Columns[c].IsNumber ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
    }

    private static string Text(Line line) => string.Concat(line.Select(part => part switch
    {
        Plain plain => plain.Text,
        Strong strong => strong.Text,
        Code code => code.Text,
        Link link => link.Text,
        _ => throw new InvalidOperationException($"no plain text for {part.GetType().Name}"),
    }));
}
