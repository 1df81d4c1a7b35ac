using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Themes;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Size, weight and colour of a text.</summary>
internal readonly record struct TextStyle(float Size, Paint Color, bool Bold = false)
{
    public static TextStyle Label => new(12, Palette.Ink);
    public static TextStyle Strong => new(12, Palette.Ink, Bold: true);
    public static TextStyle Small => new(11, Palette.Muted);

    /// <summary>Height of capitals: what a text must be centred by to look centred.</summary>
    public float CapHeight => Size * 0.727f;

    /// <summary>How far letters reach below the baseline.</summary>
    public float Descent => Size * 0.2f;
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

    /// <summary>Whether a straight line has a point inside.</summary>
    public bool IsCrossedBy(float x1, float y1, float x2, float y2)
    {
        // The part of the line that is inside of each side in turn, from 0 at its start to 1 at its end.
        float from = 0;
        float to = 1;
        foreach (var (toSide, along) in new[] { (X - x1, x2 - x1), (x1 - Right, x1 - x2), (Y - y1, y2 - y1), (y1 - Bottom, y1 - y2) })
        {
            if (along == 0 && toSide > 0)
                return false;
            if (along > 0)
                from = Math.Max(from, toSide / along);
            else if (along < 0)
                to = Math.Min(to, toSide / along);
        }

        return from < to;
    }

    public Box Shrink(float by) => new(X + by, Y + by, Width - (2 * by), Height - (2 * by));
}

/// <summary>A piece of a line in one face and direction.</summary>
internal readonly record struct TextRun(string Text, Face Face, bool RightToLeft);

/// <summary>
/// Measuring, wrapping and shortening text in the font of a theme. Scripts that it lacks are set, piece by piece, in a font that
/// has them.
/// </summary>
public sealed class Typography
{
    private const string Ellipsis = "…";

    private readonly Faces house;

    // The first that has a character sets it.
    private readonly Faces[] chain;

    public Typography(Theme theme)
    {
        Theme = theme;
        house = theme.Font is { } font ? Faces.Of(font) : ChartFonts.Inter;
        chain = [.. new[] { house, ChartFonts.Inter, ChartFonts.Arabic }.Distinct()];
    }

    /// <summary>In the default theme.</summary>
    public static Typography Default { get; } = new(Theme.Default);

    public Theme Theme { get; }

    /// <summary>Families for CSS and SVG, the house's first.</summary>
    public string Families => $"{string.Join(", ", chain.SkipLast(1).Select(faces => faces.Family))}, 'Segoe UI', Arial, sans-serif";

    /// <summary>The same with the font of right-to-left scripts.</summary>
    public string FamiliesWithArabic => $"{string.Join(", ", chain.Select(faces => faces.Family))}, 'Segoe UI', Arial, sans-serif";

    /// <summary><c>@font-face</c> rules, with the fonts inside, for the characters of a text.</summary>
    public string Css(string text) => (Theme.Font is { } font ? ChartFonts.Css(font) : string.Empty) + ChartFonts.Css(text);

    /// <summary>Whether there is a glyph for every character.</summary>
    internal bool CanShow(string text) => text.EnumerateRunes().All(rune =>
        (rune.IsBmp && Bidi.IsMark((char)rune.Value)) || chain.Any(faces => faces.Regular.Has(rune.Value)));

    internal float Width(string text, TextStyle style)
    {
        if (IsPlain(text))
        {
            using var font = house.In(style.Bold).Font(style.Size);
            return font.MeasureText(text);
        }

        return Runs(text, style.Bold).Sum(run => Width(run, style.Size));
    }

    /// <summary>Pieces from left to right.</summary>
    internal IEnumerable<TextRun> Runs(string text, bool bold) => IsPlain(text)
        ? [new(text, house.In(bold), false)]
        : Bidi.Pieces(text).SelectMany(piece => InFaces(piece, bold));

    internal static float Width(TextRun run, float size)
    {
        if (run.RightToLeft)
            return run.Face.Shape(run.Text, size).Width;
        using var font = run.Face.Font(size);
        return font.MeasureText(run.Text);
    }

    /// <summary>The text if it fits, else as much of it as does, with an ellipsis.</summary>
    internal string Fit(string text, TextStyle style, float width)
    {
        if (Width(text, style) <= width)
            return text;
        int[] starts = StringInfo.ParseCombiningCharacters(text);

        // Longer texts are wider, so the longest that fits is found by halving.
        int low = 0;
        int high = starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = Width(Shortened(text, starts[middle]), style) <= width ? (middle, high) : (low, middle - 1);
        }

        return low == 0 ? Ellipsis : Shortened(text, starts[low]);
    }

    /// <summary>Two names with a dash, or something else, between them and behind: where both do not fit, each has at least half of the room.</summary>
    internal string FitPair(string a, string b, TextStyle style, float width, string between = " – ", string behind = "")
    {
        float room = width - Width(between + behind, style);
        string second = Fit(b, style, Math.Max(room / 2, room - Width(a, style)));
        return Fit(a, style, room - Width(second, style)) + between + second + behind;
    }

    /// <summary>Lines no wider than asked, broken at spaces; a word that is wider by itself is shortened.</summary>
    internal IReadOnlyList<string> Wrap(string text, TextStyle style, float width)
    {
        var lines = new List<string>();
        string line = string.Empty;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, style) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return [.. Bidi.Balance(lines).Select(l => Fit(l, style, width))];
    }

    /// <summary>Like <see cref="Wrap"/>, with lines of about equal length, so that no single word is left over.</summary>
    internal IReadOnlyList<string> WrapEvenly(string text, TextStyle style, float width, float narrowest = 0.5f)
    {
        var lines = Wrap(text, style, width);
        float narrower = width;
        while (lines.Count > 1 && narrower > width * narrowest)
        {
            narrower -= 12;
            var candidate = Wrap(text, style, narrower);
            if (candidate.Count > lines.Count || candidate.Any(IsCut))
                break;
            lines = candidate;
        }

        return lines;
    }

    /// <summary>Whether <see cref="Fit"/> has shortened it.</summary>
    internal static bool IsCut(string text) => text.TrimEnd(Bidi.Close).EndsWith('…');

    /// <summary>Whether the text runs from left to right in the house's font alone.</summary>
    internal bool IsPlain(string text) =>
        !text.Any(c => Bidi.IsMark(c) || Bidi.IsRightToLeft(c)) && (house == ChartFonts.Inter || house.Regular.Typeface.ContainsGlyphs(text));

    private static string Shortened(string text, int length) => Bidi.Balance([text[..length].TrimEnd(' ', ',', '-', '(', Bidi.Open) + Ellipsis])[0];

    /// <summary>Right-to-left letters and the signs between them in one face, so that they join; all else in the first that has it.</summary>
    private IEnumerable<TextRun> InFaces(DirectedText piece, bool bold)
    {
        var faces = piece.RightToLeft ? chain.Reverse() : chain;
        var runs = new List<(Face Face, StringBuilder Text)>();
        foreach (var rune in piece.Text.EnumerateRunes())
        {
            var face = (faces.FirstOrDefault(f => f.Regular.Has(rune.Value)) ?? house).In(bold);
            if (runs.Count == 0 || runs[^1].Face != face)
                runs.Add((face, new()));
            runs[^1].Text.Append(rune);
        }

        var inOrder = piece.RightToLeft ? Enumerable.Reverse(runs) : runs;
        return inOrder.Select(run => new TextRun(run.Text.ToString(), run.Face, piece.RightToLeft));
    }
}
