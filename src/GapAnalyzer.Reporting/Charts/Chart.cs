namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// A chart that is laid out and can be rendered. Rendering is a pure function of what is held here: the same bytes each time,
/// also from several threads at once.
/// </summary>
public sealed class Chart
{
    /// <summary>Width of every chart in logical pixels; a PNG has <see cref="PngScale"/> times as many.</summary>
    public const int Width = 900;

    /// <summary>Device pixels per logical pixel, so that a chart stays sharp on a slide.</summary>
    public const int PngScale = 2;

    /// <summary>Above the body of a chart whose heading stands elsewhere, in logical pixels.</summary>
    private const float HeadingElsewhere = 12;

    private readonly Heading heading;
    private readonly Foot foot;
    private readonly Typography type;
    private readonly Action<Sheet> draw;
    private readonly float bodyHeight;

    /// <param name="bodyHeight">Height below the heading, in logical pixels.</param>
    /// <param name="draw">Draws the body on a sheet whose y axis starts below the heading.</param>
    /// <param name="type">The theme, and how text is set in it.</param>
    internal Chart(string id, ChartWords words, ChartTable table, float bodyHeight, Action<Sheet> draw, Typography type)
    {
        Id = id;
        Title = words.Title;
        Subtitle = words.Subtitle;
        AltText = words.AltText;
        Table = table;
        this.bodyHeight = bodyHeight;
        this.draw = draw;
        this.type = type;
        heading = Heading.Fit(words.Title, words.Subtitle, type);
        foot = new(type);
        Height = HeightBelow(heading.Height);
    }

    /// <summary>Id of its definition.</summary>
    public string Id { get; }

    /// <summary>States the finding, not the kind of chart.</summary>
    public string Title { get; }

    /// <summary>Says of whom and when, what was counted, and what was left out of the picture.</summary>
    public string Subtitle { get; }

    /// <summary>What the picture shows, for whoever cannot see it.</summary>
    public string AltText { get; }

    /// <summary>The numbers behind the picture, with full names.</summary>
    public ChartTable Table { get; }

    /// <summary>Height in logical pixels.</summary>
    public int Height { get; }

    /// <summary>PNG, 1,800 pixels wide.</summary>
    public byte[] ToPng()
    {
        using var sheet = Compose();
        return sheet.ToPng();
    }

    /// <summary>SVG text with a viewBox, title and description.</summary>
    /// <param name="embedFonts">
    /// Carries the font inside, as a file of its own needs; false where the page around it brings <see cref="Typography.Css"/>.
    /// </param>
    public string ToSvg(bool embedFonts = true)
    {
        using var sheet = Compose();
        return SvgDocument.Finish(this, sheet, embedFonts);
    }

    /// <summary>The same without title and subtitle, for a page that sets them itself and brings the fonts.</summary>
    public string ToSvgWithoutHeading()
    {
        using var sheet = Compose(withHeading: false);
        return SvgDocument.Finish(this, sheet, embedFonts: false);
    }

    /// <summary>Every text of the picture and the room it takes: none may overlap another or leave the figure.</summary>
    internal IReadOnlyList<PlacedText> Texts
    {
        get
        {
            using var sheet = Compose();
            return sheet.Texts;
        }
    }

    private Sheet Compose(bool withHeading = true)
    {
        float top = withHeading ? heading.Height : HeadingElsewhere;
        var sheet = new Sheet(HeightBelow(top), type);
        if (withHeading)
            heading.Draw(sheet);
        sheet.Top = top;
        draw(sheet);
        sheet.Top = 0;
        foot.Draw(sheet, sheet.Height);
        return sheet;
    }

    private int HeightBelow(float top) => (int)MathF.Ceiling(top + bodyHeight + foot.Height);
}

/// <summary>What a chart says in words.</summary>
internal sealed record ChartWords(string Title, string Subtitle, string AltText)
{
    /// <summary>Sentences one after the other; empty ones are left out.</summary>
    public static string Sentences(params IEnumerable<string> sentences) => string.Join(' ', sentences.Where(sentence => sentence.Length > 0));
}
