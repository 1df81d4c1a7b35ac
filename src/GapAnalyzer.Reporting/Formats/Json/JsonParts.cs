using System.Text.Json;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>What several parts of <c>report.json</c> share.</summary>
internal static class JsonParts
{
    private const int FlushAtBytes = 1 << 16;

    /// <summary>A rate: { value, satisfied, required, weighted }, with se where given.</summary>
    public static void WriteRate(this Utf8JsonWriter json, string name, Rate rate, double? se = null)
    {
        json.WriteStartObject(name);
        json.WriteNumberOrNull("value", rate.Value);
        if (rate.Measured)
            json.WriteNumber("satisfied", rate.Satisfied);
        else
            json.WriteNull("satisfied");
        json.WriteNumber("required", rate.Required);
        json.WriteNumberOrNull("weighted", rate.Weighted);
        if (se is { } error)
            json.WriteNumberOrNull("se", error);
        json.WriteEndObject();
    }

    public static void WriteTextOrNull(this Utf8JsonWriter json, string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
            json.WriteNull(name);
        else
            json.WriteString(name, text);
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    public static void WriteDateOrNull(this Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteTextOrNull(name, day is { } date ? Numbers.Date(date) : null);

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>Numbers that are not computed: <c>null</c> under each name.</summary>
    public static void WriteNulls(this Utf8JsonWriter json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            json.WriteNull(name);
    }

    /// <summary>What a part of the analysis gives; where it was left out, <c>null</c> under each name.</summary>
    public static void WriteUnlessLeftOut(this Utf8JsonWriter json, Analysis analysis, AnalysisParts part, ReadOnlySpan<string> names, Action write)
    {
        if (analysis.Has(part))
            write();
        else
            json.WriteNulls(names);
    }

    /// <summary>An array of objects, handed on as it grows so that a long one does not pile up in memory.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(item);
            json.WriteEndObject();
            if (json.BytesPending > FlushAtBytes)
                json.Flush();
        }

        json.WriteEndArray();
    }

    public static void WriteCounts(this Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, long>> counts)
    {
        json.WriteStartObject(name);
        foreach (var (key, count) in counts.OrderBy(count => count.Key, StringComparer.Ordinal))
            json.WriteNumber(key, count);
        json.WriteEndObject();
    }
}
