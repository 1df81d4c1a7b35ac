using System.Globalization;
using System.Text;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Benchmarks;

/// <summary>How often the sector tests are right on data whose gaps are known.</summary>
internal static class Calibration
{
    public static IReadOnlyList<Scenario> Scenarios(int small, int large) =>
    [
        .. from stakeholders in new[] { 200, 1500 }
           from leads in new[] { true, false }
           from kind in new (string Kind, int Silos, double UniformLow)[] { ("no gaps", 0, 1), ("all low alike", 0, 0.3), ("3 silos planted", 3, 1) }
           select new Scenario(
               kind.Kind, stakeholders, leads, PeriodGrain.Year, kind.Silos, 0.2, kind.UniformLow, stakeholders == 200 ? small : large),
    ];

    /// <summary>One table row per scenario.</summary>
    /// <param name="scenarios">What is generated.</param>
    /// <param name="firstSeed">Dataset k of a scenario has seed <paramref name="firstSeed"/> + k.</param>
    /// <param name="progress">Told each row as it is done.</param>
    public static string Table(IReadOnlyList<Scenario> scenarios, long firstSeed, TextWriter progress)
    {
        var table = new StringBuilder();
        table.AppendLine("| stakeholders | ties | kind | datasets | required pairs | any other pair called | others called | false discovery proportion | planted found | all found | by labels: found, others | by activity: found, others | significant, any size: found, others |");
        table.AppendLine("|---:|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var scenario in scenarios)
        {
            var outcomes = Enumerable.Range(0, scenario.Datasets).AsParallel().AsOrdered().Select(k => scenario.Run(firstSeed + k)).ToArray();
            if (Environment.GetEnvironmentVariable("DUMP") is { } dump)
            {
                File.AppendAllLines(dump, outcomes.SelectMany((o, k) => o.Pairs.Select(p => FormattableString.Invariant(
                    $"{scenario.Stakeholders},{scenario.Mode},{scenario.Kind},{k},{p.Planted},{p.Test.VerdictTies},{p.Test.Required},{p.Test.Homophily.Expected},{p.Test.Homophily.Z},{p.Test.Homophily.P},{p.Test.Labels.Z},{o.Clustering}"))));
            }

            var row = Row(scenario, outcomes);
            var z = outcomes.SelectMany(o => o.Pairs).Where(p => !p.Planted && !double.IsNaN(p.Test.Homophily.Z)).Select(p => p.Test.Homophily.Z).ToArray();
            progress.WriteLine(FormattableString.Invariant($"z mean {z.Average():0.00} sd {Math.Sqrt(z.Average(x => x * x)):0.00} phi {outcomes.Average(o => o.Clustering):0.00} E {outcomes.SelectMany(o => o.Pairs).Average(p => p.Test.Homophily.Expected):0}"));
            progress.WriteLine(FormattableString.Invariant($"{row} {outcomes.Average(o => o.Seconds):0.00} s"));
            table.AppendLine(row);
        }

        return table.ToString();
    }

    private static string Row(Scenario scenario, Outcome[] outcomes)
    {
        var pairs = outcomes.SelectMany(outcome => outcome.Pairs).ToArray();
        var (planted, others) = (pairs.Where(pair => pair.Planted).ToArray(), pairs.Where(pair => !pair.Planted).ToArray());
        string Both(Func<PairOutcome, bool> found) => $"{Percent(Share(planted, found))}, {Percent(Share(others, found))}";
        return "| " + string.Join(" | ",
            scenario.Stakeholders.ToString(CultureInfo.InvariantCulture),
            scenario.Mode,
            scenario.Kind,
            scenario.Datasets.ToString(CultureInfo.InvariantCulture),
            outcomes.Average(outcome => outcome.RequiredPairs).ToString("0", CultureInfo.InvariantCulture),
            Percent(Share(outcomes, outcome => outcome.Pairs.Any(pair => !pair.Planted && pair.Called))),
            Percent(Share(others, pair => pair.Called)),
            Percent(outcomes.Average(FalseDiscoveries)),
            Percent(Share(planted, pair => pair.Called)),
            scenario.Silos == 0 ? "-" : Percent(Share(outcomes, outcome => outcome.Pairs.All(pair => !pair.Planted || pair.Called))),
            Both(pair => pair.ByLabels),
            Both(pair => pair.ByActivity),
            Both(pair => pair.ByHomophily)) + " |";
    }

    private static double FalseDiscoveries(Outcome outcome)
    {
        var called = outcome.Pairs.Where(pair => pair.Called).ToArray();
        return called.Length == 0 ? 0 : Share(called, pair => !pair.Planted);
    }

    private static double Share<T>(IReadOnlyCollection<T> items, Func<T, bool> holds) =>
        items.Count == 0 ? double.NaN : (double)items.Count(holds) / items.Count;

    private static string Percent(double share) => double.IsNaN(share) ? "-" : share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
