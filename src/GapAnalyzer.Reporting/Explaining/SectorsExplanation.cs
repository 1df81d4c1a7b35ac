using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>Two sectors, or one with itself: members, what is required and tied, each model, and which rule gave the verdict.</summary>
internal static class SectorsExplanation
{
    private sealed record Sectors(
        Inquiry Inquiry, SectorPairSummary Summary, SectorPairTest Test, IReadOnlyList<GapRow> Gaps, IReadOnlyList<(StakeholderId A, StakeholderId B)> Ties,
        ILookup<(StakeholderId A, StakeholderId B), TieRecord> Records)
    {
        public Analysis Analysis => Inquiry.Analysis;

        public Texts T => Inquiry.Texts;

        public bool IsWithin => Summary.A == Summary.B;

        public StakeholderId[] MembersOf(SectorId sector) => [.. Members(Analysis, sector)];
    }

    public static Explanation Of(Inquiry inquiry, SectorId one, SectorId other)
    {
        var sectors = Find(inquiry, one.Index < other.Index ? one : other, one.Index < other.Index ? other : one);
        return new("sectors", Answer(sectors), [.. MembersOf(sectors), .. Chance(sectors), .. GapBlocks.Of(inquiry, sectors.Gaps), .. TiesOf(sectors)], json => Write(json, sectors));
    }

    private static IEnumerable<StakeholderId> Members(Analysis analysis, SectorId sector) =>
        analysis.Dataset.Stakeholders.Index().Where(stakeholder => stakeholder.Item.Sector == sector).Select(stakeholder => new StakeholderId(stakeholder.Index));

    private static Sectors Find(Inquiry inquiry, SectorId a, SectorId b)
    {
        var analysis = inquiry.Analysis;
        var summary = analysis.SectorPairs.First(pair => pair.A == a && pair.B == b);
        bool Between(StakeholderId i, StakeholderId j) => (analysis.Of(i).Sector, analysis.Of(j).Sector) is var pair && (pair == (a, b) || pair == (b, a));
        var ties = Members(analysis, a).SelectMany(i => analysis.Ties.Of(i.Index).ToArray().Select(j => new StakeholderId(j)).Where(j => Between(i, j)).Select(j => i.Index < j.Index ? (i, j) : (j, i)))
            .Distinct().OrderBy(tie => (tie.Item1.Index, tie.Item2.Index));
        return new(
            inquiry, summary, analysis.TestOf(summary), GapList.GapsAmong(analysis, gap => Between(gap.A, gap.B)), [.. ties],
            TieRecords.Between(analysis, Members(analysis, a), Members(analysis, b)));
    }

    private static string Answer(Sectors sectors)
    {
        var (analysis, t, rate) = (sectors.Analysis, sectors.T, sectors.Summary.Rate);
        (string, object)[] facts =
        [
            ("a", analysis.Name(sectors.Summary.A)), ("b", analysis.Name(sectors.Summary.B)), ("required", rate.Required), ("satisfied", rate.Satisfied),
            ("rate", rate.Value), ("range", HeadlineText.GiveOrTake(rate, sectors.Summary.Range.Se, t)), ("gaps", rate.Gaps),
        ];
        var said = t.Say(!rate.Measured ? "explain.sectors.unmeasured" : rate.Required == 0 ? "explain.sectors.apart" : sectors.IsWithin ? "explain.sectors.within" : "explain.sectors.between", facts);
        return rate.Measured && rate.Required > 0 && !sectors.IsWithin ? said + " " + t.Say($"verdict.{Naming.SnakeCase(sectors.Test.Verdict.ToString())}.sentence") : said;
    }

    private static IEnumerable<Block> MembersOf(Sectors sectors)
    {
        var (analysis, t) = (sectors.Analysis, sectors.T);
        return
        [
            new Heading(2, t.Say("explain.sectors.members")),
            .. new[] { sectors.Summary.A, sectors.Summary.B }.Distinct().Select(sector => sectors.MembersOf(sector)).Select((ids, s) => new Paragraph(t.Say(
                "explain.sectors.sector",
                ("sector", analysis.Name(s == 0 ? sectors.Summary.A : sectors.Summary.B)), ("n", ids.Length),
                ("names", Listing.Of(ids.Select(id => analysis.Name(id)), EvidenceText.Most, t))))),
            new Paragraph(t.Say("explain.sectors.possible", ("possible", sectors.Summary.Possible), ("required", sectors.Summary.Rate.Required), ("ties", sectors.Summary.Ties))),
        ];
    }

