using GapAnalyzer.Reporting.Words;

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

    /// <summary>Where a scale of shares ends that has to hold this one: a quarter of it is a whole number of percents.</summary>
    public static double End(double most) => new[] { 0.04, 0.08, 0.2, 0.4, 0.6, 0.8, 1 }.First(end => end >= Math.Min(1, most));

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
            sheet.Dot(X(values.Observed), y, values.IsAmiss ? Palette.Alarm : Palette.Accent, 10);
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

    /// <summary>Lines at the quarters of a scale of shares, the first of them dark.</summary>
    public void Quarters(Sheet sheet, float top, float bottom, Texts t)
    {
        for (int quarter = 0; quarter <= 4; quarter++)
        {
            double share = max * quarter / 4;
            sheet.Line(X(share), top, X(share), bottom, quarter == 0 ? Palette.Muted : Palette.Grid, 1);
            sheet.Text(Numbers.Percent(share, t), X(share), bottom + 17, TextStyle.Small, Anchor.Middle);
        }
    }

    /// <summary>What dot, line and band mean, on one line; returns where it ends.</summary>
    public static float Legend(Sheet sheet, float x, float y, string observed, string expected, string range)
    {
        sheet.Dot(x + 5, y - 4, Palette.Accent, 10);
        sheet.Text(observed, x + 16, y, TextStyle.Small);
        x += 34 + sheet.Type.Width(observed, TextStyle.Small);
        sheet.Line(x + 2, y - 12, x + 2, y + 3, Palette.Muted, 2);
        sheet.Text(expected, x + 11, y, TextStyle.Small);
        x += 29 + sheet.Type.Width(expected, TextStyle.Small);
        sheet.Rectangle(new(x, y - 9, 24, BandHeight), Palette.Quiet);
        sheet.Text(range, x + 31, y, TextStyle.Small);
        return x + 31 + sheet.Type.Width(range, TextStyle.Small);
    }
}
