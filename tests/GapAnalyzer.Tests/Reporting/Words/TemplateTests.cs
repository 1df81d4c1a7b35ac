using System.Text;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Tests.Reporting.Words;

public sealed class TemplateTests
{
    [Theory]
    [InlineData(0, "0 pairs are tied")]
    [InlineData(1, "1 pair is tied")]
    [InlineData(2, "2 pairs are tied")]
    [InlineData(1500, "1\u202f500 pairs are tied")]
    public void Plural_forms_follow_the_number(int n, string text) =>
        Assert.Equal(text, Fill("{n} {n|pair|pairs} {n|is|are} tied", "n = 1", ("n", n)));

    [Fact]
    public void French_takes_the_singular_for_none()
    {
        Assert.Equal("0 paire", Fill("{n} {n|paire|paires}", "n < 2", ("n", 0)));
        Assert.Equal("2 paires", Fill("{n} {n|paire|paires}", "n < 2", ("n", 2)));
    }

    [Fact]
    public void A_number_that_is_text_already_keeps_its_plural()
    {
        Assert.Equal("1 point", Fill("{n} {n|point|points}", "n = 1", ("n", "1")));
        Assert.Equal("0.4 points", Fill("{n} {n|point|points}", "n = 1", ("n", "0.4")));
    }

    [Fact]
    public void Formats_say_how_a_number_is_written() =>
        Assert.Equal("26 % 3 -0.24 1.5 x", Fill("{a:percent} {b:points} {c:index} {d} {e}", "n = 1", ("a", 0.26), ("b", 0.03), ("c", -0.24), ("d", 1.5), ("e", "x")));

    [Fact]
    public void Braces_in_a_name_are_not_filled() => Assert.Equal("{n}", Fill("{name}", "n = 1", ("name", "{n}"), ("n", 1)));

    [Theory]
    [InlineData("{open")]
    [InlineData("{n|one}")]
    [InlineData("{n:roman}")]
    public void A_malformed_template_is_refused(string template) => Assert.Throws<FormatException>(() => Template.Parse(template, "n = 1"));

    [Fact]
    public void An_unknown_plural_rule_is_refused() => Assert.Throws<FormatException>(() => Template.Parse("x", "n = 3"));

    [Fact]
    public void A_missing_fact_is_our_bug_and_says_its_name() =>
        Assert.Contains("'n'", Assert.Throws<KeyNotFoundException>(() => Fill("{n}", "n = 1")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_language_is_one_file_with_the_same_keys_and_facts()
    {
        foreach (var language in Texts.Languages)
        {
            var texts = Texts.Load(language);
            Assert.Equal(language, texts.Language);
            Assert.Equal(Texts.English.Keys, texts.Keys);
            foreach (var key in texts.Keys)
                Assert.True(texts.NamesOf(key).ToHashSet().SetEquals(Texts.English.NamesOf(key)), $"{language} {key} says other facts than English");
        }
    }

    /// <summary>A text that takes the place of another says the same facts, or it could not be filled where the other is.</summary>
    [Fact]
    public void Every_text_of_local_ties_takes_the_place_of_another()
    {
        var (words, local) = (Texts.English, Texts.English.Under(new() { LocalTies = true }));
        var own = words.Keys.Where(key => key.EndsWith("@local-ties", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(own);
        Assert.All(own, key =>
        {
            var replaced = key[..key.IndexOf('@', StringComparison.Ordinal)];
            Assert.True(words.NamesOf(key).ToHashSet().SetEquals(words.NamesOf(replaced)), key);
            Assert.Equal(words.LiteralsOf(key), local.LiteralsOf(replaced));
            Assert.NotEqual(words.LiteralsOf(replaced), local.LiteralsOf(replaced));
        });
        Assert.Same(words, words.Under(new()));
    }

    [Fact]
    public void Texts_hold_no_markup_so_that_every_format_can_write_them()
    {
        foreach (var key in Texts.English.Keys)
            Assert.True(Texts.English.LiteralsOf(key).All(text => !text.Any("<>&*`|[]#".Contains)), key);
    }

    private static string Fill(string template, string plural, params (string Name, object Value)[] facts) =>
        Texts.Parse(new MemoryStream(Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(
            new { language = "xx", plural, texts = new Dictionary<string, string> { ["t"] = template } })))).Say("t", facts);
}
