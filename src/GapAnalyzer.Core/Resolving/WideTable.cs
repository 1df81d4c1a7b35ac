using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>One organisation of a row, its role, and its type where the row gives one.</summary>
internal readonly record struct RowOrganisation(OrganisationRef Organisation, Roles Role, string Type);

/// <summary>Reads the organisations, theme and dates of the rows of one wide table.</summary>
internal sealed class WideTable
{
    private const int LastRows = 3;

    private readonly DiagnosticCollector diagnostics;
    private readonly IReadOnlyList<RoleColumns> roles;
    private readonly Dictionary<(string Role, int Name, int Acronym, int Type), RoleCell> cells = [];
    private readonly string? startField;
    private readonly IReadOnlyList<string> standIns;
    private OrganisationIndex known = new(new());

    public WideTable(TableValues values, DiagnosticCollector diagnostics)
    {
        (Values, this.diagnostics) = (values, diagnostics);
        roles = [.. OrganisationColumns.Roles
            .Select(role => (Role: role, Acronym: OrganisationColumns.Field(role, OrganisationPart.Acronym)))
            .Where(columns => values.Has(columns.Role) || values.Has(columns.Acronym))
            .Select(columns => new RoleColumns(RoleOf(columns.Role), columns.Role, columns.Acronym, TypeField(columns.Role)))];
        startField = ChooseStart();
        standIns = [.. new[] { Fields.Month, Fields.Year }.Where(field => field != startField && values.Has(field))];
    }

    public TableValues Values { get; }

    /// <summary>The columns that tell about the organisation in one role.</summary>
    private sealed record RoleColumns(Roles Role, string Name, string Acronym, string Type);

    /// <summary>What the cells of a role hold together, split once and counted for every row that writes the same.</summary>
    private sealed class RoleCell(string name, IReadOnlyList<RowOrganisation> organisations, int firstRow)
    {
        public string Name { get; } = name;

        public IReadOnlyList<RowOrganisation> Organisations { get; } = organisations;

        public int FirstRow { get; } = firstRow;

        public long Rows { get; set; }
    }

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
        IReadOnlyList<RowOrganisation> found = [];
        foreach (var columns in roles)
        {
            var cell = CellOf(row, columns);
            cell.Rows++;
            found = found.Count == 0 ? cell.Organisations : cell.Organisations.Count == 0 ? found : [.. found, .. cell.Organisations];
        }

