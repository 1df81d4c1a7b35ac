using System.Reflection;

namespace GapAnalyzer.Reporting;

/// <summary>The published JSON Schemas (draft 7), as <c>catalog schema</c> prints them.</summary>
public static class Schemas
{
    /// <summary>Schema of <c>report.json</c>.</summary>
    public static string Report => Read("report.schema.json");

    /// <summary>Schema of <c>comparison.json</c>.</summary>
    public static string Comparison => Read("comparison.schema.json");

    /// <summary>Schema of the settings file <c>dataset.json</c>.</summary>
    public static string Dataset => Read("dataset.schema.json");

    /// <summary>Schema of a theme file.</summary>
    public static string Theme => Read("theme.schema.json");

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"schemas/{name}")!);
        return reader.ReadToEnd();
    }
}
