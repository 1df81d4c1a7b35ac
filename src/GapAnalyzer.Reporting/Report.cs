using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting;

/// <summary>What formats for readers need to know of anything that they write.</summary>
/// <param name="Charts">The charts laid out from its numbers, in the order in which they are shown.</param>
public abstract record Publication(IReadOnlyList<Chart> Charts)
{
    /// <summary>The language.</summary>
    public Texts Texts { get; init; } = Texts.English;

    /// <summary>The house style of charts and pages.</summary>
    public Theme Theme { get; init; } = Theme.Default;

    /// <summary>Ids of the formats written into the same folder: a format links only to what is there.</summary>
    public IReadOnlySet<string> Formats { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether coordination could be measured at all.</summary>
    public abstract bool Measured { get; }

    /// <summary>Whether there are sectors that could coordinate with each other.</summary>
    public virtual bool AcrossSectors => true;

    public bool Has(string format) => Formats.Contains(format);
}

/// <summary>What the formats write from.</summary>
/// <param name="Analysis">The numbers.</param>
/// <param name="Charts">The charts laid out from them, in the order of the catalog.</param>
public sealed record Report(Analysis Analysis, IReadOnlyList<Chart> Charts) : Publication(Charts)
{
    public override bool Measured => Analysis.Measured;

    public override bool AcrossSectors => Analysis.Dataset.KnownSectors > 1;

    /// <summary>The report of an analysis with every chart that applies to it, in a language and a house style, English and the default one where none is named.</summary>
    public static Report Of(Analysis analysis, Texts? texts = null, Theme? theme = null)
    {
        var words = (texts ?? Texts.English).Under(analysis.Options);
        return new(analysis, ChartCatalog.Draw(analysis, words, theme is null ? null : new Typography(theme))) { Texts = words, Theme = theme ?? Theme.Default };
    }

    /// <summary>What the steps took; null unless asked for.</summary>
    public IReadOnlyList<StepTime>? Timings { get; init; }

    /// <summary>The product's version, without build metadata.</summary>
    public static string ToolVersion { get; } = typeof(Report).Assembly.GetName().Version!.ToString(3);
}
