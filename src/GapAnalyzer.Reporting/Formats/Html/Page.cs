using System.Text.Json;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Document;
using Heading = GapAnalyzer.Reporting.Document.Heading;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>The page of a report: its first screen, contents, and the blocks of the report.</summary>
internal static class Page
{
    public static string Render(Report report, CancellationToken cancellation)
    {
        // The page draws its charts itself, whether or not there are files of them beside it.
        var drawn = report with { Formats = report.Formats.Append("charts").ToHashSet(StringComparer.Ordinal) };
        var parts = new Parts(report);
        return Compose(report, [.. HeadlineSection.Opening(report)], ReportDocument.Body(drawn), parts, FirstScreen.Render(report), parts.WriteData, cancellation);
    }

    /// <summary>A page of blocks.</summary>
    /// <param name="report">What they are of.</param>
    /// <param name="head">The title, and what stands above all.</param>
    /// <param name="blocks">What is said, in reading order.</param>
    /// <param name="parts">What answers to a reader; null: nothing does.</param>
    /// <param name="first">Markup for those who read no further.</param>
    /// <param name="data">Writes what the script reads; called after everything was rendered.</param>
    /// <param name="cancellation">Looked at once.</param>
    public static string Compose(
        Publication report, IReadOnlyList<Block> head, IReadOnlyList<Block> blocks, Parts? parts, string first, Action<Utf8JsonWriter> data, CancellationToken cancellation)
    {
        var title = head.OfType<Heading>().First().Text;
        var contents = new Contents(blocks);
        var markup = new BlockMarkup(report, parts);
        var opening = string.Concat(head.Where(block => block is not Heading).Select(markup.Render));
        var body = markup.Render(blocks, contents);
        cancellation.ThrowIfCancellationRequested();
        var t = report.Texts;
        return Shell.Render(t, title, ChartFonts.Css(title + opening + first + body), $"""
            <header>
            <h1 id="top">{Markup.Text(title)}</h1>
            <div class="scope">{opening}</div>
            {first}</header>
            <div class="columns">
            {contents.Navigation(t)}
            <main id="report" tabindex="-1">
            {body}</main>
            </div>
            """, data);
    }
}
