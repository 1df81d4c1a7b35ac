using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>
/// Streams the rows of a sheet that hold a value. Memory follows the filled cells of a row: neither the size that the sheet claims nor
/// formatted empty cells cost any.
/// </summary>
internal sealed class SheetRecords : RecordReader
{
    private readonly Workbook workbook;
    private readonly XmlReader xml;
    private readonly SheetText texts;
    private readonly Func<int, InputException> tooLargeCell;
    private readonly Func<int, int, InputException> tooManyColumns;
    private readonly ArrayBufferWriter<byte> content = new();
    private (int Record, int Start, int Length)[] cells = new (int, int, int)[32];
    private int record;
    private int line;
    private int fieldCount;

    public SheetRecords(Workbook workbook, WorkbookSheet sheet, Func<int, InputException> tooLargeCell, Func<int, int, InputException> tooManyColumns)
    {
        (this.workbook, this.tooLargeCell, this.tooManyColumns) = (workbook, tooLargeCell, tooManyColumns);
        texts = new(workbook.Limits);
        xml = Guarded(() => PartXml.Open(sheet.Part));
    }

    public override int Line => line;

    public override int FieldCount => fieldCount;

    /// <summary>Formulas so far that have no value.</summary>
    public long FormulasWithoutValue { get; private set; }

    public override bool Read() => Guarded(ReadRow);

    public override ReadOnlySpan<byte> Cell(int column) =>
        column < cells.Length && cells[column] is var (of, start, length) && of == record ? content.WrittenSpan.Slice(start, length) : [];

    /// <summary>The merged cells, which stand after the last row.</summary>
    public List<CellRange> ReadMerges() => Guarded(() =>
    {
        List<CellRange> merges = [];
        for (var more = xml.Read(); more;)
        {
            if (xml.StartsElement("mergeCell") && CellRange.Parse(xml.Attribute("ref")) is { } range)
                merges.Add(range);
            if (xml.StartsElement("row"))
                xml.Skip(); // to what follows it
            else
                more = xml.Read();
            more &= !xml.EOF;
        }

        return merges;
    });

    public override void Dispose() => xml.Dispose();

    private bool ReadRow()
    {
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "sheetData" })
                return false;
            if (!xml.StartsElement("row"))
                continue;
            (record, fieldCount) = (record + 1, 0);
            content.ResetWrittenCount();
            line = xml.GetAttribute("r") is { } number ? Number(number, CellRange.MaxRow) : line + 1;
            if (!xml.IsEmptyElement)
                ReadCells();
            if (fieldCount > 0)
                return true;
        }

        return false;
    }

    private void ReadCells()
    {
        var (depth, column) = (xml.Depth, -1);
        while (xml.ReadWithin(depth))
        {
            if (xml.LocalName != "c")
                continue;
            column++;
            if (xml.GetAttribute("r") is { } reference)
                column = CellRange.ParseCell(reference) is { } cell ? cell.Column : throw Wrong($"{Quote.Value(reference)} is no cell of a sheet");
            if (!xml.IsEmptyElement)
                ReadCell(column, xml.GetAttribute("t") ?? "n", xml.GetAttribute("s") is { } style ? Number(style, int.MaxValue) : 0);
        }
    }

    private void ReadCell(int column, string type, int style)
    {
        var (depth, hasFormula) = (xml.Depth, false);
        string? value = null;
        while (xml.ReadWithin(depth))
        {
            if (xml.LocalName == "v")
                value = texts.Of(xml);
            else if (xml.LocalName == "is")
                value = texts.OfPieces(xml);
            else
                hasFormula |= xml.LocalName == "f";
        }

        if (string.IsNullOrEmpty(value))
        {
            if (hasFormula && type != "str")
                FormulasWithoutValue++;
            return;
        }

        switch (type)
        {
            case "s":
                var shared = Number(value, int.MaxValue);
                Set(column, shared < workbook.SharedStrings.Count ? workbook.SharedStrings[shared] : throw Wrong($"text {shared} is not among the {workbook.SharedStrings.Count} shared texts"));
                break;
            case "b":
                Set(column, value is "1" or "true" ? "TRUE"u8 : "FALSE"u8);
                break;
            case "d":
                Set(column, Encoding.UTF8.GetBytes(value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value));
                break;
            case "n":
                Set(column, Encoding.UTF8.GetBytes(CellText.Of(value.Trim(), workbook.Formats[style], workbook.Uses1904)));
                break;
            default:
                Set(column, Encoding.UTF8.GetBytes(value));
                break;
        }
    }

    private void Set(int column, ReadOnlySpan<byte> value)
    {
        if (value.Trim(" \t\r\n"u8).IsEmpty)
            return;
        if (column >= workbook.Limits.MaxColumns)
            throw tooManyColumns(line, column + 1);
        if (value.Length > workbook.Limits.MaxCellBytes)
            throw tooLargeCell(line);
        if (column >= cells.Length)
            Array.Resize(ref cells, Math.Max(column + 1, cells.Length * 2));
        cells[column] = (record, content.WrittenCount, value.Length);
        content.Write(value);
        fieldCount = Math.Max(fieldCount, column + 1);
    }

    private int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most
            ? number
            : throw Wrong($"'{text}' is no number that fits");

    private InvalidDataException Wrong(string what) => new(string.Create(CultureInfo.InvariantCulture, $"row {line}: {what}"));

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (TooLongException)
        {
            throw tooLargeCell(line);
        }
        catch (Exception broken) when (Workbook.IsOfPackage(broken))
        {
            throw Workbook.Broken(workbook.File, broken);
        }
    }
}
