using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>The headline rate again for every period length and place level: how much the answer depends on what counts as meeting.</summary>
internal static class Sensitivity
{
    public static Measure Measure { get; } = new(
        "sensitivity",
        "Sensitivity of the coordination rate",
        "network",
        "C over period (year, quarter, month, all) x place level (1, 2)",
        "Finer periods and places require fewer pairs and mostly give higher rates; a rate without its arena definition means nothing.",
        "This tool");

    private static readonly int[] Levels = [1, 2];
    private static readonly PeriodGrain[] Grains = [PeriodGrain.Year, PeriodGrain.Quarter, PeriodGrain.Month, PeriodGrain.All];

    public static IReadOnlyList<SensitivityRow> Table(
        Dataset dataset, AnalysisOptions options, TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        // A location without a level serves both: it makes no level 2 of its own.
        var levels = Levels.Where(level => dataset.Activities.Any(activity =>
            activity.PlaceAt(level) is { } place && (level == 1 || dataset.Places[place.Index].Level == level))).ToArray();
        var grains = dataset.Activities.Any(activity => activity.Dates is not null) ? Grains : [PeriodGrain.All];
        return
        [
            .. grains.SelectMany(grain => (levels.Length > 0 ? levels : [1]).Select(level => Row(
                dataset, options with { Period = grain, PlaceLevel = level }, ties, sectors, cancellation))),
        ];
    }

    private static SensitivityRow Row(
        Dataset dataset, AnalysisOptions options, TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        var frame = Frame.Of(dataset, options);
        var presence = Presence.Build(dataset, frame);
        var needWeight = NeedTable.Build(dataset, frame).Weights(presence.Arenas);
        var (all, cross) = Count(presence, needWeight, ties, sectors, cancellation);
        return new(frame.Grain, frame.PlaceLevel, presence.Arenas.Count, all, cross);
    }

    /// <summary>Rates without keeping the required pairs.</summary>
    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="needWeight">Need weight of each arena.</param>
    /// <param name="ties">Ties at any time.</param>
    /// <param name="sectors">Who belongs where.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>Time as <see cref="Requirement"/>; memory O(n).</remarks>
    private static (Rate All, Rate Cross) Count(
        Presence presence, ReadOnlySpan<double> needWeight, TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        var (all, cross) = (new Rate(0, 0, 0, 0, ties.Evidence != TieKinds.None), new Rate(0, 0, 0, 0, ties.Evidence != TieKinds.None));
        var row = new PairAccumulator(presence.N);
        for (var i = 0; i < presence.N; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            row.Clear();
            foreach (var c in presence.ArenasOf(i))
                row.AddAbove(presence.MembersOf(c), i, needWeight[c]);
            row.Sort();
            var neighbours = ties.Of(i);
            foreach (var j in row.Others)
            {
                var (weight, tied) = (row.Weight(j), neighbours.BinarySearch(j) >= 0);
                var pair = new Rate(tied ? 1 : 0, 1, tied ? weight : 0, weight, false);
                all += pair;
                if (sectors.IsCross(i, j))
                    cross += pair;
            }
        }

        return (all, cross);
    }
}
