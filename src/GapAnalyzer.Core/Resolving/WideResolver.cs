using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Resolves wide 3W tables: each row says who does what, where and when, and its role columns say in which role. Without an
/// activity id each distinct row is an activity, and exact repeats are one activity that cites all its lines.
/// </summary>
internal sealed class WideResolver(DatasetBuilder builder, int? yearForMonths)
{
    public const string Kind = "wide";

    private readonly OrganisationIndex organisations = new(builder.Aliases);
    private readonly ActivityDrafts activities = builder.Activities;
    private readonly ActivityIds ids = new();
    private readonly HashSet<(int Activity, UInt128 Digest)> seen = [];

    public void Resolve(IReadOnlyList<RawTable> tables, CancellationToken cancellation)
    {
        var prepared = Prepare(tables);
        var rowsOf = prepared.Select(table => table.Values.DataRows().ToList()).ToList();
        foreach (var table in prepared)
            table.LearnWholeCells(organisations);
        foreach (var table in prepared)
            table.LearnSlashedCells(organisations);
        foreach (var (table, rows) in prepared.Zip(rowsOf).Where(pair => pair.First.Values.Has(Fields.ActivityId)))
            rows.ForEach(row => ids.Learn(table, row));
        ids.Report(prepared, builder.Diagnostics);
        foreach (var (table, rows) in prepared.Zip(rowsOf))
        {
            ResolveRows(table, rows, cancellation);
            table.ReportCells();
            table.ReportLastRows(rows);
            builder.AddFile(table.Values.Describe(table.Values.Table.Layout.IsTagged ? "wide 3W table with HXL tags" : "wide 3W table"));
        }

        organisations.Report(builder.Diagnostics, builder.Cite);
    }

    /// <summary>Tables with the same headers are parts of one: what a column proves, it proves for all of them.</summary>
    private List<WideTable> Prepare(IReadOnlyList<RawTable> tables)
    {
        static string Headers(RawTable table) => string.Join('\n', table.Columns.Select(column => column.Field + "=" + column.Header));
        var parts = tables.ToLookup(Headers);
        return [.. tables.Select((table, number) =>
            new WideTable(new(table, builder.NextFile + number, yearForMonths, builder.Diagnostics, [.. parts[Headers(table)]], builder.Settings.MonthFirst), builder.Diagnostics))];
    }

    private void ResolveRows(WideTable table, List<int> rows, CancellationToken cancellation)
    {
        var (repeats, firstRepeat) = (0L, 0);
        foreach (var row in rows)
        {
            if ((row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var organisationsOfRow = table.OrganisationsOf(row);
            if (organisationsOfRow.Count == 0)
            {
                table.Values.LeaveOut(row, DiagnosticCatalog.NoOrganisation, "no organisation", "", "the row names no organisation", "expected one in any of the organisation columns");
                continue;
            }

            var digest = table.Values.Table.Digests[row];
            var id = ids.Of(table, row);
            var activity = activities.Ids.Intern(id ?? ContentId(digest));
            var identified = Identify(table, row, organisationsOfRow);
            var content = Count(table, row);
            activities.Sources.Add((activity, table.Values.Source(row)));
            if (!seen.Add((activity, digest)))
            {
                if (repeats++ == 0)
                    firstRepeat = row;
                continue;
            }

            Describe(activity, content, table.Values.Text(row, Fields.Title));
            // An activity without an id is one row and its repeats: its lines are the lines of its participants.
            var source = id is null ? default : table.Values.Source(row);
            foreach (var (who, role) in identified)
                activities.Participants.Add(new(activity, who.Number, role, source));
        }

        builder.Diagnostics.Add(DiagnosticCatalog.ExactRepeat, table.Values.Table.Name, repeats == 0 ? 0 : table.Values.Source(firstRepeat).Line, "", $"{Plural.Of(repeats, "row")} {(repeats == 1 ? "repeats" : "repeat")} another row exactly", "",
            "each counts with the row it repeats", repeats);
    }

    private static string ContentId(UInt128 digest) => string.Create(CultureInfo.InvariantCulture, $"row-{(ulong)(digest >> 64):x16}");

    /// <summary>Theme, place and dates of a row; repeats count for "as most often written".</summary>
    private (string Theme, PlaceText Place, DateSpan? Dates) Count(WideTable table, int row)
    {
        var theme = table.Theme(row);
        return (theme.Length > 0 ? builder.Themes.Add(theme, 1, table.Values.Source(row)) : "", builder.Places.Add(table.Values.Place(row), at: table.Values.Source(row)), table.Dates(row));
    }

    /// <summary>Rows of one id agree on theme, place and start; of several ends the last one counts.</summary>
    private void Describe(int activity, (string Theme, PlaceText Place, DateSpan? Dates) row, string title)
    {
        var known = activities.DatesOf(activities[activity].Content);
        var isLater = row.Dates is { } dates && (known is not { } k || dates.Last > k.Last || (dates.Last == k.Last && dates.Precision > k.Precision));
        activities[activity].Content = activities.Content(row.Theme, row.Place, isLater ? row.Dates : known);
        activities.TakeTitle(activity, activities.Titles.Intern(title));
    }

    /// <summary>The stakeholders of a row; what the row says about them is noted.</summary>
    private List<(StakeholderDraft Who, Roles Role)> Identify(WideTable table, int row, IReadOnlyList<RowOrganisation> organisationsOfRow)
    {
        var source = table.Values.Source(row);
        var identified = new List<(StakeholderDraft, Roles)>(organisationsOfRow.Count);
        foreach (var (organisation, role, type) in organisationsOfRow)
        {
            var identity = organisations.IdentityOf(organisation, organisationsOfRow.Select(other => other.Organisation), source);
            var draft = builder.Stakeholder(identity);
            var isOwnName = organisation.Folded == identity;
            if (isOwnName)
                draft.Names.Add(organisation.Written, 1, source);
            if (organisation.Acronym.Length > 0 && (organisation.IsPair || !isOwnName))
                draft.Acronyms.Add(organisation.Acronym);
            if (type.Length > 0)
                draft.Types.Add(type, 1, source);
            draft.SeenAt(source);
            builder.Resolution.Add(organisation, draft, organisationsOfRow.Select(other => other.Organisation), builder.Aliases);
            identified.Add((draft, role));
        }

        return identified;
    }
}
