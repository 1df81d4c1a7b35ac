using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Bars of who stands between sectors: the pairs that only it links dark, those that others link too light beside them.</summary>
internal static class BrokerRanking
{
    private const int MostBars = 15;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "brokers", "Brokers and single points of failure", "Who stands between sectors, and what breaks if they leave?", Draw)
    { Needs = AnalysisParts.Brokerage };

    /// <summary>Stakeholders that link untied pairs of different sectors, by pairs that only they link, then by all, then in canonical order.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Stakeholder"), new("Sector"), new("Pairs only it links", ColumnKind.Count), new("Pairs it links", ColumnKind.Count),
            new("Expected by chance", ColumnKind.Number), new("Cut off without it", ColumnKind.Count), new("Betweenness", ColumnKind.Share),
        ],
        [.. Ranked(analysis).Select(s => new object[]
        {
            analysis.Dataset.Stakeholders[s.Stakeholder.Index].Name, analysis.Dataset.SectorOf(s.Stakeholder).Name, Exclusive(s), Between(s),
            s.Brokerage?.Across.Expected ?? double.NaN, (long)(s.CutOff ?? 0), s.Betweenness,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.brokers.no-ties"));
        var ranked = Ranked(analysis);
        if (ranked.Count == 0)
            return ChartResult.None(t.Say("chart.brokers.no-brokers"));
        if (ranked.All(s => s.Exclusive is null))
            return ChartResult.None(t.Say("chart.brokers.uncounted"));
        var shown = ranked.Take(MostBars).ToList();
        var names = new ChartNames(analysis.Dataset, t, type);
        var bars = new StackedBars([.. shown.Select(s => Bar(analysis, names, s, t))], t.Say("chart.brokers.legend"), t.Say("chart.brokers.legend-rest"));
        return ChartResult.Of(new Chart(Definition.Id, Words(analysis, names, ranked, shown, t), Table(analysis), bars.Height + Sheet.Margin, bars.Draw, type));
    }

    private static StackedBar Bar(Analysis analysis, ChartNames names, StakeholderSummary s, Texts t) => new(
        names.Type.FitPair(names.Of(s.Stakeholder), names.Of(analysis.Dataset.Stakeholders[s.Stakeholder.Index].Sector), TextStyle.Label, 290, " (", ")"),
        Exclusive(s),
        Between(s) - Exclusive(s),
        t.Say("chart.brokers.bar", ("n", Exclusive(s))),
        t.Say(s.CutOff > 0 ? "chart.brokers.rest-cut" : "chart.brokers.rest", ("n", Between(s)), ("cut", s.CutOff ?? 0)));

    private static IReadOnlyList<StakeholderSummary> Ranked(Analysis analysis) =>
        [.. analysis.Stakeholders.Where(s => s.Between > 0 && !analysis.Dataset.Stakeholders[s.Stakeholder.Index].StandsForSector)
            .OrderByDescending(s => s.Exclusive).ThenByDescending(s => s.Between)];

    private static long Exclusive(StakeholderSummary stakeholder) => stakeholder.Exclusive ?? 0;

    private static long Between(StakeholderSummary stakeholder) => stakeholder.Between ?? 0;

    private static ChartWords Words(Analysis analysis, ChartNames names, IReadOnlyList<StakeholderSummary> ranked, List<StakeholderSummary> shown, Texts t)
    {
        var top = ranked[0];
        long all = ranked.Sum(Exclusive);
        int cutpoints = shown.Count(s => s.CutOff > 0);
        string title = all == 0 ? t.Say("chart.brokers.none") : t.Say("chart.brokers.title", ("n", Exclusive(top)), ("all", all), ("name", names.InTitle(top.Stakeholder)));
        string cut = cutpoints == 0 ? string.Empty : t.Say("chart.brokers.cut", ("n", cutpoints));
        string rest = ranked.Count > shown.Count ? t.Say("chart.first-of", ("n", shown.Count), ("all", ranked.Count)) : string.Empty;
        var first = ranked.Take(3).Select(s => t.Say("chart.brokers.alt-one", ("name", names.Of(s.Stakeholder)), ("n", Between(s)), ("alone", Exclusive(s))));
        return new(
            title,
            ChartWords.Sentences(Scope(analysis, t), t.Say("chart.brokers.meaning"), Tie(analysis, t), cut, rest, names.Note),
            t.Say("chart.brokers.alt", ("n", shown.Count), ("title", title), ("first", string.Join(t.Say("list.semicolon"), first))));
    }
}
