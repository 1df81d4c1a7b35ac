namespace GapAnalyzer.Reporting;

/// <summary>The published JSON Schemas, as they are embedded.</summary>
public static class EmbeddedSchemas
{
    /// <summary>Text of the schema of <c>report.json</c> ("report") or <c>dataset.json</c> ("dataset").</summary>
    public static string Text(string name)
    {
        using var stream = typeof(EmbeddedSchemas).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
