using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting;

/// <summary>What the formats write from.</summary>
/// <param name="Analysis">The numbers.</param>
/// <param name="Charts">The charts drawn from them, in the order of the report.</param>
public sealed record Report(Analysis Analysis, IReadOnlyList<ReportChart> Charts)
{
    /// <summary>The language.</summary>
    public Texts Texts { get; init; } = Texts.English;

    /// <summary>Ids of the formats written into the same folder: a format links only to what is there.</summary>
    public IReadOnlySet<string> Formats { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public bool Has(string format) => Formats.Contains(format);

    /// <summary>The product's version, without build metadata.</summary>
    public static string ToolVersion { get; } = typeof(Report).Assembly.GetName().Version!.ToString(3);
}

/// <summary>Which part of the report a chart belongs to.</summary>
public enum ReportPart
{
    Headline,
    Gaps,
    Sectors,
    Coverage,
    Stakeholders,
}

/// <summary>A drawn chart: its words, and its bytes when asked for.</summary>
/// <param name="Id">Id, also the file name: <c>charts/ID.svg</c>, <c>charts/ID.png</c>.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="Title">Title.</param>
/// <param name="AltText">What it shows, in words, for those who cannot see it.</param>
/// <param name="Table">File below <c>tables/</c> that holds its numbers; null where none does.</param>
/// <param name="Svg">Draws it as SVG text.</param>
/// <param name="Png">Draws it as PNG.</param>
public sealed record ReportChart(string Id, ReportPart Part, string Title, string AltText, string? Table, Func<string> Svg, Func<byte[]> Png);
