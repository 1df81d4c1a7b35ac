using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>Resolves the tables of a tidy folder.</summary>
internal sealed class TidyResolver(DatasetBuilder builder, AliasTable aliases, int? yearForMonths)
{
    private readonly StakeholderLookup stakeholders = new(aliases);
    private readonly Dictionary<string, string> activityIds = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Resolves the tables in the order in which they refer to each other.</summary>
    public void Resolve(IReadOnlyDictionary<string, RawTable> tables)
    {
        Each(tables, "stakeholders", Stakeholders);
        stakeholders.Settle(builder);
        Each(tables, "activities", Activities);
        Each(tables, "participations", Participations);
        Companions(tables);
    }

    /// <summary>Makes the stakeholders of wide tables known to the tables beside them.</summary>
    public void KnowStakeholders()
    {
        foreach (var draft in builder.Stakeholders)
            stakeholders.Add(draft, "", draft.Name(aliases), [.. draft.Names.Ordered.Select(name => name.Spelling), .. draft.Acronyms.Ordered.Select(acronym => acronym.Spelling)]);
        stakeholders.Settle(builder);
    }

    /// <summary>Ties, needs and expectations, which a wide dataset may have too.</summary>
    public void Companions(IReadOnlyDictionary<string, RawTable> tables)
    {
        Each(tables, "ties", Ties);
        Each(tables, "needs", Needs);
        Each(tables, "expectations", Expectations);
    }

    private void Each(IReadOnlyDictionary<string, RawTable> tables, string name, Action<TableValues> resolve)
    {
        if (!tables.TryGetValue(name, out var table))
            return;
        var values = new TableValues(table, builder.NextFile, yearForMonths, builder.Diagnostics);
        resolve(values);
        builder.AddFile(values.Describe(name));
    }

