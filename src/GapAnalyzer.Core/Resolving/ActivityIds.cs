using System.Globalization;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Which rows of wide tables an activity id joins. Ids join rows only if the rows of an id agree on theme, place and start: a code
/// for a kind of activity, used all over the country, is no activity id.
/// </summary>
internal sealed class ActivityIds
{
    private const int MaxConflictShare = 20;

    private readonly Dictionary<string, Use> uses = new(StringComparer.Ordinal);

    /// <summary>What the rows with one id say.</summary>
    private sealed class Use(string theme, string place, string start)
    {
        public bool IsShared { get; private set; }

        public bool Conflicts { get; private set; }

        public void Again(string otherTheme, string otherPlace, string otherStart)
        {
            IsShared = true;
            Conflicts |= theme != otherTheme || place != otherPlace || start != otherStart;
        }
    }

    /// <summary>Takes notice of a row; every row has to be learnt before <see cref="Of"/> is asked.</summary>
    public void Learn(WideTable table, int row)
    {
        if (table.Values.Text(row, Fields.ActivityId) is not { Length: > 0 } id)
            return;
        var (theme, place, start) = (table.FoldedTheme(row), table.Values.PlaceKey(row), table.StartText(row));
        if (uses.TryGetValue(id, out var use))
            use.Again(theme, place, start);
        else
            uses[id] = new(theme, place, start);
    }

    /// <summary>The id that joins a row to others; null where the row stands for itself.</summary>
    public string? Of(WideTable table, int row) =>
        table.Values.Text(row, Fields.ActivityId) is { Length: > 0 } id && AreIds && !uses[id].Conflicts ? id : null;

    /// <summary>Says where the column is none of ids, or not in every row.</summary>
    public void Report(IEnumerable<WideTable> tables, DiagnosticCollector diagnostics)
    {
        if (Conflicting == 0)
            return;
        foreach (var table in tables.Select(table => table.Values).Where(values => values.Has(Fields.ActivityId)))
        {
            diagnostics.Add(DiagnosticCatalog.NotAnActivityId, table.Table.Name, table.Table.Layout.HeaderLine, table.HeaderOf(Fields.ActivityId),
                string.Create(CultureInfo.InvariantCulture, $"{Conflicting} of {Shared} repeated values of column {Quote.Value(table.HeaderOf(Fields.ActivityId))} stand on rows with different themes, places or start dates"),
                "expected one theme, place and date per activity", AreIds ? "those rows are activities of their own" : "the column was not used: each distinct row is an activity");
        }
    }

    private int Shared => shared ??= uses.Values.Count(use => use.IsShared);

    private int Conflicting => conflicting ??= uses.Values.Count(use => use.Conflicts);

    private bool AreIds => Conflicting * MaxConflictShare <= Shared;

    private int? shared;
    private int? conflicting;
}