    private static IEnumerable<Block> Chance(Sectors sectors)
    {
        var (analysis, t, test) = (sectors.Analysis, sectors.T, sectors.Test);
        if (!analysis.Measured || sectors.Summary.Rate.Required == 0)
            return [];
        return
        [
            new Heading(2, t.Say("explain.sectors.chance")),
            new Paragraph(t.Say($"against.{Naming.NameOf(analysis.SectorTests.Mode)}", ("named", analysis.SectorTests.ActivitiesNamingInitiator), ("joint", analysis.SectorTests.JointActivities))),
            new Table(
                [t.Words("model"), t.Figures("counted"), t.Figures("expected"), t.Figures("ratio"), t.Figures("z"), t.Figures("p"), t.Figures("q")],
                [.. Models(test).Select(IReadOnlyList<Line> (model) =>
                [
                    t.Say($"explain.model.{model.Name}"), Numbers.Count(model.Counted), Numbers.Fixed(model.Test.Expected, 1, t), Numbers.Index(model.Counted / model.Test.Expected, t),
                    Numbers.Index(model.Test.Z, t), Numbers.Chance(model.Test.P, t), Numbers.Chance(model.Test.Q, t),
                ])]),
            new Paragraph(t.Say("explain.verdict", ("verdict", Verdict(test, t)), ("reason", Reason(sectors)))),
        ];
    }

    private static string Verdict(SectorPairTest test, Texts t) => t.Say($"verdict.{Naming.SnakeCase(test.Verdict.ToString())}");

    private static IEnumerable<(string Name, long Counted, ModelTest Test)> Models(SectorPairTest test) =>
    [
        .. test.Company is { } company ? [("company", company.Together, (ModelTest)company)] : Array.Empty<(string, long, ModelTest)>(),
        ("homophily", test.VerdictTies, test.Homophily),
        ("activity", test.VerdictTies, test.Activity),
        ("labels", test.VerdictTies, test.Labels),
    ];

    /// <summary>Which rule gave the verdict, with the numbers that met it.</summary>
    private static string Reason(Sectors sectors)
    {
        var (tests, test) = (sectors.Analysis.SectorTests, sectors.Test);
        var key = $"explain.verdict.{Naming.SnakeCase(test.Verdict.ToString())}";
        if (test.Verdict == Nulls.Verdict.NotTestable)
            key += sectors.IsWithin ? ".within" : !sectors.Summary.Known ? ".unknown" : ".alone";
        return sectors.T.Say(
            key,
            ("counted", test.Counted), ("expected", test.Deciding.Expected), ("ratio", test.Deciding.Ratio), ("q", test.Deciding.Q), ("q_over", test.Deciding.QOver),
            ("under", tests.Material), ("over", tests.MaterialOver), ("none", test.Deciding.None), ("detectable", test.Deciding.DetectableRatio),
            ("sectors", string.Join(sectors.T.Say("list.comma"), tests.WithoutTies.Where(sector => sector.Sector == test.A || sector.Sector == test.B).Select(sector => sectors.Analysis.Name(sector.Sector)))));
    }

    private static IEnumerable<Block> TiesOf(Sectors sectors) => sectors.Ties.Count == 0
        ? []
        :
        [
            new Heading(2, sectors.T.Say("explain.ties", ("n", sectors.Ties.Count))),
            .. EvidenceText.List(sectors.Ties, tie => TieText.Line(sectors.Analysis, sectors.Analysis.Ties, tie, sectors.Records[tie], sectors.T), sectors.T),
        ];

    private static void Write(Utf8JsonWriter json, Sectors sectors)
    {
        var analysis = sectors.Analysis;
        json.WriteStartObject("sector_pair");
        JsonSectors.Pair(json, analysis, sectors.Summary);
        json.WriteEndObject();
        json.WriteTextOrNull("verdict_because", analysis.Measured && sectors.Summary.Rate.Required > 0 ? Reason(sectors) : null);
        json.WriteTexts("members_a", sectors.MembersOf(sectors.Summary.A).Select(id => analysis.Id(id)));
        json.WriteTexts("members_b", sectors.MembersOf(sectors.Summary.B).Select(id => analysis.Id(id)));
        json.WriteObjects("gaps", sectors.Gaps, gap => JsonGaps.Row(json, analysis, gap));
        JsonEvidence.Ties(json, analysis, analysis.Ties, sectors.Ties, sectors.Records);
    }
}
