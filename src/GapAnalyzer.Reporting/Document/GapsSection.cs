using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>2: the gaps that matter most, in words, each with its evidence.</summary>
internal static class GapsSection
{
    private const int WithEvidence = 5;
    private const int MostArenas = 4;
    private const int MostActivities = 3;

    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var heading = new Heading(2, t.Say("gaps.heading"));
        if (!analysis.Measured)
            return [heading, new Paragraph(t.Say("gaps.not-measured"))];
        if (analysis.Headline.Coordination.Gaps == 0)
            return [heading, new Paragraph(t.Say(analysis.Headline.Coordination.Required == 0 ? "gaps.none-meet" : "gaps.none"))];
        var foremost = GapText.Foremost(analysis, WithEvidence);
        return
        [
            heading,
            new Paragraph(t.Say(
                analysis.Headline.CrossSector.Gaps > 0 ? "gaps.text" : "gaps.text-within",
                ("gaps", analysis.Headline.Coordination.Gaps),
                ("meeting", HeadlineText.Meeting(analysis, t)))),
            .. foremost.SelectMany(gap => Foremost(analysis, gap, t)),
            .. foremost.Take(1).Select(gap => new Paragraph([new Plain(t.Say("gaps.explain") + " "), new Code(ShellWord.Line("gap-analyzer", "explain", "DATASET", "--pair", analysis.Id(gap.A), analysis.Id(gap.B)))])),
            .. Section.Chart(report, "gap-ranking"),
            .. Findings.Blocks(report, finding => FindingText.IsAboutOrganisations(finding) && finding.Code != FindingText.MissingLinkCode),
            .. Ranking(report),
        ];
    }

    private static IEnumerable<Block> Ranking(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var weighted = analysis.Headline.NeedUnit != NeedUnit.None;
        Column<Gap>[] columns =
        [
            new("a", gap => GapText.Who(analysis, gap.A, t)),
            new("b", gap => GapText.Who(analysis, gap.B, t)),
            .. weighted ? [new("requirement", gap => Numbers.Fixed(gap.Requirement, 2, t), Figures)] : Array.Empty<Column<Gap>>(),
            new("shared", gap => Numbers.Count(gap.SharedArenas), Figures),
            new("introducers", gap => gap.Introducers.Count == 0 ? Numbers.Undefined : GapText.Names(analysis, gap.Introducers, t)),
        ];
        return
        [
            new Heading(3, t.Say("ranking.heading")),
            new Paragraph(t.Say(weighted ? "ranking.text-need" : "ranking.text")),
            .. Section.TopTable(report, columns, analysis.Gaps, "gaps.csv", analysis.Headline.Coordination.Gaps),
        ];
    }

    /// <summary>A gap in words, how its two sectors fare in general, and the evidence.</summary>
    private static IEnumerable<Block> Foremost(Analysis analysis, Gap gap, Texts t)
    {
        yield return new Paragraph(
        [
            new Strong(t.Say("foremost.pair", ("a", GapText.Who(analysis, gap.A, t)), ("b", GapText.Who(analysis, gap.B, t)))),
            new Plain(t.Say("foremost.summary", ("arenas", GapText.Arenas(analysis, gap.SharedArenas, t)), ("link", GapText.Link(analysis, gap, t)))),
            new Plain(GapText.SectorPair(analysis, gap, t)),
        ]);
        var items = gap.Evidence.Take(MostArenas).Select(evidence => Arena(analysis, gap, evidence, t)).ToList();
        if (gap.Evidence.Count > MostArenas)
            items.Add(t.Say("evidence.more", ("n", gap.Evidence.Count - MostArenas)));
        yield return new Bullets(items);
    }

    /// <summary>"Protection, Sindh, 2024: A in a12 (activities.csv:7); B in a15 (activities.csv:9)".</summary>
    internal static Line Arena(Analysis analysis, Gap gap, GapEvidence evidence, Texts t) =>
    [
        new Plain(ArenaText.Of(analysis, evidence.Arena, t) + t.Say("colon")),
        .. Side(analysis, analysis.Of(gap.A).ShortName, evidence.ActivitiesA, t),
        new Plain(t.Say("list.semicolon")),
        .. Side(analysis, analysis.Of(gap.B).ShortName, evidence.ActivitiesB, t),
    ];

    private static IEnumerable<Inline> Side(Analysis analysis, string name, IReadOnlyList<ActivityEvidence> activities, Texts t)
    {
        yield return new Plain(t.Say("evidence.side", ("name", name)) + " ");
        foreach (var (i, evidence) in activities.Take(MostActivities).Index())
        {
            if (i > 0)
                yield return new Plain(", ");
            yield return new Code(analysis.Of(evidence.Activity).Id);
            if (evidence.Sources.Count > 0)
                yield return new Plain($" ({string.Join(", ", evidence.Sources.Take(MostActivities).Select(analysis.Dataset.Cite))})");
        }

        if (activities.Count > MostActivities)
            yield return new Plain(" " + t.Say("evidence.more-activities", ("n", activities.Count - MostActivities)));
    }
}
