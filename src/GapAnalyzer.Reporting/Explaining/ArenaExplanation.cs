using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>A theme in a place: who is there by which rows, ties and groups among them, and why it has this status and no other.</summary>
internal static class ArenaExplanation
{
    private sealed record Arenas(
        Inquiry Inquiry, Cell Cell, IReadOnlyList<StakeholderId> Members, ILookup<StakeholderId, (Arena Arena, ActivityEvidence Evidence)> Presence,
        TieNetwork Network, IReadOnlyList<(StakeholderId A, StakeholderId B)> Ties, ILookup<(StakeholderId A, StakeholderId B), TieRecord> Records,
        IReadOnlyList<GapRow> Gaps, IReadOnlyList<IReadOnlyList<StakeholderId>> Groups, IReadOnlyList<SourceRow> NeedRows, IReadOnlyList<SourceRow> ExpectationRows)
    {
        public Analysis Analysis => Inquiry.Analysis;

        public Texts T => Inquiry.Texts;

        public string Where => ArenaText.Of(Analysis, new(Cell.Theme, Cell.Place, Period.All), T);
    }

    /// <exception cref="InputException">No activity, need or expectation is about this theme or this place.</exception>
    public static Explanation Of(Inquiry inquiry, ThemeId? theme, PlaceId? place)
    {
        var arena = Find(inquiry, theme, place);
        return new("arena", Answer(arena), [.. Status(arena), .. Present(arena), .. Ties(arena), .. GapBlocks.Of(inquiry, arena.Gaps), .. Sources(arena)], json => Write(json, arena));
    }

    private static Arenas Find(Inquiry inquiry, ThemeId? theme, PlaceId? place)
    {
        var analysis = inquiry.Analysis;
        var cell = analysis.Cells.FirstOrDefault(cell => cell.Theme == theme && cell.Place == place)
            ?? throw new InputException($"no activity that counts here, no need and no expectation is about {Quote.Value(analysis.Name(theme))} and {Quote.Value(analysis.Name(place))}, so that the report has no status for them; tables/cells.csv of a report lists those it has");
        var presence = PresenceRows.OfCell(analysis, cell);
        StakeholderId[] members = [.. presence.Select(group => group.Key).OrderBy(id => id.Index)];
        var set = members.ToHashSet();
        var network = analysis.TiesIn(cell);
        var ties = members.SelectMany(i => network.Of(i.Index).ToArray().Select(j => new StakeholderId(j)).Where(j => j.Index > i.Index && set.Contains(j)).Select(j => (i, j)));
        return new(
            inquiry, cell, members, presence, network, [.. ties], TieRecords.Between(analysis, members, members, cell),
            GapList.GapsAmong(analysis, gap => set.Contains(gap.A) && set.Contains(gap.B)),
            LinkedGroups.Among(network, members), CellSources.Needs(analysis, cell), CellSources.Expectations(analysis, cell));
    }

    private static string Answer(Arenas arena) => arena.T.Say(
        "explain.arena", ("where", arena.Where), ("status", CellText.Status(arena.Cell.Status, arena.T)), ("definition", CellText.Definition(arena.Cell.Status, arena.T)));

    private static IEnumerable<Block> Status(Arenas arena)
    {
        var (t, cell, measured) = (arena.T, arena.Cell, arena.Analysis.Measured);
        List<Line> facts = [t.Say("explain.arena.present", ("n", cell.Stakeholders), ("sectors", cell.Sectors), ("activities", cell.Activities))];
        if (measured && cell.Stakeholders > 1)
            facts.Add(t.Say("explain.arena.tied", ("ties", arena.Ties.Count), ("cross", cell.CrossSectorTies), ("groups", arena.Groups.Count), ("share", cell.LargestComponentShare)));
        facts.Add(double.IsNaN(cell.Need) ? t.Say("explain.arena.no-need") : t.Say("explain.arena.need", ("need", cell.Need), ("unit", t.Say($"explain.unit.{Naming.NameOf(cell.NeedUnit)}"))));
        if (cell.Expected)
            facts.Add(t.Say("explain.arena.expected", ("names", Names(arena, cell.ExpectedSectors)), ("missing", cell.MissingSectors.Count == 0 ? t.Say("explain.nobody") : Names(arena, cell.MissingSectors))));
        return
        [
            new Heading(2, t.Say("explain.arena.why")),
            new Bullets(facts),
            new Table(
                [t.Words("status"), t.Words("applies"), t.Words("because")],
                [.. Rules(arena).Select(IReadOnlyList<Line> (rule) =>
                [
                    CellText.Status(rule.Status, t), t.Say(rule.Conditions.All(condition => condition.Holds) ? "yes" : "no"),
                    string.Join(t.Say("list.comma"), Because(rule.Conditions).Select(condition => t.Say($"explain.status.{condition.Name}{(condition.Holds ? "" : ".not")}"))),
                ])]),
        ];
    }

