using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Formats.Html;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Batches;

/// <summary>Small pictures in the cells of the overview, each said in words too. All of one kind have the same scale.</summary>
internal static class BatchPictures
{
    private const double MeterWidth = 100, MeterHeight = 9;
    private const double TrendWidth = 120, TrendHeight = 34, Margin = 4;
    private const double BarWidth = 160, BarHeight = 14;

    /// <summary>A share of a bar from 0 to 100 %, with a mark where chance would be.</summary>
    public static string Meter(double share, double chance)
    {
        var mark = double.IsFinite(chance) ? $"<path class=\"chance\" d=\"M{At(chance * MeterWidth)} 0V{At(MeterHeight)}\"/>" : "";
        return $"<svg class=\"meter\" viewBox=\"0 0 {At(MeterWidth)} {At(MeterHeight)}\" aria-hidden=\"true\"><path class=\"all\" d=\"M0 2H{At(MeterWidth)}V7H0Z\"/>"
            + $"<path class=\"share\" d=\"M0 2H{At(share * MeterWidth)}V7H0Z\"/>{mark}</svg>";
    }

    /// <summary>The rate across sectors by period, from 0 to 100 %; a period without a pair that meets breaks the line.</summary>
    public static string Trend(IReadOnlyList<BatchPeriod> periods, Texts t)
    {
        var step = periods.Count < 2 ? 0 : (TrendWidth - (2 * Margin)) / (periods.Count - 1);
        var (line, points, broken) = (new StringBuilder(), new StringBuilder(), true);
        foreach (var (i, period) in periods.Index())
        {
            if (!double.IsFinite(period.CrossSector.Value))
            {
                broken = true;
                continue;
            }

            var (x, y) = (At(Margin + (i * step)), At(TrendHeight - Margin - (period.CrossSector.Value * (TrendHeight - (2 * Margin)))));
            line.Append(CultureInfo.InvariantCulture, $"{(broken ? 'M' : 'L')}{x} {y}");
            points.Append(CultureInfo.InvariantCulture, $"<circle class=\"point\" cx=\"{x}\" cy=\"{y}\" r=\"{(periods.Count > 12 ? "1.2" : "2.5")}\"/>");
            broken = false;
        }

        var words = string.Join(t.Say("list.semicolon"), periods.Where(period => double.IsFinite(period.CrossSector.Value)).Select(period => t.Say(
            "batch.trend.period", ("period", period.Label), ("rate", period.CrossSector.Value), ("required", period.CrossSector.Required))));
        return $"<svg class=\"trend\" viewBox=\"0 0 {At(TrendWidth)} {At(TrendHeight)}\" role=\"img\" aria-label=\"{Markup.Attribute(words)}\">"
            + $"<path class=\"base\" d=\"M0 {At(Margin)}H{At(TrendWidth)}M0 {At(TrendHeight - Margin)}H{At(TrendWidth)}\"/><path class=\"line\" d=\"{line}\"/>{points}</svg>";
    }

    /// <summary>The statuses of all cells in which there is something to judge, as shares of one bar.</summary>
    public static string Coverage(IReadOnlyDictionary<string, long> cells, Theme theme, Texts t)
    {
        var judged = StatusLook.All.Where(look => !look.IsBlank && Count(cells, look) > 0).ToList();
        var total = judged.Sum(look => Count(cells, look));
        var (rects, x) = (new StringBuilder(), 0.0);
        foreach (var look in judged)
        {
            var width = BarWidth * Count(cells, look) / total;
            rects.Append(CultureInfo.InvariantCulture, $"<rect x=\"{At(x)}\" y=\"0\" width=\"{At(width)}\" height=\"{At(BarHeight)}\" fill=\"{theme.Colors.Of(look.Status).Hex}\"/>");
            x += width;
        }

        var words = string.Join(t.Say("list.semicolon"), judged.Select(look => t.Say("batch.coverage.status", ("status", CellText.Status(look.Status, t)), ("n", Count(cells, look)))));
        return $"<svg class=\"bar\" viewBox=\"0 0 {At(BarWidth)} {At(BarHeight)}\" role=\"img\" aria-label=\"{Markup.Attribute(words)}\">{rects}</svg>";
    }

    public static long Count(IReadOnlyDictionary<string, long> cells, StatusLook look) => cells.GetValueOrDefault(Naming.NameOf(look.Status));

    private static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
