using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Comparing;

/// <summary>What a comparison is written from.</summary>
/// <param name="Comparison">The numbers.</param>
/// <param name="Charts">The charts that apply to them.</param>
public sealed record ComparisonReport(Comparison Comparison, IReadOnlyList<Chart> Charts) : Publication(Charts)
{
    public override bool Measured => Comparison.Comparability == Comparability.Full;

    /// <summary>The report of a comparison in a language and a house style.</summary>
    public static ComparisonReport Of(Comparison comparison, Texts texts, Theme theme) =>
        new(comparison, ChartCatalog.Draw(comparison, texts, new Typography(theme))) { Texts = texts, Theme = theme };
}
