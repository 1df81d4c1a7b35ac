using System.Globalization;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Themes;
using ScottPlot;
using Palette = GapAnalyzer.Reporting.Charts.Palette;

namespace GapAnalyzer.Benchmarks;

/// <summary>False discovery proportion and power of each model and of the verdict, one row per scenario.</summary>
internal static class CalibrationChart
{
    public const string FileName = "calibration.svg";

    private const float RowHeight = 21;
    private const float GroupGap = 9;
    private const float LegendHeight = 34;
    private const float Left = 330;
    private const float Panel = 250;
    private const float PanelGap = 36;

    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown, MarkerShape.FilledCircle];

    public static string Svg(IReadOnlyList<Calibrated> results)
    {
        var words = new ChartWords(
            "The verdict seldom calls a pair of sectors that was not planted; the models by themselves often do",
            "Generated datasets of 8 sectors. False discovery proportion: of the pairs called in a dataset, the share not planted, averaged. "
                + "Found: share of the planted pairs that are called. The line is at 5 %.",
            "Two panels of dots, a row for each kind of generated dataset: false discovery proportion and share of planted pairs found, "
                + "by each model and by the verdict. The numbers are in the tables of this page.");
        var type = new Typography(Theme.Default);
        return new Chart("calibration", words, new([], []), Height(results) + LegendHeight + 40, sheet => Draw(sheet, results, type), type).ToSvg();
    }

    private static float Height(IReadOnlyList<Calibrated> results) => YOf(results, results.Count - 1) + RowHeight;

    private static float YOf(IReadOnlyList<Calibrated> results, int row) =>
        LegendHeight + 20 + (row * RowHeight) + (GroupGap * Enumerable.Range(1, row).Count(k => Group(results[k]) != Group(results[k - 1])));

    private static string Group(Calibrated result) =>
        $"{(result.Scenario.Model is null ? "" : result.Scenario.Activity.Split(", ")[^1] + ": ")}{result.Scenario.Stakeholders.ToString(CultureInfo.InvariantCulture)}, {result.Scenario.Ties}, {result.Scenario.Arenas}";

    private static void Draw(Sheet sheet, IReadOnlyList<Calibrated> results, Typography type)
    {
        DrawLegend(sheet, type);
        DrawPanel(sheet, results, Left, "False discovery proportion", performance => performance.FalseDiscoveries, 0.05);
        DrawPanel(sheet, results, Left + Panel + PanelGap, "Planted pairs found", performance => performance.Power, null);
        for (var row = 0; row < results.Count; row++)
        {
            var label = $"{Group(results[row])}, {results[row].Scenario.Kind}";
            sheet.Text(label, Left - 14, YOf(results, row) + 4, TextStyle.Small with { Color = Palette.Ink }, Anchor.End);
        }
    }

    private static void DrawLegend(Sheet sheet, Typography type)
    {
        var x = Left;
        foreach (var (way, k) in Calibrated.Ways.Select((way, k) => (way, k)))
        {
            sheet.Mark(x, 12, Look(k), 9);
            sheet.Text(way.Name, x + 10, 16, TextStyle.Label);
            x += type.Width(way.Name, TextStyle.Label) + 38;
        }
    }

    private static void DrawPanel(Sheet sheet, IReadOnlyList<Calibrated> results, float left, string title, Func<Performance, double> value, double? limit)
    {
        var (top, bottom) = (YOf(results, 0) - 12, YOf(results, results.Count - 1) + 12);
        sheet.Text(title, left, top - 8, TextStyle.Label with { Bold = true });
        foreach (var percent in new[] { 0, 25, 50, 75, 100 })
        {
            var x = left + (Panel * percent / 100);
            sheet.Line(x, top, x, bottom, Palette.Grid, 1);
            sheet.Text(string.Create(CultureInfo.InvariantCulture, $"{percent} %"), x, bottom + 15, TextStyle.Small, Anchor.Middle);
        }

        if (limit is { } at)
            sheet.DashedLine(left + (Panel * (float)at), top, left + (Panel * (float)at), bottom, Palette.Alarm, 1);
        for (var row = 0; row < results.Count; row++)
        {
            foreach (var (way, k) in Calibrated.Ways.Select((way, k) => (way, k)).Where(item => results[row].Applies(item.way.Name)))
            {
                if (value(results[row].By(way.Name)) is var share && !double.IsNaN(share))
                    sheet.Mark(left + (Panel * (float)share), YOf(results, row), Look(k), way.Name == "verdict" ? 10 : 8);
            }
        }
    }

    private static SectorLook Look(int way) => new(way == Shapes.Length - 1 ? Palette.Ink : Palette.Group(way), Shapes[way]);
}
