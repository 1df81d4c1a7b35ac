using GapAnalyzer.Domain;
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
    private const int MostOfTitle = 72;

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
        yield return new Bullets(Evidence(analysis, gap, t));
    }

    /// <summary>The first arenas that the two share, each with what put them there, and how many more there are.</summary>
    internal static IReadOnlyList<Line> Evidence(Analysis analysis, Gap gap, Texts t) =>
    [
        .. gap.Evidence.Take(MostArenas).Select(evidence => Arena(analysis, gap, evidence, t)),
        .. gap.Evidence.Count > MostArenas ? [t.Say("evidence.more", ("n", gap.Evidence.Count - MostArenas))] : Array.Empty<Line>(),
    ];

    /// <summary>"Protection, Sindh, 2024: A in a12, a14 (activities.csv:7, 9); B in a15 (activities.csv:8)".</summary>
    private static Line Arena(Analysis analysis, Gap gap, GapEvidence evidence, Texts t) =>
    [
        new Plain(ArenaText.Of(analysis, evidence.Arena, t) + t.Say("colon")),
        .. Side(analysis, analysis.Name(gap.A), evidence.ActivitiesA, t),
        new Plain(t.Say("list.semicolon")),
        .. Side(analysis, analysis.Name(gap.B), evidence.ActivitiesB, t),
    ];

    /// <summary>What it does there, each title once however many rows repeat it, and the rows.</summary>
    private static IEnumerable<Inline> Side(Analysis analysis, string name, IReadOnlyList<ActivityEvidence> activities, Texts t)
    {
        yield return new Plain(t.Say("evidence.side", ("name", name)) + " ");
        var shown = activities.Take(MostActivities).ToArray();
        var called = shown.Select(evidence => Called(analysis.Of(evidence.Activity))).OfType<Inline>().Distinct().ToArray();
        foreach (var (i, activity) in called.Index())
        {
            if (i > 0)
                yield return new Plain(", ");
            yield return activity;
        }

        var rows = analysis.Dataset.Cite(shown.SelectMany(evidence => evidence.Sources.Take(MostActivities)));
        if (rows.Length > 0)
            yield return new Plain(called.Length == 0 ? rows : $" ({rows})");
        if (activities.Count > shown.Length)
            yield return new Plain(" " + t.Say("evidence.more-activities", ("n", activities.Count - shown.Length)));
    }

    /// <summary>The id; the title where the id was made from the row, which the reader does not know; nothing where there is neither.</summary>
    private static Inline? Called(Activity activity) =>
        !activity.HasMadeId ? new Code(activity.Id) : activity.Title is { Length: > 0 } title ? new Plain(Short(title)) : null;

    /// <summary>Titles of tables can be whole paragraphs: the beginning tells them apart.</summary>
    private static string Short(string title)
    {
        if (title.Length <= MostOfTitle)
            return title;
        var end = title.LastIndexOf(' ', MostOfTitle);
        return end > 0 ? title[..end] + " …" : string.Concat(title.EnumerateRunes().Take(MostOfTitle)) + "…";
    }
}