    private void Stakeholders(TableValues table)
    {
        var conflicts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in table.DataRows())
        {
            var name = table.Text(row, Fields.Name);
            var id = table.Text(row, Fields.StakeholderId);
            if (name.Length == 0)
            {
                LeaveOut(table, row, DiagnosticCatalog.MissingRequired, "no name", Fields.Name, "the stakeholder has no name", "expected a name");
                continue;
            }

            var draft = builder.Stakeholder(id.Length > 0 ? "id:" + id : Fold.Name(name), id.Length > 0 ? id : null);
            if (!draft.Names.IsEmpty && id.Length > 0 && conflicts.Add(id))
                table.Say(DiagnosticCatalog.ConflictingRows, row, Fields.StakeholderId, $"stakeholder id {Quote.Value(id)} occurs again", "expected one row per id", "the rows were taken for one stakeholder");
            draft.Names.Add(name);
            AddIfGiven(draft.Acronyms, table.Text(row, Fields.Acronym));
            AddIfGiven(draft.Sectors, table.Text(row, Fields.Sector));
            AddIfGiven(draft.Types, table.Text(row, Fields.OrganisationType));
            draft.SeenAt(table.Source(row));
            stakeholders.Add(draft, id, name, [table.Text(row, Fields.Acronym), .. Cells.Split(table.Text(row, Fields.Aliases))]);
        }
    }

    private void Activities(TableValues table)
    {
        foreach (var row in table.DataRows())
        {
            var id = table.Text(row, Fields.ActivityId);
            if (id.Length == 0)
            {
                LeaveOut(table, row, DiagnosticCatalog.MissingRequired, "no activity id", Fields.ActivityId, "the activity has no id", "expected an id");
                continue;
            }

            var theme = table.Text(row, Fields.Theme);
            var content = (
                Theme: theme.Length > 0 ? builder.Themes.Add(theme) : "",
                Place: builder.Places.Add(table.Place(row)),
                Dates: table.Interval(row, table.Date(row, Fields.StartDate), table.Date(row, Fields.EndDate)));
            if (builder.FindActivity(id) is { } seen)
            {
                if (content != (seen.Theme, seen.Place, seen.Dates))
                {
                    LeaveOut(table, row, DiagnosticCatalog.ConflictingRows, "activity id used twice", Fields.ActivityId,
                        $"activity id {Quote.Value(id)} occurs again with another theme, place or date", "expected one row per id");
                    continue;
                }

                seen.Sources.Add(table.Source(row));
                continue;
            }

            var activity = builder.Activity(id);
            activityIds[id] = id;
            (activity.Theme, activity.Place, activity.Dates) = content;
            activity.Title = table.Text(row, Fields.Title) is { Length: > 0 } title ? title : null;
            activity.Sources.Add(table.Source(row));
        }
    }

    private void Participations(TableValues table)
    {
        foreach (var row in table.DataRows())
        {
            var activityId = table.Text(row, Fields.ActivityId);
            var who = table.Text(row, Fields.StakeholderId) is { Length: > 0 } id ? id : table.Text(row, Fields.Stakeholder);
            if (Activity(activityId) is not { } activity)
            {
                LeaveOut(table, row, DiagnosticCatalog.UnknownActivity, "unknown activity", Fields.ActivityId,
                    $"activity {Quote.Value(activityId)} is not in activities.csv", Nearest.Among(activityId, activityIds.Keys) is { Length: > 0 } near ? near.Trim() : "expected an id of activities.csv");
            }
            else if (Find(table, row, Fields.StakeholderId, who) is { } stakeholder)
            {
                var text = table.Text(row, Fields.Role);
                var (role, known) = RoleNames.Parse(text);
                if (!known)
                    table.Say(DiagnosticCatalog.UnknownRole, row, Fields.Role, $"role {Quote.Value(text)}", "expected lead, co-host, implementing, participant, coordinator, funder or accountable", "counted as participant");
                activity.Participants.Add((stakeholder, role, [table.Source(row)]));
                stakeholder.SeenAt(table.Source(row));
            }
        }
    }

    private void Ties(TableValues table)
    {
        foreach (var row in table.DataRows())
        {
            if (Find(table, row, Fields.From, table.Text(row, Fields.From)) is not { } from || Find(table, row, Fields.To, table.Text(row, Fields.To)) is not { } to)
                continue;
            if (from == to)
            {
                LeaveOut(table, row, DiagnosticCatalog.SelfTie, "tie with itself", Fields.To, $"a tie of {Quote.Value(from.Name(aliases))} with itself", "expected two stakeholders");
                continue;
            }

            var strength = table.Number(row, Fields.Strength) ?? 1;
            if (strength == 0)
            {
                LeaveOut(table, row, DiagnosticCatalog.NotANumber, "tie of strength 0", Fields.Strength, "a tie of strength 0", "expected more than 0");
                continue;
            }

            var type = table.Text(row, Fields.Type);
            builder.Ties.Add((from, to, type.Length > 0 ? type : null, strength, table.Date(row, Fields.Since), table.Date(row, Fields.Until), table.Source(row)));
        }
    }

    private void Needs(TableValues table)
    {
        foreach (var row in table.DataRows())
        {
            var place = table.Place(row);
            if (place == PlaceText.None)
            {
                LeaveOut(table, row, DiagnosticCatalog.MissingRequired, "no place", Fields.Admin1Name, "the need has no place", "expected a place");
                continue;
            }

            var theme = table.Text(row, Fields.Theme);
            builder.Needs.Add((theme.Length > 0 ? builder.Themes.Add(theme, 0) : "", builder.Places.Add(place), table.Date(row, Fields.Period),
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
                LeaveOut(table, row, DiagnosticCatalog.MissingRequired, "no theme or sector", Fields.Theme, "the expectation has no theme or no sector", "expected both");
                continue;
            }

            if (place.Length > 0 && !builder.Places.Knows(place))
                builder.Places.Add(PlaceText.None with { Name1 = place });
            builder.Expectations.Add((builder.Themes.Add(theme, 0), sector, place, table.Number(row, Fields.Weight) ?? 1, table.Source(row)));
        }
    }

    private ActivityDraft? Activity(string id) =>
        builder.FindActivity(id) ?? (activityIds.TryGetValue(id, out var other) ? builder.FindActivity(other) : null);

    private StakeholderDraft? Find(TableValues table, int row, string field, string who)
    {
        if (stakeholders.Find(who) is { } found)
            return found;
        var (kind, what) = stakeholders.IsAmbiguous(who)
            ? (DiagnosticCatalog.AmbiguousName, "fits several stakeholders")
            : (DiagnosticCatalog.UnknownStakeholder, "is not in stakeholders.csv");
        LeaveOut(table, row, kind, "unknown stakeholder", field, $"stakeholder {Quote.Value(who)} {what}",
            Nearest.Among(who, stakeholders.Texts) is { Length: > 0 } near ? near.Trim() : "expected an id, name, acronym or alias of stakeholders.csv");
        return null;
    }

    private static void LeaveOut(TableValues table, int row, DiagnosticKind kind, string reason, string field, string found, string expected)
    {
        table.SetAside(reason);
        table.Say(kind, row, field, found, expected, "the row was left out");
    }

    private static void AddIfGiven(Spellings spellings, string text)
    {
        if (text.Length > 0)
            spellings.Add(text);
    }
}

