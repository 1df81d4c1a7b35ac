namespace GapAnalyzer.Reporting.Charts;

/// <summary>A bar of two parts, with what stands at its end.</summary>
/// <param name="Label">At its start.</param>
/// <param name="Dark">What the chart is about.</param>
/// <param name="Light">The rest.</param>
/// <param name="Strong">At its end, bold.</param>
/// <param name="Quiet">Behind that.</param>
internal sealed record StackedBar(string Label, long Dark, long Light, string Strong, string Quiet);

/// <summary>Bars of two parts on one scale, one beneath the other, each labelled at both ends; the legend is above them.</summary>
/// <param name="bars">From top to bottom.</param>
/// <param name="dark">What the dark part means.</param>
/// <param name="light">What the light part means.</param>
/// <param name="right">Where the last end label has to end.</param>
/// <param name="labelRoom">Most room for a label.</param>
internal sealed class StackedBars(IReadOnlyList<StackedBar> bars, string dark, string light, float right = Chart.Width - Sheet.Margin, float labelRoom = 290)
{
    private const float RowHeight = 30;

    /// <summary>Height of the legend.</summary>
    public const float Top = 28;

    public float Height => Top + (bars.Count * RowHeight);

    /// <summary>The middle of a row.</summary>
    public static float Middle(int row) => Top + ((row + 0.5f) * RowHeight);

    public void Draw(Sheet sheet)
    {
        var type = sheet.Type;
        string[] labels = [.. bars.Select(bar => type.Fit(bar.Label, TextStyle.Label, labelRoom))];
        float left = Sheet.Margin + labels.Max(label => type.Width(label, TextStyle.Label)) + 12;
        float perUnit = bars.Min(bar => (right - left - EndWidth(type, bar)) / Math.Max(1, bar.Dark + bar.Light));
        DrawLegend(sheet, left);
        for (int i = 0; i < bars.Count; i++)
        {
            var first = new Box(left, Middle(i) - (RowHeight / 2) + 5, bars[i].Dark * perUnit, RowHeight - 10);
            var rest = first with { X = first.Right, Width = bars[i].Light * perUnit };
            float baseline = first.CentreY + 4.3f;
            sheet.Text(labels[i], left - 10, baseline, TextStyle.Label, Anchor.End);
            sheet.Rectangle(first, Palette.Alarm);
            sheet.Rectangle(rest, Palette.Quiet);
            sheet.Text(bars[i].Strong, rest.Right + 8, baseline, TextStyle.Strong);
            sheet.Text(bars[i].Quiet, rest.Right + 15 + type.Width(bars[i].Strong, TextStyle.Strong), baseline, TextStyle.Small);
        }

        sheet.Line(left, Top, left, Height, Palette.Muted, 1);
    }

    private static float EndWidth(Typography type, StackedBar bar) =>
        15 + type.Width(bar.Strong, TextStyle.Strong) + type.Width(bar.Quiet, TextStyle.Small);

    private void DrawLegend(Sheet sheet, float left)
    {
        float width = 62 + sheet.Type.Width(dark, TextStyle.Small) + sheet.Type.Width(light, TextStyle.Small);
        float x = left + width > right ? Sheet.Margin : left;
        foreach (var (text, paint) in new[] { (dark, Palette.Alarm), (light, Palette.Quiet) })
        {
            sheet.Rectangle(new(x, 2, 14, 10), paint);
            sheet.Text(text, x + 20, 11.5f, TextStyle.Small);
            x += 42 + sheet.Type.Width(text, TextStyle.Small);
        }
    }
}
