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

    private const int RowsOfBlock = 256;
    private static readonly int[] Levels = [1, 2];
    private static readonly PeriodGrain[] Grains = [PeriodGrain.Year, PeriodGrain.Quarter, PeriodGrain.Month, PeriodGrain.All];

    /// <param name="dataset">What was read.</param>
    /// <param name="options">Effective options.</param>
    /// <param name="ties">Ties at any time.</param>
    /// <param name="sectors">Who belongs where.</param>
    /// <param name="chosen">The row of these options, which is known.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    public static IReadOnlyList<SensitivityRow> Table(
        Dataset dataset, AnalysisOptions options, TieNetwork ties, SectorMap sectors, SensitivityRow chosen, CancellationToken cancellation)
    {
        // A location without a level serves both: it makes no level 2 of its own.
        var levels = Levels.Where(level => dataset.Activities.Any(activity =>
            activity.PlaceAt(level) is { } place && (level == 1 || dataset.Places[place.Index].Level == level))).ToArray();
        var grains = dataset.Activities.Any(activity => activity.Dates is not null) ? Grains : [PeriodGrain.All];
        return
        [
            .. grains.SelectMany(grain => (levels.Length > 0 ? levels : [1]).Select(level => (grain, level) == (chosen.Period, chosen.PlaceLevel)
                ? chosen
                : Row(dataset, options with { Period = grain, PlaceLevel = level }, ties, sectors, cancellation))),
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

    /// <summary>Rates without keeping the required pairs; blocks of rows in parallel.</summary>
    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="needWeight">Need weight of each arena.</param>
    /// <param name="ties">Ties at any time.</param>
    /// <param name="sectors">Who belongs where.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>Time as <see cref="Requirement"/>; memory O(n) per thread.</remarks>
    private static (Rate All, Rate Cross) Count(
        Presence presence, double[] needWeight, TieNetwork ties, SectorMap sectors, CancellationToken cancellation)
    {
        var sum = new PairSums();
        var blocks = (presence.N + RowsOfBlock - 1) / RowsOfBlock;
        OrderedBlocks.Sum(
            blocks,
            () => new MetRow(presence, needWeight),
            (block, row) =>
            {
                var part = new PairSums();
                for (var i = block * RowsOfBlock; i < Math.Min(presence.N, (block + 1) * RowsOfBlock); i++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    row.MeetAbove(i);
                    ties.Mark(i, row.TiedTo, i);
                    part.Add(i, row, i, sectors);
                }

                return part;
            },
            sum.Add,
            cancellation);
        var measured = ties.Evidence != TieKinds.None;
        return (sum.All(measured), sum.Cross(measured));
    }
}
