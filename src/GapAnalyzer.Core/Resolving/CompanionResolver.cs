using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Resolves ties, needs and expectations, which a tidy folder and a wide table may both have beside them.</summary>
internal sealed class CompanionResolver(DatasetBuilder builder, StakeholderLookup stakeholders, int? yearForMonths)
{
    public void Resolve(IReadOnlyDictionary<string, RawTable> tables)
    {
        foreach (var (name, resolve) in new (string, Action<TableValues>)[] { ("ties", Ties), ("needs", Needs), ("expectations", Expectations) })
        {
            if (!tables.TryGetValue(name, out var table))
                continue;
            var values = new TableValues(table, builder.NextFile, yearForMonths, builder.Diagnostics, monthFirst: builder.Settings.MonthFirst);
            resolve(values);
            builder.AddFile(values.Describe(name));
        }
    }

    private void Ties(TableValues table)
    {
        var suggestions = new Suggestions(() => stakeholders.Texts);
        var (findFrom, findTo) = (new StakeholderFinder(table, Fields.From, stakeholders, suggestions), new StakeholderFinder(table, Fields.To, stakeholders, suggestions));
        foreach (var row in table.DataRows())
        {
            if (findFrom.InRow(row).Who is not { } from || findTo.InRow(row).Who is not { } to)
                continue;
            if (from == to)
            {
                table.LeaveOut(row, DiagnosticCatalog.SelfTie, "tie with itself", Fields.To, $"a tie of {Quote.Value(from.Name(builder.Aliases))} with itself", "expected two stakeholders");
                continue;
            }

            var strength = table.Number(row, Fields.Strength) ?? 1;
            if (strength == 0)
            {
                table.LeaveOut(row, DiagnosticCatalog.NotANumber, "tie of strength 0", Fields.Strength, "a tie of strength 0", "expected more than 0");
                continue;
            }

            var (since, until) = (table.Date(row, Fields.Since), table.Date(row, Fields.Until));
            if (since is { } first && until is { } last && last.Last < first.First)
            {
                table.Say(DiagnosticCatalog.EndBeforeStart, row, Fields.Until, $"the tie ends on {last.Last:yyyy-MM-dd}, before it starts on {first.First:yyyy-MM-dd}", "expected an end on or after the start", "dates treated as unknown");
                (since, until) = (null, null);
            }

            var type = table.Text(row, Fields.Type);
            builder.Ties.Add(new(from, to, type.Length > 0 ? type : null, strength, since, until, table.Source(row)));
        }

        findFrom.Report(builder.Resolution);
        findTo.Report(builder.Resolution);
    }

    private void Needs(TableValues table)
    {
        foreach (var row in table.DataRows())
        {
            var place = table.Place(row);
            if (place == PlaceText.None)
            {
                table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no place", Fields.Admin1Name, "the need has no place", "expected a place");
                continue;
            }

            var theme = table.Text(row, Fields.Theme);
            builder.Needs.Add(new(theme.Length > 0 ? builder.Themes.Add(theme, 0, table.Source(row)) : "", builder.Places.Add(place, at: table.Source(row)), table.Date(row, Fields.Period),
                table.Number(row, Fields.InNeed), table.Number(row, Fields.Severity), table.Number(row, Fields.Reached), table.Source(row)));
        }
    }

    private void Expectations(TableValues table)
    {
        foreach (var row in table.DataRows())
        {
            var (theme, sector, place) = (table.Text(row, Fields.Theme), table.Text(row, Fields.Sector), table.Text(row, Fields.Place));
            if (theme.Length == 0 || sector.Length == 0)
            {
                table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no theme or sector", Fields.Theme, "the expectation has no theme or no sector", "expected both");
                continue;
            }

            if (PlaceRegistry.IsNationwide(place))
                place = "";
            if (place.Length > 0 && !builder.Places.Knows(place))
                builder.Places.Add(PlaceText.None with { Name1 = place }, at: table.Source(row));
            builder.Expectations.Add(new(builder.Themes.Add(theme, 0, table.Source(row)), sector, place, table.Number(row, Fields.Weight) ?? 1, table.Source(row)));
        }
    }
}
