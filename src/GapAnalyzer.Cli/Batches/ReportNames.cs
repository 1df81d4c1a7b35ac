using System.Globalization;
using GapAnalyzer.Reporting.Formats.Html;

namespace GapAnalyzer.Cli.Batches;

/// <summary>Names of report folders: short, of letters, digits and dashes on every system, and no two alike.</summary>
internal static class ReportNames
{
    private const int Longest = 60;

    /// <summary>Names that Windows keeps for devices.</summary>
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    /// <summary>A name for each text, in their order; where two are alike, the later one gets a number.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. texts.Select(text =>
        {
            var name = Safe(text);
            var free = name;
            for (var n = 2; !taken.Add(free); n++)
                free = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
            return free;
        })];
    }

    private static string Safe(string text)
    {
        var slug = Markup.Slug(text[..Math.Min(text.Length, 4 * Longest)]);
        var cut = slug[..Math.Min(slug.Length, Longest)].Trim('-');
        return cut.Length == 0 ? "dataset" : Devices.Contains(cut) ? $"dataset-{cut}" : cut;
    }
}
