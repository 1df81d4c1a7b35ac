using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Typed access to the cells of one table; says what it could not read, by line, and goes on with "unknown".</summary>
internal sealed class TableValues
{
    private const int MaxYears = 30;

    private readonly RawTable table;
    private readonly int file;
    private readonly DiagnosticCollector diagnostics;
    private readonly Dictionary<string, DateReader> dateReaders = [];
    private readonly Dictionary<(string Field, int Value), ReadDate> dates = [];
    private readonly SortedDictionary<string, long> setAside = new(StringComparer.Ordinal);
    private readonly int? yearForMonths;

    public TableValues(RawTable table, int file, int? yearForMonths, DiagnosticCollector diagnostics)
    {
        (this.table, this.file, this.diagnostics, this.yearForMonths) = (table, file, diagnostics, yearForMonths);
    }

    public RawTable Table => table;

    public SourceRow Source(int row) => new(file, table.Lines[row]);

    public bool Has(string field) => table.Has(field);

    /// <summary>Text of a cell; empty where it is missing in any of the ways people write that.</summary>
    public string Text(int row, string field) => table.Text(row, field) is var text && Missing.Is(text) ? "" : text;

    public int Line(int row) => table.Lines[row];

    /// <summary>Rows that may hold data; blank ones, totals and repeated headers are set aside and counted.</summary>
    public IEnumerable<int> DataRows()
    {
        for (var row = 0; row < table.RowCount; row++)
        {
            switch (table.Kinds[row])
            {
                case RowKind.Data:
                    yield return row;
                    break;
                case RowKind.Totals when table.Kind != WideResolver.Kind:
                    yield return row;
                    break;
                case RowKind.Blank:
                    SetAside("blank");
                    break;
                case RowKind.Totals:
                    SetAside("totals");
                    Say(DiagnosticCatalog.TotalsRow, row, "", "the first filled cell says total", "", "the row was set aside");
                    break;
                case RowKind.RepeatedHeader:
                    SetAside("repeated header");
                    Say(DiagnosticCatalog.RepeatedHeader, row, "", "the header again", "", "the row was set aside");
                    break;
                default:
                    SetAside("broken quotes");
                    break;
            }
        }
    }

    public void SetAside(string reason) => setAside[reason] = setAside.GetValueOrDefault(reason) + 1;

    public void Say(DiagnosticKind kind, int row, string field, string found, string expected, string done, long occurrences = 1) =>
        diagnostics.Add(kind, table.Name, table.Lines[row], field.Length == 0 ? "" : HeaderOf(field), found, expected, done, occurrences);

    public string HeaderOf(string field) => table.IndexOf(field) is var index and >= 0 ? table.Columns[index].Header : field;

    /// <summary>Whether any data row has a usable date in this column.</summary>
    public bool HoldsDates(string field) => table.IndexOf(field) is var index and >= 0
        && table.Cells[index].Distinct().Any(value => Read(field, value) is { Span: not null } or { MonthWithoutYear: > 0 });

    /// <summary>A date, or null with a word about why.</summary>
    public DateSpan? Date(int row, string field)
    {
        var index = table.IndexOf(field);
        if (index < 0)
            return null;
        var value = table.Cells[index][row];
        var read = Read(field, value);
        var text = table.Pool[value];
        if (read.Span is null && !Missing.Is(text))
        {
            if (read.MonthWithoutYear > 0)
                Say(DiagnosticCatalog.MonthWithoutYear, row, field, $"{Fields.MeaningOf(field)} {Quote.Value(text)} has no year", "expected a year, or --as-of", "date treated as unknown");
            else
                Say(DiagnosticCatalog.NotADate, row, field, $"{Fields.MeaningOf(field)} {Quote.Value(text)} is not a date", "expected yyyy-MM-dd", "date treated as unknown");
        }

        return read.Span;
    }

