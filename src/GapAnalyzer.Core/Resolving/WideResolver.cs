using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Resolves wide 3W tables: each row says who does what, where and when, and its role columns say in which role. Without an
/// activity id each distinct row is an activity, and exact repeats are one activity that cites all its lines.
/// </summary>
internal sealed class WideResolver(DatasetBuilder builder, AliasTable aliases, int? yearForMonths)
{
    public const string Kind = "wide";

    private readonly OrganisationIndex organisations = new(aliases);
    private readonly HashSet<(string Id, UInt128 Digest)> seen = [];

    public void Resolve(IReadOnlyList<RawTable> tables, CancellationToken cancellation)
    {
        var prepared = tables.Select((table, number) => new WideTable(new(table, builder.NextFile + number, yearForMonths, builder.Diagnostics), builder.Diagnostics)).ToList();
        var rowsOf = prepared.Select(table => table.Values.DataRows().ToList()).ToList();
        foreach (var table in prepared)
            table.LearnWholeCells(organisations);
        foreach (var table in prepared)
            table.LearnSlashedCells(organisations);
        foreach (var (table, rows) in prepared.Zip(rowsOf))
            ResolveTable(table, rows, cancellation);
        foreach (var table in prepared)
        {
            table.ReportCells();
            builder.AddFile(table.Values.Describe(table.Values.Table.Layout.IsTagged ? "wide 3W table with HXL tags" : "wide 3W table"));
        }

        organisations.Report(builder.Diagnostics);
    }

