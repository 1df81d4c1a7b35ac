namespace GapAnalyzer.Diagnostics;

/// <summary>The one line of a message from its parts.</summary>
public static class Sentence
{
    /// <summary>The parts that are not empty, with semicolons between them.</summary>
    public static string Of(params IEnumerable<string> parts) => string.Join("; ", parts.Where(part => part.Length > 0));
}
