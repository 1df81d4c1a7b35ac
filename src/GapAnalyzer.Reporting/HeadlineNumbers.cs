using System.Text.Json;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Formats.Json;

namespace GapAnalyzer.Reporting;

/// <summary>The headline as <c>report.json</c> has it, without the rest of the report.</summary>
internal static class HeadlineNumbers
{
    /// <summary>An object whose one member is <c>headline</c>.</summary>
    public static JsonElement Of(Analysis analysis)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
        {
            json.WriteStartObject();
            JsonHead.Headline(json, analysis);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.Clone();
    }
}
