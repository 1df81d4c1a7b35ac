using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using GapAnalyzer.Reporting.Charts;
using SkiaSharp;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>What holds for every chart of the catalog, drawn from analyses of every shape.</summary>
public sealed class ChartCatalogTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string, string> EveryChartOfEverySample
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string sample in SampleAnalyses.All.Keys)
            {
                foreach (var definition in ChartCatalog.All)
                    data.Add(sample, definition.Id);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryChartOfEverySample))]
    public void A_chart_is_drawn_or_says_why_not(string sample, string id)
    {
        var (chart, whyNot) = Draw(sample, id);

        Assert.Equal(chart is null, whyNot.Length > 0);
        Assert.True(chart is not null || whyNot.EndsWith('.'));
        if (chart is null)
            return;
        Assert.Equal(id, chart.Id);
        Assert.All((string[])[chart.Title, chart.Subtitle, chart.AltText], text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.False(chart.Title.EndsWith('.'));
        Assert.EndsWith(".", chart.Subtitle, StringComparison.Ordinal);
        Assert.Contains($"{chart.Title}.", chart.AltText, StringComparison.Ordinal);
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
        Assert.All(chart.Table.Rows.SelectMany(row => row), value => Assert.True(value is string or long or double));
    }

    [Theory]
    [MemberData(nameof(EveryChartOfEverySample))]
    public void Every_character_that_is_drawn_has_a_glyph(string sample, string id)
    {
        if (Draw(sample, id).Chart is { } chart)
            Assert.All(chart.Texts, text => Assert.True(Typography.Default.CanShow(text.Text), text.Text));
    }

    [Theory]
    [MemberData(nameof(EveryChartOfEverySample))]
    public void The_picture_is_sharp_of_the_stated_size_and_not_blank(string sample, string id)
    {
        if (Draw(sample, id).Chart is not { } chart)
            return;

        using var picture = SKBitmap.Decode(chart.ToPng());

        Assert.Equal(1800, picture.Width);
        Assert.Equal(chart.Height * Chart.PngScale, picture.Height);
        Assert.True(picture.Pixels.Distinct().Count() > 20);
    }

    [Theory]
    [MemberData(nameof(EveryChartOfEverySample))]
    public void The_svg_scales_speaks_and_brings_its_font(string sample, string id)
    {
        if (Draw(sample, id).Chart is not { } chart)
            return;

        var root = XDocument.Parse(chart.ToSvg()).Root!;

        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"0 0 900 {chart.Height}"), root.Attribute("viewBox")!.Value);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal(chart.Title, root.Element(Svg + "title")!.Value);
        Assert.Equal(chart.AltText, root.Element(Svg + "desc")!.Value);
        Assert.Contains("@font-face{font-family:Inter;font-weight:400;src:url(data:font/woff2;base64,", root.Element(Svg + "style")!.Value, StringComparison.Ordinal);
        Assert.All(root.Descendants(Svg + "text"), text => Assert.StartsWith("Inter", text.Attribute("font-family")!.Value, StringComparison.Ordinal));
        var ids = root.Descendants().Attributes("id").Select(attribute => attribute.Value).ToList();
        Assert.All(ids, value => Assert.StartsWith(id, value, StringComparison.Ordinal));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "image");
        Assert.DoesNotContain("@font-face", chart.ToSvg(embedFonts: false), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_and_parallel_rendering_give_the_same_bytes()
    {
        string[] samples = ["small", "hostile", "no-ties"];
        string Digest() => string.Join('\n', samples.SelectMany(sample => ChartCatalog.Draw(SampleAnalyses.All[sample]()))
            .Select(chart => $"{chart.Id} {Hash(chart.ToPng())} {Hash(System.Text.Encoding.UTF8.GetBytes(chart.ToSvg()))}"));
        string once = Digest();

        string[] again = [.. Enumerable.Range(0, 6).AsParallel().WithDegreeOfParallelism(3).Select(_ => Digest())];

        Assert.All(again, digest => Assert.Equal(once, digest));
    }

    [Fact]
    public void A_foreign_culture_changes_nothing()
    {
        string Svgs() => string.Concat(ChartCatalog.Draw(SampleAnalyses.Medium).Select(chart => chart.ToSvg(embedFonts: false)));
        string invariant = Svgs();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(invariant, Svgs());
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal(invariant, Svgs());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Names_from_the_data_are_text_and_never_markup()
    {
        string svg = ChartCatalog.All.Single(chart => chart.Id == "network").Draw(SampleAnalyses.Hostile).Chart!.ToSvg(embedFonts: false);

        Assert.Contains("&lt;b&gt;", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_font_is_carried_for_the_scripts_that_occur_and_no_others()
    {
        int plain = ChartFonts.Css("plain – text…").Length;

        Assert.True(ChartFonts.Css("Łódź").Length > plain);
        Assert.True(ChartFonts.Css("Общество").Length > plain);
        Assert.Equal(plain, ChartFonts.Css("Médecins").Length);
        Assert.Equal(2, ChartFonts.Css("plain").Split("@font-face").Length - 1);
    }

    [Fact]
    public void Ids_are_unique_and_every_definition_asks_a_question()
    {
        (string Id, string Question)[] all =
            [.. ChartCatalog.All.Select(chart => (chart.Id, chart.Question)), .. ChartCatalog.OfComparisons.Select(chart => (chart.Id, chart.Question))];

        Assert.Equal(all.Length, all.Select(chart => chart.Id).Distinct().Count());
        Assert.All(all, chart => Assert.EndsWith("?", chart.Question, StringComparison.Ordinal));
        Assert.All(all, chart => Assert.Matches("^[a-z]+(-[a-z]+)*$", chart.Id));
    }

    private static ChartResult Draw(string sample, string id) => ChartCatalog.All.Single(chart => chart.Id == id).Draw(SampleAnalyses.All[sample]());

    private static string Hash(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
