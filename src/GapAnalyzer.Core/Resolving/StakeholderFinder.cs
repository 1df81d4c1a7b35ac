using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Resolving;

/// <summary>Finds the stakeholders that a column names; a row that names none is left out with the nearest name.</summary>
internal sealed class StakeholderFinder(TableValues table, string field, StakeholderLookup stakeholders, Suggestions suggestions)
{
    private readonly ColumnValues column = table.Column(field);

    /// <summary>The number stands beside the stakeholder because millions of rows ask for it alone, and stakeholders lie all over the memory.</summary>
    private readonly Meanings<(StakeholderDraft? Who, int Number)> found = new(table.Column(field), row =>
        stakeholders.Find(table.Text(row, field)) is { } draft ? (draft, draft.Number) : (null, -1));

    public bool IsGiven(int row) => !column.IsMissing(column.Value(row));

    /// <summary>The stakeholder that a row names, and its number; null and negative where it names none.</summary>
    public (StakeholderDraft? Who, int Number) InRow(int row)
    {
        var named = found.Of(row);
        if (named.Number < 0)
            LeaveOut(row);
        return named;
    }

    private void LeaveOut(int row)
    {
        var who = table.Text(row, field);
        if (who.Length == 0)
            table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no stakeholder", field, "the row names no stakeholder", "expected an id or a name");
        else if (stakeholders.IsAmbiguous(who))
            table.LeaveOut(row, DiagnosticCatalog.AmbiguousName, "ambiguous stakeholder", field, $"stakeholder {Quote.Value(who)} fits several stakeholders", "expected an id");
        else
            table.LeaveOut(row, DiagnosticCatalog.UnknownStakeholder, "unknown stakeholder", field, $"stakeholder {Quote.Value(who)} is not known", suggestions.For(who, "expected an id, name, acronym or alias"));
    }

    /// <summary>Records what was taken for whom, once all rows are read.</summary>
    public void Report(ResolutionRecorder resolution)
    {
        foreach (var ((draft, _), row, rows) in found.Seen)
        {
            if (draft is not null)
                resolution.Add(table.Text(row, field), draft, stakeholders.RuleOf(table.Text(row, field), draft), rows);
        }
    }
}
