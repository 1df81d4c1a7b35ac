using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Resolves the tables of a tidy folder that say who took part in what.</summary>
internal sealed class TidyResolver(DatasetBuilder builder, StakeholderLookup stakeholders, int? yearForMonths)
{
    private readonly IdTable<ActivityDraft> activities = new();
    private readonly Dictionary<string, (Roles Roles, bool AreKnown)> roles = new(StringComparer.Ordinal);

    /// <summary>Resolves the tables in the order in which they refer to each other.</summary>
    public void Resolve(IReadOnlyDictionary<string, RawTable> tables)
    {
        Each(tables["stakeholders"], Stakeholders);
        stakeholders.AddAliases(builder.Diagnostics);
        Each(tables["activities"], Activities);
        Each(tables["participations"], Participations);
    }

    private void Each(RawTable table, Action<TableValues> resolve)
    {
        var values = new TableValues(table, builder.NextFile, yearForMonths, builder.Diagnostics);
        resolve(values);
        builder.AddFile(values.Describe(table.Kind));
    }

    private void Stakeholders(TableValues table)
    {
        var again = new HashSet<string>(StringComparer.Ordinal);
        var rows = table.DataRows().ToList();
        var aliased = new AliasedStakeholders(table, rows, builder.Aliases);
        foreach (var row in rows)
        {
            var name = table.Text(row, Fields.Name);
            var id = table.Text(row, Fields.StakeholderId);
            if (name.Length == 0)
            {
                table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no name", Fields.Name, "the stakeholder has no name", "expected a name");
                continue;
            }

            var (key, givenId, isAlias) = aliased.Of(name, id);
            var draft = builder.Stakeholder(key, givenId.Length > 0 ? givenId : null);
            if (!isAlias && !draft.Names.IsEmpty && id.Length > 0 && again.Add(id))
                table.Say(DiagnosticCatalog.ConflictingRows, row, Fields.StakeholderId, $"stakeholder id {Quote.Value(id)} occurs again", "expected one row per id", "the rows were taken for one stakeholder");
            if (!isAlias)
                draft.Names.Add(name);
            builder.Resolution.Add(name, draft, isAlias ? ResolutionRules.Alias : ResolutionRules.Folded);
            builder.Resolution.Add(table.Text(row, Fields.Acronym), draft, ResolutionRules.AcronymInRow);
            AddIfGiven(draft.Acronyms, table, row, Fields.Acronym);
            AddIfGiven(draft.Sectors, table, row, Fields.Sector);
            AddIfGiven(draft.Types, table, row, Fields.OrganisationType);
            draft.SeenAt(table.Source(row));
            stakeholders.Add(draft, id, name, [table.Text(row, Fields.Acronym), .. Cells.Split(table.Text(row, Fields.Aliases))]);
        }
    }

    private static void AddIfGiven(Spellings spellings, TableValues table, int row, string field)
    {
        if (table.Text(row, field) is { Length: > 0 } text)
            spellings.Add(text, 1, table.Source(row));
    }

    /// <summary>What a row says of an activity; rows with one id have to say the same.</summary>
    private readonly record struct Content(string Theme, PlaceText Place, DateSpan? Dates);

    private void Activities(TableValues table)
    {
        var contents = new Content[table.Table.RowCount];
        var firstRows = new Dictionary<string, int>(contents.Length, StringComparer.Ordinal);
        var rowsOfShared = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var row in table.DataRows())
        {
            var id = table.Text(row, Fields.ActivityId);
            if (id.Length == 0)
            {
                table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no activity id", Fields.ActivityId, "the activity has no id", "expected an id");
                continue;
            }

            contents[row] = new(table.Folded(row, Fields.Theme), table.Place(row), table.Interval(row, table.Date(row, Fields.StartDate), table.Date(row, Fields.EndDate)));
            if (firstRows.TryAdd(id, row))
                continue;
            if (!rowsOfShared.TryGetValue(id, out var rows))
                rowsOfShared[id] = rows = [firstRows[id]];
            rows.Add(row);
        }

