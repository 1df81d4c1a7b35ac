using System.Globalization;
using System.Text;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Benchmarks;

/// <summary>How often the sector tests are right on data whose gaps are known.</summary>
internal static class Calibration
{
    private static readonly string[] VerdictHead =
    [
        "activity", "organisations", "ties", "arenas by", "planted", "datasets", "datasets with another pair called (95 % interval)", "other pairs called",
        "false discovery proportion", "planted pairs found", "datasets with all found",
    ];

    private static readonly string[] ModelHead =
    [
        "activity", "organisations", "ties", "arenas by", "planted",
        .. Calibrated.Ways.SkipLast(1).SelectMany(way => new[] { $"{way.Name}: found", $"{way.Name}: others" }),
        "sectors called apart",
    ];

    private static readonly (string Name, int Silos, double UniformLow)[] Kinds = [("nothing", 0, 1), ("all pairs at .3", 0, 0.3), ("3 pairs at .2", 3, 1)];

    /// <summary>The generator's model in both modes, by year and by month; then other models of activity, by year.</summary>
    public static IReadOnlyList<Scenario> Scenarios(int small, int large) =>
    [
        .. from size in new[] { (Stakeholders: 200, Datasets: small), (Stakeholders: 1500, Datasets: large) }
           from period in new[] { PeriodGrain.Year, PeriodGrain.Month }
           from leads in new[] { true, false }
           from kind in Kinds
           where size.Datasets > 0
           select new Scenario(kind.Name, size.Stakeholders, leads, period, kind.Silos, kind.UniformLow, size.Datasets),
        .. from model in Enum.GetValues<Neighbours.Meeting>()
           from leads in new[] { true, false }
           from kind in new[] { Kinds[0], Kinds[2] }
           where small > 0
           select new Scenario(kind.Name, 200, leads, PeriodGrain.Year, kind.Silos, kind.UniformLow, small, model),
    ];

    /// <param name="scenario">What is generated.</param>
    /// <param name="firstSeed">Dataset k of a scenario has seed <paramref name="firstSeed"/> + k.</param>
    public static Calibrated Run(Scenario scenario, long firstSeed) =>
        new(scenario, [.. Enumerable.Range(0, scenario.Datasets).AsParallel().AsOrdered().Select(k => scenario.Run(firstSeed + k))]);

    /// <summary>Two tables in Markdown, one row per scenario: the verdict, then each model by itself.</summary>
    public static string Tables(IReadOnlyList<Calibrated> results)
    {
        var tables = new StringBuilder();
        Append(tables, VerdictHead, results.Select(VerdictRow));
        tables.Append('\n');
        Append(tables, ModelHead, results.Select(ModelRow));
        return tables.ToString();
    }

    private static void Append(StringBuilder text, string[] head, IEnumerable<string[]> rows)
    {
        string[] marks = [.. head.Select((_, k) => k is 0 or (>= 2 and <= 4) ? "---" : "---:")];
        foreach (var cells in rows.Prepend(marks).Prepend(head))
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
    }

    private static string[] VerdictRow(Calibrated result)
    {
        var (count, verdict) = (result.Outcomes.Count, result.By("verdict"));
        var (low, high) = Interval(verdict.AnyOther, count);
        return
        [
            .. Name(result.Scenario),
            count.ToString(CultureInfo.InvariantCulture),
            $"{Percent((double)verdict.AnyOther / count)} ({Percent(low)} to {Percent(high)})",
            Percent(verdict.Others),
            Percent(verdict.FalseDiscoveries),
            Percent(verdict.Power),
            Percent(verdict.AllFound),
        ];
    }

    private static string[] ModelRow(Calibrated result) =>
    [
        .. Name(result.Scenario),
        .. Calibrated.Ways.SkipLast(1).SelectMany(way => result.Applies(way.Name)
            ? new[] { Percent(result.By(way.Name).Power), Percent(result.By(way.Name).Others) }
            : ["-", "-"]),
        Percent(result.Outcomes.Average(outcome => outcome.Apart)),
    ];

    private static string[] Name(Scenario scenario) =>
        [scenario.Activity, scenario.Stakeholders.ToString(CultureInfo.InvariantCulture), scenario.Ties, scenario.Arenas, scenario.Kind];

    /// <summary>Wilson 1927, J. Am. Stat. Assoc. 22:209.</summary>
    private static (double Low, double High) Interval(int successes, int trials)
    {
        const double Z = 1.959964;
        double p = (double)successes / trials, scale = 1 + (Z * Z / trials);
        var (centre, half) = (p + (Z * Z / (2 * trials)), Z * Math.Sqrt(((p * (1 - p)) + (Z * Z / (4 * trials))) / trials));
        return (Math.Max(0, (centre - half) / scale), Math.Min(1, (centre + half) / scale));
    }

    private static string Percent(double share) => double.IsNaN(share) ? "-" : share.ToString("0.0 %", CultureInfo.InvariantCulture);
}
