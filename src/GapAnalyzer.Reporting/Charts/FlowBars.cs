namespace GapAnalyzer.Reporting.Charts;

/// <summary>What goes to the left of an axis and what comes to the right of it, in parts from the axis outwards.</summary>
/// <param name="Label">Before the bars.</param>
/// <param name="Gone">Parts to the left.</param>
/// <param name="Come">Parts to the right.</param>
/// <param name="Note">Behind the bars; may be empty.</param>
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

    /// <summary>The sides on which there is anything.</summary>
    private readonly FlowSide[] sides = [.. new FlowSide[] { new(goneHead, gone, bar => bar.Gone), new(comeHead, come, bar => bar.Come) }.Where(side => bars.Any(bar => side.Of(bar).Sum() > 0))];

    private float Top => 14 + (sides.Length * LegendLine);

    public float Height => Top + (bars.Count * RowHeight);

    public void Draw(Sheet sheet)
    {
        var type = sheet.Type;
        for (int line = 0; line < sides.Length; line++)
            DrawLegend(sheet, sides[line], line);
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

    /// <summary>What the parts mean that occur.</summary>
    private void DrawLegend(Sheet sheet, FlowSide side, int line)
    {
        var style = TextStyle.Strong with { Size = TextStyle.Small.Size };
        float y = line * LegendLine;
        float x = Sheet.Margin;
        sheet.Text(side.Head, x, y + 11.5f, style);
        x += sheet.Type.Width(side.Head, style) + 14;
        foreach (var (text, paint) in side.Looks.Where((_, k) => bars.Any(bar => side.Of(bar)[k] > 0)))
        {
            sheet.Rectangle(new(x, y + 2, 14, 10), paint);
            sheet.Text(text, x + 20, y + 11.5f, TextStyle.Small);
            x += 38 + sheet.Type.Width(text, TextStyle.Small);
        }
    }

    /// <summary>What is on one side of the axis.</summary>
    /// <param name="Head">What all of it is.</param>
    /// <param name="Looks">What the parts mean, and their paints.</param>
    /// <param name="Of">The parts of a bar.</param>
    private sealed record FlowSide(string Head, IReadOnlyList<(string Text, Paint Paint)> Looks, Func<FlowBar, IReadOnlyList<long>> Of);
}