    private void ResolveTable(WideTable table, List<int> rows, CancellationToken cancellation)
    {
        var ids = table.ActivityIds(rows);
        var repeats = 0L;
        foreach (var row in rows)
        {
            if ((row & 0xFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            var refs = table.OrganisationsOf(row);
            if (refs.Count == 0)
            {
                table.Values.SetAside("no organisation");
                table.Values.Say(DiagnosticCatalog.NoOrganisation, row, "", "the row names no organisation", "expected one in any of the organisation columns", "the row was set aside");
                continue;
            }

            var source = table.Values.Source(row);
            var id = ids[row] ?? ContentId(table.Values.Table.Digests[row]);
            var activity = builder.Activity(id);
            if (!seen.Add((id, table.Values.Table.Digests[row])))
            {
                repeats++;
                activity.Sources.Add(source);
                CountAgain(table, row, refs);
                continue;
            }

            Describe(table, row, activity, source);
            AddParticipants(table, row, activity, refs, ownSources: ids[row] is null);
        }

        builder.Diagnostics.Add(DiagnosticCatalog.ExactRepeat, table.Values.Table.Name, 0, "", string.Create(CultureInfo.InvariantCulture, $"{repeats} rows repeat another row exactly"), "",
            "each counts with the row it repeats", repeats);
    }

    private static string ContentId(UInt128 digest) => string.Create(CultureInfo.InvariantCulture, $"row-{(ulong)(digest >> 64):x16}");

    private void Describe(WideTable table, int row, ActivityDraft activity, SourceRow source)
    {
        activity.Sources.Add(source);
        var theme = table.Theme(row);
        var folded = theme.Length > 0 ? builder.Themes.Add(theme) : "";
        var place = builder.Places.Add(table.Values.Place(row));
        var dates = table.Dates(row);
        var title = table.Values.Text(row, Fields.Title);
        if (activity.Theme.Length == 0)
            activity.Theme = folded;
        if (activity.Place == PlaceText.None)
            activity.Place = place;
        activity.Dates ??= dates;
        if (title.Length > 0 && (activity.Title is null || string.CompareOrdinal(title, activity.Title) < 0))
            activity.Title = title;
    }

    private void AddParticipants(WideTable table, int row, ActivityDraft activity, IReadOnlyList<RowOrganisation> refs, bool ownSources)
    {
        // An activity without an id is one row and its repeats: its lines are the lines of its participants.
        IReadOnlyList<SourceRow> sources = ownSources ? activity.Sources : [table.Values.Source(row)];
        foreach (var (who, role, _) in Identify(table, row, refs))
            activity.Participants.Add((who, role, sources));
    }

    // A repeat adds no fact, but it counts for "as most often written" and "most frequent type".
    private void CountAgain(WideTable table, int row, IReadOnlyList<RowOrganisation> refs) => Identify(table, row, refs);

    /// <summary>The stakeholders of a row; what the row says about them is noted.</summary>
    private List<(StakeholderDraft Who, Roles Role, string Type)> Identify(WideTable table, int row, IReadOnlyList<RowOrganisation> refs)
    {
        var sameRow = refs.Select(r => r.Organisation).ToList();
        List<(StakeholderDraft, Roles, string)> identified = [];
        foreach (var (organisation, role, type) in refs)
        {
            var identity = organisations.IdentityOf(organisation, sameRow);
            var draft = builder.Stakeholder(identity);
            var written = organisation.Name.Length > 0 ? organisation.Name : organisation.Acronym;
            var isOwnName = Fold.Name(written) == identity;
            if (isOwnName)
                draft.Names.Add(written);
            if (organisation.Acronym.Length > 0 && (organisation.IsPair || !isOwnName))
                draft.Acronyms.Add(organisation.Acronym);
            if (type.Length > 0)
                draft.Types.Add(type);
            draft.SeenAt(table.Values.Source(row));
            identified.Add((draft, role, type));
        }

        return identified;
    }
}

/// <summary>One organisation of a row, its role, and its type where the row gives one.</summary>
internal readonly record struct RowOrganisation(OrganisationRef Organisation, Roles Role, string Type);

/// <summary>Reads the organisations, theme and dates of the rows of one wide table.</summary>
internal sealed class WideTable
{
    private readonly DiagnosticCollector diagnostics;
    private readonly List<(string Role, Roles As)> roles = [];
    private readonly Dictionary<(string Role, string Name, string Acronym), IReadOnlyList<OrganisationRef>> splits = [];
    private readonly Dictionary<string, (int Row, long Times, string Parts)> splitCells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Row, long Times)> wholeCells = new(StringComparer.Ordinal);
    private readonly string? startField;
    private OrganisationIndex? known;

    public WideTable(TableValues values, DiagnosticCollector diagnostics)
    {
        (Values, this.diagnostics) = (values, diagnostics);
        foreach (var role in OrganisationColumns.Roles.Where(role => values.Has(role) || values.Has(OrganisationColumns.Field(role, OrganisationPart.Acronym))))
            roles.Add((role, RoleOf(role)));
        startField = ChooseStart();
    }

    public TableValues Values { get; }

    /// <summary>A bare organisation column leads where a partner column stands beside it, else it implements.</summary>
    private Roles RoleOf(string role) => role switch
    {
        Fields.Lead => Roles.Lead,
        Fields.Funder => Roles.Funder,
        Fields.Organisation when Values.Has(Fields.Partner) && !Values.Has(Fields.Lead) => Roles.Lead,
        _ => Roles.Implementing,
    };

    /// <summary>Learns the cells that hold one organisation, or several with safe separators.</summary>
    public void LearnWholeCells(OrganisationIndex index)
    {
        foreach (var organisation in DistinctCells().Where(cell => !cell.Name.Contains('/', StringComparison.Ordinal)).SelectMany(cell => SplitSafely(cell.Name, cell.Acronym)))
            index.Learn(organisation);
    }

    /// <summary>Learns the cells with a slash: one organisation, unless every part is already known.</summary>
    public void LearnSlashedCells(OrganisationIndex index)
    {
        known = index;
        foreach (var organisation in DistinctCells().Where(cell => cell.Name.Contains('/', StringComparison.Ordinal)).SelectMany(cell => Split(cell.Name, cell.Acronym)).ToList())
            index.Learn(organisation);
    }

    /// <summary>All organisations of a row with role and type, roles in their fixed order.</summary>
    public IReadOnlyList<RowOrganisation> OrganisationsOf(int row)
    {
        List<RowOrganisation> found = [];
        foreach (var (role, playing) in roles)
        {
            var name = Values.Text(row, role);
            var acronym = Values.Text(row, OrganisationColumns.Field(role, OrganisationPart.Acronym));
            if (name.Length == 0 && acronym.Length == 0)
                continue;
            if (!splits.TryGetValue((role, name, acronym), out var parts))
                splits[(role, name, acronym)] = parts = Split(name, acronym);
            NoteCell(row, name, parts);
            var types = Cells.Split(Values.Text(row, TypeField(role)));
            foreach (var (index, part) in parts.Index())
                found.Add(new(part, playing, types.Count == parts.Count ? types[index] : ""));
        }

        return found;
    }

    public string Theme(int row) => Values.Text(row, Fields.Theme) is { Length: > 0 } name ? name : Values.Text(row, Fields.ThemeCode);

    public DateSpan? Dates(int row)
    {
        if (startField is null)
            return null;
        if (startField != Fields.Month)
            return Values.Interval(row, Values.Date(row, startField), startField == Fields.StartDate ? Values.Date(row, Fields.EndDate) : null);
        return Values.Date(row, Fields.Month) is { } month ? DateSpan.Month(month.First.Year, month.First.Month) : null;
    }

    /// <summary>
    /// Activity ids by row; null where the row stands for itself. A column of ids joins rows only if the rows of an id agree on
    /// theme, place and start: a code for a kind of activity, used all over the country, is no activity id.
    /// </summary>
    public IReadOnlyDictionary<int, string?> ActivityIds(IReadOnlyList<int> rows)
    {
        var ids = rows.ToDictionary(row => row, row => Values.Text(row, Fields.ActivityId) is { Length: > 0 } id ? id : null);
        if (!Values.Has(Fields.ActivityId))
            return ids;
        var shared = rows.Where(row => ids[row] is not null).GroupBy(row => ids[row]!).Where(group => group.Count() > 1).ToList();
        var conflicting = shared.Where(group => group.Select(row => (Fold.Name(Theme(row)), Values.PlaceKey(row), StartText(row))).Distinct().Count() > 1).Select(group => group.Key).ToHashSet();
        if (conflicting.Count == 0)
            return ids;
        var isId = conflicting.Count * 20 <= shared.Count;
        diagnostics.Add(DiagnosticCatalog.NotAnActivityId, Values.Table.Name, Values.Table.Layout.HeaderLine, Values.HeaderOf(Fields.ActivityId),
            string.Create(CultureInfo.InvariantCulture, $"{conflicting.Count} of {shared.Count} repeated values of column {Quote.Value(Values.HeaderOf(Fields.ActivityId))} stand on rows with different themes, places or start dates"),
            "expected one theme, place and date per activity", isId ? "those rows are activities of their own" : "the column was not used: each distinct row is an activity");
        return rows.ToDictionary(row => row, row => isId && ids[row] is { } id && !conflicting.Contains(id) ? id : null);
    }

    public void ReportCells()
    {
        foreach (var (cell, (row, times, parts)) in splitCells)
            Values.Say(DiagnosticCatalog.CellSplit, row, "", $"{Quote.Value(cell)} names several organisations", "", $"split into {parts}", times);
        foreach (var (cell, (row, times)) in wholeCells)
            Values.Say(DiagnosticCatalog.CellNotSplit, row, "", $"{Quote.Value(cell)} may name several organisations", "expected ';' between organisations", "left whole", times);
    }

    private string StartText(int row) => startField is null ? "" : Values.Text(row, startField);

    /// <summary>A type column without a role describes the bare organisation, else the implementer, else the lead.</summary>
    private string TypeField(string role)
    {
        var own = OrganisationColumns.Field(role, OrganisationPart.Type);
        if (Values.Has(own) || !Values.Has(Fields.OrganisationType))
            return own;
        var described = roles.Exists(r => r.Role == Fields.Organisation) ? Fields.Organisation
            : roles.Exists(r => r.Role == Fields.Implementer) ? Fields.Implementer
            : Fields.Lead;
        return role == described ? Fields.OrganisationType : own;
    }

    /// <summary>The first of start, month and report date that holds a date in any row.</summary>
    private string? ChooseStart()
    {
        var candidates = new[] { Fields.StartDate, Fields.Month, Fields.ReportedDate, Fields.Year }.Where(Values.Has).ToList();
        var chosen = candidates.Find(Values.HoldsDates);
        foreach (var empty in candidates.TakeWhile(field => field != chosen).Where(_ => chosen is not null))
        {
            diagnostics.Add(DiagnosticCatalog.EmptyColumn, Values.Table.Name, Values.Table.Layout.HeaderLine, Values.HeaderOf(empty),
                $"column {Quote.Value(Values.HeaderOf(empty))} holds no date", "", $"column {Quote.Value(Values.HeaderOf(chosen!))} was used");
        }

        return chosen;
    }

    private IEnumerable<(string Name, string Acronym)> DistinctCells()
    {
        var table = Values.Table;
        foreach (var (role, _) in roles)
        {
            var (name, acronym) = (table.IndexOf(role), table.IndexOf(OrganisationColumns.Field(role, OrganisationPart.Acronym)));
            var seen = new HashSet<(int, int)>();
            for (var row = 0; row < table.RowCount; row++)
            {
                if (table.Kinds[row] == RowKind.Data && seen.Add((name < 0 ? 0 : table.Cells[name][row], acronym < 0 ? 0 : table.Cells[acronym][row])))
                    yield return (Values.Text(row, role), Values.Text(row, OrganisationColumns.Field(role, OrganisationPart.Acronym)));
            }
        }
    }

    private IReadOnlyList<OrganisationRef> Split(string name, string acronym)
    {
        var safe = SplitSafely(name, acronym);
        return [.. safe.SelectMany(part => part.Acronym.Length == 0 && Cells.SplitAtSlash(part.Name) is { Count: > 1 } slashed && slashed.All(known!.Knows)
            ? slashed.Select(piece => new OrganisationRef(piece, ""))
            : [part])];
    }

    /// <summary>Name and acronym columns are zipped by position where they hold equally many; one acronym says that the name is one name.</summary>
    private static List<OrganisationRef> SplitSafely(string name, string acronym)
    {
        var (names, acronyms) = (Cells.Split(name), Cells.Split(acronym));
        if (names.Count == acronyms.Count)
            return [.. names.Zip(acronyms, (n, a) => new OrganisationRef(n, a))];
        if (names.Count == 0)
            return [.. acronyms.Select(a => new OrganisationRef("", a))];
        if (acronyms.Count == 1)
            return [new(Cells.OnOneLine(name), acronyms[0])];
        return [.. names.Select(n => new OrganisationRef(n, ""))];
    }

    private void NoteCell(int row, string name, IReadOnlyList<OrganisationRef> parts)
    {
        if (parts.Count > 1)
            splitCells[name] = splitCells.TryGetValue(name, out var seen) ? seen with { Times = seen.Times + 1 } : (row, 1, Quote.List(parts.Select(part => part.Name)));
        else if (name.AsSpan().ContainsAny(",/") && (name.Count(c => c == ',') > 1 || Cells.SplitAtSlash(name).Any(part => known!.Knows(part))))
            wholeCells[name] = wholeCells.TryGetValue(name, out var seen) ? seen with { Times = seen.Times + 1 } : (row, 1);
    }
}
