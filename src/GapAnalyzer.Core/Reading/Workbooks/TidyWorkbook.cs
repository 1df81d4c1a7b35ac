using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading.Workbooks;

/// <summary>One workbook whose sheets are the tables of a tidy folder.</summary>
internal static class TidyWorkbook
{
    /// <summary>The source with its only workbook replaced by its sheets, where these are the required tables by their names; else the source itself.</summary>
    /// <exception cref="InputException">The only table is a workbook that cannot be read.</exception>
    public static DataSource SheetsOf(DataSource source, ReadLimits limits)
    {
        if (source.Files.Where(InputFormats.IsTable).ToList() is not [var file] || !InputFormats.IsWorkbook(file.Name))
            return source;
        using var workbook = Workbook.Open(file, limits);
        var names = workbook.Sheets.Select(sheet => sheet.Name).ToList();
        return InputFormats.TidyTables.Take(3).Except(names.Select(InputFormats.TableOf)).Any()
            ? source
            : source with
            {
                IsFolder = true,
                Files = [.. source.Files.Where(other => other != file), .. names.Select(name => file with { Name = $"{file.Name}[{name}]", Sheet = name })],
            };
    }
}
