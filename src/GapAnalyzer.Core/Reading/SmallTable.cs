using System.Globalization;
using System.Text;
using CsvHelper;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Reading;

/// <summary>A CSV file that a person keeps beside datasets, such as a manifest: a header whose columns are all known, and rows of text.</summary>
/// <param name="Columns">Known names, in the order of the file.</param>
/// <param name="Rows">The rows that hold anything.</param>
/// <param name="Delimiter">What separates its cells.</param>
public sealed record SmallTable(IReadOnlyList<string> Columns, IReadOnlyList<SmallRow> Rows, char Delimiter)
{
    /// <summary>Larger files are no table that a person keeps.</summary>
    private const int MaxBytes = 1 << 26;

    /// <param name="file">The file.</param>
    /// <param name="known">Every column that it may have, in lower case with dashes: <c>Place level</c> and <c>place_level</c> are <c>place-level</c>.</param>
    /// <param name="required">Those that it must have.</param>
    /// <exception cref="InputException">It cannot be read, or a column is unknown, missing or there twice, or a row has more cells than the header.</exception>
    public static SmallTable Read(DataFile file, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        RequireSize(file);
        using var reader = new CsvFile(file, TextEncoding.Detect(file), null, trustsQuotes: true, new()).OpenReader(null);
        try
        {
            return Read(file, reader, known, required);
        }
        catch (CsvFormatException broken)
        {
            throw new InputException($"{file.Name}: {broken.Message}; expected a CSV file with the columns {string.Join(", ", known)}", broken);
        }
    }

    /// <summary>Whether the header of a file has this column: what tells such a table from a table of data.</summary>
    public static bool HasColumn(DataFile file, string column)
    {
        try
        {
            return file.Length > 0 && new CsvFile(file, TextEncoding.Detect(file), null, trustsQuotes: true, new()).Head[0].Cells.Any(cell => NameOf(cell) == column);
        }
        catch (Exception e) when (e is InputException or CsvFormatException)
        {
            return false;
        }
    }

    private static SmallTable Read(DataFile file, CsvFile.Records reader, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        if (!reader.Read())
            throw new InputException($"{file.Name}: no header; expected the columns {string.Join(", ", known)}");
        var columns = Cells(reader).Select(NameOf).ToList();
        foreach (var (i, column) in columns.Index())
        {
            if (!known.Contains(column))
                throw new InputException(Sentence.Of($"{file.Name}:{reader.Line}: there is no column {Quote.Value(column)}", Nearest.Question(column, known), $"known columns: {string.Join(", ", known)}"));
            if (columns.IndexOf(column) < i)
                throw new InputException($"{file.Name}:{reader.Line}: the column {column} is there twice");
        }

        if (required.FirstOrDefault(column => !columns.Contains(column)) is { } missing)
            throw new InputException($"{file.Name}: the column {missing} is missing; found {Quote.Headers(columns)}");
        List<SmallRow> rows = [];
        while (reader.Read())
        {
            var cells = Cells(reader);
            if (cells.Skip(columns.Count).Any(cell => cell.Length > 0))
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{reader.Line}: more cells than the header has columns; put a cell that holds a comma in quotes"));
            if (cells.Any(cell => cell.Length > 0))
                rows.Add(new($"{file.Name}:{reader.Line.ToString(CultureInfo.InvariantCulture)}", reader.Line, columns.Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second)));
        }

        return new(columns, rows, reader.Separator);
    }

    private static void RequireSize(DataFile file)
    {
        if (file.Length is 0 or > MaxBytes)
            throw new InputException($"{file.Name}: {(file.Length == 0 ? "the file is empty" : $"more than {MaxBytes >> 20} MB")}");
    }

    private static List<string> Cells(CsvFile.Records reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Cell(i)).Trim())];

    private static string NameOf(string header) => header.Trim('\ufeff', ' ').ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
}

/// <summary>A row of a <see cref="SmallTable"/>.</summary>
/// <param name="Where"><c>manifest.csv:3</c>, for messages.</param>
/// <param name="Line">1-based line where it starts.</param>
/// <param name="Cells">Trimmed cells by column.</param>
public sealed record SmallRow(string Where, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The cell of a column; empty where there is none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
