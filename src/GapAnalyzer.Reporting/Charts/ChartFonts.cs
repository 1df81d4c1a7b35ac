using System.Globalization;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// The font of all charts, carried inside the program: charts look the same on every machine, fonts installed or not.
/// Inter, SIL Open Font License 1.1.
/// </summary>
public static class ChartFonts
{
    public const string Family = "Inter";

    private static readonly Lazy<Faces> Loaded = new(Register);

    // The parts that the web font is cut into, with the characters of each as CSS writes them.
    private static readonly (string Name, string Range)[] WebParts =
    [
        ("latin", "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"),
        ("latin-ext", "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"),
        ("vietnamese", "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB"),
        ("greek", "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF"),
        ("greek-ext", "U+1F00-1FFF"),
        ("cyrillic", "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"),
        ("cyrillic-ext", "U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F"),
    ];

    /// <summary><c>@font-face</c> rules, with the font inside, for the characters of a text.</summary>
    /// <param name="text">Every character that has to be shown.</param>
    public static string Css(string text)
    {
        var css = new StringBuilder();
        var needed = text.EnumerateRunes().Select(rune => rune.Value).Distinct().ToHashSet();
        foreach (var (name, range) in WebParts)
        {
            // A character that an earlier part has already is no reason to carry a later one.
            int covered = needed.RemoveWhere(code => Contains(range, code));
            if (covered == 0 && name != "latin")
                continue;
            foreach (int weight in (int[])[400, 600])
                css.Append(FontFace(name, range, weight));
        }

        return css.ToString();
    }

    /// <summary>Whether the font has a glyph for every character.</summary>
    internal static bool CanShow(string text) => Typeface(bold: false).ContainsGlyphs(text);

    internal static SKTypeface Typeface(bool bold) => bold ? Loaded.Value.SemiBold : Loaded.Value.Regular;

    private static bool Contains(string range, int code) => range.Split(',').Select(part => part[2..].Split('-')).Any(ends =>
        code >= Hex(ends[0]) && code <= Hex(ends[^1]));

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string FontFace(string part, string range, int weight)
    {
        string base64 = Convert.ToBase64String(Resource($"inter-{part}-{weight.ToString(CultureInfo.InvariantCulture)}-normal.woff2"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"@font-face{{font-family:{Family};font-weight:{weight};src:url(data:font/woff2;base64,{base64}) format('woff2');unicode-range:{range}}}");
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(ChartFonts).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"The program lacks its font {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Faces Register()
    {
        var faces = new Faces(Load("Inter_400Regular.ttf"), Load("Inter_600SemiBold.ttf"));
        Fonts.FontResolvers.Insert(0, faces);
        return faces;
    }

    private static SKTypeface Load(string name)
    {
        using var data = SKData.CreateCopy(Resource(name));
        return SKTypeface.FromData(data);
    }

    private sealed record Faces(SKTypeface Regular, SKTypeface SemiBold) : IFontResolver
    {
        public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
            CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

        public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
            fontName != Family ? null : bold ? SemiBold : Regular;
    }
}
