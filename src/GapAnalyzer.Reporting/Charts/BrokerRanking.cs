using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Bars of who stands between sectors: the pairs that only it links dark, those that others link too light beside them.</summary>
internal static class BrokerRanking
{
    private const int MostBars = 15;
    private const float RowHeight = 30;
    private const float LegendHeight = 28;

    public static ChartDefinition Definition { get; } = new(
        "brokers", "Brokers and single points of failure", "Who stands between sectors, and what breaks if they leave?", Draw);

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

    internal static ChartResult Draw(Analysis analysis, Texts t)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.brokers.no-ties"));
        var ranked = Ranked(analysis);
        if (ranked.Count == 0)
            return ChartResult.None(t.Say("chart.brokers.no-brokers"));
        var shown = ranked.Take(MostBars).ToList();
        var names = new ChartNames(analysis.Dataset, t);
        string[] labels = [.. shown.Select(s => $"{names.Of(s.Stakeholder)} – {names.Of(analysis.Dataset.Stakeholders[s.Stakeholder.Index].Sector)}")];
        float height = LegendHeight + (shown.Count * RowHeight) + Sheet.Margin;
        return ChartResult.Of(new Chart(
            Definition.Id, Words(analysis, names, ranked, shown, t), Table(analysis), height, sheet => DrawBars(sheet, shown, labels, t)));
    }

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
            t.Say("chart.brokers.alt", ("n", shown.Count), ("first", string.Join(t.Say("list.semicolon"), first))));
    }

    private static void DrawBars(Sheet sheet, List<StakeholderSummary> shown, string[] labels, Texts t)
    {
        string[] fitted = [.. labels.Select(label => Typography.Fit(label, TextStyle.Label, 290))];
        float left = Sheet.Margin + fitted.Max(label => Typography.Width(label, TextStyle.Label)) + 12;
        float perPair = shown.Min(s => (Chart.Width - Sheet.Margin - left - EndWidth(s, t)) / Between(s));
        DrawLegend(sheet, left, t);
        for (int i = 0; i < shown.Count; i++)
        {
            var stakeholder = shown[i];
            var bar = new Box(left, LegendHeight + (i * RowHeight) + 5, Exclusive(stakeholder) * perPair, RowHeight - 10);
            var rest = new Box(bar.Right, bar.Y, (Between(stakeholder) - Exclusive(stakeholder)) * perPair, bar.Height);
            sheet.Text(fitted[i], left - 10, bar.CentreY + 4.3f, TextStyle.Label, Anchor.End);
            sheet.Rectangle(bar, Palette.Alarm);
            sheet.Rectangle(rest, Palette.Quiet);
            sheet.Text(EndStrong(stakeholder, t), rest.Right + 8, bar.CentreY + 4.3f, Strong);
            sheet.Text(EndQuiet(stakeholder, t), rest.Right + 15 + Typography.Width(EndStrong(stakeholder, t), Strong), bar.CentreY + 4.3f, TextStyle.Small);
        }

        sheet.Line(left, LegendHeight, left, LegendHeight + (shown.Count * RowHeight), Palette.Muted, 1);
    }

    private static TextStyle Strong => new(12, Palette.Ink, Bold: true);

    private static string EndStrong(StakeholderSummary stakeholder, Texts t) => t.Say("chart.brokers.bar", ("n", Exclusive(stakeholder)));

    private static string EndQuiet(StakeholderSummary stakeholder, Texts t) => t.Say(
        stakeholder.CutOff > 0 ? "chart.brokers.rest-cut" : "chart.brokers.rest", ("n", Between(stakeholder)), ("cut", stakeholder.CutOff ?? 0));

    private static float EndWidth(StakeholderSummary stakeholder, Texts t) =>
        15 + Typography.Width(EndStrong(stakeholder, t), Strong) + Typography.Width(EndQuiet(stakeholder, t), TextStyle.Small);

    private static void DrawLegend(Sheet sheet, float left, Texts t)
    {
        string alone = t.Say("chart.brokers.legend");
        sheet.Rectangle(new(left, 2, 14, 10), Palette.Alarm);
        sheet.Text(alone, left + 20, 11.5f, TextStyle.Small);
        float next = left + 20 + Typography.Width(alone, TextStyle.Small) + 22;
        sheet.Rectangle(new(next, 2, 14, 10), Palette.Quiet);
        sheet.Text(t.Say("chart.brokers.legend-rest"), next + 20, 11.5f, TextStyle.Small);
    }
}
