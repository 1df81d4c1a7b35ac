using System.Globalization;
using CsCheck;
using GapAnalyzer.Findings;

namespace GapAnalyzer.Tests.Findings;

public sealed class FindingTests
{
    [Fact]
    public void Every_finding_carries_the_facts_that_its_rule_lists_and_no_others() => RandomDatasets.Cases.Sample(drawn =>
    {
        foreach (var finding in drawn.Plan.Build().Expect("T1", "UN").Expect("T2", "Gov", "P1").Run(drawn.Options).Findings)
        {
            var rule = Assert.Single(FindingCatalog.All, rule => rule.Code == finding.Code);
            Assert.Equal(rule.Facts.Order(), finding.Facts.Keys.Order());
            Assert.All(finding.Facts.Values, value => Assert.True(value is int or long or double or string));
        }
    });

    [Fact]
    public void Findings_are_read_most_severe_first_then_in_the_order_of_the_rules() => RandomDatasets.Cases.Sample(drawn =>
    {
        var findings = drawn.Plan.Build().Expect("T1", "UN").Run(drawn.Options).Findings;
        var order = FindingCatalog.All.Select((rule, k) => (rule.Code, k)).ToDictionary(pair => pair.Code, pair => pair.k);
        Assert.Equal(findings.OrderByDescending(f => f.Severity).ThenBy(f => order[f.Code]), findings);
    });

    [Fact]
    public void Every_rule_says_when_how_severe_and_what_it_cannot_say()
    {
        Assert.Equal(FindingCatalog.All.Count, FindingCatalog.All.Select(rule => rule.Code).Distinct().Count());
        Assert.All(FindingCatalog.All, r => Assert.All([r.Code, r.Title, r.Rule, r.SeverityRule, r.Limits], text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }

    [Fact]
    public void A_missing_link_is_high_with_three_shared_arenas_and_no_common_partner()
    {
        var small = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B").Sector("UN", "Y", "Z").Tie("Y", "Z");
        foreach (var year in new[] { "2021", "2022", "2023" })
            small.Activity($"a{year}", "T", "P", year, "A").Activity($"b{year}", "T", "P", year, "B");
        var finding = Assert.Single(small.Run().Findings, f => f.Code == "missing-link");
        Assert.Equal(FindingSeverity.High, finding.Severity);
        Assert.Equal(["A", "B"], finding.Subject);
        Assert.Equal((3, "", 0, 0L, 1L, 1L), (finding.Facts["shared_arenas"], finding.Facts["introducer"], finding.Facts["distance"], finding.Facts["pair_satisfied"], finding.Facts["pair_required"], finding.Facts["total"]));

        var introduced = Assert.Single(small.Tie("A", "Z").Tie("B", "Z").Run().Findings, f => f.Code == "missing-link");
        Assert.Equal(FindingSeverity.Medium, introduced.Severity);
        Assert.Equal(("Z", 1, 2), (introduced.Facts["introducer"], introduced.Facts["introducers"], introduced.Facts["distance"]));
    }

    [Fact]
    public void A_stand_in_for_a_sector_is_neither_a_missing_link_nor_a_silo()
    {
        var findings = new SmallDatasets().Sector("Gov", "A").Stakeholder("media", "Media", standIn: true).Sector("UN", "Y", "Z").Tie("Y", "Z")
            .Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", "2024", "media").Run().Findings;
        Assert.DoesNotContain(findings, f => f.Code == "missing-link");
        Assert.Equal(["A"], findings.Where(f => f.Code == "organizational-silo").SelectMany(f => f.Subject));
    }

    [Fact]
    public void A_silo_has_ties_only_within_its_sector_or_to_unknown_ones()
    {
        var findings = new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C").Sector("Unknown", "U")
            .Activity("1", "T", "P", "2024", "A", "B").Activity("2", "T", "P", "2024", "C").Tie("A", "U").Tie("B", "C").Run().Findings;
        var silo = Assert.Single(findings, f => f.Code == "organizational-silo");
        Assert.Equal(["A"], silo.Subject);
        Assert.Equal((1L, 2, 1), (silo.Facts["required"], silo.Facts["degree"], silo.Facts["total"]));
    }

    [Fact]
    public void Cells_are_found_by_their_status_and_need()
    {
        var findings = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B", "C")
            .Activity("1", "T", "Uncoordinated", "2024", "A").Activity("2", "T", "Uncoordinated", "2024", "B")
            .Activity("3", "T", "Alone", "2024", "C")
            .Activity("4", "T", "Fragmented", "2024", "A").Activity("5", "T", "Fragmented", "2024", "B").Activity("6", "T", "Fragmented", "2024", "C")
            .Tie("A", "C")
            .Need("T", "Uncoordinated", people: 30).Need("T", "Uncovered", people: 10).Need("T", "Alone", people: 20).Run().Findings;
        Assert.Equal(
            [
                (FindingSeverity.High, "covered-uncoordinated", "Uncoordinated"),
                (FindingSeverity.High, "single-provider", "Alone"),
                (FindingSeverity.Medium, "uncovered-cell", "Uncovered"),
                (FindingSeverity.Low, "fragmented-cell", "Fragmented"),
            ],
            findings.Where(f => f.Subject[0] == "T").Select(f => (f.Severity, f.Code, f.Subject[1])));
        var alone = findings.Single(f => f.Code == "single-provider");
        Assert.Equal(("C", "NGO", 20.0, "people", 1), (alone.Facts["stakeholder"], alone.Facts["sector"], alone.Facts["need"], alone.Facts["need_unit"], alone.Facts["total"]));
    }

    [Fact]
    public void A_missing_expected_sector_is_one_finding_per_theme_and_sector()
    {
        var findings = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B")
            .Activity("1", "T", "P", "2024", "A").Activity("2", "T", "Q", "2024", "B").Activity("3", "T", "R", "2024", "B")
            .Expect("T", "Gov").Expect("T", "Judiciary").Need("T", "Q", people: 5).Need("T", "R", people: 9).Run().Findings
            .Where(f => f.Code == "missing-expected-sector").ToArray();
        Assert.Equal([("Judiciary", FindingSeverity.High), ("Gov", FindingSeverity.Medium)], findings.Select(f => (f.Subject[1], f.Severity)));
        Assert.Equal((2, 3, "R", 14.0, 2), (findings[1].Facts["places_missing"], findings[1].Facts["places_expected"], findings[1].Facts["place"], findings[1].Facts["need"], findings[1].Facts["total"]));
    }

    [Fact]
    public void A_rule_says_at_most_twenty_and_how_many_there_are()
    {
        var small = new SmallDatasets().Sector("Gov", "A");
        for (var place = 0; place < 300; place++)
            small.Need("T", place.ToString("000", CultureInfo.InvariantCulture), people: 300 - place);
        var findings = small.Activity("x", "T", "000", "2024", "A").Run().Findings.Where(f => f.Code == "uncovered-cell").ToArray();
        Assert.Equal(FindingCatalog.MaxPerRule, findings.Length);
        Assert.All(findings, f => Assert.Equal(299, f.Facts["total"]));
        Assert.Equal("001", findings[0].Subject[1]);
    }

    [Fact]
    public void Without_tie_evidence_no_rule_speaks_of_coordination()
    {
        var findings = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B")
            .Activity("1", "T", "P", "2024", "A").Activity("2", "T", "P", "2024", "B").Run().Findings;
        Assert.Empty(findings);
    }
}
