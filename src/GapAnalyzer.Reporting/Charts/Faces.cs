using GapAnalyzer.Reporting.Themes;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>A font in two weights.</summary>
/// <param name="Family">The name under which a page or drawing finds it.</param>
internal sealed record Faces(string Family, Face Regular, Face Bold)
{
    public static Faces Of(ThemeFont font) => new(font.Family, new(font.Regular.Span), new(font.Bold.Span));

    public Face In(bool bold) => bold ? Bold : Regular;
}

/// <summary>One weight of a font: its glyphs, and how letters of right-to-left scripts join in it. Safe to use from several threads.</summary>
internal sealed class Face
{
    private const int ShapingScale = 1 << 16;

    private readonly Lazy<HarfBuzzSharp.Font> shaping;
    private readonly Lock shapingLock = new();

    public Face(ReadOnlySpan<byte> file)
    {
        using var data = SKData.CreateCopy(file);
        Typeface = SKTypeface.FromData(data) ?? throw new FormatException("not a font");
        shaping = new(() => ForShaping(Typeface));
    }

    public SKTypeface Typeface { get; }

    public bool Has(int rune) => Typeface.ContainsGlyph(rune);

    /// <summary>A font of a size; the caller disposes it.</summary>
    public SKFont Font(float size) => new(Typeface, size) { Subpixel = true };

    /// <summary>The glyphs of a right-to-left text, from left to right, each with its distance from the left end.</summary>
    public ShapedGlyphs Shape(string text, float size)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.Direction = HarfBuzzSharp.Direction.RightToLeft;
        buffer.GuessSegmentProperties();
        lock (shapingLock)
            shaping.Value.Shape(buffer);
        float perUnit = size / ShapingScale;
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new ushort[infos.Length];
        var points = new SKPoint[infos.Length];
        float x = 0;
        for (int i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            points[i] = new(x + (positions[i].XOffset * perUnit), -positions[i].YOffset * perUnit);
            x += positions[i].XAdvance * perUnit;
        }

        return new(glyphs, points, x);
    }

    /// <summary>Through Skia's copy of the file: HarfBuzzSharp's own blobs of a stream point to memory that is not theirs.</summary>
    private static HarfBuzzSharp.Font ForShaping(SKTypeface typeface)
    {
        using var blob = typeface.OpenStream(out int index).ToHarfBuzzBlob();
        using var face = new HarfBuzzSharp.Face(blob, index) { UnitsPerEm = typeface.UnitsPerEm };
        var font = new HarfBuzzSharp.Font(face);
        font.SetScale(ShapingScale, ShapingScale);
        font.SetFunctionsOpenType();
        return font;
    }
}

/// <summary>Glyphs of a face where they stand.</summary>
internal sealed record ShapedGlyphs(ushort[] Glyphs, SKPoint[] Points, float Width);
