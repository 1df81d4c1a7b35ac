using GapAnalyzer.Comparing;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Every chart, in the order in which reports show them. A new chart is one new file and one line here.</summary>
public static class ChartCatalog
{
    public static IReadOnlyList<ChartDefinition<Analysis>> All { get; } =
    [
        SectorMatrix.Definition,
        GapRanking.Definition,
        EiChart.Definition,
        CoverageGrid.Definition,
        NeedQuadrants.Definition,
        PresenceConcentration.Definition,
        ChangeOverTime.Definition,
        NetworkDrawing.Definition,
        BrokerRanking.Definition,
        MeetingCurve.Definition,
        SensitivityChart.Definition,
    ];

    /// <summary>Every chart of a comparison, likewise.</summary>
    public static IReadOnlyList<ChartDefinition<Comparison>> OfComparisons { get; } = [RateSeries.Definition, GapFlowChart.Definition];

    /// <summary>The charts that apply to an analysis and to what it computed, in catalog order, in a language and a theme, English and the default one where none is named.</summary>
    public static IReadOnlyList<Chart> Draw(Analysis analysis, Texts? texts = null, Typography? type = null) =>
        Draw(All.Where(definition => analysis.Has(definition.Needs)), analysis, texts, type);

    /// <summary>The charts that apply to a comparison, likewise.</summary>
    public static IReadOnlyList<Chart> Draw(Comparison comparison, Texts? texts = null, Typography? type = null) => Draw(OfComparisons, comparison, texts, type);

    private static Chart[] Draw<T>(IEnumerable<ChartDefinition<T>> definitions, T of, Texts? texts, Typography? type) =>
        [.. definitions.Select(definition => definition.Draw(of, texts, type).Chart).OfType<Chart>()];
}
