using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Resolves the tables of a tidy folder that say who took part in what.</summary>
internal sealed class TidyResolver(DatasetBuilder builder, StakeholderLookup stakeholders, int? yearForMonths)
{
    /// <summary>
    /// Resolves the tables, and takes them away: they can be large. Stakeholders and activities do not refer to each other and are
    /// resolved at the same time; what is noticed is that of resolving them one after the other.
    /// </summary>
    public void Resolve(Dictionary<string, RawTable> tables)
    {
        var (file, noticed) = (builder.NextFile, new DiagnosticCollector());
        var (first, second, third) = (Take("stakeholders"), Take("activities"), Take("participations"));
        var activities = Task.Run(() => Resolve(second, file + 1, noticed, Activities));
        builder.AddFile(Resolve(first, file, builder.Diagnostics, Stakeholders));
        stakeholders.AddAliases(builder.Diagnostics);
        builder.AddFile(activities.GetAwaiter().GetResult());
        builder.Diagnostics.AddAll(noticed);
        builder.AddFile(Resolve(third, file + 2, builder.Diagnostics, Participations));

        RawTable Take(string name) => tables.Remove(name, out var table) ? table : throw new KeyNotFoundException(name);
    }

    private SourceFile Resolve(RawTable table, int file, DiagnosticCollector diagnostics, Action<TableValues> resolve)
    {
        var values = new TableValues(table, file, yearForMonths, diagnostics, monthFirst: builder.Settings.MonthFirst);
        resolve(values);
        return values.Describe(table.Kind);
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
                draft.Names.Add(name, 1, table.Source(row));
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

    private void Activities(TableValues table)
    {
        builder.Activities = new(table.Column(Fields.ActivityId).Pool, table.Column(Fields.Title).Pool);
        new TidyActivities(table, builder).Resolve();
    }

    private void Participations(TableValues table)
    {
        var ids = table.Column(Fields.ActivityId);
        var named = new NamedActivities(builder.Activities, ids);
        var suggestions = new Suggestions(() => builder.Activities.Numbers.Select(activity => builder.Activities.Ids[activity]));
        var people = new Suggestions(() => stakeholders.Texts);
        var byId = new StakeholderFinder(table, Fields.StakeholderId, stakeholders, people);
        var byName = new StakeholderFinder(table, Fields.Stakeholder, stakeholders, people);
        var roles = new Meanings<(Roles Roles, bool AreKnown)>(table.Column(Fields.Role), row => RoleNames.Parse(table.Text(row, Fields.Role)));
        foreach (var row in table.DataRows())
        {
            var id = ids.Value(row);
            if (ids.IsMissing(id))
            {
                table.LeaveOut(row, DiagnosticCatalog.MissingRequired, "no activity id", Fields.ActivityId, "the row names no activity", "expected an id of activities.csv");
            }
            else if (named.Find(id) is not (>= 0 and var activity))
            {
                table.LeaveOut(row, DiagnosticCatalog.UnknownActivity, "unknown activity", Fields.ActivityId,
                    $"activity {Quote.Value(ids.Text(id))} is not in activities.csv", suggestions.For(ids.Text(id), "expected an id of activities.csv"));
            }
            else if ((byId.IsGiven(row) ? byId : byName).InRow(row).Number is >= 0 and var stakeholder)
            {
                builder.Activities.Participants.Add(new(activity, stakeholder, roles.Of(row).Roles, table.Source(row)));
            }
        }

        byId.Report(builder.Resolution);
        byName.Report(builder.Resolution);
        foreach (var unknown in roles.Seen.Where(seen => !seen.Meaning.AreKnown))
        {
            table.SayOfValue(DiagnosticCatalog.UnknownRole, unknown.FirstRow, Fields.Role, unknown.Rows,
                found => new($"role {found}", "expected lead, co-host, implementing, participant, coordinator, funder or accountable", "counted as participant"));
        }
    }
}
