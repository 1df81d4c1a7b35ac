using System.Text.Json.Nodes;
using CsCheck;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting.Explaining;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;
using GapAnalyzer.Tests.Reporting.Formats;

namespace GapAnalyzer.Tests.Reporting.Explaining;

/// <summary>What is explained is what the report says, and the chain beneath adds up to it.</summary>
public sealed class ExplainTests
{
    private static readonly Dictionary<string, Lazy<Analysis>> Analyses = new()
    {
        ["pakistan"] = new(() => Sample("pakistan-counter-trafficking")),
        ["province"] = new(() => Sample("province-referral")),
        ["small"] = new(() => ReportFixtures.Small),
        ["without ties"] = new(() => ReportFixtures.WithoutTies),
        ["without dimensions"] = new(() => ReportFixtures.WithoutDimensions),
        ["nothing"] = new(() => ReportFixtures.Nothing),
        ["hostile"] = new(() => ReportFixtures.Hostile),
    };

    public static TheoryData<string> Names => [.. Analyses.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_gap_is_the_gap_of_the_report_and_its_weights_add_up_to_R(string name)
    {
        var (inquiry, report) = Open(name);
        foreach (var (rank, gap) in report["gaps"]!.AsArray().Index().Take(60))
        {
            var explained = Json(Explain.Gap(inquiry, (string)gap!["id"]!));
            AssertSame(gap, explained["pair"]);
            Assert.True((bool)explained["is_gap"]!);
            Assert.Equal(rank + 1, (int)explained["rank"]!);
            Assert.Equal((double)gap["requirement"]!, explained["weights"]!.AsArray().Sum(weight => (double)weight!["weight"]!), 9);
            Assert.DoesNotContain(explained["tie"]!["records"]!.AsArray(), record => (string)record!["standing"]! == "counted");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_pair_of_sectors_is_that_of_the_report_and_its_lists_are_as_long_as_its_counts(string name)
    {
        var (inquiry, report) = Open(name);
        var pairs = report["sector_pairs"]!.AsArray();
        for (var p = 0; p < pairs.Count; p++)
        {
            var summary = inquiry.Analysis.SectorPairs[p];
            var explained = Json(SectorsExplanation.Of(inquiry, summary.B, summary.A));
            AssertSame(pairs[p], explained["sector_pair"]);
            Assert.Equal((int)pairs[p]!["gaps"]!, explained["gaps"]!.AsArray().Count);
            Assert.Equal((int)pairs[p]!["ties"]!, explained["ties"]!.AsArray().Count);
            Assert.Equal((int)pairs[p]!["stakeholders_a"]!, explained["members_a"]!.AsArray().Count);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_organisation_is_that_of_the_report_and_its_lists_are_as_long_as_its_counts(string name)
    {
        var (inquiry, report) = Open(name);
        var stakeholders = report["stakeholders"]!.AsArray();
        for (var i = 0; i < stakeholders.Count; i++)
        {
            var (expected, explained) = (stakeholders[i]!, Json(StakeholderExplanation.Of(inquiry, new(i))));
            AssertSame(expected, explained["stakeholder"]);
            Assert.Equal((int)expected["required"]!, explained["by_sector"]!.AsArray().Sum(sector => (int)sector!["required"]!));
            Assert.Equal((int)expected["degree"]!, explained["ties"]!.AsArray().Count);
            Assert.Equal((int)expected["arenas"]!, explained["activities"]!.AsArray().Select(a => ((string)a!["theme"]!, (string)a["place"]!, (string)a["period"]!)).Distinct().Count());
            if (expected["satisfied"] is not { } satisfied)
                continue;
            Assert.Equal((int)satisfied, explained["by_sector"]!.AsArray().Sum(sector => (int)sector!["satisfied"]!));
            Assert.Equal((int)expected["required"]! - (int)satisfied, explained["gaps"]!.AsArray().Count);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_is_that_of_the_report_and_exactly_its_status_applies(string name)
    {
        var (inquiry, report) = Open(name);
        var cells = report["cells"]!.AsArray();
        for (var c = 0; c < cells.Count; c++)
        {
            var (cell, expected) = (inquiry.Analysis.Cells[c], cells[c]!);
            var explained = Json(ArenaExplanation.Of(inquiry, cell.Theme, cell.Place));
            AssertSame(expected, explained["cell"]);
            Assert.Equal([(string)expected["status"]!], explained["status_rules"]!.AsArray().Where(rule => (bool)rule!["applies"]!).Select(rule => (string)rule!["status"]!));
            Assert.Equal((int)expected["stakeholders"]!, explained["present"]!.AsArray().Count);
            if (expected["largest_component_share"] is { } share)
                Assert.Equal((double)share * (int)expected["stakeholders"]!, explained["groups"]!.AsArray().Max(group => group!.AsArray().Count), 9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_finding_is_that_of_the_report_and_meets_the_thresholds_of_its_rule(string name)
    {
        var (inquiry, report) = Open(name);
        var seen = new Dictionary<string, int>();
        foreach (var expected in report["findings"]!.AsArray())
        {
            var code = (string)expected!["code"]!;
            seen[code] = seen.GetValueOrDefault(code) + 1;
            if (name == "hostile" && inquiry.Analysis.Dataset.Stakeholders.Count != inquiry.Analysis.Dataset.Stakeholders.DistinctBy(s => s.Name).Count())
                continue;
            var explained = Json(Explain.Finding(inquiry, FormattableString.Invariant($"{code}:{seen[code]}")));
            AssertSame(expected, explained["finding"]);
            Assert.NotEmpty(explained["evidence"]!.AsArray());
            var criteria = explained["criteria"]!.AsArray();
            Assert.All(criteria.Where(criterion => criterion!["for_severity"] is null), criterion => Assert.True((bool)criterion!["holds"]!, criterion.ToJsonString()));

            // The severity: high where all of its thresholds hold; where none of any severity holds, low.
            var high = criteria.Where(criterion => (string?)criterion!["for_severity"] == "high").ToArray();
            if (high.Length > 0 && high.All(criterion => (bool)criterion!["holds"]!))
                Assert.Equal("high", (string)expected["severity"]!);
            else
                Assert.NotEqual("high", (string)expected["severity"]!);
        }

        foreach (var rule in FindingCatalog.All)
            Assert.Equal(seen.GetValueOrDefault(rule.Code), Json(Explain.Finding(inquiry, rule.Code))["findings"]!.AsArray().Count);
    }

    /// <summary>Every text of every explanation in every language, hostile names included: whole, and on one line each.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_explanation_can_be_said_in_every_language(string name)
    {
        foreach (var language in Texts.Languages)
        {
            var (inquiry, _) = Open(name);
            inquiry = inquiry with { Texts = Texts.Load(language) };
            var analysis = inquiry.Analysis;
            Explanation[] all =
            [
                .. analysis.Gaps.Take(10).Select(gap => PairExplanation.Of(inquiry, gap.B, gap.A)),
                .. analysis.Stakeholders.Take(10).Select(s => StakeholderExplanation.Of(inquiry, s.Stakeholder)),
                .. analysis.SectorPairs.Select(pair => SectorsExplanation.Of(inquiry, pair.A, pair.B)),
                .. analysis.Cells.Take(30).Select(cell => ArenaExplanation.Of(inquiry, cell.Theme, cell.Place)),
                .. FindingCatalog.All.Select(rule => Explain.Finding(inquiry, rule.Code)),
                .. name == "hostile" ? [] : analysis.Findings.Select(finding => finding.Code).Distinct().Select(code => Explain.Finding(inquiry, $"{code}:1")),
            ];
            Assert.All(all, explanation => Assert.All(explanation.Text, line => Assert.DoesNotContain("NaN", line, StringComparison.Ordinal)));
        }
    }

    /// <summary>The counted records are the tie network's: as many joint activities, as many declared rows, and the same strength.</summary>
    [Fact]
    public void Counted_records_are_the_ties() => RandomDatasets.Cases.Sample(
        item =>
        {
            var analysis = item.Plan.Build().Run(item.Options with { Permutations = 9 });
            StakeholderId[] all = [.. Enumerable.Range(0, analysis.Ties.N).Select(i => new StakeholderId(i))];
            var records = TieRecords.Between(analysis, all, all);
            var slow = new SlowReference(analysis.Dataset, analysis.Options);
            foreach (var (i, j) in slow.Pairs)
            {
                var counted = records[(new(i), new(j))].Where(record => record.Standing == RecordStanding.Counted).ToArray();
                var (joint, declared, strength) = slow.Tie(i, j);
                Assert.Equal(joint, counted.Count(record => record.Kind == TieRecordKind.Joint));
                Assert.Equal(declared, counted.Count(record => record.Kind != TieRecordKind.Joint));
                Assert.Equal(strength, counted.Sum(record => record.Strength), 9);
                Assert.Equal(strength, analysis.Ties.StrengthOf(new(j), new(i)), 9);
            }
        },
        iter: 300);

    /// <summary>The counted records of a cell are its ties: under local ties those of its activities, and rows of the ties table.</summary>
    [Fact]
    public void Counted_records_of_a_cell_are_its_ties() => RandomDatasets.Cases.Sample(
        item =>
        {
            var analysis = item.Plan.Build().Run(item.Options with { Permutations = 9 });
            StakeholderId[] all = [.. Enumerable.Range(0, analysis.Ties.N).Select(i => new StakeholderId(i))];
            var slow = new SlowReference(analysis.Dataset, analysis.Options);
            foreach (var cell in analysis.Cells)
            {
                var records = TieRecords.Between(analysis, all, all, cell);
                foreach (var (i, j) in slow.Pairs)
                {
                    var counted = records[(new(i), new(j))].Where(record => record.Standing == RecordStanding.Counted).ToArray();
                    var (joint, declared, _) = slow.TieIn(cell, i, j);
                    Assert.Equal(joint, counted.Count(record => record.Kind == TieRecordKind.Joint));
                    Assert.Equal(declared, counted.Count(record => record.Kind != TieRecordKind.Joint));
                }
            }
        },
        iter: 300);

    /// <summary>A (Gov) and B (NGO) meet at Q alone; C (NGO) meets A at both. At P one tie of the two that A has there, by the activity there.</summary>
    [Fact]
    public void A_cell_shows_the_ties_made_there_where_those_alone_count()
    {
        var small = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "B", "C")
            .Activity("at-p", "T", "P", "2024", "A", "C").Activity("at-q", "T", "Q", "2024", "A", "B", "C").Activity("b-at-p", "T", "P", "2024", "B");
        var (local, anywhere) = (Arena(new() { LocalTies = true, Permutations = 9 }), Arena(new() { Permutations = 9 }));
        Assert.Equal("T, P: fragmented (some sectors have ties made there, but these do not link all organisations present, directly or through each other).", local.Answer);
        Assert.Contains("Ties made here (1)", local.Text);
        Assert.Contains(local.Text, line => line.Contains("A - C: strength 1; at-p (", StringComparison.Ordinal) && !line.Contains("at-q", StringComparison.Ordinal));
        Assert.Contains("Ties (3)", anywhere.Text);
        Assert.StartsWith("T, P: coordinated (two or more sectors, and all organisations present are linked", anywhere.Answer, StringComparison.Ordinal);

        var tie = Assert.Single(Json(local)["ties"]!.AsArray())!;
        Assert.Equal([("at-p", "counted"), ("at-q", "made_elsewhere")], tie["records"]!.AsArray().Select(record => ((string)record!["activity"]!, (string)record["standing"]!)));

        Explanation Arena(AnalysisOptions options) => Explain.Arena(new(small.Run(options), Texts.English, "data"), "T", "P");
    }

    [Fact]
    public void A_pair_says_what_was_looked_at_and_not_counted()
    {
        var analysis = new SmallDatasets().Sector("Gov", "A", "B").Sector("NGO", "C", "D")
            .Activity("big", "T", "P", "2024", "A", "B", "C", "D").Activity("x", "T", "P", "2024", "A", "B").Tie("C", "D", since: "2030")
            .Run(new() { MaxJointParticipants = 3, To = new(2024, 12, 31), Permutations = 9 });
        var pair = Explain.Pair(new(analysis, Texts.English, "data"), "C", "A");
        Assert.Contains("A (Gov) and C (NGO): 1 shared combination of theme, place and year, no known tie.", pair.Answer, StringComparison.Ordinal);
        Assert.Contains(pair.Text, line => line.Contains("big, 2024: both took part (4 participants); not counted, as an activity of 4 introduces nobody", StringComparison.Ordinal));
        Assert.Contains(Explain.Pair(new(analysis, Texts.English, "data"), "C", "D").Text, line => line.Contains("since 2030-01-01; not counted, as it lies outside the chosen dates", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A", "A", "name two organisations")]
    [InlineData("A", "Helplin", "did you mean 'Helpline'?")]
    public void A_pair_that_cannot_be_meant_is_refused(string a, string b, string because)
    {
        var analysis = new SmallDatasets().Sector("Gov", "A").Sector("NGO", "Helpline").Activity("a", "T", "P", "2024", "A").Run();
        Assert.Contains(because, Assert.Throws<InputException>(() => Explain.Pair(new(analysis, Texts.English, "d"), a, b)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing-lnk", "did you mean 'missing-link'?")]
    [InlineData("missing-link:0", "the report has")]
    [InlineData("missing-link:9999", "the report has")]
    [InlineData("missing-link:x", "the report has")]
    public void A_finding_that_is_not_there_is_refused(string code, string because) => Assert.Contains(
        because, Assert.Throws<InputException>(() => Explain.Finding(Open("small").Inquiry, code)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Law enforcement", "'Law enforcement'")]
    [InlineData("it's $(rm)", "'it'\\''s $(rm)'")]
    [InlineData("a\n", "'a\n'")]
    public void A_command_to_copy_says_a_name_as_one_word(string word, string expected) => Assert.Equal(expected, ShellWord.Of(word));

    private static (Inquiry Inquiry, JsonNode Report) Open(string name)
    {
        var analysis = Analyses[name].Value;
        return (new(analysis, Texts.English, "data"), JsonNode.Parse(Written.Files(analysis, "json")["report.json"])!);
    }

    private static JsonNode Json(Explanation explanation) => JsonNode.Parse(explanation.Json)!;

    private static void AssertSame(JsonNode? expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"the report has {expected?.ToJsonString()}, explained is {actual?.ToJsonString()}");

    private static Analysis Sample(string name)
    {
        var folder = Committed.PathOf("sample-data", name);
        var source = new DataSource(name, IsFolder: true, [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file => new DataFile(Path.GetFileName(file), new FileInfo(file).Length, () => File.OpenRead(file)))]);
        return Analysis.Run(DatasetReader.Read(source, new(), CancellationToken.None), new() { Permutations = 99 }, CancellationToken.None);
    }
}
