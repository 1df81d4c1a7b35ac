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
        var head = HeadlineSection.Opening(report).ToArray();
        var blocks = ReportDocument.Body(drawn);
        var title = head.OfType<Heading>().First().Text;
        var contents = new Contents(blocks);
        var parts = new Parts(report);
        var markup = new BlockMarkup(report, parts);
        var opening = string.Concat(head.Where(block => block is not Heading).Select(markup.Render));
        var first = FirstScreen.Render(report);
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
            """, parts.WriteData);
    }
}
