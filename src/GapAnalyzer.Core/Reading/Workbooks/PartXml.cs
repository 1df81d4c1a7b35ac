using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>
/// Streams a part of a workbook. Plain XML, by local names: the two namespaces that workbooks are written in have the same ones, and
/// <c>OpenXmlReader</c>, which makes an object of every attribute, takes three times as long.
/// </summary>
internal static class PartXml
{
    public static XmlReader Open(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    });

    /// <summary>Whether the reader stands at the start of an element of this name.</summary>
    public static bool StartsElement(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    /// <summary>Moves to the next start of an element below the given depth; false at its end.</summary>
    public static bool ReadWithin(this XmlReader xml, int depth)
    {
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
                return true;
        }

        return false;
    }

    public static string Attribute(this XmlReader xml, string name) => xml.GetAttribute(name) ?? "";
}
