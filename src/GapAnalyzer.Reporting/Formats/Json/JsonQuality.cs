using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>How the input was understood, and what was noticed in it.</summary>
internal static class JsonQuality
{
    public static void Files(Utf8JsonWriter json, Dataset data) =>
        json.WriteObjects("files", data.Files, file =>
        {
            json.WriteString("name", file.Name);
            json.WriteString("shape", file.Shape);
            json.WriteString("encoding", file.Encoding);
            json.WriteString("delimiter", file.Delimiter?.ToString() ?? "");
            json.WriteNumber("header_line", file.HeaderLine);
            json.WriteNumber("rows_read", file.Rows.Read);
            json.WriteNumber("rows_used", file.Rows.Used);
            json.WriteCounts("set_aside", file.Rows.SetAside);
            json.WriteObjects("columns", file.Columns, column =>
            {
                json.WriteString("header", column.Header);
                json.WriteString("taken_for", column.Meaning);
                json.WriteString("because", column.Reason);
            });
        });

    public static void DataQuality(Utf8JsonWriter json, Analysis analysis)
    {
        var (unplaced, diagnostics) = (analysis.Unplaced, analysis.Dataset.Diagnostics);
        json.WriteStartObject("data_quality");
        json.WriteCounts("repairs", Repairs(diagnostics));
        json.WriteUnlessLeftOut(analysis, AnalysisParts.Names, ["suggestions"], () => json.WriteNumber("suggestions", analysis.Suggestions.Count));
        json.WriteNumber("unknown_themes", unplaced.UnknownThemes);
        json.WriteNumber("unknown_places", unplaced.UnknownPlaces);
        json.WriteNumber("unknown_dates", unplaced.UnknownDates);
        json.WriteNumber("without_arena", unplaced.WithoutArena);
        json.WriteNumber("outside_window", unplaced.OutsideWindow);
        json.WriteNumber("undated_outside_window", unplaced.UndatedOutsideWindow);
        json.WriteTexts("absent_dimensions", unplaced.AbsentDimensions);
        json.WriteObjects("too_large_for_ties", unplaced.TooLargeForTies, id =>
        {
            var activity = analysis.Of(id);
            json.WriteString("id", activity.Id);
            json.WriteTextOrNull("title", activity.Title);
            json.WriteNumber("participants", activity.Participations.Count(participation => !participation.IsFunderOnly));
        });
        json.WriteEndObject();
    }

    public static void Diagnostics(Utf8JsonWriter json, Dataset data) =>
        json.WriteObjects("diagnostics", data.Diagnostics.Items, diagnostic =>
        {
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", Naming.SnakeCase(diagnostic.Severity.ToString()));
            json.WriteTextOrNull("file", diagnostic.File);
            json.WriteNumberOrNull("line", diagnostic.Line > 0 ? diagnostic.Line : double.NaN);
            json.WriteTextOrNull("column", diagnostic.Column);
            json.WriteString("message", diagnostic.Message);
            json.WriteNumber("occurrences", diagnostic.Occurrences);
        });

    /// <summary>Exact counts by the key of the kind, also where the list of diagnostics is capped.</summary>
    private static Dictionary<string, long> Repairs(DiagnosticList diagnostics) =>
        diagnostics.Items.GroupBy(diagnostic => diagnostic.Kind)
            .GroupBy(kind => kind.Key.Key, kind => diagnostics.Counts.GetValueOrDefault(kind.Key.Code, kind.Count()))
            .ToDictionary(counts => counts.Key, counts => counts.Sum(), StringComparer.Ordinal);
}
