namespace GapAnalyzer.Benchmarks;

/// <summary>How often a way of calling pairs of sectors was right over the datasets of a scenario; NaN where there was nothing to be right about.</summary>
/// <param name="Power">Share of the planted pairs that are called.</param>
/// <param name="Others">Share of the other pairs that are called.</param>
/// <param name="FalseDiscoveries">Of the pairs called in a dataset, the share not planted, 0 where none is called; averaged over datasets.</param>
/// <param name="AnyOther">Datasets with another pair called.</param>
/// <param name="AllFound">Share of datasets with every planted pair called.</param>
internal sealed record Performance(double Power, double Others, double FalseDiscoveries, int AnyOther, double AllFound)
{
    public static Performance Of(IReadOnlyCollection<Outcome> outcomes, Func<PairOutcome, bool> called)
    {
        var pairs = outcomes.SelectMany(outcome => outcome.Pairs).ToArray();
        var planted = pairs.Where(pair => pair.Planted).ToArray();
        return new(
            Share(planted, called),
            Share([.. pairs.Where(pair => !pair.Planted)], called),
            outcomes.Average(outcome => outcome.Pairs.Where(called).ToArray() is { Length: > 0 } found ? Share(found, pair => !pair.Planted) : 0),
            outcomes.Count(outcome => outcome.Pairs.Any(pair => !pair.Planted && called(pair))),
            planted.Length == 0 ? double.NaN : Share(outcomes, outcome => outcome.Pairs.All(pair => !pair.Planted || called(pair))));
    }

    private static double Share<T>(IReadOnlyCollection<T> items, Func<T, bool> holds) =>
        items.Count == 0 ? double.NaN : (double)items.Count(holds) / items.Count;
}

/// <summary>A scenario and what came out.</summary>
internal sealed record Calibrated(Scenario Scenario, IReadOnlyCollection<Outcome> Outcomes)
{
    /// <summary>The models by themselves, then the verdict, as table and chart have them; a model that does not apply calls nothing.</summary>
    public static IReadOnlyList<(string Name, Func<PairOutcome, bool> Called)> Ways { get; } =
    [
        ("labels", pair => pair.ByLabels),
        ("activity", pair => pair.ByActivity),
        ("homophily", pair => pair.ByHomophily),
        ("company", pair => pair.ByCompany),
        ("verdict", pair => pair.Called),
    ];

    public bool Applies(string way) => way != "company" || !Scenario.NameLeads;

    public Performance By(string way) => Performance.Of(Outcomes, Ways.First(w => w.Name == way).Called);
}
