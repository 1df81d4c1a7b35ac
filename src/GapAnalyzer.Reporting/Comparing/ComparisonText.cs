using GapAnalyzer.Comparing;
using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Comparing;

/// <summary>What changed, in sentences that claim no more than their numbers.</summary>
public static class ComparisonText
{
    /// <summary>Windows whose lengths differ by more than a tenth are not alike.</summary>
    private const double AlikeLength = 0.1;

    /// <summary>A chance below this is worth a word.</summary>
    private const double Level = 0.05;

    /// <summary>Of what, and from when to when.</summary>
    public static string Title(Comparison comparison, Texts t) => t.Say(
        comparison.First.Label.Length > 0 ? "compare.title" : "compare.title-alike",
        ("title", comparison.Title), ("before", comparison.Before(t)), ("after", comparison.After(t)));

    /// <summary>The answer: coordination, missing links, ties, who came and went, coverage, verdicts, and what makes it doubtful.</summary>
    public static IReadOnlyList<string> Lines(Comparison comparison, Texts t) =>
    [
        .. Measured(comparison, t),
        Organisations(comparison, t),
        .. Cells(comparison, t),
        .. Trends(comparison, t),
        .. Caveats(comparison, t),
    ];

    /// <summary>What to know before the numbers are believed.</summary>
    public static IEnumerable<string> Caveats(Comparison comparison, Texts t)
    {
        if (comparison.Comparability == Comparability.Full && comparison.Before.TieEvidence != comparison.After.TieEvidence)
            yield return t.Say("compare.other-evidence", ("before", t.Say($"ties.{comparison.Before.EvidenceName}")), ("after", t.Say($"ties.{comparison.After.EvidenceName}")));
        if (comparison.OfWindows && Days(comparison.Series[0]) is var first && Days(comparison.Series[^1]) is var last && Math.Abs(first - last) > AlikeLength * Math.Max(first, last))
            yield return t.Say("compare.other-length", ("before", first), ("after", last));
        if (comparison.Doubts.Count > 0)
            yield return t.Say("compare.doubts", ("n", comparison.Doubts.Count), ("left", comparison.Name(comparison.Doubts[0].Left)), ("arrived", comparison.Name(comparison.Doubts[0].Arrived)));
        if (comparison.Moved > 0)
            yield return t.Say("compare.moved", ("n", comparison.Moved));
        if (comparison.OverruledSettings.Count > 0)
            yield return t.Say("compare.overruled", ("settings", Listing.Of(comparison.OverruledSettings, comparison.OverruledSettings.Count, t)), ("n", comparison.OverruledSettings.Count));
        if (comparison.OfWindows && comparison.After.Dataset.Activities.Count(activity => activity.Dates is null) is > 0 and var undated)
            yield return t.Say("compare.undated", ("n", undated));
    }

    /// <summary>"Across sectors 26 % (12 of 46) before, 31 % (20 of 64) after.", and whether the difference is more than its range.</summary>
    internal static string Rate(Comparison comparison, string key, RateChange change, Texts t)
    {
        if (change.Move == RateMove.Undefined)
            return t.Say($"{key}.undefined");
        var sentence = t.Say(
            key, ("before", comparison.Before(t)), ("after", comparison.After(t)), ("from", change.Before.Value), ("to", change.After.Value),
            ("satisfied", change.Before.Satisfied), ("required", change.Before.Required), ("now", change.After.Satisfied), ("of", change.After.Required));
        return $"{sentence} {Move(change, t)}";
    }

    /// <summary>The difference in points and whether it is more than leaving single organisations out moves it.</summary>
    internal static string Move(RateChange change, Texts t) => t.Say(
        $"compare.move.{ComparisonNames.NameOf(change.Move)}",
        ("points", Numbers.Fixed(Math.Abs(100 * change.Difference), 1, t)),
        ("range", Numbers.Fixed(100 * change.Range, 1, t)));

    /// <summary>Why ties and missing links are not compared; null where they are.</summary>
    internal static string? WhyNot(Comparison comparison, Texts t) => comparison.Comparability == Comparability.Full
        ? null
        : t.Say($"compare.not.{Naming.SnakeCase(comparison.Comparability.ToString())}", ("before", comparison.Before(t)), ("after", comparison.After(t)));

    /// <summary>What became of the missing links before, and where those after come from.</summary>
    internal static IEnumerable<string> Gaps(Comparison comparison, Texts t)
    {
        if (comparison.Gaps is not { } gaps)
            yield break;
        yield return t.Say(gaps.Before == 0 ? "compare.gaps-before-none" : "compare.gaps-before",
            ("n", gaps.Before), ("label", comparison.Before(t)), ("parts", Parts(gaps, [.. GapFlow.Gone, GapFate.Persisting], t)));
        yield return t.Say(gaps.ComeCount == 0 ? "compare.gaps-after-none" : "compare.gaps-after",
            ("n", gaps.After), ("label", comparison.After(t)), ("new", gaps.ComeCount), ("parts", Parts(gaps, GapFlow.Come, t)));
    }

