using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Comparing;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>What became of the missing links before, where those after come from, and what became of the ties.</summary>
internal static class ComparisonGapsSection
{
    /// <summary>Pairs listed of each kind.</summary>
    private const int Listed = 10;

    public static IEnumerable<Block> Blocks(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        var heading = new Heading(2, t.Say("compare.gaps.heading"));
        if (comparison.Gaps is not { } gaps || comparison.CrossGaps is not { } cross || comparison.Ties is not { } ties)
            return [heading, new Paragraph(ComparisonText.WhyNot(comparison, t)!)];
        Column<GapFate>[] columns =
        [
            new("compare-fate", fate => t.Say($"compare.fate-row.{ComparisonNames.NameOf(fate)}")),
            new("compare-all", fate => Numbers.Count(gaps[fate]), Figures),
            new("compare-across", fate => Numbers.Count(cross[fate]), Figures),
        ];
        return
        [
            heading,
            .. ComparisonText.Gaps(comparison, t).Select(sentence => new Paragraph(sentence)),
            .. Section.Chart(report, GapFlowChart.Definition.Id),
            Column<GapFate>.Table(report, columns, [GapFate.Persisting, .. GapFlow.Gone, .. GapFlow.Come]),
            .. Listing(report, GapFate.Closed, pair => pair.RequirementBefore, gaps[GapFate.Closed]),
            .. Listing(report, GapFate.Opened, pair => pair.RequirementAfter, gaps[GapFate.Opened]),
            .. Listing(report, GapFate.Persisting, pair => pair.RequirementAfter, gaps[GapFate.Persisting]),
            new Heading(2, t.Say("compare.ties.heading")),
            new Paragraph(ComparisonText.Ties(comparison, ties, t)),
            .. double.IsNaN(ties.JaccardAmongStaying) ? Array.Empty<Block>() : [new Paragraph(t.Say("compare.ties.staying", ("jaccard", Numbers.Index(ties.JaccardAmongStaying, t)), ("kept", ties.KeptAmongStaying), ("n", ties.AmongStaying)))],
        ];
    }

    /// <summary>The pairs of one kind that had or have most to coordinate, those across sectors first.</summary>
    private static IEnumerable<Block> Listing(ComparisonReport report, GapFate fate, Func<PairChange, double> weight, long count)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        if (count == 0)
            return [];
        Column<PairChange>[] columns =
        [
            new("a", pair => comparison.Who(pair.A, t)),
            new("b", pair => comparison.Who(pair.B, t)),
            new("requirement", pair => Numbers.Text(weight(pair), t), Figures),
        ];
        var first = comparison.Pairs.Where(pair => pair.Gap == fate)
            .OrderByDescending(pair => comparison.Names.AreCross(comparison.Names.SectorsOf(pair))).ThenByDescending(weight).Take(Listed).ToList();
        return
        [
            new Heading(3, t.Say($"compare.list.{ComparisonNames.NameOf(fate)}")),
            Column<PairChange>.Table(report, columns, first) with { File = "pairs.csv" },
            .. Section.More(report, count - first.Count, "pairs.csv"),
        ];
    }
}
