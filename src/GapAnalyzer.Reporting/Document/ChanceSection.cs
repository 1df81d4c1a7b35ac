using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>3, continued: is a pair of sectors under-coordinated, or is it chance? Expected beside observed, and a verdict that claims no more.</summary>
internal static class ChanceSection
{
    public static IEnumerable<Block> Blocks(Report report)
    {
        var (analysis, t) = (report.Analysis, report.Texts);
        var tests = analysis.SectorTests;
        var pairs = analysis.SectorPairs.Where(pair => pair.IsCross && pair.Rate.Required > 0)
            .OrderBy(pair => analysis.TestOf(pair).Verdict)
            .ThenBy(pair => analysis.TestOf(pair).Deciding.Ratio)
            .ToArray();
        if (!analysis.Measured || !analysis.Has(AnalysisParts.Models) || pairs.Length == 0)
            return [];
        var together = tests.Mode == VerdictTieMode.Clique;
        return
        [
            new Heading(3, t.Say("against.heading")),
            new Paragraph(t.Say($"against.{Naming.NameOf(tests.Mode)}", ("named", tests.ActivitiesNamingInitiator), ("joint", tests.JointActivities))),
            new Paragraph(t.Say(together ? "against.text-together" : "against.text", ("under", tests.Material), ("over", tests.MaterialOver))),
            new Paragraph(Summary(tests, pairs.Length, t)),
            new Paragraph(t.Say("against.columns")),
            .. Section.TopTable(report, Columns(analysis, t), pairs, "sector_pairs.csv"),
            new Paragraph(t.Say("against.models", ("shuffles", tests.Shuffles), ("seed", tests.Seed))),
            .. tests.Pairs.Any(pair => pair.Labels.Method == LabelMethod.Normal) ? [new Paragraph(t.Say("against.normal"))] : Array.Empty<Block>(),
        ];
    }

    private static string Summary(SectorTests tests, int meeting, Texts t)
    {
        int Count(Verdict verdict) => tests.Pairs.Count(pair => pair.Verdict == verdict);
        return tests.Tested == 0
            ? t.Say(Count(Verdict.TooFewToTell) == meeting ? "against.all-too-few" : "against.nothing-tested")
            : t.Say(
                "against.summary",
                ("meeting", meeting),
                ("tested", tests.Tested),
                ("under", Count(Verdict.Under)),
                ("over", Count(Verdict.Over)),
                ("as-expected", Count(Verdict.AsExpected)));
    }

    private static Column<SectorPairSummary>[] Columns(Analysis analysis, Texts t) =>
    [
        new("sector", pair => analysis.Name(pair.A)),
        new("other-sector", pair => analysis.Name(pair.B)),
        new("verdict", pair => t.Say($"verdict.{Naming.SnakeCase(analysis.TestOf(pair).Verdict.ToString())}")),
        new("pairs", pair => Numbers.Count(pair.Rate.Required), Figures),
        new(analysis.SectorTests.Mode == VerdictTieMode.Clique ? "together" : "tied-here", pair => Numbers.Count(analysis.TestOf(pair).Counted), Figures),
        new("expected", pair => Numbers.Fixed(analysis.TestOf(pair).Deciding.Expected, 1, t), Figures),
        new("ratio", pair => Numbers.Index(analysis.TestOf(pair).Deciding.Ratio, t), Figures),
        new("detectable", pair => Detectable(analysis.TestOf(pair).Deciding.DetectableRatio, t), Figures),
        new("q", pair => Numbers.Chance(analysis.TestOf(pair).Deciding.Q, t), Figures),
    ];

    /// <summary>0 means that not even a pair without any tie could have been told.</summary>
    private static string Detectable(double ratio, Texts t) => ratio > 0 ? Numbers.Index(ratio, t) : Numbers.Undefined;
}
