using System.Text;
using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Themes;
using NJsonSchema;
using SkiaSharp;

namespace GapAnalyzer.Tests.Reporting.Themes;

/// <summary>What a theme file may say, and what is said where it may not.</summary>
public sealed class ThemeFileTests
{
    private const string Full = """
        {
          "name": "Client", "extends": "contrast",
          "colors": { "ink": "#112233", "accent": "#abc", "groups": ["#000001","#000002","#000003","#000004","#000005","#000006"], "ramp": ["#FFFFFF", "#000000"], "status": { "uncovered": "#FF0000" } },
          "font": "house.ttf", "logo": "logo.png", "footer": "Prepared for\nthe ministry", "paper": "Letter"
        }
        """;

    [Fact]
    public void A_theme_takes_what_it_does_not_say_from_the_one_it_extends()
    {
        var theme = Read(Full);

        Assert.Equal(("Client", "Prepared for the ministry", PaperSize.Letter), (theme.Name, theme.Footer, theme.Paper));
        Assert.Equal(new Rgb(0x11, 0x22, 0x33), theme.Colors.Ink);
        Assert.Equal(new Rgb(0xAA, 0xBB, 0xCC), theme.Colors.Accent);
        Assert.Equal(Theme.Contrast.Colors.Muted, theme.Colors.Muted);
        Assert.Equal("#000006", theme.Colors.Groups[^1].Hex);
        Assert.Equal("#FF0000", theme.Colors.Of(CellStatus.Uncovered).Hex);
        Assert.Equal(Theme.Contrast.Colors.Of(CellStatus.Coordinated), theme.Colors.Of(CellStatus.Coordinated));
        Assert.Equal(("font/ttf", "House"), (theme.Font!.MediaType, theme.Font.Family));
        Assert.Equal(("image/png", 30, 10), (theme.Logo!.MediaType, theme.Logo.Width, theme.Logo.Height));
    }

    [Theory]
    [InlineData("""[1]""", "theme.json: expected a JSON object that describes a theme, found Array")]
    [InlineData("{\n\"name\": oops }", "theme.json:2: not valid JSON")]
    [InlineData("""{ "colour": {} }""", "theme.json: field 'colour' is not known; did you mean 'colors'?; expected $schema, name, extends, colors")]
    [InlineData("""{ "colors": { "inc": "#000000" } }""", "theme.json: field 'colors.inc' is not known; did you mean 'ink'?")]
    [InlineData("""{ "colors": { "ink": "black" } }""", "theme.json: field colors.ink is 'black'; expected a colour as #RRGGBB")]
    [InlineData("""{ "colors": { "ink": 3 } }""", "theme.json: field colors.ink is '3'; expected a colour as #RRGGBB")]
    [InlineData("""{ "colors": { "groups": ["#000000"] } }""", "theme.json: field colors.groups is ")]
    [InlineData("""{ "extends": "dark" }""", "theme.json: field extends is 'dark'; expected default or contrast")]
    [InlineData("""{ "paper": "A5" }""", "theme.json: field paper is 'A5'; expected A4, A3, Letter, Legal")]
    [InlineData("""{ "paper": "1" }""", "theme.json: field paper is '1'; expected A4, A3, Letter, Legal")]
    [InlineData("""{ "logo": "logo.svg" }""", "theme.json: field logo is 'logo.svg'; expected a PNG or JPEG picture")]
    [InlineData("""{ "logo": "broken.png" }""", "theme.json: field logo is 'broken.png'; expected a PNG or JPEG picture")]
    [InlineData("""{ "logo": "huge.png" }""", "theme.json: field logo is 'huge.png'; expected a picture of at most 4000 pixels a side")]
    [InlineData("""{ "font": "logo.png" }""", "theme.json: field font is 'logo.png'; expected a TrueType or OpenType font")]
    [InlineData("""{ "font_bold": "house.ttf" }""", "theme.json: field font_bold is 'house.ttf'; expected nothing where no font is given")]
    [InlineData("""{ "footer": 3 }""", "theme.json: field footer is '3'; expected a text")]
    public void An_error_names_the_field_and_what_was_expected(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<InputException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_footer_has_a_longest_length() =>
        Assert.Contains("expected at most 200 characters", Assert.Throws<InputException>(() => Read($"{{ \"footer\": \"{new string('x', 201)}\" }}")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_schema_describes_the_fields_that_are_read()
    {
        using var schema = JsonDocument.Parse(Schemas.Theme);
        var properties = schema.RootElement.GetProperty("properties");
        string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

        Assert.Equal(ThemeFile.Fields, Names(properties));
        Assert.Equal(ThemeFile.ColorFields, Names(properties.GetProperty("colors").GetProperty("properties")));
        Assert.Equal(ThemeFile.StatusFields, Names(properties.GetProperty("colors").GetProperty("properties").GetProperty("status").GetProperty("properties")));
        var checker = await JsonSchema.FromJsonAsync(Schemas.Theme);
        Assert.Empty(checker.Validate(Full));
        Assert.NotEmpty(checker.Validate("""{ "colour": {} }"""));
        Assert.NotEmpty(checker.Validate("""{ "colors": { "ink": "black" } }"""));
    }

    [Fact]
    public void The_built_in_themes_can_be_read_by_most() => Assert.Equal([], Theme.BuiltIn.SelectMany(ThemeContrast.Warnings));

    [Theory]
    [InlineData("""{ "colors": { "muted": "#BBBBBB" } }""", "field colors.muted #BBBBBB has a contrast of 1.9 on #FFFFFF")]
    [InlineData("""{ "colors": { "alarm": "#FF9999" } }""", "field colors.alarm #FF9999")]
    [InlineData("""{ "colors": { "ramp": ["#FFFFFF", "#000000", "#888888"] } }""", "field colors.ramp does not go steadily")]
    [InlineData("""{ "colors": { "quiet": "#BE123C" } }""", "look alike in grey")]
    public void Poor_contrast_is_warned_of(string json, string warning) =>
        Assert.Contains(ThemeContrast.Warnings(Read(json)), line => line.Contains(warning, StringComparison.Ordinal));

    /// <summary>Examples of WCAG 2: black on white is 21, #767676 on white is the darkest grey that still has 4.54.</summary>
    [Fact]
    public void Contrast_is_that_of_the_web_content_guidelines()
    {
        Assert.Equal(21, Rgb.Contrast(default, Rgb.White), 1e-9);
        Assert.Equal(4.54, Rgb.Contrast(Rgb.Parse("#767676")!.Value, Rgb.White), 0.01);
    }

    [Theory]
    [InlineData("#fff", "#FFFFFF")]
    [InlineData("#0F766E", "#0F766E")]
    [InlineData("0F766E", null)]
    [InlineData("#0F766", null)]
    [InlineData("#0F76 6E", null)]
    [InlineData("#GGGGGG", null)]
    public void Colours_are_read_as_CSS_writes_them(string text, string? hex) => Assert.Equal(hex, Rgb.Parse(text)?.Hex);

    private static Theme Read(string json) => ThemeFile.Read("theme.json", Encoding.UTF8.GetBytes(json), (path, most) => path switch
    {
        "house.ttf" => File.ReadAllBytes(Committed.PathOf("src", "GapAnalyzer.Reporting", "Charts", "Fonts", "Inter_400Regular.ttf")),
        "logo.png" => Picture(30, 10),
        "huge.png" => Picture(4001, 1),
        "broken.png" => [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3],
        "logo.svg" => Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        _ => throw new InputException($"{path}: no such file"),
    });

    internal static byte[] Picture(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.DarkBlue);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
