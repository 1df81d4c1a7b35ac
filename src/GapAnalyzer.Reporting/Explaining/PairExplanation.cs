using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>Two organisations: where they meet, what R is the sum of, whether they are tied and by which rows, and what would close the gap.</summary>
internal static class PairExplanation
{
    /// <summary>Meetings proposed.</summary>
    private const int MostMeetings = 3;

    private sealed record Pair(Inquiry Inquiry, Gap Gap, bool Tied, int? Rank, ArenaNeeds Needs, IReadOnlyList<TieRecord> Records)
    {
        public Analysis Analysis => Inquiry.Analysis;

        public Texts T => Inquiry.Texts;

        public bool Meet => Gap.SharedArenas > 0;

        public bool IsGap => Meet && !Tied && Analysis.Measured;

        public string Names(string key, params ReadOnlySpan<(string, object)> more) =>
            T.Say(key, [("a", GapText.Who(Analysis, Gap.A, T)), ("b", GapText.Who(Analysis, Gap.B, T)), .. more]);
    }

    public static Explanation Of(Inquiry inquiry, StakeholderId one, StakeholderId other)
    {
        var pair = Find(inquiry, one.Index < other.Index ? one : other, one.Index < other.Index ? other : one);
        return new("pair", Answer(pair), [.. Meeting(pair), .. Tie(pair), .. Between(pair), .. Closing(pair), .. Sectors(pair)], json => Write(json, pair));
    }

    private static Pair Find(Inquiry inquiry, StakeholderId a, StakeholderId b)
    {
        var analysis = inquiry.Analysis;
        var (shared, weight) = analysis.Requirement.Of(a, b);
        var row = new GapRow(a, b, analysis.AreCross(a, b), weight, shared);
        var rank = GapList.AllGaps(analysis).Index().Where(gap => gap.Item == row).Select(gap => (int?)gap.Index + 1).FirstOrDefault();
        return new(inquiry, GapList.Describe(analysis, [row])[0], analysis.Ties.AreTied(a, b), rank, ArenaNeeds.Of(analysis), [.. TieRecords.Between(analysis, [a], [b])[(a, b)]]);
    }

    private static string Answer(Pair pair)
    {
        var arenas = GapText.Arenas(pair.Analysis, pair.Gap.SharedArenas, pair.T);
        var counted = pair.Records.Count(record => record.Standing == RecordStanding.Counted);
        return (pair.Meet, pair.Tied) switch
        {
            (true, _) when !pair.Analysis.Measured => pair.Names("explain.pair.unmeasured", ("arenas", arenas)),
            (true, true) => pair.Names("explain.pair.tied", ("arenas", arenas), ("n", counted)),
            (true, false) => pair.Rank is { } rank
                ? pair.Names("explain.pair.gap", ("arenas", arenas), ("rank", rank), ("gaps", pair.Analysis.Headline.Coordination.Gaps))
                : pair.Names("explain.pair.gap-unranked", ("arenas", arenas)),
            (false, true) => pair.Names("explain.pair.excess", ("n", counted)),
            _ => pair.Names("explain.pair.apart"),
        };
    }

    private static IEnumerable<Block> Meeting(Pair pair)
    {
        var (analysis, t) = (pair.Analysis, pair.T);
        if (!pair.Meet)
            yield break;
        yield return new Heading(2, t.Say("explain.pair.where"));
        yield return new Paragraph(t.Say("chart.meeting", ("meeting", HeadlineText.Meeting(analysis, t))));
        yield return new Paragraph(double.IsFinite(pair.Needs.Mean)
            ? t.Say("explain.pair.sum-need", ("r", pair.Gap.Requirement), ("mean", pair.Needs.Mean), ("n", pair.Gap.SharedArenas))
            : t.Say("explain.pair.sum", ("r", pair.Gap.Requirement), ("n", pair.Gap.SharedArenas)));
        foreach (var evidence in pair.Gap.Evidence.Take(EvidenceText.Most))
        {
            var need = pair.Needs[evidence.Arena];
            var key = double.IsFinite(need.Need) ? "explain.pair.arena-need" : "explain.pair.arena";
            yield return new Bullets([t.Say(key, ("arena", ArenaText.Of(analysis, evidence.Arena, t)), ("weight", need.Weight), ("need", need.Need))]);
            foreach (var (who, activities) in new[] { (pair.Gap.A, evidence.ActivitiesA), (pair.Gap.B, evidence.ActivitiesB) })
            {
                yield return new Paragraph("    " + t.Say("explain.side", ("name", analysis.Of(who).ShortName),
                    ("activities", EvidenceText.Activities(analysis, activities, t))));
            }
        }

        if (pair.Gap.Evidence.Count > EvidenceText.Most)
            yield return new Paragraph(t.Say("explain.more", ("n", pair.Gap.Evidence.Count - EvidenceText.Most)));
    }

