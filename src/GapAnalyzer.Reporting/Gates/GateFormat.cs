using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace GapAnalyzer.Reporting.Gates;

/// <summary>What gates came to, in the form that a CI reads.</summary>
public static class GateFormat
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> All { get; } = ["text", "json", "github", "junit"];

    /// <param name="format">One of <see cref="All"/>.</param>
    /// <param name="results">In the order of the command line.</param>
    /// <param name="explain">The report that explains what failed.</param>
    /// <param name="commandOf">The command that explains a number, by its path; null where there is none.</param>
    /// <param name="notes">What a person should know beside the rules.</param>
    public static string Write(string format, IReadOnlyList<GateResult> results, string explain, Func<string, string?> commandOf, params IReadOnlyList<string> notes) => format switch
    {
        "json" => Json(results, explain, commandOf, notes),
        "github" => Lines(
        [
            .. results.Where(result => !result.Passed).Select(result => $"::error title=gap-analyzer::{Escape($"{result.Text}; {Explained(result, explain, commandOf)}")}"),
            .. notes.Select(note => $"::warning title=gap-analyzer::{Escape(note)}"),
        ]),
        "junit" => JUnit(results, explain, commandOf),
        _ => Lines([.. notes, .. results.SelectMany(result => Text(result)), .. results.Where(result => result is { Passed: false, Explain: null }).Select(result => Explained(result, explain, commandOf)).Distinct()]),
    };

    private static IEnumerable<string> Text(GateResult result) => result is { Passed: false, Explain: { } own } ? [result.Text, $"  {own} explains it"] : [result.Text];

    private static string Explained(GateResult result, string explain, Func<string, string?> commandOf) =>
        result.Explain is { } own ? $"{own} explains it"
        : Command(result, commandOf) is { } command ? $"{explain} explains it; so does: {command}" : $"{explain} explains it";

    /// <summary>The command behind a number that failed.</summary>
    private static string? Command(GateResult result, Func<string, string?> commandOf) => result.Passed || result.IsTotal ? null : commandOf(result.Path);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));

    /// <summary>A workflow command ends at a line break.</summary>
    private static string Escape(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Json(IReadOnlyList<GateResult> results, string explain, Func<string, string?> commandOf, IReadOnlyList<string> notes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteBoolean("passed", results.All(result => result.Passed));
            json.WriteStartArray("gates");
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("rule", result.Rule);
                json.WriteString("path", result.Path);
                json.WriteBoolean("passed", result.Passed);
                json.WriteString("value", result.Value);
                json.WriteString("fails_when", result.FailsWhen);
                json.WriteString("explained_by", result.Explain ?? Command(result, commandOf));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("notes");
            foreach (var note in notes)
                json.WriteStringValue(note);
            json.WriteEndArray();
            json.WriteString("explain", explain);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static string JUnit(IReadOnlyList<GateResult> results, string explain, Func<string, string?> commandOf)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", "gap-analyzer");
            xml.WriteAttributeString("tests", Numbers.Exact((long)results.Count));
            xml.WriteAttributeString("failures", Numbers.Exact((long)results.Count(result => !result.Passed)));
            foreach (var result in results)
            {
                xml.WriteStartElement("testcase");
                xml.WriteAttributeString("classname", "gates");
                xml.WriteAttributeString("name", result.Rule);
                if (!result.Passed)
                {
                    xml.WriteStartElement("failure");
                    xml.WriteAttributeString("message", result.Text);
                    xml.WriteString(Explained(result, explain, commandOf));
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
