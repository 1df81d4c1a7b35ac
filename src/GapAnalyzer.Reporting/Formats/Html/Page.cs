using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Document;
using Heading = GapAnalyzer.Reporting.Document.Heading;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>The whole page: policy, style, contents, the blocks of the report, what the script reads, and the script.</summary>
internal static class Page
{
    /// <summary>Escapes what could end the block or be taken for markup, and nothing else.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

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
        var style = ChartFonts.Css(title + opening + first + body) + Assets.Style;
        var t = report.Texts;
        return $"""
            <!DOCTYPE html>
            <html lang="{t.Language}" dir="ltr">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Assets.Policy(Assets.Script, style)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="gap-analyzer {Report.ToolVersion}">
            <title>{Markup.Attribute(title)}</title>
            <link rel="icon" href="data:,">
            <style>{style}</style>
            </head>
            <body>
            <a class="skip" href="#report">{Markup.Text(t.Say("html.skip"))}</a>
            <header>
            <h1 id="top">{Markup.Text(title)}</h1>
            <div class="scope">{opening}</div>
            {first}</header>
            <div class="columns">
            {contents.Navigation(t)}
            <main id="report" tabindex="-1">
            {body}</main>
            </div>
            <script type="application/json" id="data">{Data(parts)}</script>
            <script>{Assets.Script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Data(Parts parts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            parts.WriteData(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
