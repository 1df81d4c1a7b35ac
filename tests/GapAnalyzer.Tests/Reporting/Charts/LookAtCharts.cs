using GapAnalyzer.Reporting.Charts;

namespace GapAnalyzer.Tests.Reporting.Charts;

public sealed class LookAtCharts
{
    [Fact]
    public void Write()
    {
        Directory.CreateDirectory("/tmp/charts");
        foreach (var (name, make) in SampleAnalyses.All)
        {
            var analysis = make();
            foreach (var definition in ChartCatalog.All)
            {
                var (chart, why) = definition.Draw(analysis);
                Console.WriteLine($"{name} {definition.Id}: {chart?.Title ?? "NONE " + why}");
                if (chart is null)
                    continue;
                File.WriteAllBytes($"/tmp/charts/{name}-{chart.Id}.png", chart.ToPng());
                File.WriteAllText($"/tmp/charts/{name}-{chart.Id}.svg", chart.ToSvg());
            }
        }
    }
}
