using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Comparing;

/// <summary>From two datasets, or from windows of one, to what changed.</summary>
public static class Comparer
{
    /// <summary>Two datasets, read together with <see cref="DatasetReader.ReadTogether"/>.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    /// <param name="options">Choices for both; what is left open is taken from the later dataset, then from the defaults.</param>
    /// <param name="cancellation">Looked at once per stakeholder in the long loops.</param>
    /// <param name="progress">Told the name of each step as it starts.</param>
    public static Comparison OfDatasets(Dataset before, Dataset after, AnalysisOptions options, CancellationToken cancellation, IProgress<string>? progress = null)
    {
        var effective = options.WithDefaults(after.Defaults);
        var own = options.WithDefaults(before.Defaults);
        var (first, last) = (Analyse(before, effective), Analyse(after, effective));
        progress?.Report("changes");
        var names = NameUnion.Of(before, after);
        var titles = before.Title == after.Title ? (null, null) : (before.Title, after.Title);
        return Compare(
            first, last, names,
            Side.Build(titles.Item1 ?? "", before, effective, first.TieEvidence != TieKinds.None, names.Stakeholders.OfBefore, names.Stakeholders.Count, cancellation),
            Side.Build(titles.Item2 ?? "", after, effective, last.TieEvidence != TieKinds.None, names.Stakeholders.OfAfter, names.Stakeholders.Count, cancellation),
            [],
            [
                .. own.Period != effective.Period ? ["period"] : Array.Empty<string>(),
                .. own.PlaceLevel != effective.PlaceLevel ? ["place-level"] : Array.Empty<string>(),
                .. own.MaxJointParticipants != effective.MaxJointParticipants ? ["max-joint-participants"] : Array.Empty<string>(),
            ],
            cancellation);

        Analysis Analyse(Dataset dataset, AnalysisOptions chosen) => Analysis.Run(dataset, chosen, cancellation, progress);
    }

    /// <summary>Windows of one dataset: the series of them, and the last against the first.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="windows">Two or more by time; null: every period.</param>
    /// <param name="options">Choices; what is left open is taken from the dataset, then from the defaults.</param>
    /// <exception cref="InputException">A named window holds no activity, or there are no periods to compare.</exception>
    public static Comparison OfWindows(
        Dataset dataset, IReadOnlyList<TimeWindow>? windows, AnalysisOptions options, CancellationToken cancellation, IProgress<string>? progress = null)
    {
        var effective = options.WithDefaults(dataset.Defaults);
        var named = windows is not null;
        windows ??= TimeWindow.Every(dataset, effective);
        var measured = TieNetwork.Build(dataset, effective).Evidence != TieKinds.None;
        var names = NameUnion.Of(dataset, dataset);
        progress?.Report("windows");
        var series = new List<SeriesPoint>();
        Side? first = null, last = null;
        foreach (var window in windows)
        {
            var side = Side.Build(window.Label, dataset, In(window), measured, names.Stakeholders.OfAfter, names.Stakeholders.Count, cancellation);
            if (named && side.Activities == 0)
                throw new InputException($"--periods: no activity lies in '{window.Label}'; {Dates(dataset)}");
            series.Add(Point(window, last, side));
            (first, last) = (first ?? side, side);
        }

        var (earliest, latest) = (Analysis.Run(dataset, In(windows[0]), cancellation, progress), Analysis.Run(dataset, In(windows[^1]), cancellation, progress));
        progress?.Report("changes");
        return Compare(earliest, latest, names, first!, last!, series, [], cancellation);

        AnalysisOptions In(TimeWindow window) => effective with { From = window.First, To = window.Last };
    }

    private static string Dates(Dataset dataset)
    {
        var dates = dataset.Activities.Select(activity => activity.Dates).OfType<DateSpan>().ToList();
        return dates.Count == 0
            ? "no activity has a date"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the dated ones lie from {dates.Min(date => date.First):yyyy-MM-dd} to {dates.Max(date => date.Last):yyyy-MM-dd}");
    }

    private static SeriesPoint Point(TimeWindow window, Side? previous, Side side)
    {
        var changes = previous is not null && side.Measured ? PairTally.Of(previous, side, null) : null;
        return new(
            window, side.There, side.Activities, side.TieCount, side.Rate, side.RateSe, side.CrossRate, side.CrossSe, side.Ei, side.Density, side.Components,
            changes?.Ties, changes?.Gaps);
    }