/// <summary>Finds a stakeholder of stakeholders.csv by id, then name, then alias or acronym; never by a text that fits several.</summary>
internal sealed class StakeholderLookup(AliasTable aliases)
{
    private readonly Dictionary<string, StakeholderDraft> byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<StakeholderDraft>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<StakeholderDraft>> byAlias = new(StringComparer.Ordinal);
    private readonly SortedSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>Every id and name, for finding what someone may have meant.</summary>
    public IEnumerable<string> Texts => texts;

    public void Add(StakeholderDraft draft, string id, string name, IEnumerable<string> aliasesOfRow)
    {
        if (id.Length > 0)
            byId.TryAdd(id, draft);
        texts.UnionWith([id, name]);
        Map(byName, name, draft);
        foreach (var alias in aliasesOfRow.Where(alias => alias.Length > 0))
            Map(byAlias, alias, draft);
    }

    /// <summary>Adds the aliases of aliases.csv, whose canonical may be an id or a name.</summary>
    public void Settle(DatasetBuilder builder)
    {
        foreach (var (alias, canonical) in aliases.Entries)
        {
            if (FindFolded(aliases.Resolve(alias), aliases.SpellingOf(canonical) ?? canonical) is { } draft)
                Map(byAlias, alias, draft);
            else
                builder.Diagnostics.Add(DiagnosticCatalog.AliasApplied, "aliases.csv", 0, "", $"alias {Quote.Value(alias)} stands for {Quote.Value(canonical)}", "expected a stakeholder of stakeholders.csv", "the alias was not used");
        }
    }

    public StakeholderDraft? Find(string text) => text.Length == 0 ? null : FindFolded(Fold.Name(text), text);

    public bool IsAmbiguous(string text) => Fold.Name(text) is var folded
        && (byName.GetValueOrDefault(folded)?.Count > 1 || byAlias.GetValueOrDefault(folded)?.Count > 1);

    private StakeholderDraft? FindFolded(string folded, string text) =>
        byId.GetValueOrDefault(text) ?? Only(byName, folded) ?? Only(byAlias, folded);

    private static StakeholderDraft? Only(Dictionary<string, HashSet<StakeholderDraft>> map, string folded) =>
        map.GetValueOrDefault(folded) is { Count: 1 } one ? one.Single() : null;

    private static void Map(Dictionary<string, HashSet<StakeholderDraft>> map, string text, StakeholderDraft draft)
    {
        var folded = Fold.Name(text);
        if (!map.TryGetValue(folded, out var drafts))
            map[folded] = drafts = [];
        drafts.Add(draft);
    }
}
