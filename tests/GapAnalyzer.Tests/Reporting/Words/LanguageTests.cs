using System.Text.RegularExpressions;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Reporting.Words;

/// <summary>What holds for every text of every language, whatever the numbers.</summary>
public sealed partial class LanguageTests
{
    /// <summary>Words that a number in front would put into the plural.</summary>
    private static readonly Dictionary<string, string> Singular = new()
    {
        ["en"] = "pair|organisation|sector|activity|tie|link|cell|arena|place|theme|point|row|group|member|person|combination|partner|time",
        ["fr"] = "paire|organisation|secteur|activité|lien|case|cadre|lieu|thème|point|ligne|groupe|membre|personne|combinaison|partenaire|autre",
    };

    private static readonly Dictionary<string, string> Plural = new()
    {
        ["en"] = "pairs|organisations|sectors|activities|ties|links|cells|arenas|places|themes|points|rows|groups|members|people|combinations|partners|times",
        ["fr"] = "paires|organisations|secteurs|activités|liens|cases|cadres|lieux|thèmes|points|lignes|groupes|membres|personnes|combinaisons|partenaires|autres",
    };

    /// <summary>Texts that are said of several only: their code has another for one.</summary>
    private static readonly string[] OfSeveral =
    [
        "quality.large", "quality.large-untitled", "chart.together.", "chart.coverage.all", "chart.coverage.untold", "chart.coverage.places", "chart.coverage.themes",
        "chart.network.dashed-all", "chart.network.dashed-worst", "chart.network.nodes", "chart.network.ties", "chart.matrix.cut", "chart.gaps.cut", "chart.first-of", "chart.ei.inward", "chart.ei.outward", "chart.ei.none", "chart.ei.cut",
        "chart.need.hollow", "chart.presence.title", "quality.too-large", "brokers.sampled",
    ];

