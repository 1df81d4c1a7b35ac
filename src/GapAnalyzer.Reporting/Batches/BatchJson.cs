using System.Text.Json;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Formats.Json;

namespace GapAnalyzer.Reporting.Batches;

/// <summary><c>batch.json</c>: each dataset with a part of its <c>report.json</c>, under the same names.</summary>
public static class BatchJson
{
    public static byte[] Write(Batch batch)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", JsonFormat.SchemaVersion);
            json.WriteString("tool_version", Report.ToolVersion);
            json.WriteNumber("done", batch.Done.Count);
            json.WriteNumber("failed", batch.Failed.Count);
            json.WriteObjects("datasets", batch.Entries, entry => Write(json, batch, entry));
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    /// <summary>The headline of each dataset in an earlier <c>batch.json</c>, by name, in an object as <c>report.json</c> has it; those that failed are not there.</summary>
    /// <exception cref="JsonException">It is no such file.</exception>
    public static IReadOnlyDictionary<string, JsonElement> Reports(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty("datasets", out var datasets) && datasets.ValueKind == JsonValueKind.Array
            ? datasets.EnumerateArray().Where(dataset => dataset.TryGetProperty("headline", out _)).ToDictionary(dataset => dataset.GetProperty("name").GetString()!, dataset => dataset.Clone())
            : throw new JsonException("it has no list of datasets");
    }

    private static void Write(Utf8JsonWriter json, Batch batch, BatchEntry entry)
    {
        json.WriteString("name", entry.Name);
        json.WriteString("title", entry.Title);
        json.WriteString("source", entry.Source);
        json.WriteString("status", entry.Facts is null ? "failed" : "done");
        json.WriteTextOrNull("reason", entry.Failure);
        json.WriteTextOrNull("report", entry.Page);
        if (entry.Facts is not { } facts)
            return;
        json.WriteNumber("basis", batch.BasisOf(facts));
        foreach (var member in facts.Json.EnumerateObject())
            member.WriteTo(json);
    }
}
