using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>Reads the texts of a workbook, none longer than a cell may be.</summary>
internal sealed class SheetText(ReadLimits limits)
{
    private readonly char[] buffer = new char[4096];
    private readonly StringBuilder text = new();

    /// <summary>The shared texts, as UTF-8.</summary>
    public List<byte[]> Items(SharedStringTablePart part)
    {
        List<byte[]> items = [];
        using var xml = PartXml.Open(part);
        while (xml.Read())
        {
            if (xml.StartsElement("si"))
                items.Add(Encoding.UTF8.GetBytes(OfPieces(xml)));
        }

        return items;
    }

    /// <summary>
    /// The text of a shared item or an inline string: the pieces of formatted text joined, without the reading aids of East Asian text.
    /// Leaves the reader at the end of the element.
    /// </summary>
    public string OfPieces(XmlReader xml)
    {
        text.Clear();
        if (xml.IsEmptyElement)
            return "";
        var depth = xml.Depth;
        var aid = int.MaxValue;
        while (xml.ReadWithin(depth))
        {
            if (xml.LocalName == "rPh")
                aid = xml.Depth;
            else if (xml.Depth <= aid)
                aid = int.MaxValue;
            if (xml.LocalName == "t" && aid == int.MaxValue)
                Append(xml);
        }

        return text.ToString();
    }

    /// <summary>The text of an element without children. Leaves the reader at its end.</summary>
    public string Of(XmlReader xml)
    {
        text.Clear();
        Append(xml);
        return text.ToString();
    }

    private void Append(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
                continue;
            for (int read; (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            {
                text.Append(buffer, 0, read);
                if (text.Length > limits.MaxCellBytes)
                    throw new TooLongException();
            }
        }
    }
}

/// <summary>A text that is longer than a cell may be.</summary>
internal sealed class TooLongException : Exception;