    private static IEnumerable<Block> Tie(Pair pair)
    {
        var (analysis, t) = (pair.Analysis, pair.T);
        var counted = pair.Records.Where(record => record.Standing == RecordStanding.Counted).ToArray();
        var others = pair.Records.Where(record => record.Standing != RecordStanding.Counted).ToArray();
        return
        [
            new Heading(2, t.Say("explain.pair.tie")),
            new Paragraph(counted.Length == 0
                ? t.Say("explain.pair.no-record", ("evidence", t.Say($"ties.{Naming.NameOf(analysis.Options.Ties)}")))
                : t.Say("explain.pair.records", ("n", counted.Length), ("strength", analysis.Ties.StrengthOf(pair.Gap.A, pair.Gap.B)))),
            .. EvidenceText.List(counted, record => EvidenceText.Record(analysis, record, t), t),
            .. others.Length == 0 ? Array.Empty<Block>() : [new Paragraph(t.Say("explain.pair.not-counted"))],
            .. EvidenceText.List(others, record => EvidenceText.Record(analysis, record, t), t),
        ];
    }

    private static IEnumerable<Block> Between(Pair pair)
    {
        var (analysis, t, gap) = (pair.Analysis, pair.T, pair.Gap);
        if (pair.Tied || !analysis.Measured)
            return [];
        return
        [
            new Heading(2, t.Say("explain.pair.between")),
            new Paragraph(gap.Path.Count == 0
                ? t.Say("explain.pair.no-path")
                : t.Say("explain.pair.path", ("n", gap.Path.Count - 1), ("path", string.Join(" - ", gap.Path.Select(id => analysis.Name(id)))))),
            .. gap.Introducers.Count == 0 ? Array.Empty<Block>() : [new Paragraph(t.Say("explain.pair.introducers", ("n", gap.Introducers.Count)))],
            .. EvidenceText.List(gap.Introducers, id => t.Say(
                "explain.pair.introducer",
                ("name", GapText.Who(analysis, id, t)),
                ("a", analysis.Of(gap.A).ShortName), ("strength_a", analysis.Ties.StrengthOf(id, gap.A)),
                ("b", analysis.Of(gap.B).ShortName), ("strength_b", analysis.Ties.StrengthOf(id, gap.B))), t),
        ];
    }

    private static IEnumerable<Block> Closing(Pair pair)
    {
        var (analysis, t, gap) = (pair.Analysis, pair.T, pair.Gap);
        if (!pair.IsGap)
            return [];
        List<string> ways = [t.Say("explain.close.record")];
        if (analysis.Of(gap.A).StandsForSector || analysis.Of(gap.B).StandsForSector)
            ways.Add(t.Say("explain.close.stand-in"));
        else if (gap.Introducers.Count > 0)
            ways.Add(t.Say("explain.close.introduce", ("name", analysis.Name(gap.Introducers[0]))));
        if ((analysis.Options.Ties & TieKinds.Joint) != 0)
            ways.AddRange(Meetings(pair).Select(meeting => MeetingText(pair, meeting)));
        if ((analysis.Options.Ties & TieKinds.Declared) != 0)
            ways.Add(t.Say("explain.close.try", ("command", pair.Inquiry.Command("what-if", "--add-tie", $"{Quoted(analysis.Id(gap.A))}:{Quoted(analysis.Id(gap.B))}"))));
        return [new Heading(2, t.Say("explain.close")), new Bullets([.. ways.Select(Line.FromString)])];
    }