    /// <summary>
    /// From start to end; the start alone where the end is unknown; null, with a word, where the end is before the start or there are
    /// too many years between them.
    /// </summary>
    public DateSpan? Interval(int row, DateSpan? start, DateSpan? end)
    {
        if (start is not { } first)
            return null;
        var span = end is { } last ? first.Until(last) : first;
        if (span.Last < span.First)
        {
            Say(DiagnosticCatalog.EndBeforeStart, row, Fields.EndDate, string.Create(CultureInfo.InvariantCulture, $"end {span.Last:yyyy-MM-dd} is before start {span.First:yyyy-MM-dd}"),
                "expected an end on or after the start", "dates treated as unknown");
            return null;
        }

        if (span.Last >= span.First.AddYears(MaxYears))
        {
            Say(DiagnosticCatalog.TooLong, row, end is null ? Fields.StartDate : Fields.EndDate,
                string.Create(CultureInfo.InvariantCulture, $"the activity lasts from {span.First:yyyy-MM-dd} to {span.Last:yyyy-MM-dd}"),
                $"expected at most {MaxYears} years", "dates treated as unknown");
            return null;
        }

        return span;
    }

    /// <summary>A number, or null with a word.</summary>
    public double? Number(int row, string field)
    {
        var text = Text(row, field);
        if (text.Length == 0)
            return null;
        var digits = text.Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal);
        if (double.TryParse(digits, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0)
            return number;
        Say(DiagnosticCatalog.NotANumber, row, field, $"{Fields.MeaningOf(field)} {Quote.Value(text)} is not a number", "expected 0 or more, with a point for decimals", "number treated as unknown");
        return null;
    }

    /// <summary>The place cells of a row; a nationwide place is unknown at every level.</summary>
    public PlaceText Place(int row)
    {
        var leveled = Has(Fields.Admin1Name) || Has(Fields.Admin1Code) || Has(Fields.Admin2Name) || Has(Fields.Admin2Code);
        return leveled
            ? Leveled(PlaceOf(row, Fields.Admin1Name, Fields.Admin1Code), PlaceOf(row, Fields.Admin2Name, Fields.Admin2Code))
            : PlaceText.None with { Location = PlaceOf(row, Fields.Location, "").Name };
    }

    /// <summary>The place cells as written, for comparing rows.</summary>
    public string PlaceKey(int row) =>
        string.Join('\n', new[] { Fields.Admin1Name, Fields.Admin1Code, Fields.Admin2Name, Fields.Admin2Code, Fields.Location }.Select(field => Fold.Name(Text(row, field))));

    public SourceFile Describe(string shape) => new(
        table.Name, shape, table.Encoding.Name, table.Delimiter, table.Layout.HeaderLine,
        [.. table.Columns.Select(column => new UnderstoodColumn(column.Header, Fields.MeaningOf(column.Field), column.Reason))],
        new(table.RowCount, setAside));

    private static PlaceText Leveled((string Name, string Code) admin1, (string Name, string Code) admin2) =>
        new(admin1.Name, admin1.Code, admin2.Name, admin2.Code, "");

    private (string Name, string Code) PlaceOf(int row, string nameField, string codeField)
    {
        var name = Text(row, nameField);
        if (name.Length == 0 || !PlaceRegistry.IsNationwide(name))
            return (name, Text(row, codeField));
        Say(DiagnosticCatalog.Nationwide, row, nameField, $"place {Quote.Value(name)} is the whole country", "expected an area", "place treated as unknown");
        return ("", "");
    }

    private ReadDate Read(string field, int value)
    {
        if (dates.TryGetValue((field, value), out var known))
            return known;
        if (!dateReaders.TryGetValue(field, out var reader))
        {
            var column = table.Cells[table.IndexOf(field)].Distinct().Select(v => table.Pool[v]);
            dateReaders[field] = reader = new(DateReader.ProvesMonthFirst(column), yearForMonths);
        }

        return dates[(field, value)] = Missing.Is(table.Pool[value]) ? ReadDate.None : reader.Read(table.Pool[value]);
    }
}
