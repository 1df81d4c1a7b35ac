using System.Security.Cryptography;
using System.Text;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>The script and the style sheet that the program carries, and what the page's security policy has to know of them.</summary>
internal static class Assets
{
    public static string Script { get; } = Read("report.js");

    public static string Style { get; } = Read("report.css");

    /// <summary>What the overview of a batch adds to <see cref="Style"/>.</summary>
    public static string BatchStyle { get; } = Read("batch.css");

    /// <summary>Forbids everything but this very script, this very style sheet, and pictures and fonts inside the page.</summary>
    public static string Policy(string script, string style) =>
        $"default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream($"html/{name}")
            ?? throw new InvalidOperationException($"The program lacks its page part {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
