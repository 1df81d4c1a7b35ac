using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>One organisation: where it is active by which rows, whom it meets and is tied to, its gaps, and what its place in the network means.</summary>
internal static class StakeholderExplanation
{
    /// <param name="Sector">The other sector.</param>
    /// <param name="Required">Its organisations that this one meets.</param>
    /// <param name="Satisfied">Those of them that it has a tie with.</param>
    private sealed record Toward(SectorId Sector, int Required, int Satisfied);

    private sealed record Stakeholder(
        Inquiry Inquiry, StakeholderSummary Summary, IReadOnlyList<(Arena Arena, ActivityEvidence Evidence)> Presence, IReadOnlyList<Toward> Towards,
        IReadOnlyList<(StakeholderId A, StakeholderId B)> Ties, ILookup<(StakeholderId A, StakeholderId B), TieRecord> Records, IReadOnlyList<GapRow> Gaps)
    {
        public Analysis Analysis => Inquiry.Analysis;

        public Texts T => Inquiry.Texts;
    }

    public static Explanation Of(Inquiry inquiry, StakeholderId id)
    {
        var stakeholder = Find(inquiry, id);
        return new(
            "stakeholder", Answer(stakeholder),
            [.. Active(stakeholder), .. BySector(stakeholder), .. TiesOf(stakeholder), .. GapBlocks.Of(inquiry, stakeholder.Gaps), .. Structure(stakeholder)],
            json => Write(json, stakeholder));
    }

    private static Stakeholder Find(Inquiry inquiry, StakeholderId id)
    {
        var analysis = inquiry.Analysis;
        StakeholderId[] all = [.. Enumerable.Range(0, analysis.Ties.N).Select(i => new StakeholderId(i))];
        var towards = all.Where(other => analysis.Requirement.Of(id, other).Shared > 0).GroupBy(other => analysis.Of(other).Sector).OrderBy(sector => sector.Key.Index)
            .Select(sector => new Toward(sector.Key, sector.Count(), sector.Count(other => analysis.Ties.AreTied(id, other))));
        return new(
            inquiry,
            analysis.Stakeholders[id.Index],
            [.. PresenceRows.Of(analysis, _ => true, other => other == id)[id]],
            [.. towards],
            [.. analysis.Ties.Of(id.Index).ToArray().Select(j => j > id.Index ? (id, new StakeholderId(j)) : (new StakeholderId(j), id))],
            TieRecords.Between(analysis, [id], all),
            GapList.GapsAmong(analysis, gap => gap.A == id || gap.B == id));
    }

    private static string Answer(Stakeholder stakeholder) => stakeholder.T.Say(
        stakeholder.Analysis.Measured ? "explain.stakeholder" : "explain.stakeholder.unmeasured",
        ("name", GapText.Who(stakeholder.Analysis, stakeholder.Summary.Stakeholder, stakeholder.T)),
        ("activities", stakeholder.Summary.Activities), ("arenas", stakeholder.Summary.Arenas), ("required", stakeholder.Summary.Rate.Required),
        ("satisfied", stakeholder.Summary.Rate.Satisfied), ("rate", stakeholder.Summary.Rate.Value), ("gaps", stakeholder.Summary.Rate.Gaps));

    private static IEnumerable<Block> Active(Stakeholder stakeholder)
    {
        var (analysis, t) = (stakeholder.Analysis, stakeholder.T);
        return
        [
            new Heading(2, t.Say("explain.stakeholder.active")),
            .. stakeholder.Presence.Count == 0 ? [new Paragraph(t.Say("explain.stakeholder.nowhere"))] : Array.Empty<Block>(),
            .. EvidenceText.List(
                [.. stakeholder.Presence.GroupBy(item => item.Arena)],
                arena => ArenaText.Of(analysis, arena.Key, t) + t.Say("colon") + EvidenceText.Activities(analysis, [.. arena.Select(item => item.Evidence)], t),
                t),
        ];
    }