    private static IReadOnlyList<(CellStatus Status, IReadOnlyList<StatusRules.Condition> Conditions)> Rules(Arenas arena) =>
        StatusRules.Of(arena.Cell, arena.Members.All(id => arena.Analysis.Dataset.SectorOf(id).Known), arena.Analysis.Measured);

    /// <summary>All conditions of the status that applies; of another the first that fails.</summary>
    private static IEnumerable<StatusRules.Condition> Because(IReadOnlyList<StatusRules.Condition> conditions) =>
        conditions.All(condition => condition.Holds) ? conditions : conditions.Where(condition => !condition.Holds).Take(1);

    private static string Names(Arenas arena, IEnumerable<SectorId> sectors) => string.Join(arena.T.Say("list.comma"), sectors.Select(sector => arena.Analysis.Name(sector)));

    private static IEnumerable<Block> Present(Arenas arena) => arena.Members.Count == 0
        ? []
        :
        [
            new Heading(2, arena.T.Say("explain.arena.who", ("n", arena.Members.Count))),
            .. EvidenceText.List(
                arena.Members,
                id => GapText.Who(arena.Analysis, id, arena.T) + arena.T.Say("colon")
                    + EvidenceText.Activities(arena.Analysis, [.. arena.Presence[id].Select(item => item.Evidence).DistinctBy(evidence => evidence.Activity)], arena.T),
                arena.T),
        ];

    private static IEnumerable<Block> Ties(Arenas arena)
    {
        var (analysis, t) = (arena.Analysis, arena.T);
        if (!analysis.Measured || arena.Members.Count < 2)
            return [];
        return
        [
            new Heading(2, t.Say("explain.arena.ties", ("n", arena.Ties.Count))),
            .. EvidenceText.List(arena.Ties, tie => TieText.Line(analysis, arena.Network, tie, arena.Records[tie], t), t),
            new Heading(2, t.Say("explain.arena.groups", ("n", arena.Groups.Count))),
            .. EvidenceText.List(arena.Groups, group => Listing.Of(group.Select(id => analysis.Name(id)), EvidenceText.Most, t), t),
        ];
    }

    private static IEnumerable<Block> Sources(Arenas arena)
    {
        var t = arena.T;
        if (arena.NeedRows.Count + arena.ExpectationRows.Count == 0)
            yield break;
        yield return new Heading(2, t.Say("explain.arena.sources"));
        if (arena.NeedRows.Count > 0)
            yield return new Paragraph(t.Say("explain.arena.need-rows", ("rows", EvidenceText.Rows(arena.Analysis, arena.NeedRows, t))));
        if (arena.ExpectationRows.Count > 0)
            yield return new Paragraph(t.Say("explain.arena.expectation-rows", ("rows", EvidenceText.Rows(arena.Analysis, arena.ExpectationRows, t))));
    }

    private static void Write(Utf8JsonWriter json, Arenas arena)
    {
        var analysis = arena.Analysis;
        json.WriteStartObject("cell");
        JsonCoverage.Cell(json, analysis, arena.Cell);
        json.WriteEndObject();
        json.WriteObjects("status_rules", Rules(arena), rule =>
        {
            json.WriteString("status", Naming.NameOf(rule.Status));
            json.WriteBoolean("applies", rule.Conditions.All(condition => condition.Holds));
            json.WriteObjects("conditions", rule.Conditions, condition => json.WriteBoolean(condition.Name, condition.Holds));
        });
        json.WriteObjects("present", arena.Members, id =>
        {
            json.WriteString("id", analysis.Id(id));
            json.WriteString("sector", analysis.Sector(id));
            JsonEvidence.Presence(json, analysis, arena.Presence[id]);
        });
        JsonEvidence.Ties(json, analysis, arena.Network, arena.Ties, arena.Records);
        json.WriteStartArray("groups");
        foreach (var group in arena.Groups)
        {
            json.WriteStartArray();
            foreach (var id in group)
                json.WriteStringValue(analysis.Id(id));
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteObjects("gaps", arena.Gaps, gap => JsonGaps.Row(json, analysis, gap));
        json.WriteTexts("need_sources", arena.NeedRows.Select(analysis.Dataset.Cite));
        json.WriteTexts("expectation_sources", arena.ExpectationRows.Select(analysis.Dataset.Cite));
    }
}
