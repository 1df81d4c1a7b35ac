using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>Finds header, tags and the start of the data among the first records of a file.</summary>
internal static class HeaderFinder
{
    private const int SearchedRecords = 25;
    private const int FewestCells = 3;

    /// <summary>
    /// The tag row is the first of 25 in which at least half of the filled cells are tags, and the header is the row above it.
    /// Without tags the header is the row that names the most known columns; where none does, the first of the rows with most cells.
    /// </summary>
    /// <param name="file">File name, for diagnostics.</param>
    /// <param name="head">The first records.</param>
    /// <param name="fieldOf">The field that a header text names; null where it names none.</param>
    /// <param name="minKnown">Known columns that a header row has to name.</param>
    /// <param name="diagnostics">Told what was skipped.</param>
    public static TableLayout Find(string file, IReadOnlyList<HeadRecord> head, Func<string, string?> fieldOf, int minKnown, DiagnosticCollector diagnostics)
    {
        var searched = head.Take(SearchedRecords).ToList();
        var tagRow = searched.FindIndex(record => HxlTag.IsTagRow(record.Cells));
        var (layout, header) = tagRow >= 0 ? Tagged(file, head, tagRow, diagnostics) : Untagged(head, searched, fieldOf, minKnown);
        var above = head.Take(header).Count(IsFilled);
        diagnostics.Add(DiagnosticCatalog.Preamble, file, layout.HeaderLine, "",
            $"{Plural.Of(above, "filled row")} above the header", "", above == 1 ? "it was skipped" : "they were skipped", occurrences: above);
        return layout;
    }

    private static (TableLayout Layout, int Header) Tagged(string file, IReadOnlyList<HeadRecord> head, int tagRow, DiagnosticCollector diagnostics)
    {
        var data = tagRow + 1;
        for (; data < head.Count && HxlTag.IsTagRow(head[data].Cells); data++)
            diagnostics.Add(DiagnosticCatalog.ExtraTagRow, file, head[data].Line, "", "another row of tags", "expected one", "it was dropped");

        var header = tagRow > 0 ? head[tagRow - 1] : null;
        if (header is null)
            diagnostics.Add(DiagnosticCatalog.NoHeader, file, head[tagRow].Line, "", "tags in the first row", "expected a header above", "columns are named by their tags");
        var columns = Columns(head);
        return (new(header?.Line ?? 0, data, [.. columns.Select(i => CellOf(header ?? head[tagRow], i))], [.. columns.Select(i => HxlTag.Parse(CellOf(head[tagRow], i)))]),
            Math.Max(0, tagRow - 1));
    }

    private static (TableLayout Layout, int Header) Untagged(IReadOnlyList<HeadRecord> head, List<HeadRecord> searched, Func<string, string?> fieldOf, int minKnown)
    {
        var known = searched.Select(record => record.Cells.Select(fieldOf).ToList()).ToList();
        var counts = known.Select(fields => fields.Count(field => field is not null)).ToList();
        var best = counts.Max();
        var row = best >= minKnown ? counts.IndexOf(best) : Widest(head, searched);
        // A second header row in another language stands right above the data.
        while (row + 1 < searched.Count && counts[row + 1] >= Math.Max(minKnown, (best + 1) / 2) && SayTheSame(known[row], known[row + 1]))
            row++;
        var columns = Columns(head);
        return (new(head[row].Line, row + 1, [.. columns.Select(i => CellOf(head[row], i))], [.. columns.Select(HxlTag? (_) => null)]), row);
    }

    /// <summary>Whether no column is called one thing in one row and another thing in the other: a row of data may use words of headers too.</summary>
    private static bool SayTheSame(IReadOnlyList<string?> first, IReadOnlyList<string?> second) =>
        first.Zip(second).All(pair => pair.First is null || pair.Second is null || pair.First == pair.Second);

    /// <summary>
    /// The first row that fills nearly as many cells as the one that fills most: a title stands in one cell, a header in all. Where no row
    /// searched has several cells, the first that has any.
    /// </summary>
    private static int Widest(IReadOnlyList<HeadRecord> head, List<HeadRecord> searched)
    {
        var filled = searched.Select(record => record.Cells.Count(cell => cell.Length > 0)).ToList();
        return filled.Max() < FewestCells ? head.ToList().FindIndex(IsFilled) : filled.FindIndex(cells => 5 * cells >= 4 * filled.Max());
    }

    private static bool IsFilled(HeadRecord record) => record.Cells.Any(cell => cell.Length > 0);

    private static IEnumerable<int> Columns(IReadOnlyList<HeadRecord> head) => Enumerable.Range(0, head.Max(record => record.Cells.Count));

    private static string CellOf(HeadRecord record, int column) => column < record.Cells.Count ? record.Cells[column] : "";
}
