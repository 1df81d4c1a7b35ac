using GapAnalyzer.Comparing;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Comparing;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Document.Holds;

namespace GapAnalyzer.Reporting.Document;

/// <summary>The numbers of a comparison side by side, each with its basis and what its difference is worth.</summary>
internal static class ComparisonNumbers
{
    private sealed record Row(string Measure, string Before, string After, string Difference, string Worth, bool NeedsTies = true);

    public static Table Table(ComparisonReport report)
    {
        var (comparison, t) = (report.Comparison, report.Texts);
        var (before, after) = (comparison.Before.Headline, comparison.After.Headline);
        var (first, last) = (comparison.First, comparison.Last);
        Row?[] rows =
        [
            RateRow("key.rate", comparison.Rate, t),
            RateRow("key.cross-sector", comparison.CrossRate, t),
            comparison.Gaps is { } gaps ? Count("key.gaps", gaps.Before, gaps.After, t) : null,
            comparison.CrossGaps is { } cross ? Count("compare.key.cross-gaps", cross.Before, cross.After, t) : null,
            Count("compare.key.ties", first.TieCount, last.TieCount, t),
            Number("compare.key.ei", first.Ei, last.Ei, t),
            Number("compare.key.density", first.Density, last.Density, t),
            Count("compare.key.components", first.Components, last.Components, t),
            Count("compare.key.organisations", first.There, last.There, t) with { NeedsTies = false },
            Count("compare.key.activities", first.Activities, last.Activities, t) with { NeedsTies = false },
            Share("key.uncovered-need", before.UncoveredNeedShare, after.UncoveredNeedShare, t),
            Share("key.uncoordinated-need", before.UncoordinatedNeedShare, after.UncoordinatedNeedShare, t),
        ];
        Column<Row>[] columns =
        [
            new("measure", row => row.Measure),
            new("compare-before", row => row.Before, Figures),
            new("compare-after", row => row.After, Figures),
            new("compare-difference", row => row.Difference, Figures),
            new("compare-worth", row => row.Worth),
        ];
        return Column<Row>.Table(report, columns, rows.OfType<Row>().Where(row => report.Measured || !row.NeedsTies));
    }

    /// <summary>"26 %, 12 of 46".</summary>
    /// <param name="se">Its standard error, where there is room for its range.</param>
    public static string Rate(Rate rate, Texts t, double? se = null) => double.IsFinite(rate.Value)
        ? t.Say("compare.rate-cell", ("rate", rate.Value), ("of", Section.Of(rate, t)), ("range", se is { } error ? HeadlineText.GiveOrTake(rate, error, t) : ""))
        : Numbers.Undefined;

    /// <summary>"+5.1 points (give or take 3.0)".</summary>
    public static string Difference(RateChange change, Texts t) => double.IsNaN(change.Range) ? Points(change.Difference, t)
        : t.Say("compare.difference-cell", ("points", Points(change.Difference, t)), ("range", Numbers.Fixed(100 * change.Range, 1, t)));

    private static string Points(double difference, Texts t)
    {
        var size = Numbers.Fixed(Math.Abs(100 * difference), 1, t);
        return double.IsNaN(difference) ? Numbers.Undefined : t.Say("compare.points-cell", ("points", Signed(size, difference)), ("size", size));
    }

    private static Row? RateRow(string key, RateChange change, Texts t) => change.Before.Required + change.After.Required == 0
        ? null
        : new(t.Say(key), Rate(change.Before, t, change.BeforeSe), Rate(change.After, t, change.AfterSe), Difference(change, t), t.Say($"compare.worth.{ComparisonNames.NameOf(change.Move)}"));

    private static Row Count(string key, long before, long after, Texts t) =>
        new(t.Say(key), Numbers.Count(before), Numbers.Count(after), Signed(Numbers.Count(Math.Abs(after - before)), after - before), Numbers.Undefined);

    private static Row Number(string key, double before, double after, Texts t) =>
        new(t.Say(key), Numbers.Index(before, t), Numbers.Index(after, t), Signed(Numbers.Index(Math.Abs(after - before), t), after - before), Numbers.Undefined);

    private static Row? Share(string key, double before, double after, Texts t) => double.IsFinite(before) || double.IsFinite(after)
        ? new(t.Say(key), Numbers.Percent(before, t), Numbers.Percent(after, t), Points(after - before, t), Numbers.Undefined, NeedsTies: false)
        : null;

    /// <summary>With its sign, unless it is nothing as it is written.</summary>
    private static string Signed(string size, double difference) => !size.Any(c => c is >= '1' and <= '9') || double.IsNaN(difference) ? size : difference > 0 ? $"+{size}" : $"\u2212{size}";
}
