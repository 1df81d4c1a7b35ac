using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>A shape that a dataset can come in.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Description">What it looks like.</param>
/// <param name="Recognises">Whether a source has this shape; the first format in the list that says yes reads it.</param>
public sealed record InputFormat(string Id, string Description, Func<DataSource, bool> Recognises);

/// <summary>The shapes that are read, in the order in which they are tried.</summary>
public static class InputFormats
{
    /// <summary>Tables of a tidy folder; the first three are required.</summary>
    public static IReadOnlyList<string> TidyTables { get; } = ["stakeholders", "activities", "participations", "ties", "needs", "expectations", "aliases"];

    public static InputFormat Tidy { get; } = new("tidy",
        "A folder (or .zip) with stakeholders.csv, activities.csv, participations.csv and optionally ties, needs, expectations, aliases and dataset.json; or one workbook (.xlsx) with sheets of these names",
        source => source.IsFolder && source.Files.Any(file => TableOf(file) is "stakeholders" or "activities" or "participations"));

    public static InputFormat Wide { get; } = new("wide",
        "One wide 3W / 4W / 5W table as .csv, .tsv, .txt or .xlsx (or several in a folder or .zip), with or without HXL tags; optionally beside aliases, needs, expectations and dataset.json",
        source => source.Files.Any(file => IsTable(file)));

    public static IReadOnlyList<InputFormat> All { get; } = [Tidy, Wide];

    /// <summary>Whether a file name is that of a table.</summary>
    public static bool IsTable(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".tsv" or ".txt" or ".tab" || IsWorkbook(name);

    /// <summary>Whether a file name is that of an Excel workbook.</summary>
    public static bool IsWorkbook(string name) => Path.GetExtension(name).ToLowerInvariant() is ".xlsx" or ".xlsm";

    /// <summary>Whether a file is a table: by its name, or as a sheet of a workbook.</summary>
    public static bool IsTable(DataFile file) => file.Sheet is not null || IsTable(file.Name);

    /// <summary>The tidy table that a file, or a sheet, holds by its name; null where it is none.</summary>
    public static string? TableOf(DataFile file) =>
        IsTable(file) && TableOf(file.Sheet ?? Path.GetFileNameWithoutExtension(file.Name)) is { } table ? table : null;

    /// <summary>The tidy table of this name; null where there is none.</summary>
    public static string? TableOf(string name) => name.Trim().ToLowerInvariant() is var table && TidyTables.Contains(table) ? table : null;

    /// <summary>The wide tables of a source. A .txt file beside tables with another extension is taken for a note, such as a readme.</summary>
    public static IReadOnlyList<DataFile> WideTables(DataSource source)
    {
        var tables = source.Files.Where(file => IsTable(file) && !(source.IsFolder && TableOf(file) is not null)).ToList();
        var typed = tables.Where(file => !Path.GetExtension(file.Name).Equals(".txt", StringComparison.OrdinalIgnoreCase)).ToList();
        return typed.Count > 0 ? typed : tables;
    }

    /// <exception cref="InputException">Nothing in the source can be read.</exception>
    public static InputFormat Recognise(DataSource source) => All.FirstOrDefault(format => format.Recognises(source))
        ?? throw new InputException(source.Files.Count == 0
            ? $"{source.Name}: the folder holds no file; expected stakeholders.csv, activities.csv and participations.csv, or a 3W table as .csv or .xlsx"
            : $"{source.Name}: no table in it; expected .csv, .tsv, .txt or .xlsx, found {Quote.List(source.Files.Select(file => file.Name))}{OtherWorkbook(source)}");

    private static string OtherWorkbook(DataSource source) =>
        source.Files.Any(file => Path.GetExtension(file.Name).ToLowerInvariant() is ".xls" or ".xlsb" or ".ods") ? "; such a workbook has to be saved as .xlsx first" : "";
}
