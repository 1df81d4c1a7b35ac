using System.Globalization;
using ScottPlot;
using SkiaSharp;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Size, weight and colour of a text.</summary>
internal readonly record struct TextStyle(float Size, Color Color, bool Bold = false)
{
    public static TextStyle Label => new(12, Palette.Ink);
    public static TextStyle Small => new(11, Palette.Muted);
}

/// <summary>Which point of a text is given.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A rectangle in logical pixels, y downwards.</summary>
internal readonly record struct Box(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;
    public float Bottom => Y + Height;
    public float CentreX => X + (Width / 2);
    public float CentreY => Y + (Height / 2);

    public bool Intersects(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public Box Shrink(float by) => new(X + by, Y + by, Width - (2 * by), Height - (2 * by));
}

/// <summary>Measuring, wrapping and shortening text in the charts' font.</summary>
internal static class Typography
{
    private const string Ellipsis = "…";

    public static float Width(string text, TextStyle style)
    {
        using var font = FontOf(style);
        return font.MeasureText(text);
    }

    /// <summary>Height of capitals: what a text must be centred by to look centred.</summary>
    public static float CapHeight(TextStyle style) => style.Size * 0.727f;

    /// <summary>How far letters reach below the baseline.</summary>
    public static float Descent(TextStyle style) => style.Size * 0.2f;

    /// <summary>The text if it fits, else as much of it as does, with an ellipsis.</summary>
    public static string Fit(string text, TextStyle style, float width)
    {
        using var font = FontOf(style);
        if (font.MeasureText(text) <= width)
            return text;
        int[] starts = StringInfo.ParseCombiningCharacters(text);
        for (int kept = starts.Length - 1; kept > 0; kept--)
        {
            string shorter = text[..starts[kept]].TrimEnd(' ', ',', '-', '(') + Ellipsis;
            if (font.MeasureText(shorter) <= width)
                return shorter;
        }

        return Ellipsis;
    }

    /// <summary>Lines no wider than asked, broken at spaces; a word that is wider by itself is shortened.</summary>
    public static IReadOnlyList<string> Wrap(string text, TextStyle style, float width)
    {
        using var font = FontOf(style);
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return [.. lines.Select(l => Fit(l, style, width))];
    }

    /// <summary>Like <see cref="Wrap"/>, with lines of about equal length, so that no single word is left over.</summary>
    public static IReadOnlyList<string> WrapEvenly(string text, TextStyle style, float width, float narrowest = 0.5f)
    {
        var lines = Wrap(text, style, width);
        float narrower = width;
        while (lines.Count > 1 && narrower > width * narrowest)
        {
            narrower -= 12;
            var candidate = Wrap(text, style, narrower);
            if (candidate.Count > lines.Count || candidate.Any(l => l.EndsWith('…')))
                break;
            lines = candidate;
        }

        return lines;
    }

    internal static SKFont FontOf(TextStyle style) => new(ChartFonts.Typeface(style.Bold), style.Size) { Subpixel = true };
}
