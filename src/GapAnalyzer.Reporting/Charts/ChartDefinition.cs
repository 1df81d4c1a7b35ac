using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>A kind of chart: shown by <c>catalog charts</c>, drawn for every report it applies to.</summary>
/// <typeparam name="T">What it is drawn of: an analysis or a comparison.</typeparam>
/// <param name="Id">Stable id: file name, anchor and prefix of ids inside the SVG.</param>
/// <param name="Name">What it is called where no data are at hand.</param>
/// <param name="Question">The one question it answers.</param>
/// <param name="LayOut">Lays the chart out in a language and a theme; nothing is rendered before the bytes are asked for.</param>
public sealed record ChartDefinition<T>(string Id, string Name, string Question, Func<T, Texts, Typography, ChartResult> LayOut)
{
    /// <summary>What it is drawn from, where that can be left out of the analysis.</summary>
    public AnalysisParts Needs { get; init; }

    /// <summary>The chart in a language and a theme, English and the default one where none is named.</summary>
    public ChartResult Draw(T of, Texts? texts = null, Typography? type = null) => LayOut(of, texts ?? Texts.English, type ?? Typography.Default);
}

/// <summary>A chart, or the reason why there is none.</summary>
/// <param name="Chart">Null where the chart does not apply to the dataset.</param>
/// <param name="WhyNot">A sentence for the reader of the report; empty where there is a chart.</param>
public sealed record ChartResult(Chart? Chart, string WhyNot)
{
    internal static ChartResult None(string whyNot) => new(null, whyNot);

    internal static ChartResult Of(Chart chart) => new(chart, string.Empty);
}
