using System.Text.Json;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Formats.Json;

namespace GapAnalyzer.Reporting.Batches;

/// <summary>
/// What the overview of a batch says of one report: a part of its <c>report.json</c>, under the same names. It is always read back
/// from JSON, so that a report made just now and one made by an earlier run say the same.
/// </summary>
public sealed class BatchFacts
{
    /// <summary>Options that change who meets whom, who is tied, and which ties a cell's status counts.</summary>
    private static readonly string[] Counting = ["period", "place_level", "ties", "max_joint_participants", "local_ties", "funders_present", "from", "to"];

    private readonly JsonElement options;
    private readonly JsonElement dataset;
    private readonly JsonElement headline;

    private BatchFacts(JsonElement json)
    {
        Json = json;
        (options, dataset, headline) = (json.GetProperty("options"), json.GetProperty("dataset"), json.GetProperty("headline"));
        Periods = json.GetProperty("periods").ValueKind == JsonValueKind.Null ? [] : [.. json.GetProperty("periods").EnumerateArray().Select(period => new BatchPeriod(
            period.GetProperty("period").GetString()!, BatchRate.Of(period.GetProperty("rate")), BatchRate.Of(period.GetProperty("cross_sector_rate"))))];
        HasCoverage = json.GetProperty("coverage").ValueKind != JsonValueKind.Null;
        Cells = HasCoverage ? json.GetProperty("coverage").EnumerateObject().ToDictionary(status => status.Name, status => status.Value.GetInt64(), StringComparer.Ordinal) : [];
    }

    /// <summary>Members <c>options, seeds, dataset, headline, periods, first_day, last_day, coverage</c>; null what was left out.</summary>
    public JsonElement Json { get; }

    public string Title => dataset.GetProperty("title").GetString()!;

    public long Stakeholders => Whole("stakeholders");

    public long Sectors => Whole("sectors");

    public long Activities => Whole("activities");

    public long RowsRead => dataset.GetProperty("rows").GetProperty("read").GetInt64();

    public long RowsUsed => dataset.GetProperty("rows").GetProperty("used").GetInt64();

    /// <summary>First and last day of the dated activities; empty where none is dated.</summary>
    public (string First, string Last) Days => (Json.GetProperty("first_day").GetString() ?? "", Json.GetProperty("last_day").GetString() ?? "");

    /// <summary><c>joint</c>, <c>declared</c>, <c>both</c> or <c>none</c>.</summary>
    public string TieEvidence => dataset.GetProperty("tie_evidence").GetString()!;

    public bool Measured => TieEvidence != "none";

    /// <summary>Dimensions that the dataset does not have: theme, place, date.</summary>
    public IReadOnlyList<string> AbsentDimensions => [.. dataset.GetProperty("absent_dimensions").EnumerateArray().Select(dimension => dimension.GetString()!)];

    public BatchRate Coordination => BatchRate.Of(headline.GetProperty("coordination_rate"));

    public BatchRate CrossSector => BatchRate.Of(headline.GetProperty("cross_sector_rate"));

    /// <summary>By period, in order of time; empty where rates by group were left out.</summary>
    public IReadOnlyList<BatchPeriod> Periods { get; }

    /// <summary>Whether the status of cells was judged, and not left out.</summary>
    public bool HasCoverage { get; }

    /// <summary>Cells of theme and place by status.</summary>
    public IReadOnlyDictionary<string, long> Cells { get; }

    /// <summary>What decides whether the rates and statuses of two datasets count the same thing; equal texts do.</summary>
    public string Basis => string.Join(' ', Counting.Select(option => option == "period" ? Period : Option(option)).Concat(AbsentDimensions.Where(dimension => dimension != "date")));

    /// <summary>Length of the periods in which organisations meet: all of time where the dataset has no dates.</summary>
    public string Period => AbsentDimensions.Contains("date") ? "all" : Option("period");

    /// <param name="report">A report just made.</param>
    public static BatchFacts Of(Report report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
        {
            json.WriteStartObject();
            JsonHead.Options(json, report);
            JsonHead.Dataset(json, report.Analysis);
            JsonHead.Headline(json, report.Analysis);
            json.WriteUnlessLeftOut(report.Analysis, AnalysisParts.Groups, ["periods"], () => JsonCoverage.Groups(json, "periods", "period", report.Analysis.Periods));
            json.WriteDateOrNull("first_day", report.Analysis.Days?.First);
            json.WriteDateOrNull("last_day", report.Analysis.Days?.Last);
            json.WriteUnlessLeftOut(report.Analysis, AnalysisParts.Coverage, ["coverage"], () =>
                json.WriteCounts("coverage", report.Analysis.Cells.CountBy(cell => cell.Status).Select(status => KeyValuePair.Create(Naming.NameOf(status.Key), (long)status.Value))));
            json.WriteEndObject();
        }

        return Parse(buffer.ToArray());
    }

    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static BatchFacts Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.Clone());
    }

    /// <summary>An option as it took effect; empty where it is not set.</summary>
    public string Option(string name) => options.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Null } => "",
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        var other => other.GetRawText(),
    };

    /// <summary>A number below <c>headline</c>, such as <c>gaps.total</c>; NaN where it is undefined.</summary>
    public double Headline(string path)
    {
        var at = path.Split('.').Aggregate(headline, (element, name) => element.GetProperty(name));
        return at.ValueKind == JsonValueKind.Number ? at.GetDouble() : double.NaN;
    }

    private long Whole(string name) => dataset.GetProperty(name).GetInt64();
}

/// <summary>A rate as <c>report.json</c> has it.</summary>
/// <param name="Value">NaN where it is undefined.</param>
/// <param name="Satisfied">Null where nothing was measured.</param>
public readonly record struct BatchRate(double Value, long? Satisfied, long Required)
{
    internal static BatchRate Of(JsonElement rate) => new(
        rate.GetProperty("value").ValueKind == JsonValueKind.Number ? rate.GetProperty("value").GetDouble() : double.NaN,
        rate.GetProperty("satisfied").ValueKind == JsonValueKind.Number ? rate.GetProperty("satisfied").GetInt64() : null,
        rate.GetProperty("required").GetInt64());
}

/// <summary>The rates of one period.</summary>
public sealed record BatchPeriod(string Label, BatchRate Rate, BatchRate CrossSector);
