using System.Xml.Linq;
using GapAnalyzer.Reporting.Charts;

namespace GapAnalyzer.Tests.Reporting.Charts;

/// <summary>Names in Arabic script: joined, in the right order, and text in an SVG.</summary>
public sealed class ArabicTests
{
    private static readonly Face Face = ChartFonts.Arabic.Regular;

    /// <summary>Unicode 9.2: beh takes an initial, a medial and a final form in a word, none of them the isolated one; only its dot stays.</summary>
    [Fact]
    public void Letters_join()
    {
        ushort[] isolated = Face.Shape("ب", 12).Glyphs;
        ushort[] joined = Face.Shape("ببب", 12).Glyphs;

        Assert.Equal(3, joined.Except(isolated).Count());
    }

    [Fact]
    public void The_first_letter_stands_rightmost()
    {
        var first = Face.Shape("د", 12);
        var both = Face.Shape("در", 12);

        // Dal does not join to the left, so that it looks the same alone and before reh.
        Assert.Equal(first.Glyphs[^1], both.Glyphs[^1]);
        Assert.True(both.Points[^1].X > both.Points[0].X);
    }

    [Fact]
    public void A_vowel_sign_takes_no_room() => Assert.Equal(Face.Shape("ب", 12).Width, Face.Shape("بَ", 12).Width, 1e-3f);

    [Fact]
    public void Names_are_drawn_as_they_are_and_no_id_stands_for_them()
    {
        var analysis = SampleAnalyses.All["arabic"]();

        foreach (var chart in ChartCatalog.Draw(analysis))
        {
            Assert.DoesNotContain("shown by their id", chart.Subtitle, StringComparison.Ordinal);
            var svg = XDocument.Parse(chart.ToSvg());
            var arabic = svg.Descendants().Where(element => element.Name.LocalName == "text" && Bidi.HasRightToLeft(element.Value)).ToList();
            if (chart.Id is not "change-over-time" and not "sensitivity")
                Assert.NotEmpty(arabic);
            Assert.All(arabic, text =>
            {
                Assert.Contains("'Noto Sans Arabic'", text.Attribute("font-family")!.Value, StringComparison.Ordinal);
                Assert.DoesNotContain(",", text.Attribute("x")!.Value, StringComparison.Ordinal);
                Assert.Equal(text.Value.Count(c => c == Bidi.Open), text.Value.Count(c => c == Bidi.Close));
            });
            if (arabic.Count > 0)
                Assert.Contains("@font-face{font-family:'Noto Sans Arabic'", chart.ToSvg(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_measured_is_the_sum_of_what_is_drawn()
    {
        const string mixed = "Ministry – \u2068منظمة 12 UN\u2069 (x)";

        float sum = Typography.Default.Runs(mixed, bold: false).Sum(run => Typography.Width(run, 12));

        Assert.Equal(sum, Typography.Default.Width(mixed, TextStyle.Label), 1e-3f);
        Assert.Equal(mixed.Length - 2, Typography.Default.Runs(mixed, bold: false).Sum(run => run.Text.Length));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(90)]
    [InlineData(200)]
    public void A_shortened_name_fits_and_stays_whole_in_itself(float width)
    {
        string fitted = Typography.Default.Fit("\u2068منظمة حقوق الإنسان والمجتمع المدني لمكافحة الاتجار\u2069", TextStyle.Label, width);

        Assert.True(Typography.Default.Width(fitted, TextStyle.Label) <= width);
        Assert.True(Typography.IsCut(fitted));
        Assert.Equal((Bidi.Open, Bidi.Close), (fitted[0], fitted[^1]));
    }
}
