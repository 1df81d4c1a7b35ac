using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Comparing;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>Window by window, where there are three or more, and whether anything rises or falls over them.</summary>
internal static class ComparisonSeriesSection
{
    public static IEnumerable<Block> Blocks(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        if (comparison.Trends.Count == 0)
            return [];
        Column<SeriesPoint>[] columns =
        [
            new("compare-window", point => point.Window.Label),
            new("organisations", point => Numbers.Count(point.There), Figures),
            new("activities", point => Numbers.Count(point.Activities), Figures),
            new("cross-rate", point => ComparisonNumbers.Rate(point.CrossRate, t), TieFigures),
            new("rate", point => ComparisonNumbers.Rate(point.Rate, t), TieFigures),
            new("gaps", point => Numbers.Count(point.Rate.Gaps), TieFigures),
            new("ties", point => Numbers.Count(point.Ties), TieFigures),
            new("compare-jaccard", point => point.TiesToPrevious is { } ties ? Numbers.Index(ties.Jaccard, t) : Numbers.Undefined, TieFigures),
            new("ei", point => Numbers.Index(point.Ei, t), TieFigures),
            new("compare-density", point => Numbers.Index(point.Density, t), TieFigures),
            new("compare-components", point => Numbers.Count(point.Components), TieFigures),
        ];
        return
        [
            new Heading(2, t.Say("compare.series.heading")),
            new Paragraph(t.Say("compare.series.text")),
            .. Section.Chart(report, RateSeries.Definition.Id),
            .. Section.TopTable(report, columns, comparison.Series, "series.csv"),
            .. report.Measured ? Trends(report) : [],
        ];
    }

    private static IEnumerable<Block> Trends(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        var heading = new Heading(3, t.Say("compare.trends.heading"));
        if (comparison.Trends.All(trend => trend.Test is null))
            return [heading, new Paragraph(t.Say("compare.trends.few", ("n", comparison.Series.Count), ("fewest", Measures.MannKendall.FewestValues)))];
        Column<Trend>[] columns =
        [
            new("measure", trend => t.Say($"compare.number.{trend.Number}")),
            new("compare-slope", trend => Slope(trend, t), Figures),
            new("compare-values", trend => trend.Test is { } test ? Numbers.Count(test.N) : Numbers.Undefined, Figures),
            new("compare-tau", trend => trend.Test is { } test ? Numbers.Index(test.Tau, t) : Numbers.Undefined, Figures),
            new("compare-correction", trend => trend.Test is { } test ? Numbers.Fixed(Math.Max(1, test.Correction), 2, t) : Numbers.Undefined, Figures),
            new("compare-p", trend => trend.Test is { } test ? Numbers.Chance(test.P, t) : Numbers.Undefined, Figures),
        ];
        return [heading, new Paragraph(t.Say("compare.trends.text", ("n", comparison.Trends.Count))), Column<Trend>.Table(report, columns, comparison.Trends)];
    }

    /// <summary>Rates in points of a percent, everything else as it is.</summary>
    private static string Slope(Trend trend, Texts t) => trend.Number.EndsWith("_rate", StringComparison.Ordinal)
        ? t.Say("compare.slope-points", ("slope", Numbers.Fixed(100 * trend.Slope, 1, t)))
        : Numbers.Fixed(trend.Slope, 2, t);
}
