using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>A place, or a theme, with its need and how many of those who meet there are tied.</summary>
/// <param name="Id">Index in the dataset.</param>
/// <param name="Se">Standard error of the rate; NaN where it is not known.</param>
internal sealed record NeedPoint(int Id, string Name, double Need, Rate Rate, double Se);

/// <summary>Need against coordination: where is much needed, and do those who work there work together?</summary>
internal static class NeedQuadrants
{
    private const int Fewest = 3;

    /// <summary>A rate over fewer pairs is no finding.</summary>
    internal const long PairsToSpeakOf = 10;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "need-coordination", "Need against coordination", "Where is much needed and little coordinated?", Draw)
    { Needs = AnalysisParts.Coverage | AnalysisParts.Groups };

    /// <summary>Places, or themes where the dataset has fewer than three places, with a stated need, most needed first.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Place or theme"), new("Need", ColumnKind.Number), new("Pairs that meet", ColumnKind.Count), new("Of them with a tie", ColumnKind.Count),
            new("Coordination rate", ColumnKind.Share),
        ],
        [.. Points(analysis).Select(point => new object[]
        {
            point.Name, point.Need, point.Rate.Required, point.Rate.Measured ? point.Rate.Satisfied : double.NaN, point.Rate.Value,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        if (analysis.TieEvidence == TieKinds.None)
            return ChartResult.None(t.Say("chart.need.no-ties"));
        if (analysis.Headline.NeedUnit == NeedUnit.None)
            return ChartResult.None(t.Say("chart.need.no-needs"));
        var points = Points(analysis);
        if (points.Count(point => double.IsFinite(point.Rate.Value)) < Fewest)
            return ChartResult.None(t.Say("chart.need.too-few"));
        var names = new ChartNames(analysis.Dataset, t, type);
        bool places = ByPlace(analysis);
        var layout = new QuadrantLayout(points, point => places ? names.Of(new Domain.PlaceId(point.Id)) : names.Of(new Domain.ThemeId(point.Id)), analysis, t, type);
        return ChartResult.Of(new Chart(Definition.Id, Words(analysis, points, layout, names, t), Table(analysis), QuadrantLayout.Height, layout.Draw, type));
    }

    private static bool ByPlace(Analysis analysis) =>
        analysis.Cells.Where(cell => cell.Need > 0 && cell.Place is not null).Select(cell => cell.Place).Distinct().Count() >= Fewest;

    internal static IReadOnlyList<NeedPoint> Points(Analysis analysis)
    {
        bool places = ByPlace(analysis);
        int Id(Domain.PlaceId? place, Domain.ThemeId? theme) => (places ? place?.Index : theme?.Index) ?? -1;

        // The groups of the analysis come by place, or theme, that has an arena, in the dataset's order.
        var ids = analysis.Presence.Arenas.Select(arena => Id(arena.Place, arena.Theme)).Distinct().Order();
        var rates = ids.Zip(places ? analysis.Places : analysis.Themes).ToDictionary(pair => pair.First, pair => pair.Second);
        return
        [
            .. analysis.Cells.Where(cell => cell.Need > 0).GroupBy(cell => Id(cell.Place, cell.Theme)).Where(group => group.Key >= 0)
                .Select(group => new NeedPoint(
                    group.Key,
                    places ? analysis.Dataset.Places[group.Key].Name : analysis.Dataset.Themes[group.Key],
                    group.Sum(cell => cell.Need),
                    rates.TryGetValue(group.Key, out var rate) ? rate.Rate : new Rate(0, 0, 0, 0, true),
                    rates.TryGetValue(group.Key, out var range) ? range.Range.Se : double.NaN))
                .OrderByDescending(point => point.Need).ThenBy(point => point.Id),
        ];
    }

    private static ChartWords Words(Analysis analysis, IReadOnlyList<NeedPoint> points, QuadrantLayout layout, ChartNames names, Texts t)
    {
        string kind = ByPlace(analysis) ? "place" : "theme";
        var worst = points.Where(layout.IsCritical).ToList();
        double share = worst.Sum(point => point.Need) / points.Sum(point => point.Need);
        string title = worst.Count == 0
            ? t.Say($"chart.need.none-{kind}")
            : t.Say($"chart.need.title-{kind}", ("n", worst.Count), ("all", points.Count), ("share", share), ("name", layout.NameOf(worst[0])));
        int unnamed = points.Count - layout.Named;
        return new(
            title,
            ChartWords.Sentences(
                Scope(analysis, t),
                t.Say($"chart.need.meaning-{kind}", ("unit", t.Say($"need.{Naming.NameOf(analysis.Headline.NeedUnit)}"))),
                t.Say("chart.need.lines", ("rate", layout.Rate)),
                layout.HasHollow ? t.Say("chart.need.hollow", ("n", PairsToSpeakOf)) : string.Empty,
                unnamed == 0 ? string.Empty : t.Say("chart.need.unnamed", ("n", unnamed)),
                names.Note),
            t.Say("chart.need.alt", ("n", points.Count), ("title", title)));
    }
}
