using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Document;

/// <summary>2: the gaps that matter most, in words, each with its evidence.</summary>
internal static class GapsSection
{
    private const int WithEvidence = 5;
    private const int MostArenas = 5;
    private const int MostActivities = 3;

    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        yield return new Heading(2, t.Say("gaps.heading"));
        if (!analysis.Measured)
        {
            yield return new Paragraph(t.Say("gaps.not-measured"));
            yield break;
        }

        if (analysis.Gaps.Count == 0)
        {
            yield return new Paragraph(t.Say("gaps.none"));
            yield break;
        }

        yield return new Paragraph(t.Say("gaps.text", ("gaps", analysis.Headline.Coordination.Gaps), ("meeting", HeadlineText.Meeting(analysis, t))));
        foreach (var block in Findings.Blocks(report, FindingText.IsAboutPairs))
            yield return block;
        foreach (var chart in Section.Charts(report, ReportPart.Gaps))
            yield return chart;
        foreach (var block in Ranking(report))
            yield return block;
        yield return new Heading(3, t.Say("evidence.heading", ("n", Math.Min(WithEvidence, analysis.Gaps.Count))));
        yield return new Paragraph(t.Say("evidence.text"));
        foreach (var gap in analysis.Gaps.Take(WithEvidence))
        {
            foreach (var block in Evidence(analysis, gap, t))
                yield return block;
        }
    }

    private static IEnumerable<Block> Ranking(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        TableColumn[] columns = [t.Words("a"), t.Words("b"), t.Figures("shared"), t.Figures("requirement"), t.Words("introducers")];
        var rows = analysis.Gaps.Select(IReadOnlyList<Line> (gap) =>
        [
            GapText.Who(analysis, gap.A, t),
            GapText.Who(analysis, gap.B, t),
            Numbers.Count(gap.SharedArenas),
            Numbers.Text(gap.Requirement),
            gap.Introducers.Count == 0 ? Numbers.Undefined : GapText.Names(analysis, gap.Introducers, t),
        ]);
        return [new Heading(3, t.Say("ranking.heading")), .. Section.TopTable(report, columns, rows, "gaps.csv", analysis.Headline.Coordination.Gaps)];
    }

    private static IEnumerable<Block> Evidence(Analysis analysis, Gap gap, Texts t)
    {
        yield return new Paragraph(
        [
            new Strong(t.Say("evidence.pair", ("a", analysis.Name(gap.A)), ("b", analysis.Name(gap.B)))),
            new Plain(t.Say("evidence.summary", ("arenas", GapText.Arenas(analysis, gap.SharedArenas, t)), ("link", GapText.Link(analysis, gap, t)))),
        ]);
        var items = gap.Evidence.Take(MostArenas).Select(evidence => Arena(analysis, gap, evidence, t)).ToList();
        if (gap.Evidence.Count > MostArenas)
            items.Add(t.Say("evidence.more", ("n", gap.Evidence.Count - MostArenas)));
        yield return new Bullets(items);
    }

    /// <summary>"Protection, Sindh, 2024: A in a12 (activities.csv:7); B in a15 (activities.csv:9)".</summary>
    private static Line Arena(Analysis analysis, Gap gap, GapEvidence evidence, Texts t)
    {
        var where = ArenaText.Of(analysis, evidence.Arena, t);
        return
        [
            new Plain(where + ": "),
            .. Side(analysis, analysis.Of(gap.A).ShortName, evidence.ActivitiesA, t),
            new Plain("; "),
            .. Side(analysis, analysis.Of(gap.B).ShortName, evidence.ActivitiesB, t),
        ];
    }

    private static IEnumerable<Inline> Side(Analysis analysis, string name, IReadOnlyList<ActivityEvidence> activities, Texts t)
    {
        yield return new Plain(t.Say("evidence.side", ("name", name)) + " ");
        foreach (var (i, evidence) in activities.Take(MostActivities).Index())
        {
            if (i > 0)
                yield return new Plain(", ");
            yield return new Code(analysis.Of(evidence.Activity).Id);
            yield return new Plain($" ({string.Join(", ", evidence.Sources.Take(MostActivities).Select(analysis.Dataset.Cite))})");
        }

        if (activities.Count > MostActivities)
            yield return new Plain(" " + t.Say("evidence.more-activities", ("n", activities.Count - MostActivities)));
    }
}