        foreach (var (id, row) in firstRows)
            Add(table, id, rowsOfShared.TryGetValue(id, out var rows) ? rows : [row], contents);
    }

    /// <summary>Adds the activity that most of the rows with an id describe; the others are left out.</summary>
    private void Add(TableValues table, string id, List<int> rows, Content[] contents)
    {
        var chosen = contents[rows[0]];
        if (rows.Count > 1)
        {
            chosen = rows.GroupBy(row => contents[row]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal).First().Key;
            foreach (var row in rows.Where(row => contents[row] != chosen))
            {
                table.LeaveOut(row, DiagnosticCatalog.ConflictingRows, "activity id used twice", Fields.ActivityId,
                    $"activity id {Quote.Value(id)} stands on rows with another theme, place or date", "expected one row per id");
            }
        }

        var activity = builder.Activity(id);
        activities.Add(id, activity);
        (activity.Theme, activity.Place, activity.Dates) = chosen;
        foreach (var row in rows)
        {
            if (contents[row] != chosen)
                continue;
            builder.Places.Add(chosen.Place, at: table.Source(row));
            if (chosen.Theme.Length > 0)
                builder.Themes.Add(table.Text(row, Fields.Theme));
            activity.TakeTitle(table.Text(row, Fields.Title));
            activity.Sources.Add(table.Source(row));
        }
    }

    private void Participations(TableValues table)
    {
        var suggestions = new Suggestions(() => builder.ActivityIds);
        var find = new StakeholderFinder(table, stakeholders, builder.Resolution);
        foreach (var row in table.DataRows())
        {
            var activityId = table.Text(row, Fields.ActivityId);
            var (field, who) = table.Text(row, Fields.StakeholderId) is { Length: > 0 } id ? (Fields.StakeholderId, id) : (Fields.Stakeholder, table.Text(row, Fields.Stakeholder));
            if (activityId.Length == 0)
            {
                table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no activity id", Fields.ActivityId, "the row names no activity", "expected an id of activities.csv");
            }
            else if (activities.Find(activityId) is not { } activity)
            {
                table.LeaveOut(row, DiagnosticCatalog.UnknownActivity, "unknown activity", Fields.ActivityId,
                    $"activity {Quote.Value(activityId)} is not in activities.csv", suggestions.For(activityId, "expected an id of activities.csv"));
            }
            else if (find.InRow(row, field, who) is { } stakeholder)
            {
                activity.Participants.Add((stakeholder, RolesOf(table, row), [table.Source(row)]));
                stakeholder.SeenAt(table.Source(row));
            }
        }
    }

    private Roles RolesOf(TableValues table, int row)
    {
        var text = table.Text(row, Fields.Role);
        if (!roles.TryGetValue(text, out var role))
            roles[text] = role = RoleNames.Parse(text);
        if (!role.AreKnown)
        {
            table.SayOfValue(DiagnosticCatalog.UnknownRole, row, Fields.Role,
                found => new($"role {found}", "expected lead, co-host, implementing, participant, coordinator, funder or accountable", "counted as participant"));
        }

        return role.Roles;
    }
}

/// <summary>Finds the stakeholders that the rows of a table name; a row that names none is left out with the nearest name.</summary>
internal sealed class StakeholderFinder(TableValues table, StakeholderLookup stakeholders, ResolutionRecorder resolution)
{
    private readonly Suggestions suggestions = new(() => stakeholders.Texts);

    public StakeholderDraft? InRow(int row, string field, string who)
    {
        if (stakeholders.Find(who) is { } found)
        {
            resolution.Add(who, found, stakeholders.RuleOf(who, found));
            return found;
        }

        if (who.Length == 0)
            table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no stakeholder", field, "the row names no stakeholder", "expected an id or a name");
        else if (stakeholders.IsAmbiguous(who))
            table.LeaveOut(row, DiagnosticCatalog.AmbiguousName, "ambiguous stakeholder", field, $"stakeholder {Quote.Value(who)} fits several stakeholders", "expected an id");
        else
            table.LeaveOut(row, DiagnosticCatalog.UnknownStakeholder, "unknown stakeholder", field, $"stakeholder {Quote.Value(who)} is not known", suggestions.For(who, "expected an id, name, acronym or alias"));
        return null;
    }
}
