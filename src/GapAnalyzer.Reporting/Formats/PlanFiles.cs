using System.Globalization;
using System.Text;
using System.Text.Json;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>What <c>plan</c> writes: the plan as JSON and tables, a list of invitations for each meeting, and the chart of what each closes.</summary>
public static class PlanFiles
{
    public static void Write(Analysis analysis, IReportSink sink, CancellationToken cancellation)
    {
        using (var json = sink.Create("plan.json"))
            json.Write(Encoding.UTF8.GetBytes(Json(analysis)));
        foreach (var table in new[] { PlanTables.Introductions, PlanTables.Meetings, PlanTables.Invitations })
            CsvFormat.WriteTable(table, analysis, sink, table.File, cancellation);
        for (var meeting = 1; meeting <= analysis.Plan.Meetings.Meetings.Count; meeting++)
        {
            CsvFormat.WriteTable(
                PlanTables.Invitations, analysis, sink, string.Create(CultureInfo.InvariantCulture, $"invitations/meeting-{meeting:00}.csv"), cancellation, row => row[0].Whole == meeting);
        }

        if (MeetingCurve.Definition.Draw(analysis).Chart is { } chart)
            ChartsFormat.Write(chart, sink);
    }

    /// <summary>The plan under the names of <c>report.json</c>.</summary>
    public static string Json(Analysis analysis)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
        {
            json.WriteStartObject();
            JsonPlan.Plan(json, analysis);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
