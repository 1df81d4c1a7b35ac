using System.Text.Json;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Gates;
using GapAnalyzer.Tests.Reporting.Formats;

namespace GapAnalyzer.Tests.Reporting.Gates;

public sealed class GateTests
{
    private static readonly JsonElement Report = JsonDocument.Parse("""
        { "headline": { "coordination_rate": { "value": 0.5, "required": 10, "satisfied": 5 }, "cross_sector_rate": { "value": 0.4 },
          "gaps": { "total": 5, "cross_sector": 3 }, "uncovered_need_share": null, "ei_index": { "value": -0.2 } } }
        """).RootElement;

    [Theory]
    [InlineData("rate<0.5", true)]
    [InlineData("rate<=0.5", false)]
    [InlineData("rate < 50.1%", false)]
    [InlineData("headline.coordination_rate.value<50%", true)]
    [InlineData("cross_sector_rate<0.3", true)]
    [InlineData("gaps>4", false)]
    [InlineData("gaps.cross_sector>3", true)]
    [InlineData("gaps.cross_sector>=3", false)]
    [InlineData("gaps.total==5", false)]
    [InlineData("gaps.total!=5", true)]
    [InlineData("ei_index<-0.1", false)]
    [InlineData("ei_index<-.5", true)]
    public void A_gate_fails_where_its_comparison_is_true(string rule, bool passes) => Assert.Equal(passes, Gate.FailIf(rule).Check(Report).Passed);

    [Theory]
    [InlineData("rate<40", "write 40% for percent")]
    [InlineData("gaps>40%", "not a share")]
    [InlineData("gaps>1.5", "a whole number")]
    [InlineData("ei_index<20%", "not a share")]
    [InlineData("rtae<0.4", "did you mean 'rate'?")]
    [InlineData("network.m<4", "there is no number 'network.m' in the headline")]
    [InlineData("rate", "expected NUMBER OPERATOR LIMIT")]
    [InlineData("rate<", "expected NUMBER OPERATOR LIMIT")]
    [InlineData("rate<0,4", "expected NUMBER OPERATOR LIMIT")]
    public void A_rule_that_cannot_be_meant_is_refused(string rule, string because) =>
        Assert.Contains(because, Assert.Throws<InputException>(() => Gate.FailIf(rule)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_undefined_number_keeps_no_promise()
    {
        var result = Gate.FailIf("uncovered_need_share>0.5").Check(Report);
        Assert.False(result.Passed);
        Assert.Equal("gate failed: uncovered_need_share>0.5: uncovered_need_share is undefined; it fails when undefined, or beyond 0.5 (50 %)", result.Text);
    }

    /// <summary>Without tie evidence the number of gaps is 0 because nothing was measured: no gate may take that for an improvement.</summary>
    [Theory]
    [InlineData("gaps>0", false)]
    [InlineData("random_ties.open>0", false)]
    [InlineData("coordination_rate.required>7", true)]
    [InlineData("uncovered_need_share>0.5", true)]
    public void What_was_not_measured_keeps_no_promise(string rule, bool passes)
    {
        var unmeasured = JsonDocument.Parse("""
            { "dataset": { "tie_evidence": "none" }, "headline": { "coordination_rate": { "value": null, "required": 7 }, "gaps": { "total": 0 }, "random_ties": { "open": 0 }, "uncovered_need_share": 0.2 } }
            """).RootElement;
        Assert.Equal(passes, Gate.FailIf(rule).Check(unmeasured).Passed);
    }

    [Theory]
    [InlineData("rate", 0.5, true)]
    [InlineData("rate", 0.51, false)]
    [InlineData("rate", 0.49, true)]
    [InlineData("gaps", 5, true)]
    [InlineData("gaps", 4, false)]
    [InlineData("gaps", 6, true)]
    public void Worse_is_a_lower_rate_and_more_gaps(string name, double before, bool passes)
    {
        var path = GateNumber.ByName[name].Path.Split('.');
        var earlier = JsonDocument.Parse(FormattableString.Invariant($$"""{ "headline": { "{{path[0]}}": { "{{path[1]}}": {{before}} } } }""")).RootElement;
        Assert.Equal(passes, Gate.FailIfWorse(name, earlier, "earlier.json").Check(Report).Passed);
    }

    [Fact]
    public void A_number_without_a_worse_side_is_refused() =>
        Assert.Contains("neither better nor worse", Assert.Throws<InputException>(() => Gate.FailIfWorse("coordination_rate.required", Report, "x")).Message, StringComparison.Ordinal);

    /// <summary>A law: whatever number the headline has can be held to a limit, and nothing else is listed.</summary>
    [Fact]
    public void Every_number_of_the_headline_is_a_gate()
    {
        using var report = JsonDocument.Parse(Written.Files(ReportFixtures.Small, "json")["report.json"]);
        var leaves = Leaves(report.RootElement.GetProperty("headline"), "").Where(path => !path.Contains("moved_most_by", StringComparison.Ordinal) && path != "need_unit");
        Assert.Equal(leaves.Order(StringComparer.Ordinal), GateNumber.All.Select(number => number.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_format_says_what_failed()
    {
        static string? Command(string path) => path.StartsWith("gaps", StringComparison.Ordinal) ? $"explain {path}" : null;
        GateResult[] results = [Gate.FailIf("rate<0.4").Check(Report), Gate.FailIf("gaps>4").Check(Report)];
        Assert.Equal(
            "gate passed: rate<0.4: coordination_rate.value is 0.5 (50 %)\ngate failed: gaps>4: gaps.total is 5; it fails when > 4\nreport.md explains it; so does: explain gaps.total\n",
            GateFormat.Write("text", results, "report.md", Command));
        Assert.Equal("::error title=gap-analyzer::gate failed: gaps>4: gaps.total is 5; it fails when > 4; report.md explains it; so does: explain gaps.total\n", GateFormat.Write("github", results, "report.md", Command));
        using var json = JsonDocument.Parse(GateFormat.Write("json", results, "report.md", Command));
        Assert.False(json.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(["rate<0.4", "gaps>4"], json.RootElement.GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("rule").GetString()));
        var junit = System.Xml.Linq.XDocument.Parse(GateFormat.Write("junit", results, "report.md", Command)).Root!;
        Assert.Equal(("2", "1"), (junit.Attribute("tests")!.Value, junit.Attribute("failures")!.Value));
        Assert.Equal(["rate<0.4", "gaps>4"], junit.Elements("testcase").Select(test => test.Attribute("name")!.Value));
    }

    [Fact]
    public void The_command_that_explains_a_number_names_the_sectors_with_most_gaps_or_the_findings()
    {
        var report = JsonDocument.Parse("""{ "sector_pairs": [{ "a": "NGO", "b": "NGO", "gaps": 9, "cross_sector": false }, { "a": "Law enforcement", "b": "NGO", "gaps": 7, "cross_sector": true }] }""").RootElement;
        Assert.Equal("gap-analyzer explain my/data --sectors NGO NGO", GateCommand.Of("coordination_rate.value", report, "my/data"));
        Assert.Equal("gap-analyzer explain my/data --sectors 'Law enforcement' NGO", GateCommand.Of("gaps.cross_sector", report, "my/data"));
        Assert.Equal("gap-analyzer explain 'my data' --finding uncovered-cell", GateCommand.Of("uncovered_need_share", report, "my data"));
        Assert.Null(GateCommand.Of("gaps.total", JsonDocument.Parse("""{ "sector_pairs": [] }""").RootElement, "d"));
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}"))
        : [path];
}