    private static IEnumerable<Block> BySector(Stakeholder stakeholder)
    {
        var (analysis, t) = (stakeholder.Analysis, stakeholder.T);
        if (stakeholder.Towards.Count == 0)
            return [];
        return
        [
            new Heading(2, t.Say("explain.stakeholder.towards")),
            new Table(
                [t.Words("sector"), t.Figures("meets"), .. analysis.Measured ? [t.Figures("tied"), t.Figures("gaps")] : Array.Empty<TableColumn>()],
                [.. stakeholder.Towards.Select(IReadOnlyList<Line> (toward) =>
                [
                    analysis.Name(toward.Sector), Numbers.Count(toward.Required),
                    .. analysis.Measured ? [Numbers.Count(toward.Satisfied), Numbers.Count(toward.Required - toward.Satisfied)] : Array.Empty<Line>(),
                ])]),
        ];
    }

    private static IEnumerable<Block> TiesOf(Stakeholder stakeholder) => stakeholder.Ties.Count == 0
        ? []
        :
        [
            new Heading(2, stakeholder.T.Say("explain.ties", ("n", stakeholder.Ties.Count))),
            .. EvidenceText.List(
                [.. stakeholder.Ties.OrderByDescending(tie => stakeholder.Analysis.Ties.StrengthOf(tie.A, tie.B))],
                tie => TieText.Line(stakeholder.Analysis, stakeholder.Analysis.Ties, tie, stakeholder.Records[tie], stakeholder.T), stakeholder.T),
        ];

    /// <summary>Each measure of its place in the network, and what it says of this organisation.</summary>
    private static IEnumerable<Block> Structure(Stakeholder stakeholder)
    {
        var (t, s) = (stakeholder.T, stakeholder.Summary);
        if (!stakeholder.Analysis.Measured)
            return [];
        (string Key, string Value)[] measures =
        [
            ("degree", Numbers.Count(s.Degree)), ("strength", Numbers.Text(s.Strength, t)), ("ei", Numbers.Index(s.EiIndex, t)),
            ("between", Whole(s.Between)), ("exclusive", Whole(s.Exclusive)), ("cut_off", Whole(s.CutOff)), ("betweenness", Numbers.Percent(s.Betweenness, t)),
            ("closeness", Numbers.Index(s.Closeness, t)), ("eigenvector", Numbers.Index(s.Eigenvector, t)), ("clustering", Numbers.Percent(s.Clustering, t)),
            ("constraint", Numbers.Index(s.Constraint, t)), ("effective_size", Numbers.Text(s.EffectiveSize, t)), ("coreness", Whole(s.Coreness)),
        ];
        return
        [
            new Heading(2, t.Say("explain.structure")),
            new Table(
                [t.Words("measure"), t.Figures("value"), t.Words("meaning")],
                [.. measures.Select(IReadOnlyList<Line> (measure) => [t.Say($"explain.measure.{measure.Key}"), measure.Value, t.Say($"explain.measure.{measure.Key}.meaning")])]),
        ];
    }

    private static string Whole(long? value) => value is { } number ? Numbers.Count(number) : Numbers.Undefined;

    private static void Write(Utf8JsonWriter json, Stakeholder stakeholder)
    {
        var analysis = stakeholder.Analysis;
        json.WriteStartObject("stakeholder");
        JsonStakeholders.Stakeholder(json, analysis, stakeholder.Summary);
        json.WriteEndObject();
        JsonEvidence.Presence(json, analysis, stakeholder.Presence);
        json.WriteObjects("by_sector", stakeholder.Towards, toward =>
        {
            json.WriteString("sector", analysis.Name(toward.Sector));
            json.WriteNumber("required", toward.Required);
            json.WriteNumberOrNull("satisfied", analysis.Measured ? toward.Satisfied : null);
        });
        JsonEvidence.Ties(json, analysis, analysis.Ties, stakeholder.Ties, stakeholder.Records);
        json.WriteObjects("gaps", stakeholder.Gaps, gap => JsonGaps.Row(json, analysis, gap));
    }
}
