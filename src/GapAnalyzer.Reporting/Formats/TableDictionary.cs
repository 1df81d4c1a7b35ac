using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>The data dictionary of the tables, from the definitions that write them.</summary>
internal static class TableDictionary
{
    public static string Text(Analysis analysis) =>
        Text(TableCatalog.Of(analysis).Select(table => (table.File, $"{Markdown.Escape(table.Description)}.{Cut(table, analysis)}", table.Columns)));

    /// <summary>Of tables by file, description as Markdown, and columns.</summary>
    public static string Text(IEnumerable<(string File, string Description, IReadOnlyList<CsvColumn> Columns)> tables)
    {
        var text = new StringBuilder();
        text.Append("# Tables\n\nUTF-8, commas, one header row, dot as decimal sign. An empty cell is undefined or not given, never zero.\n");
        text.Append("Text that a spreadsheet could run as a formula begins with an apostrophe.\n");
        foreach (var (file, description, columns) in tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {file}\n\n{description}\n\n| column | meaning |\n| --- | --- |\n");
            foreach (var column in columns)
                text.Append(CultureInfo.InvariantCulture, $"| {Markdown.Code(column.Name)} | {Markdown.Escape(column.Description)} |\n");
        }

        return text.ToString();
    }

    /// <summary>Says when a table does not hold everything.</summary>
    private static string Cut(CsvTable table, Analysis analysis)
    {
        var (which, all) = table == GapTables.Gaps ? ("first", analysis.Headline.Coordination.Gaps) : table == StakeholderTables.Ties ? ("strongest", analysis.Ties.M) : ("", 0);
        return all > analysis.Options.MaxTableRows
            ? $" Cut: the {which} {Numbers.Count(analysis.Options.MaxTableRows)} of {Numbers.Count(all)}; raise --max-table-rows for more."
            : "";
    }
}
