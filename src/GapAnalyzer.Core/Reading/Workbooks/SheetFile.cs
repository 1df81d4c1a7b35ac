using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>A sheet of an open workbook as a table. The line of a record is the number of its row.</summary>
internal sealed class SheetFile : TableFile
{
    private readonly Workbook workbook;
    private readonly WorkbookSheet sheet;

    /// <summary>Reads the sheet once: its first rows, and which cells are merged.</summary>
    /// <exception cref="InputException">No cell holds a value.</exception>
    public SheetFile(Workbook workbook, WorkbookSheet sheet)
        : base(workbook.File.Name, workbook.Limits)
    {
        (this.workbook, this.sheet) = (workbook, sheet);
        using var records = OpenRecords();
        var head = ReadHead(records);
        if (head.Count == 0)
            throw new InputException($"{Name}: no filled cell in sheet {Quote.Value(sheet.Name)}; expected a header row and data; nothing was read");
        Merges = records.ReadMerges();
        Head = WithMerges(head);
    }

    public override TextEncoding Encoding { get; } = new("Excel workbook", null, -1);

    public override char? Delimiter => null;

    public override string Sheet => sheet.Name;

    public IReadOnlyList<CellRange> Merges { get; }

    public override RecordReader OpenReader() => OpenRecords();

    public SheetRecords OpenRecords() => new(workbook, sheet, TooLargeCell, TooManyColumns);

    /// <summary>
    /// A header that is merged downwards stands in each of its rows: where two rows make a header, the lower one is then whole. A title
    /// that is merged sideways says nothing of single columns and stays in its first.
    /// </summary>
    private List<HeadRecord> WithMerges(List<HeadRecord> head)
    {
        var cells = head.Select(record => record.Cells.ToList()).ToList();
        foreach (var merge in Merges.Where(merge => merge.LastRow > merge.FirstRow && merge.FirstRow <= head[^1].Line))
        {
            var top = head.FindIndex(record => record.Line == merge.FirstRow);
            if (top < 0 || merge.FirstColumn >= cells[top].Count || cells[top][merge.FirstColumn].Length == 0)
                continue;
            for (var row = top + 1; row < head.Count && head[row].Line <= merge.LastRow; row++)
            {
                while (cells[row].Count <= merge.FirstColumn)
                    cells[row].Add("");
                if (cells[row][merge.FirstColumn].Length == 0)
                    cells[row][merge.FirstColumn] = cells[top][merge.FirstColumn];
            }
        }

        return [.. head.Zip(cells, (record, filled) => record with { Cells = filled })];
    }
}