    internal static string Ties(Comparison comparison, TieFlow ties, Texts t) => t.Say(
        double.IsNaN(ties.Jaccard) ? "compare.ties-none" : "compare.ties",
        ("n", ties.Kept + ties.Lost), ("before", comparison.Before(t)), ("kept", ties.Kept), ("lost", ties.Lost), ("new", ties.New),
        ("leaving", Because("left", ties.LostByLeaving, t)), ("arriving", Because("arrived", ties.NewByArrival, t)), ("jaccard", Numbers.Index(ties.Jaccard, t)));

    internal static string Organisations(Comparison comparison, Texts t) => t.Say(
        "compare.organisations",
        ("stayed", comparison.Stayed), ("left", comparison.Left.Count), ("arrived", comparison.Arrived.Count), ("before", comparison.Before(t)), ("after", comparison.After(t)));

    private static string Parts(GapFlow gaps, IEnumerable<GapFate> fates, Texts t) =>
        All(fates.Where(fate => gaps[fate] > 0).Select(fate => t.Say($"compare.part.{ComparisonNames.NameOf(fate)}", ("n", gaps[fate]))), t);

    private static string All(IEnumerable<string> parts, Texts t) => Listing.Of(parts, int.MaxValue, t);

    /// <summary>" (3 because an organisation left)"; nothing where there are none.</summary>
    private static string Because(string what, long n, Texts t) => n == 0 ? "" : " " + t.Say($"compare.because-{what}", ("n", n));

    private static IEnumerable<string> Measured(Comparison comparison, Texts t)
    {
        if (WhyNot(comparison, t) is { } why)
        {
            yield return why;
            yield break;
        }

        var across = comparison.CrossRate.Before.Required + comparison.CrossRate.After.Required > 0;
        if (across)
            yield return Rate(comparison, "compare.cross-rate", comparison.CrossRate, t);
        if (!across || comparison.CrossRate.Move == RateMove.Undefined)
            yield return Rate(comparison, "compare.rate", comparison.Rate, t);
        foreach (var sentence in Gaps(comparison, t))
            yield return sentence;
        yield return Ties(comparison, comparison.Ties!.Value, t);
        var verdicts = comparison.SectorPairs.Where(pair => pair.VerdictChanged && (pair.Before == Verdict.Under || pair.After == Verdict.Under)).ToList();
        if (verdicts.Count > 0)
        {
            yield return t.Say(
                "compare.verdicts", ("n", verdicts.Count), ("under", verdicts.Count(pair => pair.After == Verdict.Under)), ("no-longer", verdicts.Count(pair => pair.Before == Verdict.Under)));
        }
    }

    private static IEnumerable<string> Cells(Comparison comparison, Texts t)
    {
        var all = comparison.Cells;
        if (all.Count == 0)
            yield break;
        (string Kind, int Count)[] kinds =
        [
            ("coordinated", comparison.Comparability == Comparability.Full ? all.Count(cell => cell.After == CellStatus.Coordinated) : 0),
            ("no-longer", comparison.Comparability == Comparability.Full ? all.Count(cell => cell.Before == CellStatus.Coordinated) : 0),
            ("entered", all.Count(cell => IsEmpty(cell.Before) && !IsEmpty(cell.After))),
            ("empty", all.Count(cell => IsEmpty(cell.After) && !IsEmpty(cell.Before))),
        ];
        var parts = kinds.Where(kind => kind.Count > 0).Select(kind => t.Say($"compare.cells.{kind.Kind}", ("n", kind.Count))).ToList();
        yield return t.Say(
            parts.Count == 0 ? "compare.cells-other" : "compare.cells",
            ("n", all.Count), ("where", CellText.Where(comparison.After, all.Count, t)), ("parts", All(parts, t)));
    }

    internal static bool IsEmpty(CellStatus status) => status is CellStatus.Uncovered or CellStatus.NeedUnknownNonePresent or CellStatus.NotNeeded;

    private static IEnumerable<string> Trends(Comparison comparison, Texts t) =>
        comparison.Trends.Where(trend => trend.Number == (comparison.CrossRate.After.Required > 0 ? "cross_sector_rate" : "coordination_rate")).Select(trend => Trend(comparison, trend, t));

    /// <summary>Whether a number rises or falls over the windows, where that is tested.</summary>
    internal static string Trend(Comparison comparison, Trend trend, Texts t)
    {
        var number = t.Say($"compare.number.{trend.Number}");
        if (trend.Test is not { } test)
            return t.Say("compare.trend.few", ("number", number), ("n", comparison.Series.Count));
        return t.Say(
            test.P >= Level ? "compare.trend.none" : test.S > 0 ? "compare.trend.rises" : "compare.trend.falls",
            ("number", number), ("n", test.N), ("tau", Numbers.Index(test.Tau, t)), ("p", test.P));
    }

    private static int Days(SeriesPoint point) => point.Window.Days;
}
