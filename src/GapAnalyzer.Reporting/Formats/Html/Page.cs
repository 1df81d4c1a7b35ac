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
        var blocks = ReportDocument.Blocks(drawn);
        var title = blocks.OfType<Heading>().First(heading => heading.Level == 1).Text;
        var contents = new Contents(blocks);
        var parts = new Parts(report);
        var markup = new BlockMarkup(report, parts);
        var opening = string.Concat(blocks.TakeWhile(block => block is not Heading { Level: 2 }).Where(block => block is not Heading).Select(markup.Render));
        var body = markup.Render([.. blocks.SkipWhile(block => block is not Heading { Level: 2 })], contents);
        cancellation.ThrowIfCancellationRequested();
        var t = report.Texts;
        return Shell.Render(t, title, ChartFonts.Css(title + opening + body), $"""
            <header>
            <h1 id="top">{Markup.Text(title)}</h1>
            <div class="scope">{opening}</div>
            {FirstScreen.Render(report)}</header>
            <div class="columns">
            {contents.Navigation(t)}
            <main id="report" tabindex="-1">
            {body}</main>
            </div>
            """, parts.WriteData);
    }
}
