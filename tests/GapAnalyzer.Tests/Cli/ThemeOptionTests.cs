using GapAnalyzer.Tests.Reporting.Themes;

namespace GapAnalyzer.Tests.Cli;

/// <summary><c>analyze --theme</c>.</summary>
public sealed class ThemeOptionTests : CliTest
{
    [Fact]
    public async Task A_theme_file_with_a_logo_beside_it_reaches_the_charts()
    {
        var folder = Directory.CreateTempSubdirectory("gap-theme-").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "logo.png"), ThemeFileTests.Picture(30, 10));
            File.WriteAllText(Path.Combine(folder, "house.json"), """{ "logo": "logo.png", "footer": "For the ministry", "colors": { "muted": "#BBBBBB" } }""");

            var result = await Run("analyze", Tidy(), "-o", Report, "--format", "charts", "--theme", Path.Combine(folder, "house.json"));

            Assert.Equal(0, result.Code);
            Assert.Contains("warning: theme 'house': field colors.muted #BBBBBB has a contrast of 1.9", result.Error, StringComparison.Ordinal);
            var svg = Directory.EnumerateFiles(Path.Combine(Report, "charts"), "*.svg").First();
            Assert.Contains("For the ministry", File.ReadAllText(svg), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("contrst", "--theme: no theme and no file 'contrst'; did you mean 'contrast'?; expected default, contrast or a JSON file")]
    public async Task A_theme_that_is_not_there_is_one_line(string theme, string message)
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--theme", theme);

        Assert.Equal(2, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Report));
    }
}
