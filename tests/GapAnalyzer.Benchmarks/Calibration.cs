using System.Globalization;
using System.Text;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Benchmarks;

/// <summary>How often the sector tests are right on data whose gaps are known.</summary>
internal static class Calibration
{
    private const double Factor = 0.2;

    private static readonly string[] VerdictHead =
    [
        "organisations", "ties", "planted", "datasets", "datasets with another pair called", "other pairs called", "false discovery proportion",
        "planted pairs found", "datasets with all found", "seconds per dataset",
    ];

    private static readonly string[] ModelHead =
        ["organisations", "ties", "planted", "labels: found", "labels: others", "activity: found", "activity: others", "homophily: found", "homophily: others", "sectors called apart"];

    public static IReadOnlyList<Scenario> Scenarios(int small, int large) =>
    [
        .. from stakeholders in new[] { 200, 1500 }
           from leads in new[] { true, false }
           from kind in new (string Kind, int Silos, double UniformLow)[] { ("nothing", 0, 1), ("all pairs at .3", 0, 0.3), ("3 pairs at .2", 3, 1) }
           let datasets = stakeholders == 200 ? small : large
           where datasets > 0
           select new Scenario(kind.Kind, stakeholders, leads, PeriodGrain.Year, kind.Silos, Factor, kind.UniformLow, datasets),
    ];

    /// <summary>Two tables in Markdown, one row per scenario: the verdict, then each model by itself.</summary>
    /// <param name="scenarios">What is generated.</param>
    /// <param name="firstSeed">Dataset k of a scenario has seed <paramref name="firstSeed"/> + k.</param>
    /// <param name="progress">Told each row as it is done.</param>
    public static string Tables(IReadOnlyList<Scenario> scenarios, long firstSeed, TextWriter progress)
    {
        var (verdicts, models) = (new StringBuilder(), new StringBuilder());
        verdicts.AppendLine(Line(VerdictHead)).AppendLine(Line(VerdictHead.Select((_, k) => k is 1 or 2 ? "---" : "---:")));
        models.AppendLine(Line(ModelHead)).AppendLine(Line(ModelHead.Select((_, k) => k is 1 or 2 ? "---" : "---:")));
        foreach (var scenario in scenarios)
        {
            var outcomes = Enumerable.Range(0, scenario.Datasets).AsParallel().AsOrdered().Select(k => scenario.Run(firstSeed + k)).ToArray();
            var (verdict, model) = (VerdictRow(scenario, outcomes), ModelRow(scenario, outcomes));
            progress.WriteLine(verdict);
            progress.WriteLine(model);
            verdicts.AppendLine(verdict);
            models.AppendLine(model);
        }

        return $"{verdicts}{Environment.NewLine}{models}";
    }

    private static string VerdictRow(Scenario scenario, Outcome[] outcomes)
    {
        var (planted, others) = Split(outcomes);
        return Line(
        [
            .. Name(scenario),
            scenario.Datasets.ToString(CultureInfo.InvariantCulture),
            Percent(Share(outcomes, outcome => outcome.Pairs.Any(pair => !pair.Planted && pair.Called))),
            Percent(Share(others, pair => pair.Called)),
            Percent(outcomes.Average(FalseDiscoveries)),
            Percent(Share(planted, pair => pair.Called)),
            planted.Length == 0 ? "-" : Percent(Share(outcomes, outcome => outcome.Pairs.All(pair => !pair.Planted || pair.Called))),
            outcomes.Average(outcome => outcome.Seconds).ToString("0.00", CultureInfo.InvariantCulture),
        ]);
    }

    private static string ModelRow(Scenario scenario, Outcome[] outcomes)
    {
        var (planted, others) = Split(outcomes);
        var found = new Func<PairOutcome, bool>[] { pair => pair.ByLabels, pair => pair.ByActivity, pair => pair.ByHomophily };
        return Line(
        [
            .. Name(scenario),
            .. found.SelectMany(by => new[] { Percent(Share(planted, by)), Percent(Share(others, by)) }),
            Percent(outcomes.Average(outcome => outcome.Apart)),
        ]);
    }

    private static string[] Name(Scenario scenario) =>
        [scenario.Stakeholders.ToString(CultureInfo.InvariantCulture), scenario.NameLeads ? "lead" : "clique", scenario.Kind];

    private static (PairOutcome[] Planted, PairOutcome[] Others) Split(Outcome[] outcomes)
    {
        var pairs = outcomes.SelectMany(outcome => outcome.Pairs).ToArray();
        return ([.. pairs.Where(pair => pair.Planted)], [.. pairs.Where(pair => !pair.Planted)]);
    }

    private static double FalseDiscoveries(Outcome outcome)
    {
        var called = outcome.Pairs.Where(pair => pair.Called).ToArray();
        return called.Length == 0 ? 0 : Share(called, pair => !pair.Planted);
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static double Share<T>(IReadOnlyCollection<T> items, Func<T, bool> holds) =>
        items.Count == 0 ? double.NaN : (double)items.Count(holds) / items.Count;

    private static string Percent(double share) => double.IsNaN(share) ? "-" : share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