    private static Comparison Compare(
        Analysis before, Analysis after, NameUnion names, Side first, Side last, IReadOnlyList<SeriesPoint> series, IReadOnlyList<string> overruled, CancellationToken cancellation)
    {
        var comparability = ComparabilityOf(before, after, first, last);
        var changes = comparability == Comparability.Full ? PairTally.Of(first, last, names) : null;
        var left = Enumerable.Range(0, first.IsThere.Length).Where(i => first.IsThere[i] && !last.IsThere[i]).ToList();
        var arrived = Enumerable.Range(0, first.IsThere.Length).Where(i => !first.IsThere[i] && last.IsThere[i]).ToList();
        return new()
        {
            Before = before,
            After = after,
            First = first,
            Last = last,
            Names = names,
            Comparability = comparability,
            Series = series,
            Trends = Trend.Of(series),
            Rate = RateChange.Of((first.Rate, first.RateSe, first.Parts), (last.Rate, last.RateSe, last.Parts)),
            CrossRate = RateChange.Of((first.CrossRate, first.CrossSe, first.CrossParts), (last.CrossRate, last.CrossSe, last.CrossParts)),
            Ties = changes?.Ties,
            Gaps = changes?.Gaps,
            CrossGaps = changes?.CrossGaps,
            SectorPairs = SectorPairs(before, after, names, first, last, changes?.BySectors),
            Cells = CellChanges.Of(before, after, names, comparability),
            Left = left,
            Arrived = arrived,
            Doubts = NameDoubts.Of(before.Dataset, after.Dataset, names, left, arrived, cancellation),
            OverruledSettings = overruled,
        };
    }

    private static Comparability ComparabilityOf(Analysis before, Analysis after, Side first, Side last) => (first.Measured, last.Measured) switch
    {
        (false, false) => Comparability.NothingMeasured,
        (false, true) => Comparability.NotMeasuredBefore,
        (true, false) => Comparability.NotMeasuredAfter,
        _ => before.Unplaced.AbsentDimensions.SequenceEqual(after.Unplaced.AbsentDimensions) ? Comparability.Full : Comparability.OtherDimensions,
    };

    private static List<SectorPairChange> SectorPairs(
        Analysis before, Analysis after, NameUnion names, Side first, Side last, IReadOnlyDictionary<(int A, int B), GapFlow>? flows)
    {
        var (sectors, later) = (SectorMap.From(before.Dataset), SectorMap.From(after.Dataset));
        var earlierPairs = ByNumbers(before, names.Sectors.OfBefore);
        var laterPairs = ByNumbers(after, names.Sectors.OfAfter);
        return
        [
            .. earlierPairs.Keys.Union(laterPairs.Keys).Order().Select(key =>
            {
                var (b, a) = (earlierPairs.GetValueOrDefault(key), laterPairs.GetValueOrDefault(key));
                return new SectorPairChange(
                    key.A, key.B,
                    RateChange.Of(Of(first, b.Pair, sectors), Of(last, a.Pair, later)),
                    b.Pair is null ? Verdict.NotMeasured : b.Verdict,
                    a.Pair is null ? Verdict.NotMeasured : a.Verdict,
                    flows is null ? null : flows.GetValueOrDefault(key) ?? new());
            }),
        ];

        static (Rate Rate, double Se, IEnumerable<(int Number, Rate Rate)> Parts) Of(Side side, SectorPairSummary? pair, SectorMap sectors) =>
            pair is null ? (side.Of(default), double.NaN, []) : (side.Of(pair.Rate), pair.Range.Se, side.PartsOf(pair, sectors));
    }

    /// <summary>The pairs of different known sectors that meet, by the numbers of their sectors, and their verdicts.</summary>
    private static Dictionary<(int A, int B), (SectorPairSummary Pair, Verdict Verdict)> ByNumbers(Analysis analysis, int[] numberOf) => analysis.SectorPairs
        .Zip(analysis.SectorTests.Pairs, (pair, test) => (Pair: pair, test.Verdict))
        .Where(one => one.Pair.IsCross && one.Pair.Rate.Required > 0)
        .ToDictionary(one => (numberOf[one.Pair.A.Index], numberOf[one.Pair.B.Index]) is var (s, t) && s < t ? (s, t) : (t, s));
}
