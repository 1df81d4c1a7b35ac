using GapAnalyzer.Reporting.Words;
using ScottPlot;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>What was observed, and what chance would give. Undefined numbers are NaN.</summary>
/// <param name="Low">19 in 20 values that chance gives are above this, or at it.</param>
/// <param name="High">And below this, or at it.</param>
/// <param name="IsAmiss">Less than chance explains, by a test.</param>
internal readonly record struct ObservedAndExpected(double Observed, double Expected, double Low, double High, bool IsAmiss)
{
    public static ObservedAndExpected Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN, false);
}

/// <summary>Values on one scale from left to right: what chance gives as a band with a line at what is expected, what was observed as a dot.</summary>
/// <param name="left">Where the scale begins.</param>
/// <param name="width">How long it is.</param>
/// <param name="min">Value at its left end.</param>
/// <param name="max">Value at its right end.</param>
internal sealed class RangeScale(float left, float width, double min, double max)
{
    private const float BandHeight = 11;

    private static readonly int[] Steps = [1, 2, 5, 10, 20, 25];

    /// <summary>Values by which to read a scale of shares that has to hold this one, from 0 on: one to four even steps that are easy to count in.</summary>
    public static IReadOnlyList<double> Ticks(double most)
    {
        double percent = 100 * Math.Min(1, most);
        int step = Steps.First(s => percent <= 4 * s);
        int steps = Math.Max(1, (int)Math.Ceiling(percent / step));
        return [.. Enumerable.Range(0, steps + 1).Select(i => i * step / 100.0)];
    }

    public float X(double value) => left + (float)(width * (Math.Clamp(value, min, max) - min) / (max - min));

    public void Draw(Sheet sheet, float y, ObservedAndExpected values)
    {
        if (double.IsFinite(values.Low))
        {
            var band = new Box(X(values.Low), y - (BandHeight / 2), Math.Max(2, X(values.High) - X(values.Low)), BandHeight);
            sheet.Rectangle(band, Palette.Quiet);
        }

        if (double.IsFinite(values.Expected))
            sheet.Line(X(values.Expected), y - 8, X(values.Expected), y + 8, Palette.Muted, 2);
        if (double.IsFinite(values.Observed))
            DrawObserved(sheet, X(values.Observed), y, values.IsAmiss);
    }

    /// <summary>Lines to read values by, and their values beneath.</summary>
    public void Axis(Sheet sheet, float top, float bottom, IEnumerable<double> values, Func<double, string> text)
    {
        foreach (double value in values)
        {
            sheet.Line(X(value), top, X(value), bottom, Palette.Grid, 1);
            sheet.Text(text(value), X(value), bottom + 16, TextStyle.Small, Anchor.Middle);
        }
    }

    /// <summary>The same for bars that begin at the first of these shares, whose line is dark.</summary>
    public void Shares(Sheet sheet, float top, float bottom, IReadOnlyList<double> shares, Texts t)
    {
        Axis(sheet, top, bottom, shares, share => Numbers.Percent(share, t));
        sheet.Line(X(shares[0]), top, X(shares[0]), bottom, Palette.Muted, 1);
    }

    /// <summary>What the marks mean, on one line.</summary>
    /// <param name="amiss">Of what is less than chance explains; empty where nothing is.</param>
    public static void Legend(Sheet sheet, float x, float y, string observed, string amiss, string expected, string range)
    {
        DrawObserved(sheet, x + 5, y - 4, isAmiss: false);
        sheet.Text(observed, x + 16, y, TextStyle.Small);
        x += 34 + sheet.Type.Width(observed, TextStyle.Small);
        if (amiss.Length > 0)
        {
            DrawObserved(sheet, x + 5, y - 4, isAmiss: true);
            sheet.Text(amiss, x + 17, y, TextStyle.Small);
            x += 35 + sheet.Type.Width(amiss, TextStyle.Small);
        }

        sheet.Line(x + 2, y - 12, x + 2, y + 3, Palette.Muted, 2);
        sheet.Text(expected, x + 11, y, TextStyle.Small);
        x += 29 + sheet.Type.Width(expected, TextStyle.Small);
        sheet.Rectangle(new(x, y - 9, 24, BandHeight), Palette.Quiet);
        sheet.Text(range, x + 31, y, TextStyle.Small);
    }

    /// <summary>What is amiss has a shape of its own, which greys keep.</summary>
    private static void DrawObserved(Sheet sheet, float x, float y, bool isAmiss) => sheet.Mark(
        x, y, isAmiss ? new(Palette.Alarm, MarkerShape.FilledDiamond) : new(Palette.Accent, MarkerShape.FilledCircle), isAmiss ? 13 : 10);
}
