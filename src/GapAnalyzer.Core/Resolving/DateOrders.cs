using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>What a date such as <c>03/28/2021</c> shows of the order of day and month.</summary>
internal enum DateOrder
{
    /// <summary>It has no such order, or reads the same either way: <c>2021-03-28</c>, <c>05/05/2021</c>.</summary>
    None,

    /// <summary>It could be read both ways: <c>03/04/2021</c>.</summary>
    Open,
    DayFirst,
    MonthFirst,
}

/// <summary>
/// Which of day and month comes first in the date columns of a table. A column follows its own proof; one without proof follows the others of
/// the table, where these agree; nothing proved, or both: day first.
/// </summary>
internal sealed class DateOrders
{
    /// <summary>With fewer proving dates than one in so many that are open, the proof may be a slip of the pen.</summary>
    private const int FewestProofs = 20;

    private static readonly string[] DateFields = [Fields.StartDate, Fields.EndDate, Fields.ReportedDate, Fields.Month, Fields.Since, Fields.Until, Fields.Period];

    private readonly bool? chosen;
    private readonly Dictionary<string, Evidence> columns;

    /// <param name="parts">Tables with the same headers that are one table in several files.</param>
    /// <param name="monthFirst">What the user says; null: the columns decide.</param>
    public DateOrders(IReadOnlyList<RawTable> parts, bool? monthFirst)
    {
        chosen = monthFirst;
        columns = DateFields.Where(field => parts[0].Column(field) is not null).ToDictionary(field => field, field => Evidence.Of(parts, field));
    }

    /// <summary>How many cells show an order, and where the first of them is.</summary>
    private sealed class Seen
    {
        public long Cells { get; private set; }

        public (string File, int Line, string Text) First { get; private set; }

        public string Cited => string.Create(CultureInfo.InvariantCulture, $"{First.File}:{First.Line} {Quote.Value(First.Text)}");

        public void Add(RawTable table, int row, string text)
        {
            if (Cells++ == 0)
                First = (table.Name, table.Lines[row], text);
        }
    }

    /// <summary>What the cells of one column show.</summary>
    private sealed record Evidence(string Header, Seen Open, Seen DayFirst, Seen MonthFirst)
    {
        /// <summary>Null without proof, and where the column proves both.</summary>
        public bool? ProvesMonthFirst => IsMixed || (DayFirst.Cells == 0 && MonthFirst.Cells == 0) ? null : MonthFirst.Cells > 0;

        public bool IsMixed => DayFirst.Cells > 0 && MonthFirst.Cells > 0;

        public Seen Proof(bool monthFirst) => monthFirst ? MonthFirst : DayFirst;

        public static Evidence Of(IReadOnlyList<RawTable> parts, string field)
        {
            var evidence = new Evidence(parts[0].Column(field)!.Header, new(), new(), new());
            foreach (var table in parts)
            {
                var column = table.Column(field)!;
                var orders = Enumerable.Range(0, column.Pool.Count).Select(value => DateReader.OrderOf(column.Pool[value])).ToArray();
                if (orders.All(order => order == DateOrder.None))
                    continue;
                for (var row = 0; row < table.RowCount; row++)
                {
                    if (orders[column.Cells[row]] is var order and not DateOrder.None)
                        evidence.Of(order).Add(table, row, column.Pool[column.Cells[row]]);
                }
            }

            return evidence;
        }

        private Seen Of(DateOrder order) => order == DateOrder.Open ? Open : Proof(order == DateOrder.MonthFirst);
    }

    public bool IsMonthFirst(string field) => chosen ?? (columns.GetValueOrDefault(field) is { } column && (column.ProvesMonthFirst ?? (column.IsMixed ? false : Shared) ?? false));

    /// <summary>What all columns with a proof agree on; null where there is none, or they do not.</summary>
    private bool? Shared => columns.Values.Select(column => column.ProvesMonthFirst).OfType<bool>().Distinct().ToList() is [var one] ? one : null;

    /// <summary>Says how each column is read where that can be doubted, and why.</summary>
    public void Report(RawTable table, DiagnosticCollector diagnostics)
    {
        if (chosen is not null)
            return;
        foreach (var (field, column) in columns)
        {
            var (kind, line, said) = Explain(field, column);
            if (said is { Found.Length: > 0 })
                diagnostics.Add(kind, table.Name, line, column.Header, said.Found, said.Expected, said.Done, Math.Max(1, column.Open.Cells));
        }
    }

    private (DiagnosticKind Kind, int Line, TableValues.Said Said) Explain(string field, Evidence column)
    {
        var order = IsMonthFirst(field) ? "month first" : "day first";
        var open = $"{Plural.Of(column.Open.Cells, "date")} of column {Quote.Value(column.Header)} could be read both ways";
        if (column.IsMixed)
        {
            return (DiagnosticCatalog.DateOrderDoubtful, column.MonthFirst.First.Line, new(
                $"column {Quote.Value(column.Header)} has dates with the day first ({column.DayFirst.Cited}) and with the month first ({column.MonthFirst.Cited})",
                "expected one order in a column, or --date-order", column.Open.Cells == 0 ? "read day first" : $"read day first, also the {column.Open.Cells.ToString(CultureInfo.InvariantCulture)} that could be read both ways"));
        }

        if (column.ProvesMonthFirst is { } own && columns.Values.FirstOrDefault(other => other.ProvesMonthFirst == !own) is { } against)
        {
            return (DiagnosticCatalog.DateOrderDoubtful, column.Proof(own).First.Line, new(
                $"column {Quote.Value(column.Header)} proves {order} ({column.Proof(own).Cited}) and column {Quote.Value(against.Header)} the opposite ({against.Proof(!own).Cited})",
                "expected one order in a table, or --date-order", "each was read by its own proof"));
        }

        if (column.Open.Cells == 0)
            return default;
        var line = column.Open.First.Line;
        var provers = columns.Values.Where(other => other.ProvesMonthFirst == IsMonthFirst(field)).ToList();
        if (provers.Count == 0)
            return (DiagnosticCatalog.DateOrderDoubtful, line, new(open, "expected a date that proves an order, or --date-order", $"read {order}"));
        var prover = provers.Contains(column) ? column : provers[0];
        var proof = prover.Proof(IsMonthFirst(field));
        var done = $"read {order}, as proved by {proof.Cited}{(prover == column ? "" : $" in column {Quote.Value(prover.Header)}")}";
        return proof.Cells * FewestProofs < column.Open.Cells
            ? (DiagnosticCatalog.DateOrderDoubtful, proof.First.Line, new(open, "expected more dates that prove an order, or --date-order", $"{done}{(proof.Cells == 1 ? " alone" : $" and {Plural.Of(proof.Cells - 1, "other")}")}"))
            : (DiagnosticCatalog.DateOrderProved, line, new(open, "", done));
    }
}