        return found;
    }

    public string Theme(int row) => Values.Text(row, ThemeField(row));

    /// <summary><see cref="Theme"/> in folded form.</summary>
    public string FoldedTheme(int row) => Values.Folded(row, ThemeField(row));

    /// <summary>The start of the row as written; empty where no column tells it.</summary>
    public string StartText(int row) => StartOf(row) is { } field ? Values.Text(row, field) : "";

    /// <summary>When; a month takes its year from a year column, where there is one.</summary>
    public DateSpan? Dates(int row)
    {
        if (StartOf(row) is not { } field)
            return null;
        if (field == Fields.StartDate)
            return Values.Interval(row, Values.Date(row, field), Values.Date(row, Fields.EndDate));
        if (field != Fields.Month)
            return Values.Date(row, field);
        var year = Values.Date(row, Fields.Year)?.First.Year;
        return Values.Date(row, Fields.Month, year) is { } day ? DateSpan.Month(day.First.Year, day.First.Month) : null;
    }

    /// <summary>Says which of the last rows name one organisation and nothing else, where rows give theme or place: a total in a language not known, or a note.</summary>
    public void ReportLastRows(IReadOnlyList<int> rows)
    {
        string[] read = [.. Values.Table.Columns.Select(column => column.Field)];
        if (!read.Any(field => field is Fields.Theme or Fields.ThemeCode or Fields.Admin1Name or Fields.Admin1Code or Fields.Admin2Name or Fields.Admin2Code or Fields.Location))
            return;
        foreach (var row in rows.Skip(Math.Max(1, rows.Count - LastRows)))
        {
            string[] filled = [.. read.Where(field => Values.Text(row, field).Length > 0)];
            if (filled is [var only] && roles.Any(columns => columns.Name == only))
                Values.Say(DiagnosticCatalog.MayBeTotals, row, only, $"the row names {Quote.Value(Values.Text(row, only))} and nothing else that is read", "expected theme, place or date", "it counts as an organisation");
        }
    }

    /// <summary>Says which cells were split, and which may have to be.</summary>
    public void ReportCells()
    {
        foreach (var cell in cells.Values.GroupBy(cell => cell.Name, StringComparer.Ordinal))
        {
            var (row, times, parts) = (cell.Min(c => c.FirstRow), cell.Sum(c => c.Rows), cell.First().Organisations);
            if (parts.Count > 1)
                Values.Say(DiagnosticCatalog.CellSplit, row, "", $"{Quote.Value(cell.Key)} names several organisations", "", $"split into {Quote.List(parts.Select(part => part.Organisation.Written))}", times);
            else if (cell.Key.Count(c => c == ',') > 1 || Cells.SplitAtSlash(cell.Key).Any(known.Knows))
                Values.Say(DiagnosticCatalog.CellNotSplit, row, "", $"{Quote.Value(cell.Key)} may name several organisations", "expected ';' between organisations", "left whole", times);
        }
    }

    /// <summary>The column that tells the start of a row; where that is empty, the month or year stands in.</summary>
    private string? StartOf(int row) => startField is null || Values.Text(row, startField).Length > 0
        ? startField
        : standIns.FirstOrDefault(field => Values.Text(row, field).Length > 0, startField);

    private string ThemeField(int row) => Values.Text(row, Fields.Theme).Length > 0 ? Fields.Theme : Fields.ThemeCode;

    /// <summary>A bare organisation column leads where a partner column stands beside it, else it implements.</summary>
    private Roles RoleOf(string role) => role switch
    {
        Fields.Lead => Roles.Lead,
        Fields.Funder => Roles.Funder,
        Fields.Organisation when Values.Has(Fields.Partner) && !Values.Has(Fields.Lead) => Roles.Lead,
        _ => Roles.Implementing,
    };

    /// <summary>A type column without a role describes the bare organisation, else the implementer, else the lead.</summary>
    private string TypeField(string role)
    {
        var own = OrganisationColumns.Field(role, OrganisationPart.Type);
        if (Values.Has(own) || !Values.Has(Fields.OrganisationType))
            return own;
        var described = new[] { Fields.Organisation, Fields.Implementer }
            .FirstOrDefault(r => Values.Has(r) || Values.Has(OrganisationColumns.Field(r, OrganisationPart.Acronym)), Fields.Lead);
        return role == described ? Fields.OrganisationType : own;
    }

    /// <summary>The first of start, month, report date and year that holds a date in any row; null without such columns.</summary>
    private string? ChooseStart()
    {
        var candidates = new[] { Fields.StartDate, Fields.Month, Fields.ReportedDate, Fields.Year }.Where(Values.Has).ToList();
        // Where no column holds a date the first is read all the same: what stands there instead has to be told.
        var chosen = candidates.Find(Values.HoldsDates);
        var done = chosen is null ? "no date is known" : $"column {Quote.Value(Values.HeaderOf(chosen))} was used";
        foreach (var empty in candidates.TakeWhile(field => field != chosen))
        {
            diagnostics.Add(DiagnosticCatalog.EmptyColumn, Values.Table.Name, Values.Table.Layout.HeaderLine, Values.HeaderOf(empty),
                $"column {Quote.Value(Values.HeaderOf(empty))} holds no date", "", done);
        }

        chosen ??= candidates.FirstOrDefault();
        return chosen;
    }

    private IEnumerable<(string Name, string Acronym)> DistinctCells()
    {
        var table = Values.Table;
        foreach (var columns in roles)
        {
            var seen = new HashSet<(int, int)>();
            for (var row = 0; row < table.RowCount; row++)
            {
                if (table.Kinds[row] == RowKind.Data && seen.Add((Values.Value(row, columns.Name), Values.Value(row, columns.Acronym))))
                    yield return (Values.Text(row, columns.Name), Values.Text(row, columns.Acronym));
            }
        }
    }

    private RoleCell CellOf(int row, RoleColumns columns)
    {
        var key = (columns.Name, Values.Value(row, columns.Name), Values.Value(row, columns.Acronym), Values.Value(row, columns.Type));
        if (cells.TryGetValue(key, out var cell))
            return cell;
        var name = Values.Text(row, columns.Name);
        var parts = Split(name, Values.Text(row, columns.Acronym));
        var type = Values.Text(row, columns.Type);
        var types = parts.Count == 1 ? [type] : Cells.Split(type);
        return cells[key] = new(name, [.. parts.Select((part, i) => new RowOrganisation(part, columns.Role, types.Count == parts.Count ? types[i] : ""))], row);
    }

    private List<OrganisationRef> Split(string name, string acronym) =>
        [.. SplitSafely(name, acronym).SelectMany(part => part.Acronym.Length == 0 && Cells.SplitAtSlash(part.Name) is { Count: > 1 } slashed && slashed.All(known.Knows)
            ? slashed.Select(piece => new OrganisationRef(piece, ""))
            : [part])];

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
}
