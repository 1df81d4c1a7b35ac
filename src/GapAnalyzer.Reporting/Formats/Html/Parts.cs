using System.Text.Json;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Document;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>What answers to a reader: the matrix, the grid, the network and the list of gaps. Each also reads without a script.</summary>
internal sealed class Parts
{
    private readonly Report report;
    private readonly GapExplorer gaps;
    private readonly Dictionary<string, Action<Utf8JsonWriter>> data = new(StringComparer.Ordinal);

    public Parts(Report report)
    {
        this.report = report;
        gaps = new GapExplorer(report);
    }

    /// <summary>The same content with more to it, for the table of gaps; null for every other.</summary>
    public string? InPlaceOf(Table table, string caption) => table.File == GapExplorer.File ? gaps.Render(table, caption) : null;

    /// <summary>The same content with more to it, for some charts; null for every other.</summary>
    public string? InPlaceOf(Chart chart) => chart.Id switch
    {
        "sector-matrix" => Keep("matrix", chart, new SectorGrid(report)),
        "coverage-grid" => Keep("coverage", chart, new CoverageMatrix(report)),
        "network" => Keep("network", chart, new NetworkFigure(report)),
        _ => null,
    };

    /// <summary>What the script of the page reads; called after everything else was rendered.</summary>
    public void WriteData(Utf8JsonWriter json)
    {
        PageNames.Write(json, report);
        gaps.WriteData(json);
        foreach (var (name, write) in data)
        {
            json.WriteStartObject(name);
            write(json);
            json.WriteEndObject();
        }
    }

    private string Keep(string name, Chart chart, IPart part)
    {
        data[name] = part.WriteData;
        return $"""
            <figure id="chart-{chart.Id}" class="part">
            {BlockMarkup.Caption(chart.Title, part.Subtitle ?? chart.Subtitle)}
            {part.Render()}<div class="evidence" id="{name}-evidence" aria-live="polite" role="group" aria-label="{Markup.Attribute(report.Texts.Say("html.js.evidence"))}" tabindex="0" hidden></div>
            {ChartNumbers.Fold(chart, report)}</figure>

            """.ReplaceLineEndings("\n");
    }
}

/// <summary>A figure that answers to a reader.</summary>
internal interface IPart
{
    /// <summary>What stands below its title, where that of the chart would not be true of it.</summary>
    string? Subtitle => null;

    /// <summary>What reads without a script.</summary>
    string Render();

    /// <summary>What the script needs beyond it.</summary>
    void WriteData(Utf8JsonWriter json);
}
