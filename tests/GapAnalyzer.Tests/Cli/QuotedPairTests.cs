using GapAnalyzer.Cli.Commands;

namespace GapAnalyzer.Tests.Cli;

public sealed class QuotedPairTests
{
    [Theory]
    [InlineData("A:B", "A", "B")]
    [InlineData(" A B : C ", "A B", "C")]
    [InlineData("\"University: North\":B", "University: North", "B")]
    [InlineData("A:\"the \"\"so called\"\": B\"", "A", "the \"so called\": B")]
    [InlineData("-:Sindh", "-", "Sindh")]
    [InlineData(":Sindh", "", "Sindh")]
    [InlineData("Protection:", "Protection", "")]
    [InlineData("\"\":\"\"", "", "")]
    [InlineData("it's 5\":B", "it's 5\"", "B")]
    public void Two_names_with_a_colon_between_them(string text, string first, string second) => Assert.Equal((first, second), QuotedPair.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("A:B:C")]
    [InlineData("\"A:B")]
    [InlineData("\"A\"x:B")]
    public void Anything_else_is_none(string text) => Assert.Null(QuotedPair.Parse(text));
}
