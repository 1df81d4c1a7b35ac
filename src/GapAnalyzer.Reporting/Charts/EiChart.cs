using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Where the ties of each sector lead, within it or out of it, beside what shuffled sector labels would give.</summary>
internal static class EiChart
{
    private const int MostRows = 20;
    private const float RowHeight = 27;
    private const float Top = 26;
    private const float AxisHeight = 40;
    private const float EndRoom = 178;
    private const double FalseDiscoveries = 0.05;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "ei-index", "E-I index of sectors against chance", "Which sectors keep to themselves more than chance explains?", Draw)
    { Needs = AnalysisParts.Brokerage };

    /// <summary>A row of the chart; the whole network has no sector.</summary>
    private sealed record Row(string Label, EiValues Values);

    /// <summary>An index and what chance makes of it.</summary>
    private readonly record struct EiValues(double Index, ChanceRange Chance)
    {
        public ObservedAndExpected OnScale => new(Index, Chance.Expected, Chance.Low, Chance.High, StandsOut && Index < Chance.Expected);

        /// <summary>The whole network is one test, and has no q.</summary>
        public bool StandsOut => (double.IsNaN(Chance.Q) ? Chance.P : Chance.Q) <= FalseDiscoveries;
    }

    /// <summary>Every sector with a tie, in canonical order; undefined numbers where no labels were shuffled.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Sector"), new("Stakeholders", ColumnKind.Count), new("Ties within", ColumnKind.Count), new("Ties to other sectors", ColumnKind.Count),
            new("E-I index", ColumnKind.Number), new("Expected", ColumnKind.Number), new("Expected at least", ColumnKind.Number),
            new("Expected at most", ColumnKind.Number), new("p", ColumnKind.Number), new("q", ColumnKind.Number),
        ],
        [.. WithTies(analysis).Select(s => new object[]
        {
            analysis.Name(s.Sector), (long)s.Stakeholders, s.TiesInternal, s.TiesExternal, s.EiIndex,
            s.EiChance.Expected, s.EiChance.Low, s.EiChance.High, s.EiChance.P, s.EiChance.Q,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        var sectors = WithTies(analysis);
        if (sectors.Count < 2)
            return ChartResult.None(t.Say("chart.ei.too-few"));
        if (sectors.All(s => double.IsNaN(s.EiChance.Expected)))
            return ChartResult.None(t.Say("chart.ei.not-shuffled"));
        var several = sectors.Where(s => s.Stakeholders > 1).ToList();
        if (several.Count == 0)
            return ChartResult.None(t.Say("chart.ei.single-only"));
        var names = new ChartNames(analysis.Dataset, t, type);
        var shown = several.OrderByDescending(s => s.TiesInternal + s.TiesExternal).Take(MostRows)
            .OrderBy(s => s.EiIndex - s.EiChance.Expected).ToList();
        var network = new Row(t.Say("chart.ei.all"), new(analysis.Headline.Ei.Value, analysis.Headline.Ei.Chance));
        Row[] rows = [network, .. shown.Select(s => new Row(names.Of(s.Sector), new(s.EiIndex, s.EiChance)))];
        return ChartResult.Of(new Chart(
            Definition.Id,
            Words(analysis, names, sectors, several.Count, shown.Count, t),
            Table(analysis),
            Top + (rows.Length * RowHeight) + AxisHeight + Sheet.Margin,
            sheet => DrawRows(sheet, rows, t),
            type));
    }

    private static IReadOnlyList<SectorSummary> WithTies(Analysis analysis) => [.. analysis.Sectors.Where(s => double.IsFinite(s.EiIndex))];

    /// <param name="several">Sectors with more than one stakeholder: the ties of one alone can only lead out, which says nothing of it.</param>
    private static ChartWords Words(Analysis analysis, ChartNames names, IReadOnlyList<SectorSummary> sectors, int several, int shown, Texts t)
    {
        var outside = sectors.Where(s => s.EiChance.Q <= FalseDiscoveries).OrderBy(s => s.EiIndex - s.EiChance.Expected).ToList();
        var inward = outside.Where(s => s.EiIndex < s.EiChance.Expected).ToList();
        string title = inward.Count > 0 ? t.Say("chart.ei.inward", ("n", inward.Count), ("all", sectors.Count), ("name", names.Of(inward[0].Sector)))
            : outside.Count > 0 ? t.Say("chart.ei.outward", ("n", outside.Count), ("all", sectors.Count), ("name", names.Of(outside[^1].Sector)))
            : t.Say("chart.ei.none", ("all", sectors.Count));
        string cut = shown < several ? t.Say("chart.ei.cut", ("n", shown), ("all", several)) : string.Empty;
        string single = several < sectors.Count ? t.Say("chart.ei.single", ("n", sectors.Count - several)) : string.Empty;
        var first = outside.Take(3).Select(s => t.Say("chart.ei.alt-one", ("name", names.Of(s.Sector)), ("index", s.EiIndex), ("expected", s.EiChance.Expected)));
        string rest = outside.Count == 0 ? string.Empty : string.Join(t.Say("list.semicolon"), first) + ".";
        return new(
            title,
            ChartWords.Sentences(
                Scope(analysis, t), t.Say("chart.ei.meaning"), Tie(analysis, t),
                t.Say("chart.ei.shuffled", ("shuffles", analysis.Network.SectorShuffles ?? 0)), single, cut, names.Note),
            ChartWords.Sentences(t.Say("chart.ei.alt", ("n", shown), ("title", title)), rest, single));
    }

    private static void DrawRows(Sheet sheet, Row[] rows, Texts t)
    {
        var type = sheet.Type;
        string[] labels = [.. rows.Select((row, i) => type.Fit(row.Label, Style(row), 250))];
        float left = Sheet.Margin + labels.Select((label, i) => type.Width(label, Style(rows[i]))).Max() + 18;
        float width = Chart.Width - Sheet.Margin - EndRoom - left;
        float bottom = Top + (rows.Length * RowHeight);
        var scale = new RangeScale(left, width, -1, 1);
        string amiss = rows.Any(row => row.Values.OnScale.IsAmiss) ? t.Say("chart.ei.amiss") : string.Empty;
        RangeScale.Legend(sheet, Sheet.Margin, 11, t.Say("chart.observed"), amiss, t.Say("chart.ei.expected"), t.Say("chart.range"));
        scale.Axis(sheet, Top, bottom, [-1, -0.5, 0, 0.5, 1], value => Signed(Numbers.Index(value, t)));
        sheet.Text(type.Fit(t.Say("chart.ei.within"), TextStyle.Small, width / 2), left, bottom + 32, TextStyle.Small);
        sheet.Text(type.Fit(t.Say("chart.ei.across"), TextStyle.Small, width / 2), left + width, bottom + 32, TextStyle.Small, Anchor.End);
        float next = left + width + 26 + rows.Max(row => type.Width(Signed(Numbers.Index(row.Values.Index, t)), TextStyle.Strong));
        for (int i = 0; i < rows.Length; i++)
        {
            float y = Top + ((i + 0.5f) * RowHeight);
            var values = rows[i].Values;
            sheet.Text(labels[i], left - 14, y + 4.3f, Style(rows[i]), Anchor.End);
            scale.Draw(sheet, y, values.OnScale);
            sheet.Text(Signed(Numbers.Index(values.Index, t)), next - 8, y + 4.3f, TextStyle.Strong, Anchor.End);
            string expected = Signed(t.Say("chart.ei.expected-value", ("value", values.Chance.Expected)));
            sheet.Text(type.Fit(expected, TextStyle.Small, Chart.Width - 8 - next), next, y + 4.3f, TextStyle.Small);
        }

        sheet.Line(Sheet.Margin, Top + RowHeight, Chart.Width - Sheet.Margin, Top + RowHeight, Palette.Quiet, 1);
    }

    /// <summary>With a minus as wide as a plus.</summary>
    private static string Signed(string number) => number.Replace('-', '\u2212');

    private static TextStyle Style(Row row) => TextStyle.Label with { Bold = row.Values.StandsOut };
}
