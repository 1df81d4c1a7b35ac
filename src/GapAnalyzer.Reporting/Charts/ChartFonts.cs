using System.Globalization;
using System.Text;
using GapAnalyzer.Reporting.Themes;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// The fonts that are carried inside the program: charts look the same on every machine, fonts installed or not. Inter, and Noto
/// Sans Arabic for what Inter lacks; both under the SIL Open Font License 1.1.
/// </summary>
public static class ChartFonts
{
    private static readonly Lazy<Faces> LazyInter = new(() => Load("Inter", "Inter_400Regular.ttf", "Inter_600SemiBold.ttf"));
    private static readonly Lazy<Faces> LazyArabic = new(() => Load("'Noto Sans Arabic'", "NotoSansArabic_400Regular.ttf", "NotoSansArabic_600SemiBold.ttf"));

    // The parts that the web fonts are cut into, with the characters of each as CSS writes them.
    private static readonly (string Name, string Range)[] WebParts =
    [
        ("inter-latin", "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"),
        ("inter-latin-ext", "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"),
        ("inter-vietnamese", "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB"),
        ("inter-greek", "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF"),
        ("inter-greek-ext", "U+1F00-1FFF"),
        ("inter-cyrillic", "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"),
        ("inter-cyrillic-ext", "U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F"),
        (ArabicPart, "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC"),
    ];

    private const string ArabicPart = "noto-sans-arabic-arabic";

    internal static Faces Inter => LazyInter.Value;

    internal static Faces Arabic => LazyArabic.Value;

    /// <summary>Loads the fonts beside other work: Skia first looks at every font that the system has, though no chart is set in them.</summary>
    public static void Prepare() => _ = Task.Run(() => (Inter, Arabic));

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
            if (covered == 0 && name != "inter-latin")
                continue;
            foreach (int weight in (int[])[400, 600])
                css.Append(FontFace(name, range, weight));
        }

        return css.ToString();
    }

    /// <summary><c>@font-face</c> rules with a theme's font inside.</summary>
    internal static string Css(ThemeFont font) => string.Concat(
        FontFace(font.Family, font.Regular.Span, 400, font.MediaType, ""), FontFace(font.Family, font.Bold.Span, 600, font.MediaType, ""));

    private static bool Contains(string range, int code) => range.Split(',').Select(part => part[2..].Split('-')).Any(ends =>
        code >= Hex(ends[0]) && code <= Hex(ends[^1]));

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string FontFace(string part, string range, int weight) => FontFace(
        part == ArabicPart ? Arabic.Family : Inter.Family,
        Resource($"{part}-{weight.ToString(CultureInfo.InvariantCulture)}-normal.woff2"),
        weight,
        "font/woff2",
        $";unicode-range:{range}");

    private static string FontFace(string family, ReadOnlySpan<byte> file, int weight, string mediaType, string range)
    {
        string format = mediaType switch { "font/woff2" => "woff2", "font/otf" => "opentype", _ => "truetype" };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"@font-face{{font-family:{family};font-weight:{weight};src:url(data:{mediaType};base64,{Convert.ToBase64String(file)}) format('{format}'){range}}}");
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(ChartFonts).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"The program lacks its font {name}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Faces Load(string family, string regular, string bold) => new(family, new(Resource(regular)), new(Resource(bold)));
}
