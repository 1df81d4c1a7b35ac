namespace GapAnalyzer.Tests.Cli;

public sealed class LanguageOptionTests : CliTest
{
    [Fact]
    public async Task A_report_is_in_the_language_asked_for_and_says_so()
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--format", "md,json", "--language", "fr", "--quiet");

        Assert.Equal(0, result.Code);
        Assert.Contains("paires d’organisations", result.Output, StringComparison.Ordinal);
        Assert.Contains("## En bref", await File.ReadAllTextAsync(Path.Combine(Report, "report.md")), StringComparison.Ordinal);
        Assert.Contains("\"language\": \"fr\"", await File.ReadAllTextAsync(Path.Combine(Report, "report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_option_the_dataset_says_the_language()
    {
        var tidy = Tidy();
        File.WriteAllText(Path.Combine(tidy, "dataset.json"), """{"language": "fr"}""");
        Assert.Equal("fr", (string?)(await Analyze(tidy))["options"]!["language"]);
        Assert.Equal("en", (string?)(await Analyze(tidy, "--language", "en"))["options"]!["language"]);
    }

    [Fact]
    public async Task A_language_without_words_is_refused()
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--language", "fi");
        Assert.Equal(2, result.Code);
        Assert.Contains("expected en or fr", result.Error, StringComparison.Ordinal);
    }
}
