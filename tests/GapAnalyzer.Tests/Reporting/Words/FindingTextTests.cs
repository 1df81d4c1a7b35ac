using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Tests.Reporting.Words;

public sealed class FindingTextTests
{
    public static TheoryData<string> Codes => [.. FindingCatalog.All.Select(rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_rule_has_words_that_its_facts_fill(string code)
    {
        var rule = FindingCatalog.All.Single(rule => rule.Code == code);
        foreach (var holds in new[] { true, false })
        {
            var facts = rule.Facts.ToDictionary(fact => fact, fact => Fact(fact, holds), StringComparer.Ordinal);
            var sentence = FindingText.Sentence(new Finding(code, FindingSeverity.High, [], facts));
            Assert.EndsWith(".", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        }

        Assert.True(Texts.English.Has($"finding.{code}.heading"), "a rule needs a heading");
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_condition_of_the_words_names_a_fact_of_the_rule(string code)
    {
        var rule = FindingCatalog.All.Single(rule => rule.Code == code);
        var conditions = Texts.English.Keys.Where(key => key.StartsWith($"finding.{code}.", StringComparison.Ordinal) && !key.EndsWith(".heading", StringComparison.Ordinal));
        Assert.All(conditions, key => Assert.Contains(key.Split('.')[3], rule.Facts));
    }

    [Fact]
    public void What_an_introducer_could_do_is_said_only_where_there_is_one()
    {
        var rule = FindingCatalog.All.Single(rule => rule.Code == "missing-link");
        Assert.Contains("introduce", Sentence(introducers: 2, introducer: "Legal Aid", distance: 2), StringComparison.Ordinal);
        Assert.DoesNotContain("introduce", Sentence(introducers: 0, introducer: "", distance: 0), StringComparison.Ordinal);
        Assert.Contains("No chain of known ties", Sentence(introducers: 0, introducer: "", distance: 0), StringComparison.Ordinal);

        string Sentence(int introducers, string introducer, int distance)
        {
            var facts = rule.Facts.ToDictionary(fact => fact, fact => Fact(fact, true), StringComparer.Ordinal);
            (facts["introducers"], facts["introducer"], facts["distance"]) = (introducers, introducer, distance);
            return FindingText.Sentence(new Finding(rule.Code, FindingSeverity.High, [], facts));
        }
    }

    [Fact]
    public void A_dimension_that_the_dataset_does_not_have_is_said_in_words()
    {
        var rule = FindingCatalog.All.Single(rule => rule.Code == "single-provider");
        var facts = rule.Facts.ToDictionary(fact => fact, fact => Fact(fact, true), StringComparer.Ordinal);
        (facts["theme"], facts["place"]) = ("all", "all");
        Assert.StartsWith("All themes, all places:", FindingText.Sentence(new Finding(rule.Code, FindingSeverity.Low, [], facts)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_need_is_said_only_where_it_is_stated()
    {
        var rule = FindingCatalog.All.Single(rule => rule.Code == "single-provider");
        var facts = rule.Facts.ToDictionary(fact => fact, fact => Fact(fact, true), StringComparer.Ordinal);
        Assert.EndsWith("Stated need: 12.5 people.", FindingText.Sentence(new Finding(rule.Code, FindingSeverity.Low, [], facts)), StringComparison.Ordinal);
        facts["need"] = double.NaN;
        Assert.DoesNotContain("need", FindingText.Sentence(new Finding(rule.Code, FindingSeverity.Low, [], facts)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_status_of_a_cell_has_a_name_and_a_definition()
    {
        foreach (var status in Enum.GetValues<CellStatus>())
        {
            Assert.NotEmpty(CellText.Status(status, Texts.English));
            Assert.NotEmpty(CellText.Definition(status, Texts.English));
        }
    }

    /// <summary>Facts are names or numbers; which of the two shows in the name.</summary>
    private static object Fact(string name, bool holds) => name switch
    {
        "a" or "b" or "sector" or "sector_a" or "sector_b" or "stakeholder" or "theme" or "place" or "first" or "second" => "Name",
        "introducer" => holds ? "Name" : "",
        "need_unit" => holds ? "people" : "",
        "need" or "total_need" => holds ? 12.5 : double.NaN,
        "largest_component_share" or "requirement" or "adjusted_rand" or "nmi" or "share" => 0.5,
        _ => holds ? 3 : 0,
    };
}
