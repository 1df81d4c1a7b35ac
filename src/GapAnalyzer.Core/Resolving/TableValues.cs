using System.Globalization;
using System.Text.RegularExpressions;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Typed access to the cells of one table; says what it could not read, by line, and goes on with "unknown".</summary>
internal sealed partial class TableValues
{
    private const int MaxYears = 30;

    private static readonly ColumnValues Absent = new(null);

    private readonly RawTable table;
    private readonly int file;
    private readonly IReadOnlyList<RawTable> parts;
    private readonly DateOrders orders;
    private readonly DiagnosticCollector diagnostics;
    private readonly Dictionary<string, ColumnValues> columns;
    private readonly Dictionary<(string Field, int? Year), DateReader> dateReaders = [];
    private readonly Dictionary<(string Field, int? Year), ReadDate?[]> dates = [];
    private readonly Dictionary<string, bool> nationwide = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Code, string Field, int Value), Repeated> repeated = [];
    private readonly SortedDictionary<string, long> setAside = new(StringComparer.Ordinal);
    private readonly int? yearForMonths;

    /// <param name="table">The table.</param>
    /// <param name="file">Its number in source rows.</param>
    /// <param name="yearForMonths">Year of months that lack one.</param>
    /// <param name="diagnostics">Told what could not be read.</param>
    /// <param name="parts">Tables with the same headers, this one included, that are one table in several files; null: this one alone.</param>
    /// <param name="monthFirst">Whether months come before days; null: the columns decide.</param>
    public TableValues(RawTable table, int file, int? yearForMonths, DiagnosticCollector diagnostics, IReadOnlyList<RawTable>? parts = null, bool? monthFirst = null)
    {
        (this.table, this.file, this.diagnostics, this.yearForMonths, this.parts) = (table, file, diagnostics, yearForMonths, parts ?? [table]);
        orders = new(this.parts, monthFirst);
        columns = table.Columns.ToDictionary(column => column.Field, column => new ColumnValues(column));
    }

    public RawTable Table => table;

    public SourceRow Source(int row) => new(file, table.Lines[row]);

    public bool Has(string field) => columns.ContainsKey(field);

    /// <summary>The column read as a field; one that is empty in every row where there is none.</summary>
    public ColumnValues Column(string field) => columns.GetValueOrDefault(field, Absent);

    /// <summary>Number of a cell's value in its column.</summary>
    public int Value(int row, string field) => Column(field).Value(row);

    /// <summary>Text of a cell; empty where it is missing in any of the ways people write that.</summary>
    public string Text(int row, string field)
    {
        var column = Column(field);
        return column.Text(column.Value(row));
    }

    /// <summary><see cref="Text"/> in folded form.</summary>
    public string Folded(int row, string field)
    {
        var column = Column(field);
        return column.Folded(column.Value(row));
    }

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
                case RowKind.Totals when table.Kind != WideResolver.Kind: // a stakeholder may be called Total
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

    /// <summary>Sets a row aside and says why.</summary>
    public void LeaveOut(int row, DiagnosticKind kind, string reason, string field, string found, string expected)
    {
        SetAside(reason);
        Say(kind, row, field, found, expected, "the row was left out");
    }

    public void Say(DiagnosticKind kind, int row, string field, string found, string expected, string done, long occurrences = 1) =>
        diagnostics.Add(kind, table.Name, table.Lines[row], field.Length == 0 ? "" : HeaderOf(field), found, expected, done, occurrences);

    /// <summary>Says once, with the number of rows, what holds for every row with this value in a column.</summary>
    /// <param name="row">The first of the rows.</param>
    /// <param name="times">How many rows; 0 where they are told later.</param>
    public void SayOfValue(DiagnosticKind kind, int row, string field, long times, Func<string, Said> words)
    {
        var key = (kind.Code, field, Value(row, field));
        if (!repeated.TryGetValue(key, out var seen))
            repeated[key] = seen = new(kind, field, words(Quote.Value(Text(row, field)))) { First = row };
        (seen.Rows, seen.First) = (seen.Rows + times, Math.Min(seen.First, row));
    }

    /// <summary>What was found, expected and done.</summary>
    internal readonly record struct Said(string Found, string Expected, string Done);

    private sealed record Repeated(DiagnosticKind Kind, string Field, Said Said)
    {
        public int First { get; set; }

        public long Rows { get; set; }
    }

    public string HeaderOf(string field) => table.Column(field)?.Header ?? field;

    /// <summary>Whether any row, of this table or its other parts, has a date in this column.</summary>
    public bool HoldsDates(string field) => ReaderOf(field) is var reader
        && ValuesOf(field).Any(value => reader.Read(value) is { Span: not null } or { LacksYear: true });

    /// <summary>A date, or null with a word about why.</summary>
    /// <param name="row">Row.</param>
    /// <param name="field">Column.</param>
    /// <param name="year">Year of the row, for a month that lacks one; null: that of the dataset.</param>
    /// <param name="times">How many rows have this value, this one being the first.</param>
    public DateSpan? Date(int row, string field, int? year = null, long times = 1)
    {
        var column = Column(field);
        var value = column.Value(row);
        if (column.IsMissing(value))
            return null;
        if (!dates.TryGetValue((field, year), out var known))
            dates[(field, year)] = known = new ReadDate?[column.Pool.Count];
        var read = known[value] ??= ReaderOf(field, year).Read(column.Text(value));
        if (read.LacksYear)
            SayOfValue(DiagnosticCatalog.MonthWithoutYear, row, field, times, text => new($"{Fields.MeaningOf(field)} {text} has no year", "expected a year, or --as-of", "date treated as unknown"));
        else if (read.Span is null)
            SayOfValue(DiagnosticCatalog.NotADate, row, field, times, text => new($"{Fields.MeaningOf(field)} {text} is not a date", "expected yyyy-MM-dd", "date treated as unknown"));
        return read.Span;
    }

    /// <summary>
    /// From start to end; the start alone where the end is unknown; null, with a word, where the end is before the start or there are
    /// too many years between them.
    /// </summary>
    public DateSpan? Interval(int row, DateSpan? start, DateSpan? end)
    {
        if (Span(start, end) is not { } span || IsSound(span))
            return Span(start, end);
        if (span.Last < span.First)
        {
            Say(DiagnosticCatalog.EndBeforeStart, row, Fields.EndDate, string.Create(CultureInfo.InvariantCulture, $"end {span.Last:yyyy-MM-dd} is before start {span.First:yyyy-MM-dd}"),
                IsOpen(row, Fields.StartDate) || IsOpen(row, Fields.EndDate) ? "expected an end on or after the start; if the month comes first, or last, --date-order says so" : "expected an end on or after the start",
                "dates treated as unknown");
            return null;
        }

        Say(DiagnosticCatalog.TooLong, row, end is null ? Fields.StartDate : Fields.EndDate,
            string.Create(CultureInfo.InvariantCulture, $"the activity lasts from {span.First:yyyy-MM-dd} to {span.Last:yyyy-MM-dd}"),
            $"expected at most {MaxYears} years", "dates treated as unknown");
        return null;
    }

    /// <summary>Whether a date could be read with the day first and with the month first.</summary>
    private bool IsOpen(int row, string field) => DateReader.OrderOf(Text(row, field)) == DateOrder.Open;

    /// <summary>From start to end, whichever comes first; the start alone where the end is unknown.</summary>
    public static DateSpan? Span(DateSpan? start, DateSpan? end) => start is { } first && end is { } last ? first.Until(last) : start;

    /// <summary>Whether an activity may last so.</summary>
    public static bool IsSound(DateSpan span) => span.Last >= span.First && span.Last < span.First.AddYears(MaxYears);

    /// <summary>A number, 0 or more, or null with a word.</summary>
    public double? Number(int row, string field)
    {
        var text = Text(row, field);
        if (text.Length == 0)
            return null;
        var digits = Grouped().IsMatch(text) ? Separators().Replace(text, "") : text;
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        SayOfValue(DiagnosticCatalog.NotANumber, row, field, 1, found => new($"{Fields.MeaningOf(field)} {found} is not a number", "expected 0 or more, with a point for decimals", "number treated as unknown"));
        return null;
    }

    /// <summary>The place cells of a row; a nationwide place is unknown at every level.</summary>
    /// <param name="row">Row.</param>
    /// <param name="times">How many rows have these cells, this one being the first.</param>
    public PlaceText Place(int row, long times = 1)
    {
        var leveled = Has(Fields.Admin1Name) || Has(Fields.Admin1Code) || Has(Fields.Admin2Name) || Has(Fields.Admin2Code);
        return leveled
            ? Leveled(PlaceOf(row, Fields.Admin1Name, Fields.Admin1Code, times), PlaceOf(row, Fields.Admin2Name, Fields.Admin2Code, times))
            : PlaceText.None with { Location = PlaceOf(row, Fields.Location, "", times).Name };
    }

    /// <summary>The place cells as written, for comparing rows.</summary>
    public string PlaceKey(int row) =>
        string.Join('\n', Folded(row, Fields.Admin1Name), Folded(row, Fields.Admin1Code), Folded(row, Fields.Admin2Name), Folded(row, Fields.Admin2Code), Folded(row, Fields.Location));

    /// <summary>What the file was taken for, once all its rows are read; says what was noticed of repeated values.</summary>
    public SourceFile Describe(string shape)
    {
        SayControlCharacters();
        if (parts[0] == table) // said once for all parts
            orders.Report(table, diagnostics);
        foreach (var seen in repeated.Values)
            Say(seen.Kind, seen.First, seen.Field, seen.Rows == 1 ? seen.Said.Found : $"{seen.Said.Found} (in {Plural.Of(seen.Rows, "row")}, here first)", seen.Said.Expected, seen.Said.Done, seen.Rows);
        repeated.Clear();
        return new(
            table.Name, table.Sheet is null ? shape : $"{shape}, sheet {Quote.Value(table.Sheet)}", table.Encoding.Name, table.Delimiter, table.Layout.HeaderLine,
            [.. table.Columns.Select(column => new UnderstoodColumn(column.Header, Fields.MeaningOf(column.Field), column.Binding.Reason) { Field = column.Field })],
            new(table.RowCount, setAside))
        {
            Sheet = table.Sheet,
            NotRead = [.. table.Layout.Headers.Where((header, column) => header.Length > 0 && !table.Columns.Any(read => read.Binding.Column == column))],
        };
    }

    private void SayControlCharacters()
    {
        foreach (var column in table.Columns.Where(column => columns[column.Field].HoldsControlCharacters))
        {
            for (var row = 0; row < table.RowCount; row++)
            {
                if (Cells.HasControlCharacters(column.Pool[column.Cells[row]]))
                    SayOfValue(DiagnosticCatalog.ControlCharacters, row, column.Field, 1, text => new($"{Fields.MeaningOf(column.Field)} {text} held characters that cannot be seen", "", "read as spaces"));
            }
        }
    }

    private static PlaceText Leveled((string Name, string Code) admin1, (string Name, string Code) admin2) =>
        new(admin1.Name, admin1.Code, admin2.Name, admin2.Code, "");

    private (string Name, string Code) PlaceOf(int row, string nameField, string codeField, long times)
    {
        var name = Text(row, nameField);
        if (!nationwide.TryGetValue(name, out var isNationwide))
            nationwide[name] = isNationwide = name.Length > 0 && PlaceRegistry.IsNationwide(name);
        if (!isNationwide)
            return (name, Text(row, codeField));
        SayOfValue(DiagnosticCatalog.Nationwide, row, nameField, times, text => new($"place {text} is the whole country", "expected an area", "place treated as unknown"));
        return ("", "");
    }

    /// <summary>Reads the dates of a column.</summary>
    private DateReader ReaderOf(string field, int? year = null)
    {
        if (!dateReaders.TryGetValue((field, year), out var reader))
            dateReaders[(field, year)] = reader = new(orders.IsMonthFirst(field), year ?? yearForMonths);
        return reader;
    }

    /// <summary>The values of a column, in this table and its other parts.</summary>
    private IEnumerable<string> ValuesOf(string field) =>
        parts.Select(part => part.Column(field)).OfType<RawColumn>().SelectMany(column => Enumerable.Range(0, column.Pool.Count).Select(value => column.Pool[value])).Where(value => !Missing.Is(value));

    /// <summary>Digits in groups of three: 1,234,567.5 or 1 234 567. A comma anywhere else may be a decimal comma.</summary>
    [GeneratedRegex(@"^[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:[ \u00A0\u202F][0-9]{3})+)(?:\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[, \u00A0\u202F]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
