using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>What a number in a cell is shown as.</summary>
internal enum NumberKind : byte
{
    Number,
    Date,

    /// <summary>A date of which only month and year, or the month, are shown.</summary>
    Month,

    /// <summary>A date of which only the year is shown.</summary>
    Year,
    Time,
}

/// <summary>Tells by the format of a cell whether its number is a date.</summary>
/// <param name="kinds">Kind by the number of the cell's style.</param>
internal sealed partial class CellFormats(IReadOnlyList<NumberKind> kinds)
{
    public NumberKind this[int style] => style >= 0 && style < kinds.Count ? kinds[style] : NumberKind.Number;

    public static CellFormats Read(WorkbookStylesPart part)
    {
        var codes = new Dictionary<string, NumberKind>(StringComparer.Ordinal);
        List<NumberKind> kinds = [];
        var inCellFormats = false;
        using var xml = PartXml.Open(part);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCellFormats = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            else if (xml.StartsElement("numFmt"))
                codes[xml.Attribute("numFmtId")] = KindOf(xml.Attribute("formatCode"));
            else if (inCellFormats && xml.StartsElement("xf"))
                kinds.Add(xml.Attribute("numFmtId") is var id && codes.TryGetValue(id, out var kind) ? kind : KindOfBuiltIn(id));
        }

        return new(kinds);
    }

    /// <summary>What a format code shows, by its first section: <c>dd/mm/yyyy</c>, <c>mmm-yy</c>, <c>[$-409]d mmmm yyyy;@</c>, <c>#,##0</c>.</summary>
    public static NumberKind KindOf(string code)
    {
        var letters = Literals().Replace(code.Length > 255 ? code[..255] : code, "").Split(';')[0].ToLowerInvariant();
        var (days, years, months) = (letters.Contains('d'), letters.Contains('y'), letters.Contains('m'));
        if (days)
            return NumberKind.Date;
        if (letters.Contains('h') || letters.Contains('s'))
            return years ? NumberKind.Date : NumberKind.Time;
        return months ? NumberKind.Month : years ? NumberKind.Year : NumberKind.Number;
    }

    private static NumberKind KindOfBuiltIn(string id) => id switch
    {
        "14" or "15" or "16" or "22" or "27" or "28" or "29" or "30" or "31" or "36" or "50" or "51" or "52" or "53" or "54" or "57" or "58" => NumberKind.Date,
        "17" => NumberKind.Month,
        "18" or "19" or "20" or "21" or "32" or "33" or "34" or "35" or "45" or "46" or "47" or "55" or "56" => NumberKind.Time,
        _ => NumberKind.Number,
    };

    /// <summary>Quoted text, escaped signs, padding, colours, locales and conditions, morning and afternoon, General: whatever is no part of a date.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hmsHMS]+\\])[^\\]]*\\]|[aA][mM]/[pP][mM]|[aA]/[pP]|general", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Literals();
}
