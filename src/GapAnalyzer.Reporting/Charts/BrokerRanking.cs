using GapAnalyzer.Measures;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Bars of who stands between sectors: the pairs that only it links dark, those that others link too light beside them.</summary>
internal static class BrokerRanking
{
    private const int MostBars = 15;
    private const float RowHeight = 30;
    private const float LegendHeight = 28;
    private const string OnlyIt = "only it links the two";
    private const string OthersToo = "others link the two as well";

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

    internal static ChartResult Draw(Analysis analysis)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None("The data hold no evidence of ties, so it cannot be told who stands between whom.");
        var ranked = Ranked(analysis);
        if (ranked.Count == 0)
            return ChartResult.None("No stakeholder links two others of different sectors that have no tie of their own.");
        var shown = ranked.Take(MostBars).ToList();
        var names = new ChartNames(analysis.Dataset);
        string[] labels = [.. shown.Select(s => $"{names.Of(s.Stakeholder)} – {names.Of(analysis.Dataset.Stakeholders[s.Stakeholder.Index].Sector)}")];
        float height = LegendHeight + (shown.Count * RowHeight) + Sheet.Margin;
        return ChartResult.Of(new Chart(
            Definition.Id, Words(analysis, names, ranked, shown), Table(analysis), height, sheet => DrawBars(sheet, shown, labels)));
    }

    private static IReadOnlyList<StakeholderSummary> Ranked(Analysis analysis) =>
        [.. analysis.Stakeholders.Where(s => s.Between > 0 && !analysis.Dataset.Stakeholders[s.Stakeholder.Index].StandsForSector)
            .OrderByDescending(s => s.Exclusive).ThenByDescending(s => s.Between)];

    private static long Exclusive(StakeholderSummary stakeholder) => stakeholder.Exclusive ?? 0;

    private static long Between(StakeholderSummary stakeholder) => stakeholder.Between ?? 0;

    private static ChartWords Words(Analysis analysis, ChartNames names, IReadOnlyList<StakeholderSummary> ranked, List<StakeholderSummary> shown)
    {
        var top = ranked[0];
        long all = ranked.Sum(Exclusive);
        string title = all == 0
            ? "No two stakeholders of different sectors depend on a single common partner"
            : $"{Number(Exclusive(top))} of {Count(all, "pair", "pairs")} of different sectors that a single partner links {(Exclusive(top) == 1 ? "depends" : "depend")} on {names.InTitle(top.Stakeholder)}";
        int cutpoints = shown.Count(s => s.CutOff > 0);
        string cut = cutpoints == 0
            ? string.Empty
            : $" The loss of {Number(cutpoints)} of them would cut others off: how many stands at the bar.";
        string rest = ranked.Count > shown.Count ? $" Shown are the first {shown.Count} of {Number(ranked.Count)}." : string.Empty;
        string subtitle = $"{Scope(analysis)} Bars count pairs of stakeholders of different sectors that have no tie and share this partner."
            + $" {Tie(analysis)}{cut}{rest}" + (names.Replaced ? " " + ChartNames.ReplacedNote : string.Empty);
        string alt = $"Bar chart of {Count(shown.Count, "stakeholder", "stakeholders")} that stand between sectors. " + string.Join("; ", ranked.Take(3).Select(s =>
            $"{names.Of(s.Stakeholder)}: links {Count(Between(s), "pair", "pairs")}, {Number(Exclusive(s))} of them alone")) + ".";
        return new(title, subtitle, alt);
    }

    private static void DrawBars(Sheet sheet, List<StakeholderSummary> shown, string[] labels)
    {
        string[] fitted = [.. labels.Select(label => Typography.Fit(label, TextStyle.Label, 290))];
        float left = Sheet.Margin + fitted.Max(label => Typography.Width(label, TextStyle.Label)) + 12;
        float perPair = shown.Min(s => (Chart.Width - Sheet.Margin - left - EndWidth(s)) / Between(s));
        DrawLegend(sheet, left);
        for (int i = 0; i < shown.Count; i++)
        {
            var stakeholder = shown[i];
            var bar = new Box(left, LegendHeight + (i * RowHeight) + 5, Exclusive(stakeholder) * perPair, RowHeight - 10);
            var rest = new Box(bar.Right, bar.Y, (Between(stakeholder) - Exclusive(stakeholder)) * perPair, bar.Height);
            sheet.Text(fitted[i], left - 10, bar.CentreY + 4.3f, TextStyle.Label, Anchor.End);
            sheet.Rectangle(bar, Palette.Alarm);
            sheet.Rectangle(rest, Palette.Quiet);
            sheet.Text(EndStrong(stakeholder), rest.Right + 8, bar.CentreY + 4.3f, Strong);
            sheet.Text(EndQuiet(stakeholder), rest.Right + 15 + Typography.Width(EndStrong(stakeholder), Strong), bar.CentreY + 4.3f, TextStyle.Small);
        }

        sheet.Line(left, LegendHeight, left, LegendHeight + (shown.Count * RowHeight), Palette.Muted, 1);
    }

    private static TextStyle Strong => new(12, Palette.Ink, Bold: true);

    private static string EndStrong(StakeholderSummary stakeholder) => $"{Number(Exclusive(stakeholder))} alone";

    private static string EndQuiet(StakeholderSummary stakeholder) => $"of {Number(Between(stakeholder))}"
        + (stakeholder.CutOff > 0 ? $"; without it {Number(stakeholder.CutOff.Value)} cut off" : string.Empty);

    private static float EndWidth(StakeholderSummary stakeholder) =>
        15 + Typography.Width(EndStrong(stakeholder), Strong) + Typography.Width(EndQuiet(stakeholder), TextStyle.Small);

    private static void DrawLegend(Sheet sheet, float left)
    {
        sheet.Rectangle(new(left, 2, 14, 10), Palette.Alarm);
        sheet.Text(OnlyIt, left + 20, 11.5f, TextStyle.Small);
        float next = left + 20 + Typography.Width(OnlyIt, TextStyle.Small) + 22;
        sheet.Rectangle(new(next, 2, 14, 10), Palette.Quiet);
        sheet.Text(OthersToo, next + 20, 11.5f, TextStyle.Small);
    }
}
