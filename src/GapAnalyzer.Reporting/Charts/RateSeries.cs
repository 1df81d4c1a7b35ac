using GapAnalyzer.Comparing;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Comparing;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>The coordination rate of each window with its range: across sectors where any two sectors meet, else of all.</summary>
internal static class RateSeries
{
    /// <summary>Fewer windows are no series.</summary>
    private const int FewestWindows = 3;

    public static ChartDefinition<Comparison> Definition { get; } = new(
        "rate-series", "The rate from window to window", "Do those who meet work together more from window to window?", Draw);

    public static ChartTable Table(Comparison comparison) => new(
        [
            new("Window"), new("Stakeholders", ColumnKind.Count), new("Pairs that meet", ColumnKind.Count), new("Of them with a tie", ColumnKind.Count),
            new("Coordination rate", ColumnKind.Share), new("At least", ColumnKind.Share), new("At most", ColumnKind.Share),
        ],
        [.. Rates(comparison).Select(rate => new object[]
        {
            rate.Group.Label, (long)rate.Group.Stakeholders, rate.Group.Rate.Required, rate.Group.Rate.Satisfied, rate.Value, rate.Low, rate.High,
        })]);

    internal static ChartResult Draw(Comparison comparison, Texts t, Typography type)
    {
        var rates = Rates(comparison).Where(rate => double.IsFinite(rate.Value)).ToList();
        if (comparison.Series.Count < FewestWindows)
            return ChartResult.None(t.Say("compare.series.few-windows"));
        if (rates.Count < 2)
            return ChartResult.None(t.Say("compare.series.few-rates"));
        var layout = new TimeLayout(rates, t, type);
        var across = Across(comparison);
        var change = across ? comparison.CrossRate : comparison.Rate;
        var number = t.Say(across ? "compare.number.cross_sector_rate" : "compare.number.coordination_rate");
        bool few = Math.Min(change.Before.Required, change.After.Required) < ChangeOverTime.PairsToCompare;
        string title = t.Say(
            $"compare.series.{ComparisonNames.NameOf(change.Move == RateMove.Same && few ? RateMove.NoRange : change.Move)}",
            ("number", number), ("from", change.Before.Value), ("to", change.After.Value), ("first", comparison.Before(t)), ("last", comparison.After(t)));
        string subtitle = ChartWords.Sentences(
            t.Say("compare.series.scope", ("n", comparison.After.Dataset.Stakeholders.Count), ("windows", comparison.Series.Count), ("first", comparison.Before(t)), ("last", comparison.After(t))),
            Phrases.Meeting(comparison.After, t),
            t.Say("compare.series.meaning"),
            rates.Any(rate => rate.IsShaky) ? t.Say("chart.change.hollow") : string.Empty,
            ComparisonText.Trend(comparison, comparison.Trends.First(trend => trend.Number == (across ? "cross_sector_rate" : "coordination_rate")), t));
        var points = rates.Select(rate => t.Say("chart.change.alt-one", ("period", rate.Group.Label), ("rate", rate.Value), ("n", rate.Group.Rate.Required)));
        return ChartResult.Of(new Chart(
            Definition.Id, new(title, subtitle, t.Say("chart.change.alt", ("title", title), ("periods", string.Join(t.Say("list.semicolon"), points.Take(12))))),
            Table(comparison), TimeLayout.Height, layout.Draw, type));
    }

    private static bool Across(Comparison comparison) => comparison.Series.Any(point => point.CrossRate.Required > 0);

    /// <summary>Windows at equal distances, whatever their length.</summary>
    private static IEnumerable<PeriodRate> Rates(Comparison comparison)
    {
        var across = Across(comparison);
        return comparison.Series.Select((point, at) => new PeriodRate(
            new Period(PeriodGrain.Year, at),
            new GroupRate(point.Window.Label, point.There, 0, across ? point.CrossRate : point.Rate, point.CrossRate)
            {
                Range = new Jackknife(across ? point.CrossSe : point.RateSe, null, double.NaN),
            }));
    }
}
