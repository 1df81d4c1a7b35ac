using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

[Collection(OneSite.Name)]
public sealed class GapListTests(Site site)
{
    /// <summary>Gaps in the page; the rest are counted.</summary>
    private const int Most = 5_000;

    /// <summary>Rows that are made until more are asked for.</summary>
    private const int AtOnce = 50;

    /// <summary>What makes a long list open and filter at once: rows are made as they are asked for, whatever the number of missing links.</summary>
    [Fact]
    public async Task Of_thousands_of_missing_links_only_the_rows_that_are_shown_are_made()
    {
        using var report = Json("large");
        var total = report.RootElement.GetProperty("headline").GetProperty("gaps").GetProperty("total").GetInt64();
        Assert.True(total > Most, "the dataset was made to have more missing links than the page lists");
        await using var open = await OpenPage.Of(site, "large");
        Assert.Equal(AtOnce, await Rows(open.Page));
        Assert.Contains($"{Most.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f')}", await open.Page.Locator("#gaps output").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await open.Page.Locator("p.scripted").IsVisibleAsync());

        // A name that hundreds of missing links have: the list is cut anew, not hidden row by row.
        await open.Page.Locator("#gaps input[type=search]").FillAsync("ngo 0");
        Assert.Equal(AtOnce, await Rows(open.Page));
        Assert.All(await open.Page.Locator("#gaps tbody tr:not(.below)").AllInnerTextsAsync(), row => Assert.Contains("ngo 0", row, StringComparison.OrdinalIgnoreCase));
    }

    private static Task<int> Rows(IPage page) => page.Locator("#gaps tbody tr:not(.below)").CountAsync();

    [Theory]
    [InlineData("pakistan-counter-trafficking")]
    [InlineData("province-referral")]
    [InlineData("hostile")]
    public async Task Every_missing_link_and_its_evidence_is_that_of_the_report_for_programs(string name)
    {
        using var report = Json(name);
        var expected = report.RootElement.GetProperty("gaps").EnumerateArray().ToArray();
        await using var open = await OpenPage.Of(site, name);
        var page = open.Page;
        for (var more = page.Locator("#gaps > button"); await more.IsVisibleAsync();)
            await more.ClickAsync();
        await page.EvaluateAsync("document.querySelectorAll('#gaps tbody tr:not(.below) button').forEach(button => button.click())");
        var rows = await page.EvaluateAsync<JsonElement>("""
            [...document.querySelectorAll('#gaps tbody tr:not(.below)')].map(row => ({
              cells: [...row.cells].map(cell => cell.textContent), evidence: [...row.nextElementSibling.querySelectorAll('li')].map(item => item.textContent) }))
            """);
        Assert.Equal(report.RootElement.GetProperty("headline").GetProperty("gaps").GetProperty("total").GetInt64(), rows.GetArrayLength());
        foreach (var (gap, row) in expected.Zip(rows.EnumerateArray()))
        {
            var cells = row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetString()!).ToArray();
            Assert.Contains(gap.GetProperty("shared_arenas").GetInt32().ToString(CultureInfo.InvariantCulture), cells);
            var items = row.GetProperty("evidence").EnumerateArray().Select(item => item.GetString()!).ToArray();
            var evidence = gap.GetProperty("evidence").EnumerateArray().ToArray();
            Assert.Equal(evidence.Length, items.Length);
            Assert.Equal(Sources(evidence).Order(StringComparer.Ordinal), items.SelectMany(Cited).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_deep_link_opens_the_evidence_of_its_missing_link()
    {
        using var report = Json("province-referral");
        var id = report.RootElement.GetProperty("gaps")[150].GetProperty("id").GetString()!;
        await using var open = await OpenPage.Of(site, "province-referral", fragment: $"#gap-{id}");
        var row = open.Page.Locator($"[id='gap-{id}']");
        Assert.Equal("true", await row.Locator("button").GetAttributeAsync("aria-expanded"));
        await Assertions.Expect(row).ToBeInViewportAsync();
        Assert.True(await open.Page.Locator(".below li").First.IsVisibleAsync());
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task Two_sectors_and_a_name_narrow_the_list()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var tools = open.Page.Locator("#gaps .tools");
        await tools.Locator("select").Nth(0).SelectOptionAsync(new SelectOptionValue { Label = "NGO" });
        await tools.Locator("select").Nth(1).SelectOptionAsync(new SelectOptionValue { Label = "Law enforcement" });
        using var report = Json("province-referral");
        var pair = report.RootElement.GetProperty("sector_pairs").EnumerateArray().Single(p => p.GetProperty("a").GetString() == "Law enforcement" && p.GetProperty("b").GetString() == "NGO");
        Assert.StartsWith($"{pair.GetProperty("gaps").GetInt32()} of ", await tools.Locator("output").InnerTextAsync(), StringComparison.Ordinal);
        await tools.Locator("input[type=search]").FillAsync("lakeside legal");
        var rows = await open.Column("#gaps", 1);
        Assert.NotEmpty(rows);
        await tools.Locator("input[type=search]").FillAsync("no such name");
        Assert.True(await open.Page.GetByText("Nothing matches.").IsVisibleAsync());
        await tools.Locator("button").First.ClickAsync();
        Assert.StartsWith("351 of 351", await tools.Locator("output").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_sorts_by_every_column_with_the_keyboard_alone()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var heads = open.Page.Locator("#gaps thead button");
        for (var i = 0; i < await heads.CountAsync(); i++)
        {
            await heads.Nth(i).FocusAsync();
            await open.Page.Keyboard.PressAsync("Enter");
            Assert.NotNull(await open.Page.Locator("#gaps thead th").Nth(i).GetAttributeAsync("aria-sort"));
            Assert.Equal(1, await open.Page.Locator("#gaps thead [aria-sort]").CountAsync());
        }

        Assert.Empty(open.Problems);
    }

    private JsonDocument Json(string report) => JsonDocument.Parse(File.ReadAllText(Path.Combine(site.Folder(report), "report.json")));

    private static IEnumerable<string> Sources(IEnumerable<JsonElement> evidence) => evidence
        .SelectMany(one => one.GetProperty("a_activities").EnumerateArray().Concat(one.GetProperty("b_activities").EnumerateArray()))
        .Select(activity => activity.GetProperty("source").GetString()!);

    /// <summary>Every "file:line" of a line of evidence.</summary>
    /// <summary>"a.csv:7, 9" stands for two rows.</summary>
    private static IEnumerable<string> Cited(string item) =>
        System.Text.RegularExpressions.Regex.Matches(item, @"([a-z_-]+\.csv):(\d+)(?:, (\d+))*")
            .SelectMany(match => match.Groups[3].Captures.Prepend(match.Groups[2].Captures[0]).Select(line => $"{match.Groups[1].Value}:{line.Value}"));
}