    public static TheoryData<string, int> EveryLanguageAndNumber
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var language in Texts.Languages)
            {
                foreach (var n in (int[])[0, 1, 2, 1234])
                    data.Add(language, n);
            }

            return data;
        }
    }

    public static TheoryData<string> OtherLanguages => [.. Texts.Languages.Where(language => language != "en")];

    [Theory]
    [MemberData(nameof(EveryLanguageAndNumber))]
    public void Every_text_is_whole_and_ends_as_in_English(string language, int n)
    {
        var texts = Texts.Load(language);
        foreach (var key in texts.Keys)
        {
            var (said, english) = (Say(texts, key, n), Say(Texts.English, key, n));
            Assert.False(said.AsSpan().ContainsAny('{', '}'), $"{key}: {said}");
            Assert.False(said.Contains("  ", StringComparison.Ordinal) || said.Contains(" .", StringComparison.Ordinal) || said.Contains(" ,", StringComparison.Ordinal), $"{key}: '{said}'");
            if (key.StartsWith("list.", StringComparison.Ordinal) || key is "colon")
                continue;
            Assert.Equal(".:?".Contains(english[^1], StringComparison.Ordinal) ? english[^1] : 'x', ".:?".Contains(said[^1], StringComparison.Ordinal) ? said[^1] : 'x');
            Assert.True(said == said.TrimEnd(), $"{key}: '{said}'");
        }
    }

    [Theory]
    [MemberData(nameof(EveryLanguageAndNumber))]
    public void What_is_counted_agrees_with_its_number(string language, int n)
    {
        var texts = Texts.Load(language);
        var one = n == 1 || (n == 0 && language == "fr");
        var wrong = new Regex($@"(?<![\d\p{{L}}\u202f.,-]){Numbers.Count(n)} ({(one ? Plural : Singular)[language]})\b(?! pairs?\b)");
        Assert.All(texts.Keys.Where(key => !OfSeveral.Any(several => key.StartsWith(several, StringComparison.Ordinal))), key =>
            Assert.False(wrong.IsMatch(Say(texts, key, n)), $"{key}: {Say(texts, key, n)}"));
    }

    [Theory]
    [InlineData("en", "headline.required-only", 1, "There is 1 pair of organisations that 1; whether they coordinate cannot be told from these files.")]
    [InlineData("en", "headline.required-only", 2, "There are 2 pairs of organisations that 2; whether they coordinate cannot be told from these files.")]
    [InlineData("en", "finding.single-broker", 1, "The 1 known tie between 1 (1 organisation) and 1 (1) runs through 1 (1); 1 pair of the two sectors meets.")]
    [InlineData("en", "finding.single-broker", 2, "The 2 known ties between 2 (2 organisations) and 2 (2) all run through 2 (2); 2 pairs of the two sectors meet.")]
    [InlineData("en", "alone.text", 1, "1 organisation meets others in the sense of this report and has no known tie with anyone.")]
    [InlineData("fr", "headline.required-only", 0, "Il y a 0 paire d’organisations qui 0 ; ces fichiers ne permettent pas de savoir si elles se coordonnent.")]
    [InlineData("fr", "headline.required-only", 2, "Il y a 2 paires d’organisations qui 2 ; ces fichiers ne permettent pas de savoir si elles se coordonnent.")]
    [InlineData("fr", "headline.cross-sector", 1, "Entre secteurs différents, c’est le cas de 1 paire sur 1 : 100 %1.")]
    [InlineData("fr", "finding.single-broker", 1, "Le lien connu entre 1 (1 organisation) et 1 (1), 1 en tout, passe par 1 (1) ; 1 paire de ces deux secteurs se côtoie.")]
    [InlineData("fr", "finding.single-broker", 2, "Les liens connus entre 2 (2 organisations) et 2 (2), 2 en tout, passent tous par 2 (2) ; 2 paires de ces deux secteurs se côtoient.")]
    [InlineData("fr", "quality.rows", 1, "Lignes lues : 1 = 1 utilisée + 1 écartée.")]
    [InlineData("fr", "alone.text", 2, "2 organisations en côtoient d’autres au sens de ce rapport et n’ont de lien connu avec personne.")]
    public void Verbs_and_adjectives_agree_too(string language, string key, int n, string expected) =>
        Assert.Equal(expected, Say(Texts.Load(language), key, n).Replace('\u00a0', ' '));

    [Fact]
    public void French_signs_have_their_no_break_space_and_the_apostrophe_its_form()
    {
        var french = Texts.Load("fr");
        Assert.All(french.Keys, key =>
        {
            var said = Say(french, key, 2);
            Assert.DoesNotMatch(BreakingSpace(), said);
            Assert.DoesNotContain('\'', said);
        });
    }

    [Fact]
    public void French_writes_numbers_the_French_way()
    {
        var french = Texts.Load("fr");
        Assert.Equal("12\u00a0%", Numbers.Percent(0.12, french));
        Assert.Equal("0,4\u00a0%", Numbers.Percent(0.004, french));
        Assert.Equal("moins de 0,1\u00a0%", Numbers.Percent(0.0001, french));
        Assert.Equal("plus de 99,9\u00a0%", Numbers.Percent(0.9999, french));
        Assert.Equal("1\u202f234,5", Numbers.Text(1234.5, french));
        Assert.Equal("-0,24", Numbers.Index(-0.236, french));
        Assert.Equal("< 0,001", Numbers.Chance(0.0001, french));
        Assert.Equal("30/09/2024", Numbers.Date(new(2024, 9, 30), french));
        Assert.Equal("(à 0,4 point près)", french.Say("headline.give-or-take", ("points", "0,4")));
        Assert.Equal("(à 3 points près)", french.Say("headline.give-or-take", ("points", "3")));
    }

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void What_catalogs_say_in_code_is_said_in_every_language(string language)
    {
        var known = Texts.Load(language).CatalogKeys.ToHashSet();
        string[] needed =
        [
            .. DiagnosticCatalog.All.SelectMany(kind => (string[])[$"{kind.Code}.title", $"{kind.Code}.remedy"]),
            .. FindingCatalog.All.SelectMany(rule => (string[])[$"finding.{rule.Code}.rule", $"finding.{rule.Code}.severity", $"finding.{rule.Code}.limits"]),
            .. MeasureCatalog.All.SelectMany(measure => (string[])[$"measure.{measure.Id}.name", $"measure.{measure.Id}.definition"]),
            .. Fields.Wide.Concat(Fields.Tidy.Values.SelectMany(table => table)).Select(field => field.Meaning),
            .. Fields.Tidy.Keys,
        ];
        Assert.DoesNotContain(needed, key => !known.Contains(key));
    }

    [Theory]
    [InlineData("fr", null, "fr")]
    [InlineData("en", "fr", "en")]
    [InlineData(null, "fr", "fr")]
    [InlineData(null, "fr-CD", "fr")]
    [InlineData(null, "ur", "en")]
    [InlineData(null, null, "en")]
    public void The_language_is_the_one_asked_for_else_the_datasets_else_English(string? chosen, string? dataset, string expected) =>
        Assert.Equal(expected, Texts.For(chosen, dataset).Language);

    /// <summary>Every hole filled with one number.</summary>
    private static string Say(Texts texts, string key, int n) => texts.Say(key, texts.NamesOf(key).ToDictionary(name => name, object (_) => n));

    [GeneratedRegex(" [:;?!%»]|« ")]
    private static partial Regex BreakingSpace();
}
