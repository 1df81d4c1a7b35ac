using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>What every page has around its content: policy, style, what the script reads, and the script.</summary>
internal static class Shell
{
    /// <summary>Escapes what could end the block or be taken for markup, and nothing else.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="t">The language.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="css">Fonts and rules beyond the style sheet that every page has.</param>
    /// <param name="content">What is seen: a header, and a part with the id <c>report</c>.</param>
    /// <param name="writeData">Writes what the script reads: words first.</param>
    public static string Render(Texts t, string title, string css, string content, Action<Utf8JsonWriter> writeData)
    {
        var style = css + Assets.Style + RunningTitle(title);
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
            {content}
            <script type="application/json" id="data">{Data(writeData)}</script>
            <script>{Assets.Script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    /// <summary>The title at the foot of each printed page, beside its number.</summary>
    private static string RunningTitle(string title) =>
        $"@page {{ @bottom-left {{ content: \"{Markup.CssString(title)}\"; width: 150mm; font: 8pt Inter, system-ui, sans-serif; color: #444; }} }}\n";

    private static string Data(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Json))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
