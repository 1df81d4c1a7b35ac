using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// Turns ScottPlot's SVG into one that stands on its own and can share a page with others: scales (viewBox), brings its font,
/// says what it shows, and has ids of its own instead of numbers from a counter of the whole process.
/// </summary>
internal static class SvgDocument
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Finish(Chart chart, Sheet sheet, bool embedFonts)
    {
        var root = XDocument.Parse(sheet.ToSvg(), LoadOptions.None).Root ?? throw new InvalidOperationException("ScottPlot gave an SVG without a root.");
        RemoveFullClips(root, sheet);
        RenumberIds(root, chart.Id);
        TidyTexts(root, sheet);
        Describe(root, chart, sheet);
        if (embedFonts)
            root.AddFirst(new XElement(Svg + "style", sheet.Type.Css(root.Value)));
        return Write(root);
    }

    /// <summary>ScottPlot clips every shape to the figure, which changes nothing here and doubles the file.</summary>
    private static void RemoveFullClips(XElement root, Sheet sheet)
    {
        var full = root.Descendants(Svg + "clipPath").Where(clip => IsWholeFigure(clip, sheet)).ToDictionary(clip => $"url(#{Attribute(clip, "id")})");
        foreach (var group in root.Descendants(Svg + "g").Where(g => full.ContainsKey(Attribute(g, "clip-path"))).ToList())
        {
            group.SetAttributeValue("clip-path", null);
            if (!group.HasAttributes)
                group.ReplaceWith(group.Nodes());
        }

        foreach (var clip in full.Values)
            clip.Remove();
    }

    private static bool IsWholeFigure(XElement clip, Sheet sheet) =>
        clip.Elements().SingleOrDefault() is { } shape && shape.Name == Svg + "rect"
        && Attribute(shape, "x") is "" or "0" && Attribute(shape, "y") is "" or "0"
        && Attribute(shape, "width") == Number(Chart.Width) && Attribute(shape, "height") == Number(sheet.Height);

    private static void RenumberIds(XElement root, string prefix)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in root.Descendants().Attributes("id"))
            id.Value = names[id.Value] = $"{prefix}-{Number(names.Count + 1)}";
        foreach (var attribute in root.Descendants().Attributes())
        {
            foreach (string old in names.Keys.Where(old => attribute.Value == $"url(#{old})" || attribute.Value == $"#{old}"))
            {
                attribute.Value = attribute.Value.Replace(old, names[old], StringComparison.Ordinal);
                break;
            }
        }
    }

    /// <summary>Skia writes one element for each text of the sheet, in its order.</summary>
    private static void TidyTexts(XElement root, Sheet sheet)
    {
        var elements = root.Descendants(Svg + "text").ToList();
        if (elements.Count != sheet.Texts.Count)
            throw new InvalidOperationException($"The SVG has {elements.Count} texts, the sheet {sheet.Texts.Count}.");
        foreach (var (element, text) in elements.Zip(sheet.Texts))
            TidyText(element, text, sheet.Type);
    }

    private static void TidyText(XElement element, PlacedText text, Typography type)
    {
        bool plain = type.IsPlain(text.Text);
        element.SetAttributeValue("font-family", plain ? type.Families : type.FamiliesWithArabic);
        element.SetAttributeValue("font-weight", text.Style.Bold ? "600" : "400");

        // Skia ends its lists of positions with a comma, which strict readers refuse, and wraps the text in line breaks. Letters
        // that join have no positions of their own.
        foreach (string axis in (string[])["x", "y"])
            element.SetAttributeValue(axis, plain ? Attribute(element, axis).TrimEnd(' ', ',') : Attribute(element, axis).Split(',')[0]);
        element.Value = plain ? element.Value.Trim() : text.Text;
    }

    private static void Describe(XElement root, Chart chart, Sheet sheet)
    {
        string title = $"{chart.Id}-title";
        string description = $"{chart.Id}-desc";
        root.SetAttributeValue("viewBox", $"0 0 {Number(Chart.Width)} {Number(sheet.Height)}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-labelledby", $"{title} {description}");
        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", title), chart.Title),
            new XElement(Svg + "desc", new XAttribute("id", description), chart.AltText));
    }

    private static string Write(XElement root)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.Entitize }))
            root.Save(writer);
        return text.Append('\n').ToString();
    }

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? string.Empty;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
