using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>
/// Lower triangle of sectors against sectors: of the pairs that meet, how many have a tie. Without tie evidence the cells show
/// how many of the possible pairs meet at all.
/// </summary>
internal static class SectorMatrix
{
    /// <summary>More sectors than this make cells too small to read.</summary>
    private const int MostSectors = 16;

    /// <summary>A rate over fewer pairs than this is no finding to put in a title while others have more.</summary>
    private const long PairsToSpeakOf = 10;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "sector-matrix", "Coordination between sectors", "Which sectors work together where they meet, and which do not?", Draw);

    /// <summary>Every sector pair that could meet, in canonical order.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Sector A"), new("Sector B"), new("Stakeholders A", ColumnKind.Count), new("Stakeholders B", ColumnKind.Count),
            new("Possible pairs", ColumnKind.Count), new("Pairs that meet", ColumnKind.Count), new("Of them with a tie", ColumnKind.Count),
            new("Coordination rate", ColumnKind.Share),
        ],
        [.. analysis.SectorPairs.Where(pair => pair.Possible > 0).Select(pair => Row(analysis.Dataset, pair))]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        if (analysis.SectorPairs.All(pair => pair.Rate.Required == 0))
            return ChartResult.None(t.Say("chart.matrix.why-not"));
        if (analysis.Sectors.Count(sector => sector.Stakeholders > 0 && analysis.Dataset.Sectors[sector.Sector.Index].Known) < 2)
            return ChartResult.None(t.Say("chart.matrix.one-sector"));
        var names = new ChartNames(analysis.Dataset, t, type);
        var layout = MatrixLayout.Of(analysis, names, MostSectors, t);
        var worst = Worst(analysis, layout.Sectors);
        var words = Words(analysis, names, layout, worst, t);
        return ChartResult.Of(new Chart(Definition.Id, words, Table(analysis), layout.Height, sheet => layout.Draw(sheet, worst), type));
    }

    private static object[] Row(Dataset dataset, SectorPairSummary pair) =>
    [
        dataset.Sectors[pair.A.Index].Name, dataset.Sectors[pair.B.Index].Name, (long)pair.StakeholdersA, (long)pair.StakeholdersB,
        pair.Possible, pair.Rate.Required, pair.Rate.Measured ? pair.Rate.Satisfied : double.NaN, pair.Rate.Value,
    ];

    /// <summary>
    /// The cross-sector pair with the lowest rate, among those with enough pairs to speak of; without tie evidence the one
    /// that meets most. Null where no two known sectors meet.
    /// </summary>
    internal static SectorPairSummary? Worst(Analysis analysis, IReadOnlyList<SectorId> shown)
    {
        var meeting = analysis.SectorPairs
            .Where(pair => pair.IsCross && pair.Rate.Required > 0 && shown.Contains(pair.A) && shown.Contains(pair.B)).ToList();
        if (analysis.TieEvidence == TieKinds.None)
            return meeting.MaxBy(pair => pair.Rate.Required);
        var enough = meeting.Where(pair => pair.Rate.Required >= PairsToSpeakOf).ToList();
        return enough.Count > 0
            ? enough.OrderBy(pair => pair.Rate.Value).ThenByDescending(pair => pair.Rate.Required).First()
            : meeting.MaxBy(pair => pair.Rate.Gaps);
    }

    private static ChartWords Words(Analysis analysis, ChartNames names, MatrixLayout layout, SectorPairSummary? worst, Texts t)
    {
        bool measured = analysis.TieEvidence != TieKinds.None;
        string title = worst is null ? t.Say("chart.matrix.none") : Title(analysis, names, worst, t);
        string meaning = measured ? ChartWords.Sentences(t.Say("chart.matrix.meaning"), Tie(analysis, t)) : t.Say("chart.matrix.meaning-unmeasured");
        string cut = layout.Left == 0 ? string.Empty : t.Say("chart.matrix.cut", ("n", layout.Sectors.Count), ("left", layout.Left));
        string across = measured
            ? t.Say("chart.matrix.alt-across", ("together", Together(analysis, analysis.Headline.CrossSector, t)))
            : t.Say("chart.matrix.alt-across-unmeasured", ("n", analysis.Headline.CrossSector.Required));
        return new(
            title,
            ChartWords.Sentences(Scope(analysis, t), Meeting(analysis, t), meaning, cut, names.Note),
            ChartWords.Sentences(t.Say("chart.matrix.alt", ("n", layout.Sectors.Count), ("title", title)), across));
    }

    private static string Title(Analysis analysis, ChartNames names, SectorPairSummary worst, Texts t) => analysis.TieEvidence != TieKinds.None
        ? t.Say("chart.matrix.title", ("a", names.Of(worst.A)), ("b", names.Of(worst.B)), ("together", Together(analysis, worst.Rate, t)))
        : t.Say("chart.matrix.title-unmeasured", ("a", names.Of(worst.A)), ("b", names.Of(worst.B)), ("n", worst.Rate.Required), ("possible", worst.Possible));
}
