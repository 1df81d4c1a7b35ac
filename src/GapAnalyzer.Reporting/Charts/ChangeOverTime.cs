using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>The coordination rate of each period with its range.</summary>
internal static class ChangeOverTime
{
    /// <summary>A rate over fewer pairs is too shaky to compare.</summary>
    internal const long PairsToCompare = 10;

    /// <summary>Standard errors that make a range, and that a difference has to exceed.</summary>
    internal const double Errors = 2;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "change-over-time", "Change over time", "Do those who meet work together more than before?", Draw)
    { Needs = AnalysisParts.Groups };

    /// <summary>Every period in which anyone is present, by time; a tie counts only where it is active in the period.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Period"), new("Stakeholders", ColumnKind.Count), new("Pairs that meet", ColumnKind.Count), new("Of them with a tie", ColumnKind.Count),
            new("Coordination rate", ColumnKind.Share), new("At least", ColumnKind.Share), new("At most", ColumnKind.Share),
        ],
        [.. Rates(analysis).Select(rate => new object[]
        {
            rate.Group.Label, (long)rate.Group.Stakeholders, rate.Group.Rate.Required, rate.Group.Rate.Measured ? rate.Group.Rate.Satisfied : double.NaN,
            rate.Value, rate.Low, rate.High,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.change.no-ties"));
        var rates = Rates(analysis).Where(rate => double.IsFinite(rate.Value)).ToList();
        if (rates.Count < 2)
            return ChartResult.None(t.Say("chart.change.one-period"));
        var layout = new TimeLayout(rates, t, type);
        string title = Title(rates, t);
        var points = rates.Select(rate => t.Say(
            "chart.change.alt-one", ("period", rate.Group.Label), ("rate", rate.Value), ("n", rate.Group.Rate.Required)));
        string subtitle = ChartWords.Sentences(
            Scope(analysis, t), Meeting(analysis, t), t.Say("chart.change.meaning"), rates.Any(rate => rate.IsShaky) ? t.Say("chart.change.hollow") : string.Empty);
        return ChartResult.Of(new Chart(
            Definition.Id,
            new(title, subtitle, t.Say("chart.change.alt", ("title", title), ("periods", string.Join(t.Say("list.semicolon"), points.Take(12))))),
            Table(analysis),
            TimeLayout.Height,
            layout.Draw,
            type));
    }

    /// <summary>The groups of the analysis with the periods that they are of: both are ordered by time.</summary>
    private static IEnumerable<PeriodRate> Rates(Analysis analysis)
    {
        var periods = analysis.Presence.Arenas.Select(arena => arena.Period).Distinct().Order();
        return periods.Zip(analysis.Periods, (period, group) => new PeriodRate(period, group));
    }

    /// <summary>The last period against the first, among those with enough pairs and a range.</summary>
    private static string Title(IReadOnlyList<PeriodRate> rates, Texts t)
    {
        var comparable = rates.Where(rate => !rate.IsShaky).ToList();
        if (comparable.Count == 0)
            return t.Say("chart.change.few");
        if (comparable.Count == 1)
            return t.Say("chart.change.one-measured", ("period", comparable[0].Group.Label), ("rate", comparable[0].Value));
        var (first, last) = (comparable[0], comparable[^1]);
        double error = Math.Sqrt((first.Group.Range.Se * first.Group.Range.Se) + (last.Group.Range.Se * last.Group.Range.Se));
        double change = last.Value - first.Value;
        string what = Math.Abs(change) > Errors * error ? (change > 0 ? "rose" : "fell")
            : Numbers.Percent(first.Value) == Numbers.Percent(last.Value) ? "same" : "untold";
        return t.Say($"chart.change.{what}", ("from", first.Value), ("first", first.Group.Label), ("to", last.Value), ("last", last.Group.Label));
    }
}

/// <summary>The rate of a period.</summary>
internal sealed record PeriodRate(Period Period, GroupRate Group)
{
    public double Value => Group.Rate.Value;

    /// <summary>Too few pairs, or no range: not to be compared with others.</summary>
    public bool IsShaky => Group.Rate.Required < ChangeOverTime.PairsToCompare || !double.IsFinite(Group.Range.Se);

    /// <summary>NaN where the range is not known.</summary>
    public double Low => double.IsFinite(Group.Range.Se) ? Math.Max(0, Value - (ChangeOverTime.Errors * Group.Range.Se)) : double.NaN;

    public double High => double.IsFinite(Group.Range.Se) ? Math.Min(1, Value + (ChangeOverTime.Errors * Group.Range.Se)) : double.NaN;
}