    private static string MeetingText(Pair pair, ScenarioMeeting meeting) => meeting.IsTooLarge
        ? pair.T.Say("explain.close.meeting-too-large", ("where", WhatIfText.Where(pair.Analysis, meeting, pair.T)), ("n", meeting.Attendees.Count), ("limit", meeting.Limit))
        : pair.T.Say(
            "explain.close.meeting",
            ("where", WhatIfText.Where(pair.Analysis, meeting, pair.T)), ("n", meeting.Attendees.Count), ("closed", Gaps(pair.Analysis, meeting.Attendees)),
            ("command", pair.Inquiry.Command("what-if", "--hold", Venue(pair.Analysis, meeting))));

    /// <summary>Meetings in the themes and places that the two share, those that close most first.</summary>
    private static IEnumerable<ScenarioMeeting> Meetings(Pair pair)
    {
        if (pair.Analysis.Of(pair.Gap.A).StandsForSector || pair.Analysis.Of(pair.Gap.B).StandsForSector)
            return [];
        var venues = pair.Gap.Evidence.Select(evidence => new MeetingNames(pair.Analysis.Name(evidence.Arena.Theme), pair.Analysis.Name(evidence.Arena.Place))).Distinct();
        return ScenarioResolving.Of(new([], [.. venues], []), pair.Analysis, null).Meetings
            .OrderByDescending(meeting => meeting.IsTooLarge ? 0 : Gaps(pair.Analysis, meeting.Attendees)).Take(MostMeetings);
    }

    private static int Gaps(Analysis analysis, IReadOnlyList<StakeholderId> among) => among.Index().Sum(a =>
        among.Skip(a.Index + 1).Count(b => analysis.Requirement.Of(a.Item, b).Shared > 0 && !analysis.Ties.AreTied(a.Item, b)));

    private static string Venue(Analysis analysis, ScenarioMeeting meeting) => $"{Quoted(analysis.Name(meeting.Theme))}:{Quoted(analysis.Name(meeting.Place))}";

    /// <summary>A name with a colon in it goes into double quotes.</summary>
    private static string Quoted(string name) => name.AsSpan().ContainsAny(':', '"') ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    private static IEnumerable<Block> Sectors(Pair pair)
    {
        var sectors = GapText.SectorPair(pair.Analysis, pair.Gap, pair.T).Trim();
        return sectors.Length == 0 || !pair.Analysis.Measured
            ? []
            :
            [
                new Heading(2, pair.T.Say("explain.pair.sectors")),
                new Paragraph(sectors),
                new Paragraph(pair.T.Say("explain.try", ("command", pair.Inquiry.Command("explain", "--sectors", pair.Analysis.Sector(pair.Gap.A), pair.Analysis.Sector(pair.Gap.B))))),
            ];
    }

    private static void Write(Utf8JsonWriter json, Pair pair)
    {
        json.WriteBoolean("is_gap", pair.IsGap);
        json.WriteNumberOrNull("rank", pair.Rank);
        json.WriteStartObject("pair");
        JsonGaps.Gap(json, pair.Analysis, pair.Gap);
        json.WriteEndObject();
        json.WriteNumberOrNull("mean_need", pair.Needs.Mean);
        json.WriteObjects("weights", pair.Gap.Evidence, evidence =>
        {
            json.WriteNumberOrNull("need", pair.Needs[evidence.Arena].Need);
            json.WriteNumberOrNull("weight", pair.Needs[evidence.Arena].Weight);
        });
        json.WriteStartObject("tie");
        json.WriteBoolean("tied", pair.Tied);
        json.WriteNumberOrNull("strength", pair.Analysis.Ties.StrengthOf(pair.Gap.A, pair.Gap.B));
        JsonEvidence.Records(json, pair.Analysis, pair.Records);
        json.WriteEndObject();
        json.WriteObjects("meetings_that_close_it", pair.IsGap && (pair.Analysis.Options.Ties & TieKinds.Joint) != 0 ? Meetings(pair) : [], meeting =>
        {
            json.WriteString("theme", pair.Analysis.Name(meeting.Theme));
            json.WriteString("place", pair.Analysis.Name(meeting.Place));
            json.WriteNumber("participants", meeting.Attendees.Count);
            json.WriteNumber("gaps_closed", meeting.IsTooLarge ? 0 : Gaps(pair.Analysis, meeting.Attendees));
        });
    }
}
