using System.Text;
using System.Text.Json;
using GapAnalyzer.Reporting.Comparing;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats.Html;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>What <c>compare</c> writes: the comparison as a page, as Markdown, as JSON, as tables, and its charts.</summary>
public static class ComparisonFiles
{
    /// <summary>The file to open first.</summary>
    public const string Page = "comparison.html";

    public static void Write(ComparisonReport comparison, IReportSink sink, CancellationToken cancellation)
    {
        var report = comparison with { Formats = new HashSet<string>(["md", "html", "json", "csv", "charts"], StringComparer.Ordinal) };
        var blocks = ComparisonDocument.Blocks(report);
        WriteText(sink, "comparison.md", MarkdownFormat.Render(blocks, report));
        WriteText(sink, Page, Html.Page.Compose(report, [.. blocks.TakeWhile(IsHead)], [.. blocks.SkipWhile(IsHead)], parts: null, first: "", json => PageNames.WriteWords(json, report.Texts), cancellation));
        WriteText(sink, "comparison.json", Json(report));
        foreach (var table in ComparisonTables.All)
            WriteTable(table, report, sink, cancellation);
        WriteText(sink, "tables/README.md", TableDictionary.Text(ComparisonTables.All.Select(table => (table.File, $"{Markdown.Escape(table.Description)}.", table.Columns))));
        foreach (var chart in report.Charts)
        {
            cancellation.ThrowIfCancellationRequested();
            ChartsFormat.Write(chart, sink);
        }
    }

    /// <summary>Every number; <c>catalog comparison-schema</c> has its JSON Schema.</summary>
    public static string Json(ComparisonReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
            JsonComparison.Write(json, report);
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static bool IsHead(Block block) => block is not Heading { Level: 2 };

    private static void WriteText(IReportSink sink, string path, string text)
    {
        using var stream = sink.Create(path);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void WriteTable(ComparisonTable table, ComparisonReport report, IReportSink sink, CancellationToken cancellation)
    {
        using var stream = sink.Create($"tables/{table.File}");
        using var csv = new SafeCsv(stream, table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows(report.Comparison))
        {
            cancellation.ThrowIfCancellationRequested();
            csv.Write(row);
        }
    }
}
