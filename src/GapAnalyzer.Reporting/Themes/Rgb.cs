using System.Globalization;

namespace GapAnalyzer.Reporting.Themes;

/// <summary>An opaque colour in sRGB.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    public static Rgb White => new(255, 255, 255);

    /// <summary><c>#1F2937</c>, as CSS writes it.</summary>
    public string Hex => string.Create(CultureInfo.InvariantCulture, $"#{R:X2}{G:X2}{B:X2}");

    /// <summary>Relative luminance from 0 (black) to 1 (white), as WCAG 2 defines it.</summary>
    public double Luminance => (0.2126 * Linear(R)) + (0.7152 * Linear(G)) + (0.0722 * Linear(B));

    /// <summary>The colour that is written as <c>#RRGGBB</c> or <c>#RGB</c>; null where the text is neither.</summary>
    public static Rgb? Parse(string hex)
    {
        string digits = hex.Length == 4 ? string.Concat(hex.Skip(1).Select(digit => new string(digit, 2))) : hex.Length == 7 ? hex[1..] : string.Empty;
        return hex.StartsWith('#') && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value)
            ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
    }

    /// <summary>Contrast of two colours, from 1 (the same) to 21 (black on white), as WCAG 2 defines it.</summary>
    public static double Contrast(Rgb a, Rgb b)
    {
        double first = a.Luminance + 0.05;
        double second = b.Luminance + 0.05;
        return Math.Max(first, second) / Math.Min(first, second);
    }

    /// <summary>The colour a share of the way to another.</summary>
    public Rgb Towards(Rgb other, double share) => new(Between(R, other.R, share), Between(G, other.G, share), Between(B, other.B, share));

    /// <summary>A colour of the same hue that is dark enough, or light enough, for text on a ground.</summary>
    public Rgb AsTextOn(Rgb ground)
    {
        var end = ground.Luminance > 0.18 ? default : White;
        double share = 0;
        while (share < 0.9 && Contrast(Towards(end, share), ground) < 1.05 / 0.22)
            share += 0.05;
        return Towards(end, share);
    }

    private static byte Between(byte from, byte to, double share) => (byte)(from + ((to - from) * share));

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
