using ScottPlot;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// Colours that stay apart for colour-blind eyes (Okabe and Ito 2008) and inks for text. Meaning never rests on colour alone:
/// a letter, a shape, a dash or a label beside it says the same.
/// </summary>
internal static class Palette
{
    public static Color Ink { get; } = Color.FromHex("#1F2937");
    public static Color Muted { get; } = Color.FromHex("#6B7280");
    public static Color Grid { get; } = Color.FromHex("#E5E7EB");
    public static Color Quiet { get; } = Color.FromHex("#CBD5E1");
    public static Color Accent { get; } = Color.FromHex("#0F766E");
    public static Color Alarm { get; } = Color.FromHex("#BE123C");
    public static Color White { get; } = Colors.White;

    /// <summary>Groups; from the seventh on they repeat, and the marker's shape tells them apart.</summary>
    public static IReadOnlyList<Color> Groups { get; } =
        [.. new[] { "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9" }.Select(hex => Color.FromHex(hex))];

    private static readonly Color[] Ramp = [.. new[] { "#F1F6FC", "#C6DBEF", "#6BAED6", "#2171B5", "#08306B" }.Select(hex => Color.FromHex(hex))];

    /// <summary>Light to dark blue for a share from 0 to 1.</summary>
    public static Color Share(double share)
    {
        double position = Math.Clamp(share, 0, 1) * (Ramp.Length - 1);
        int low = Math.Min((int)position, Ramp.Length - 2);
        return Ramp[low].InterpolateRgb(Ramp[low + 1], position - low);
    }

    /// <summary>
    /// White or ink, whichever has more contrast on a fill (WCAG contrast ratio); in doubt white, which the eye reads better on a
    /// saturated colour than the ratio tells.
    /// </summary>
    public static Color TextOn(Color fill) => Contrast(White, fill) > 0.75 * Contrast(Ink, fill) ? White : Ink;

    /// <summary>A colour of the same hue that is dark enough for text on white.</summary>
    public static Color AsText(Color color)
    {
        double factor = 1;
        while (factor > 0.1 && Luminance(Scale(color, factor)) > 0.17)
            factor -= 0.05;
        return Scale(color, factor);
    }

    private static double Contrast(Color a, Color b)
    {
        double first = Luminance(a) + 0.05;
        double second = Luminance(b) + 0.05;
        return Math.Max(first, second) / Math.Min(first, second);
    }

    private static Color Scale(Color color, double factor) =>
        new((byte)(color.R * factor), (byte)(color.G * factor), (byte)(color.B * factor));

    private static double Luminance(Color color) => (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
