using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>Finds header, tags and the start of the data among the first records of a file.</summary>
internal static class HeaderFinder
{
    private const int SearchedRecords = 25;

    /// <summary>
    /// The tag row is the first of 25 in which at least half of the filled cells are tags, and the header is the row above it.
    /// Without tags the header is the last row that names known columns, before the data.
    /// </summary>
    /// <param name="head">The first records.</param>
    /// <param name="knows">Whether a header text names a known column.</param>
    /// <param name="minKnown">Known columns that a header row has to name.</param>
    public static TableLayout Find(string file, IReadOnlyList<HeadRecord> head, Func<string, bool> knows, int minKnown, DiagnosticCollector diagnostics)
    {
        var searched = head.Take(SearchedRecords).ToList();
        var tagRow = searched.FindIndex(record => HxlTag.IsTagRow(record.Cells));
        var layout = tagRow >= 0 ? Tagged(file, head, tagRow, diagnostics) : Untagged(head, searched, knows, minKnown);
        var above = head.Take(tagRow >= 0 ? tagRow - 1 : layout.DataRecord - 1).Count(record => record.Cells.Any(cell => cell.Length > 0));
        diagnostics.Add(DiagnosticCatalog.Preamble, file, layout.HeaderLine, "",
            $"{above} filled row(s) above the header", "", "they were skipped", occurrences: above);
        return layout;
    }

    private static TableLayout Tagged(string file, IReadOnlyList<HeadRecord> head, int tagRow, DiagnosticCollector diagnostics)
    {
        var data = tagRow + 1;
        for (; data < head.Count && HxlTag.IsTagRow(head[data].Cells); data++)
            diagnostics.Add(DiagnosticCatalog.ExtraTagRow, file, head[data].Line, "", "another row of tags", "expected one", "it was dropped");

        var header = tagRow > 0 ? head[tagRow - 1] : null;
        if (header is null)
            diagnostics.Add(DiagnosticCatalog.NoHeader, file, head[tagRow].Line, "", "tags in the first row", "expected a header above", "columns are named by their tags");
        var width = head.Max(record => record.Cells.Count);
        return new(
            header?.Line ?? 0,
            data,
            [.. Enumerable.Range(0, width).Select(i => CellOf(header ?? head[tagRow], i))],
            [.. Enumerable.Range(0, width).Select(i => HxlTag.Parse(CellOf(head[tagRow], i)))]);
    }

    private static TableLayout Untagged(IReadOnlyList<HeadRecord> head, List<HeadRecord> searched, Func<string, bool> knows, int minKnown)
    {
        var known = searched.Select(record => record.Cells.Count(knows)).ToList();
        var best = known.Max();
        var row = best >= minKnown ? known.IndexOf(best) : searched.FindIndex(record => record.Cells.Any(cell => cell.Length > 0));
        // Two header rows in two languages: the last one that still names known columns stands right above the data.
        while (row + 1 < searched.Count && known[row + 1] >= Math.Max(minKnown, (best + 1) / 2))
            row++;
        var width = head.Max(record => record.Cells.Count);
        return new(head[row].Line, row + 1, [.. Enumerable.Range(0, width).Select(i => CellOf(head[row], i))], [.. Enumerable.Repeat<HxlTag?>(null, width)]);
    }

    private static string CellOf(HeadRecord record, int column) => column < record.Cells.Count ? record.Cells[column] : "";
}
