using System.Text.Json.Nodes;

namespace GapAnalyzer.Tests.Cli;

/// <summary>The answer goes to standard output; what is said about it goes to standard error.</summary>
public sealed class MessageTests : CliTest
{
    private string TidyWithUnknownStakeholders()
    {
        var tidy = Tidy();
        Append(tidy, "ties.csv", "gov,ghost,mou,\nphantom,ngo,mou,\n");
        Append(tidy, "participations.csv", "A4,uni,onlooker\n");
        return tidy;
    }

    [Fact]
    public async Task The_answer_is_the_title_the_headline_and_the_first_gaps()
    {
        var tidy = Tidy();
        Write("tidy/dataset.json", """{ "title": "Northern referral" }""");
        var result = await Run("analyze", tidy, "-o", Report);
        var lines = result.Output.Split('\n');
        Assert.Equal("Northern referral", lines[0]);
        Assert.StartsWith("Of the 6 pairs", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(line => line.Length > 2 && char.IsDigit(line[0]) && line[1] == '.'));
        Assert.Equal($"Report: {Path.Combine(Report, "report.html")}", Assert.Single(result.Messages));
    }

    [Fact]
    public async Task No_more_than_five_gaps_are_answered()
    {
        var tidy = Tidy();
        var names = Enumerable.Range(1, 6).Select(number => $"m{number}").ToList();
        Append(tidy, "stakeholders.csv", string.Concat(names.Select(name => $"{name},Paper {name},Sector {name}\n")));
        Append(tidy, "activities.csv", string.Concat(names.Select(name => $"{name},x,Protection,North,Alpha,2025-01-15\n")));
        Append(tidy, "participations.csv", string.Concat(names.Select(name => $"{name},{name},lead\n")));
        var result = await Run("analyze", tidy, "-o", Report, "--format", "json");
        Assert.Contains("\n5. ", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n6. ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_cannot_send_commands_to_the_terminal()
    {
        var tidy = Tidy();
        Write("tidy/dataset.json", """{ "title": "Red \u001b[31m title" }""");
        Append(tidy, "stakeholders.csv", "esc,\u001b]0;owned\u0007 Bureau,Media\n");
        Append(tidy, "participations.csv", "A1,esc,boss \u001b[2J\nA9,esc \u001b[2J,\n");
        var result = await Run("analyze", tidy, "-o", Report, "--verbose");
        Assert.Contains("owned  Bureau", result.Output, StringComparison.Ordinal);
        Assert.Contains("GAP2114", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Output + result.Error, c => char.IsControl(c) && c is not '\n');
    }

    [Fact]
    public async Task Quiet_says_nothing_but_the_answer()
    {
        var loud = await Run("analyze", TidyWithUnknownStakeholders(), "-o", Report);
        var quiet = await Run("analyze", At("tidy"), "-o", Report, "--quiet");
        Assert.Empty(quiet.Error);
        Assert.Equal(loud.Output, quiet.Output);
        Assert.Equal(0, quiet.Code);
    }

    [Fact]
    public async Task Quiet_still_says_what_went_wrong()
    {
        var result = await Run("analyze", At("nowhere"), "-o", Report, "-q");
        Assert.StartsWith("gap-analyzer: ", Assert.Single(result.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_names_the_first_case_and_counts_the_others()
    {
        var result = await Run("analyze", TidyWithUnknownStakeholders(), "-o", Report);
        Assert.Equal(0, result.Code);
        var warning = Assert.Single(result.Messages, line => line.Contains("GAP2107", StringComparison.Ordinal));
        Assert.StartsWith("warning: ties.csv:3: GAP2107 ", warning, StringComparison.Ordinal);
        Assert.EndsWith("(2 of these)", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbose_says_every_diagnostic()
    {
        var result = await Run("analyze", TidyWithUnknownStakeholders(), "-o", Report, "--verbose");
        var report = JsonNode.Parse(await File.ReadAllTextAsync(At("report", "report.json")))!;
        var diagnostics = report["diagnostics"]!.AsArray();
        Assert.Contains(diagnostics, item => (string?)item!["severity"] == "info");
        Assert.Equal(diagnostics.Count, result.Messages.Count(line => line.Contains(" GAP", StringComparison.Ordinal)));
        Assert.Contains("ties.csv:3: GAP2107", result.Error, StringComparison.Ordinal);
        Assert.Contains("ties.csv:4: GAP2107", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_lists_the_rows_that_cannot_be_used_and_writes_nothing()
    {
        var result = await Run("analyze", TidyWithUnknownStakeholders(), "-o", Report, "--strict");
        Assert.Equal(2, result.Code);
        Assert.Empty(result.Output);
        Assert.Equal("gap-analyzer: --strict: 2 rows could not be used; nothing was written", result.Messages[0]);
        Assert.StartsWith("  ties.csv:3: GAP2107 ", result.Messages[1], StringComparison.Ordinal);
        Assert.StartsWith("  ties.csv:4: GAP2107 ", result.Messages[2], StringComparison.Ordinal);
        Assert.Equal(3, result.Messages.Count);
        Assert.Equal(["tidy"], Entries());
    }

    [Fact]
    public async Task Strict_lists_no_more_rows_than_can_be_read()
    {
        var tidy = Tidy();
        Append(tidy, "ties.csv", string.Concat(Enumerable.Range(1, 25).Select(number => $"gov,ghost{number},mou,\n")));
        var result = await Run("analyze", tidy, "-o", Report, "--strict");
        Assert.Equal("  and 5 more", result.Messages[^1]);
        Assert.Equal(22, result.Messages.Count);
    }

    [Fact]
    public async Task Strict_is_content_with_rows_that_can_be_used() => Assert.Equal(0, (await Run("analyze", Tidy(), "-o", Report, "--strict")).Code);

    [Fact]
    public async Task Json_prints_the_report_and_nothing_else()
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--json");
        Assert.Equal(await File.ReadAllTextAsync(At("report", "report.json")), result.Output);
    }

    [Fact]
    public async Task Json_is_printed_where_it_is_not_written()
    {
        var result = await Run("analyze", Tidy(), "-o", Report, "--json", "--format", "md", "-q");
        Assert.Equal((6, 4), Pairs(JsonNode.Parse(result.Output)!));
        Assert.Equal([".gap-analyzer", "report.md"], Files(Report).Keys);
    }
}
