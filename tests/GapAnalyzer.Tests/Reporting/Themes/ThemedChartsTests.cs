using System.Xml.Linq;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Tests.Reporting.Charts;
using SkiaSharp;

namespace GapAnalyzer.Tests.Reporting.Themes;

/// <summary>What a theme does to charts.</summary>
public sealed class ThemedChartsTests
{
    private static readonly Theme House = Theme.Default with
    {
        Colors = new() { Alarm = new(1, 2, 3), Background = new(0xFE, 0xFD, 0xFC) },
        Footer = "Prepared for <the> ministry",
        Logo = new(ThemeFileTests.Picture(30, 10), "image/png", 30, 10),
        Font = new("House", Font("NotoSansArabic_400Regular.ttf"), Font("NotoSansArabic_600SemiBold.ttf"), "font/ttf"),
    };

    [Fact]
    public void The_default_theme_changes_nothing()
    {
        string Svgs(Typography? type) => string.Concat(ChartCatalog.Draw(SampleAnalyses.Small, type: type).Select(chart => chart.ToSvg()));

        Assert.Equal(Svgs(null), Svgs(new Typography(Theme.Default with { Name = "other" })));
    }

    [Fact]
    public void Colours_font_footer_and_logo_reach_every_chart()
    {
        foreach (var chart in ChartCatalog.Draw(SampleAnalyses.Small, type: new Typography(House)))
        {
            string svg = chart.ToSvg();
            var texts = XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").ToList();

            Assert.Contains(texts, text => text.Value == "Prepared for <the> ministry");
            Assert.All(texts, text => Assert.StartsWith("House, Inter", text.Attribute("font-family")!.Value, StringComparison.Ordinal));
            Assert.Contains("@font-face{font-family:House;font-weight:600", svg, StringComparison.Ordinal);
            Assert.Contains("<image", svg, StringComparison.Ordinal);
            Assert.Empty(LabelCheck.Problems(chart));
            using var picture = SKBitmap.Decode(chart.ToPng());
            Assert.Equal(new SKColor(0xFE, 0xFD, 0xFC), picture.GetPixel(2, 2));
        }

        using var ranking = SKBitmap.Decode(ChartCatalog.Draw(SampleAnalyses.Small, type: new Typography(House)).Single(chart => chart.Id == "gap-ranking").ToPng());
        Assert.Contains(new SKColor(1, 2, 3), ranking.Pixels);
    }

    [Fact]
    public void Characters_that_the_house_font_lacks_are_set_in_the_fonts_of_the_program()
    {
        var type = new Typography(House);

        Assert.True(type.CanShow("Общество Ένωση منظمة"));
        Assert.True(type.Width("Общество", TextStyle.Label) > 20);
    }

    private static byte[] Font(string name) => File.ReadAllBytes(Committed.PathOf("src", "GapAnalyzer.Reporting", "Charts", "Fonts", name));
}
