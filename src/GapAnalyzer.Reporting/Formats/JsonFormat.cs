using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GapAnalyzer.Reporting.Formats.Json;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>
/// <c>report.json</c>: every number, under names that others rely on. Its JSON Schema is the embedded resource
/// <c>schemas/report.schema.json</c>. A number that is undefined, or that this version does not compute, is <c>null</c>.
/// </summary>
internal static class JsonFormat
{
    /// <summary>Raised when a name is removed or changes its meaning; additions leave it.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>The same for <c>comparison.json</c>.</summary>
    public const string ComparisonSchemaVersion = "1.0";

    public static ReportFormat Format { get; } = new("json", "report.json", "programs: every number, with a published JSON Schema", Write);

    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        using var stream = sink.Create("report.json");
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, report);
        stream.WriteByte((byte)'\n');
    }

    private static void Timings(Utf8JsonWriter json, IReadOnlyList<StepTime>? timings)
    {
        if (timings is null)
            return;
        json.WriteStartArray("timings");
        foreach (var step in timings)
        {
            json.WriteStartObject();
            json.WriteString("step", step.Step);
            json.WriteNumber("wall_seconds", step.WallSeconds);
            json.WriteNumber("processor_seconds", step.ProcessorSeconds);
            json.WriteNumber("peak_bytes", step.PeakBytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Report report)
    {
        var analysis = report.Analysis;
        json.WriteStartObject();
        json.WriteString("schema_version", SchemaVersion);
        json.WriteString("tool_version", Report.ToolVersion);
        JsonHead.Options(json, report);
        JsonHead.Dataset(json, analysis);
        JsonHead.Headline(json, analysis);
        JsonHead.Network(json, analysis);
        JsonSectors.Sectors(json, analysis);
        JsonSectors.Pairs(json, analysis);
        JsonTests.SectorTests(json, analysis);
        json.WriteUnlessLeftOut(analysis, AnalysisParts.CoPresence, ["copresence"], () => JsonTests.CoPresence(json, analysis));
        JsonGaps.Gaps(json, analysis);
        json.WriteUnlessLeftOut(analysis, AnalysisParts.Plan, ["plan", "introductions", "meetings"], () => JsonPlan.Plan(json, analysis));
        json.WriteUnlessLeftOut(analysis, AnalysisParts.Coverage, ["cells"], () => JsonCoverage.Cells(json, analysis));
        JsonStakeholders.Stakeholders(json, analysis);
        json.WriteUnlessLeftOut(analysis, AnalysisParts.Groups, ["themes", "places", "periods"], () =>
        {
            JsonCoverage.Groups(json, "themes", "theme", analysis.Themes);
            JsonCoverage.Groups(json, "places", "place", analysis.Places);
            JsonCoverage.Groups(json, "periods", "period", analysis.Periods);
        });
        json.WriteUnlessLeftOut(analysis, AnalysisParts.Sensitivity, ["sensitivity"], () => JsonCoverage.Sensitivity(json, analysis));
        JsonGaps.Findings(json, report);
        JsonQuality.Files(json, analysis.Dataset);
        JsonQuality.DataQuality(json, analysis);
        JsonQuality.Diagnostics(json, analysis.Dataset);
        Timings(json, report.Timings);
        json.WriteEndObject();
    }
}
