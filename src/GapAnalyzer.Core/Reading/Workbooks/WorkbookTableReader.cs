using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>Reads one sheet of a workbook as a table: the one asked for, else the one whose header is understood best.</summary>
internal static class WorkbookTableReader
{
    private sealed record Understood(SheetFile Sheet, TableLayout Layout, IReadOnlyList<ColumnBinding> Columns, DiagnosticCollector Noticed);

    /// <exception cref="InputException">The workbook cannot be read, or none of its sheets is understood.</exception>
    public static RawTable Read(DataFile file, TableRequest request, DiagnosticCollector diagnostics, CancellationToken cancellation)
    {
        using var workbook = Workbook.Open(file, request.Limits);
        var chosen = request.Sheet is { } name ? Understand(workbook, Find(workbook, name), request) : Choose(workbook, request, diagnostics);
        var table = new RawTableBuilder(chosen.Sheet, request, chosen.Layout, chosen.Columns);
        using var records = chosen.Sheet.OpenRecords();
        while (records.Read())
            table.Add(records, isBroken: false, cancellation);
        diagnostics.AddAll(chosen.Noticed);
        diagnostics.Add(DiagnosticCatalog.FormulaWithoutValue, file.Name, 0, "", $"{Plural.Of(records.FormulasWithoutValue, "formula")} without a value", "expected the computed value",
            "these cells count as empty", records.FormulasWithoutValue);
        ReportMerges(chosen, diagnostics);
        return table.Build();
    }

    private static Understood Understand(Workbook workbook, WorkbookSheet sheet, TableRequest request)
    {
        var noticed = new DiagnosticCollector();
        var table = new SheetFile(workbook, sheet);
        var (layout, columns) = request.Understand(table, noticed);
        return new(table, layout, columns, noticed);
    }

    private static WorkbookSheet Find(Workbook workbook, string name) =>
        workbook.Sheets.FirstOrDefault(sheet => sheet.Name == name)
        ?? workbook.Sheets.FirstOrDefault(sheet => sheet.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException($"{workbook.File.Name}: no sheet is called {Quote.Value(name)}; sheets seen: {Names(workbook.Sheets)}; nothing was read");

    /// <summary>The sheet with the most columns that are understood, the first of equals; hidden ones only where no other is understood.</summary>
    private static Understood Choose(Workbook workbook, TableRequest request, DiagnosticCollector diagnostics)
    {
        if (workbook.Sheets.Count == 0)
            throw new InputException($"{workbook.File.Name}: the workbook has no sheet with cells; nothing was read");
        if (workbook.Sheets.Count == 1)
            return Understand(workbook, workbook.Sheets[0], request);
        var chosen = Best(workbook, workbook.Sheets.Where(sheet => !sheet.IsHidden), request) ?? Best(workbook, workbook.Sheets.Where(sheet => sheet.IsHidden), request)
            ?? throw new InputException($"{workbook.File.Name}: no sheet has a header that is understood; sheets seen: {Names(workbook.Sheets)}; --sheet NAME reads one of them and says what it lacks");
        diagnostics.Add(DiagnosticCatalog.SheetChosen, workbook.File.Name, 0, "", $"{workbook.Sheets.Count} sheets: {Names(workbook.Sheets)}", "",
            $"sheet {Quote.Value(chosen.Sheet.Sheet)} was read, whose header is understood best");
        return chosen;
    }

    private static Understood? Best(Workbook workbook, IEnumerable<WorkbookSheet> sheets, TableRequest request)
    {
        Understood? best = null;
        foreach (var sheet in sheets)
        {
            try
            {
                if (Understand(workbook, sheet, request) is var understood && understood.Columns.Count > (best?.Columns.Count ?? 0))
                    best = understood;
            }
            catch (InputException)
            {
                // Not this one: a cover sheet, a pivot table, a list of values.
            }
        }

        return best;
    }

    private static void ReportMerges(Understood chosen, DiagnosticCollector diagnostics)
    {
        if (chosen.Layout.DataRecord >= chosen.Sheet.Head.Count)
            return;
        var firstRow = chosen.Sheet.Head[chosen.Layout.DataRecord].Line;
        var merges = chosen.Sheet.Merges.Where(merge => merge.FirstRow >= firstRow && merge.LastRow > merge.FirstRow
            && chosen.Columns.Any(column => column.Column >= merge.FirstColumn && column.Column <= merge.LastColumn)).ToList();
        if (merges.Count > 0)
        {
            diagnostics.Add(DiagnosticCatalog.MergedCells, chosen.Sheet.Name, merges.Min(merge => merge.FirstRow), "", "cells merged over several rows of data", "expected a value in each row",
                "the value counts for the first row alone", merges.Count);
        }
    }

    private static string Names(IEnumerable<WorkbookSheet> sheets) => Quote.List(sheets.Select(sheet => sheet.Name));
}
