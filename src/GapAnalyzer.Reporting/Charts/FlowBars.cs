namespace GapAnalyzer.Reporting.Charts;

/// <summary>What goes to the left of an axis and what comes to the right of it, in parts from the axis outwards.</summary>
/// <param name="Label">Before the bars.</param>
/// <param name="Gone">Parts to the left.</param>
/// <param name="Come">Parts to the right.</param>
/// <param name="Note">Behind the bars.</param>
internal sealed record FlowBar(string Label, IReadOnlyList<long> Gone, IReadOnlyList<long> Come, string Note);

/// <summary>Bars to both sides of one axis on one scale, one beneath the other, each sum at its end; the two legends are above them.</summary>
/// <param name="bars">From top to bottom.</param>
/// <param name="gone">What the parts to the left mean, and their paints.</param>
/// <param name="come">What the parts to the right mean.</param>
/// <param name="goneHead">What all on the left is.</param>
/// <param name="comeHead">What all on the right is.</param>
internal sealed class FlowBars(
    IReadOnlyList<FlowBar> bars, IReadOnlyList<(string Text, Paint Paint)> gone, IReadOnlyList<(string Text, Paint Paint)> come, string goneHead, string comeHead)
{
    private const float RowHeight = 30;
    private const float LabelRoom = 260;
    private const float LegendLine = 19;
    private const float Gap = 8;

    private static float Top => 14 + (2 * LegendLine);

    public float Height => Top + (bars.Count * RowHeight);

    public void Draw(Sheet sheet)
    {
        var type = sheet.Type;
        DrawLegend(sheet, goneHead, gone, 0);
        DrawLegend(sheet, comeHead, come, 1);
        float first = Sheet.Margin + bars.Max(bar => type.Width(bar.Label, TextStyle.Label)) + 14;
        float last = Chart.Width - Sheet.Margin - bars.Max(bar => type.Width(bar.Note, TextStyle.Small)) - 10;
        float leftEnd = bars.Max(bar => type.Width(Minus(bar), TextStyle.Strong)) + Gap;
        float rightEnd = bars.Max(bar => type.Width(Plus(bar), TextStyle.Strong)) + Gap;
        long widest = Math.Max(1, bars.Max(bar => bar.Gone.Sum()) + bars.Max(bar => bar.Come.Sum()));
        float perUnit = (last - first - leftEnd - rightEnd) / widest;
        float axis = first + leftEnd + (bars.Max(bar => bar.Gone.Sum()) * perUnit);
        for (int i = 0; i < bars.Count; i++)
        {
            float middle = Top + ((i + 0.5f) * RowHeight);
            float baseline = middle + 4.3f;
            sheet.Text(bars[i].Label, first - 14, baseline, TextStyle.Label, Anchor.End);
            float left = DrawParts(sheet, axis, middle, bars[i].Gone, gone, -perUnit);
            float right = DrawParts(sheet, axis, middle, bars[i].Come, come, perUnit);
            sheet.Text(Minus(bars[i]), left - Gap, baseline, TextStyle.Strong, Anchor.End);
            sheet.Text(Plus(bars[i]), right + Gap, baseline, TextStyle.Strong);
            sheet.Text(bars[i].Note, Chart.Width - Sheet.Margin, baseline, TextStyle.Small, Anchor.End);
        }

        sheet.Line(axis, Top, axis, Height, Palette.Muted, 1);
    }

    /// <summary>The label of a bar in the room there is.</summary>
    public static string Label(Typography type, string a, string b) => type.FitPair(a, b, TextStyle.Label, LabelRoom);

    private static string Minus(FlowBar bar) => bar.Gone.Sum() is > 0 and var sum ? $"\u2212{Numbers.Count(sum)}" : "";

    private static string Plus(FlowBar bar) => bar.Come.Sum() is > 0 and var sum ? $"+{Numbers.Count(sum)}" : "";

    /// <returns>Where the last part ends.</returns>
    private static float DrawParts(Sheet sheet, float axis, float middle, IReadOnlyList<long> parts, IReadOnlyList<(string Text, Paint Paint)> looks, float perUnit)
    {
        float x = axis;
        foreach (var (part, look) in parts.Zip(looks))
        {
            float end = x + (part * perUnit);
            if (part > 0)
                sheet.Rectangle(new(Math.Min(x, end), middle - (RowHeight / 2) + 5, Math.Abs(end - x), RowHeight - 10), look.Paint);
            x = end;
        }

        return x;
    }

    private static void DrawLegend(Sheet sheet, string head, IReadOnlyList<(string Text, Paint Paint)> looks, int line)
    {
        float y = line * LegendLine;
        float x = Sheet.Margin;
        sheet.Text(head, x, y + 11.5f, TextStyle.Strong with { Size = TextStyle.Small.Size });
        x += sheet.Type.Width(head, TextStyle.Strong with { Size = TextStyle.Small.Size }) + 14;
        foreach (var (text, paint) in looks)
        {
            sheet.Rectangle(new(x, y + 2, 14, 10), paint);
            sheet.Text(text, x + 20, y + 11.5f, TextStyle.Small);
            x += 38 + sheet.Type.Width(text, TextStyle.Small);
        }
    }
}
