using GapAnalyzer.Measures;

namespace GapAnalyzer.Comparing;

/// <summary>One window of a series.</summary>
/// <param name="There">Stakeholders with an activity in it.</param>
/// <param name="RateSe">Leave-one-stakeholder-out standard error.</param>
/// <param name="Ei">E-I index of the ties; NaN where undefined.</param>
/// <param name="Density">Ties / pairs of those with an activity or a tie in it.</param>
/// <param name="Components">Components of the tie graph among them.</param>
/// <param name="TiesToPrevious">Ties against the window before; null in the first and where nothing was measured.</param>
/// <param name="GapsToPrevious">Missing links against the window before; null likewise.</param>
public sealed record SeriesPoint(
    TimeWindow Window, int There, int Activities, long Ties, Rate Rate, double RateSe, Rate CrossRate, double CrossSe, double Ei, double Density, int Components,
    TieFlow? TiesToPrevious, GapFlow? GapsToPrevious);

/// <summary>Whether a number of a series rises or falls.</summary>
/// <param name="Number">The number, as <c>comparison.json</c> calls it.</param>
/// <param name="Slope">Theil-Sen slope per window; windows without a value are skipped, and their time counts.</param>
/// <param name="Test">Null with fewer than <see cref="MannKendall.FewestValues"/> values: then no trend is tested.</param>
public sealed record Trend(string Number, double Slope, MannKendall? Test)
{
    private static readonly (string Number, Func<SeriesPoint, double> Value)[] Numbers =
    [
        ("coordination_rate", point => point.Rate.Value),
        ("cross_sector_rate", point => point.CrossRate.Value),
        ("gaps", point => point.Rate.Measured ? point.Rate.Gaps : double.NaN),
        ("ei_index", point => point.Ei),
        ("density", point => point.Rate.Measured ? point.Density : double.NaN),
        ("ties", point => point.Rate.Measured ? point.Ties : double.NaN),
    ];

    /// <summary>The trends of a series of three windows or more.</summary>
    internal static IReadOnlyList<Trend> Of(IReadOnlyList<SeriesPoint> series) => series.Count < 3 ? [] : [.. Numbers.Select(number => Of(series, number.Number, number.Value))];

    private static Trend Of(IReadOnlyList<SeriesPoint> series, string number, Func<SeriesPoint, double> value)
    {
        var points = series.Select((point, at) => (X: (double)at, Y: value(point))).Where(point => double.IsFinite(point.Y)).ToList();
        return new(number, TheilSen.Slope(points), points.Count < MannKendall.FewestValues ? null : MannKendall.Of(points));
    }
}
