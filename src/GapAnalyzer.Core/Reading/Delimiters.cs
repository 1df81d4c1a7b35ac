namespace GapAnalyzer.Reading;

/// <summary>Field delimiters by character or name.</summary>
public static class Delimiters
{
    /// <summary>The delimiter; null where the text names none that is supported.</summary>
    public static char? Parse(string text) => text.ToLowerInvariant() switch
    {
        "," or "comma" => ',',
        ";" or "semicolon" => ';',
        "|" or "pipe" => '|',
        "\t" or "tab" or "\\t" => '\t',
        _ => null,
    };

    /// <summary>Name for people.</summary>
    public static string NameOf(char delimiter) => delimiter == '\t' ? "TAB" : $"'{delimiter}'";
}
