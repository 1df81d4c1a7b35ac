using System.Text.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>Names that the script of the page speaks of, and its words.</summary>
internal static class PageNames
{
    /// <summary>Words of the script, <c>html.js.KEY</c>; holes are left for it to fill.</summary>
    private static readonly (string Key, string[] Holes)[] Words =
    [
        ("filter", []), ("filter-in", ["what"]), ("rows", ["n", "total"]), ("copy", []), ("copied", ["n"]), ("not-copied", []), ("sort-by", ["what"]), ("theme", ["which"]),
        ("theme-auto", []), ("theme-light", []), ("theme-dark", []), ("search", []), ("sector", []), ("all-sectors", []), ("across-only", []),
        ("show-ties", []), ("show-gaps", []), ("zoom-in", []), ("zoom-out", []), ("zoom-reset", []), ("more", ["n"]), ("show-all", ["n"]), ("none-found", []), ("reset", []),
        ("evidence", []), ("evidence-of", ["what"]), ("evidence-cut", []), ("link-to", ["what"]), ("grid-hint", []), ("network-hint", []), ("present", ["n"]), ("nobody", []),
        ("gaps-here", ["n"]), ("tied-to", ["n"]), ("missing-to", ["n"]), ("rank", []), ("not-drawn", []),
    ];

    /// <summary>Words of other parts of the report that the script needs too.</summary>
    private static readonly (string Key, string[] Holes)[] Shared =
    [
        ("colon", []), ("list.and", ["first", "last"]), ("list.comma", []), ("list.more", ["n"]), ("list.semicolon", []), ("gap.who", ["name", "sector"]), ("gap.introducers", ["names"]), ("gap.path", ["names"]),
        ("gap.unconnected", []), ("evidence.side", ["name"]), ("foremost.pair", ["a", "b"]), ("column.a", []), ("column.b", []), ("column.requirement", []),
        ("column.shared", []), ("column.introducers", []), ("column.partners", []), ("column.gaps", []),
    ];

    /// <summary>The words alone, for a page without parts that answer.</summary>
    public static void WriteWords(Utf8JsonWriter json, Texts t)
    {
        json.WriteStartObject("words");
        foreach (var (key, holes) in Words)
            json.WriteString(key, Say($"html.js.{key}", holes));
        foreach (var (key, holes) in Shared)
            json.WriteString(key, Say(key, holes));
        json.WriteEndObject();

        string Say(string key, string[] holes) => t.Say(key, holes.ToDictionary(hole => hole, hole => (object)$"{{{hole}}}", StringComparer.Ordinal));
    }

    public static void Write(Utf8JsonWriter json, Report report)
    {
        var analysis = report.Analysis;
        WriteWords(json, report.Texts);
        json.WriteStartArray("sectors");
        foreach (var sector in analysis.Dataset.Sectors)
            json.WriteStringValue(Markdown.OneLine(report.Texts.Sector(sector.Name)));
        json.WriteEndArray();
        json.WriteStartArray("stakeholders");
        foreach (var summary in analysis.Stakeholders)
        {
            var stakeholder = analysis.Of(summary.Stakeholder);
            json.WriteStartArray();
            json.WriteStringValue(Markdown.OneLine(stakeholder.Name));
            json.WriteNumberValue(stakeholder.Sector.Index);
            json.WriteStringValue(Markdown.OneLine(stakeholder.ShortName));
            json.WriteStringValue(Markup.Key(stakeholder.Id));
            json.WriteStringValue(Numbers.Count(summary.Degree));
            json.WriteStringValue(Numbers.Count(summary.Rate.Gaps));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
