namespace GapAnalyzer.Reporting.Tables;

/// <summary>A value of a table cell: text, a whole number, a number or nothing.</summary>
public readonly record struct CellValue
{
    private CellValue(string? text, long? whole, double? number)
    {
        Text = text;
        Whole = whole;
        Number = number;
    }

    public string? Text { get; }

    public long? Whole { get; }

    /// <summary>Never NaN: an undefined number is no value.</summary>
    public double? Number { get; }

    public static CellValue None => default;

    public static implicit operator CellValue(string? text) => new(text, null, null);

    public static implicit operator CellValue(long value) => new(null, value, null);

    public static implicit operator CellValue(double value) => double.IsFinite(value) ? new(null, null, value) : default;

    public static implicit operator CellValue(bool value) => value ? "true" : "false";

    public static CellValue FromString(string? text) => text;

    public static CellValue FromInt64(long value) => value;

    public static CellValue FromDouble(double value) => value;

    public static CellValue FromBoolean(bool value) => value;

    /// <summary>A whole number that may be undefined.</summary>
    internal static CellValue Of(long? value) => value is { } whole ? whole : None;

    /// <summary>The satisfied pairs of a rate; nothing where they were not measured.</summary>
    internal static CellValue Satisfied(Measures.Rate rate) => rate.Measured ? rate.Satisfied : None;
}

/// <summary>A column: its header, and what a reader has to know to use it.</summary>
public sealed record CsvColumn(string Name, string Description);

/// <summary>One tidy table. Header, rows and the data dictionary come from the same columns, so that they cannot drift apart.</summary>
public abstract class CsvTable
{
    /// <summary>Name in lists of tables.</summary>
    public required string Id { get; init; }

    /// <summary>What a row is.</summary>
    public required string Description { get; init; }

    /// <summary>What its rows are from, where that can be left out of the analysis: then there is no such table.</summary>
    public AnalysisParts Needs { get; init; }

    /// <summary>File name below <c>tables/</c>; after the id where nothing else is said.</summary>
    public string File { get => field ?? $"{Id}.csv"; init; }

    public abstract IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Rows in the order of the report, made one at a time: the array is filled anew for each.</summary>
    public abstract IEnumerable<CellValue[]> Rows(Analysis analysis);
}

/// <summary>A table of rows of one type.</summary>
internal sealed class CsvTable<T> : CsvTable
{
    private readonly List<(CsvColumn Column, Func<Analysis, T, CellValue> Value)> columns = [];

    public required Func<Analysis, IEnumerable<T>> From { get; init; }

    public override IReadOnlyList<CsvColumn> Columns => [.. columns.Select(column => column.Column)];

    public CsvTable<T> With(string name, string description, Func<Analysis, T, CellValue> value)
    {
        columns.Add((new(name, description), value));
        return this;
    }

    public override IEnumerable<CellValue[]> Rows(Analysis analysis)
    {
        var cells = new CellValue[columns.Count];
        foreach (var row in From(analysis))
        {
            for (var i = 0; i < cells.Length; i++)
                cells[i] = columns[i].Value(analysis, row);
            yield return cells;
        }
    }
}
