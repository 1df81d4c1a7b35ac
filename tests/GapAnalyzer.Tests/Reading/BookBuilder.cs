using System.Globalization;
using System.Security;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Tests.Reading;

/// <summary>A small workbook, written as the XML that Excel writes; cells are given as XML, or made by the methods here.</summary>
internal sealed class BookBuilder
{
    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<string> shared = [];
    private readonly List<string> formats = [];
    private string properties = "";

    public BookBuilder Uses1904()
    {
        properties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// <summary>A sheet of texts; a null is no cell at all.</summary>
    public BookBuilder Sheet(string name, params string?[][] rows) =>
        Rows(name, [.. rows.Select((row, r) => Row(r + 1, [.. row.Select((text, c) => text is null ? "" : Text(Ref(r + 1, c), text))]))]);

    public BookBuilder Rows(string name, params string[] rows) => Xml(name, "", string.Concat(rows));

    public BookBuilder Xml(string name, string state, string rows, string after = "")
    {
        sheets.Add((name, state, $"<sheetData>{rows}</sheetData>{after}"));
        return this;
    }

    public static string Merges(params string[] ranges) => $"<mergeCells>{string.Concat(ranges.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";

    public static string Row(int number, params string[] cells) => string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">{string.Concat(cells)}</row>");

    public static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";

    public static string Number(string at, string value, int style = 0) => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>");

    public string Shared(string at, string itemXml)
    {
        shared.Add($"<si>{itemXml}</si>");
        return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" t=\"s\"><v>{shared.Count - 1}</v></c>");
    }

    /// <summary>Number of a style with this number format, built in or written out.</summary>
    public int Style(string format)
    {
        formats.Add(format);
        return formats.Count;
    }

    public DataSource Source(string name = "book.xlsx") => Sources.Table(Bytes(), name);

    public byte[] Bytes()
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Packages = "http://schemas.openxmlformats.org/package/2006";
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var parts = sheets.Select((sheet, i) => (Path: $"worksheets/sheet{i + 1}.xml", Type: "worksheet", Xml: $"<worksheet {Main}>{sheet.Xml}</worksheet>"))
            .Append((Path: "sharedStrings.xml", Type: "sharedStrings", Xml: $"<sst {Main}>{string.Concat(shared)}</sst>"))
            .Append((Path: "styles.xml", Type: "styles", Xml: $"<styleSheet {Main}>{Styles()}</styleSheet>"))
            .ToList();
        return Sources.ZipBytes(
        [
            ("[Content_Types].xml", $"<Types xmlns=\"{Packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/>{string.Concat(parts.Select(part => $"<Override PartName=\"/xl/{part.Path}\" ContentType=\"{Types}{part.Type}+xml\"/>"))}</Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Packages}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}/relationships\">{string.Concat(parts.Select((part, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{part.Type}\" Target=\"{part.Path}\"/>"))}</Relationships>"),
            ("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Office}\">{properties}<sheets>{string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"{(sheet.State.Length > 0 ? $" state=\"{sheet.State}\"" : "")}/>"))}</sheets></workbook>"),
            .. parts.Select(part => ($"xl/{part.Path}", part.Xml)),
        ]);
    }

    public static string Ref(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");

    private string Styles()
    {
        var written = formats.Select((format, i) => (Id: int.TryParse(format, out var builtIn) ? builtIn : 164 + i, Code: format)).ToList();
        return $"<numFmts>{string.Concat(written.Where(format => format.Id >= 164).Select(format => $"<numFmt numFmtId=\"{format.Id}\" formatCode=\"{SecurityElement.Escape(format.Code)}\"/>"))}</numFmts>"
            + $"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>{string.Concat(written.Select(format => $"<xf numFmtId=\"{format.Id}\"/>"))}</cellXfs>";
    }
}
