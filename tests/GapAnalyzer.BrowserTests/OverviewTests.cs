using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

/// <summary>The page over all datasets of a batch.</summary>
[Collection(OneSite.Name)]
public sealed class OverviewTests(Site site)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task It_opens_without_an_error_or_a_request_nothing_sticks_out_and_the_rules_of_accessibility_find_nothing(int width)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var open = await OpenPage.At(site, site.Overview, width, scheme);
            Assert.Empty(open.Problems);
            Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");
            Assert.Equal("", await Axe.Violations(open.Page));
        }
    }

    [Fact]
    public async Task It_reads_without_scripts_and_every_link_leads_to_a_file()
    {
        await using var open = await OpenPage.At(site, site.Overview, scripts: false);
        Assert.Empty(open.Problems);
        Assert.Equal(0, await open.Page.Locator("button:visible, input:visible").CountAsync());
        var links = await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a')].map(a => a.href)");
        Assert.True(links.Length > 3);
        Assert.All(links, link => Assert.True(File.Exists(new Uri(link).LocalPath), link));
        Assert.Contains("broken.zip", await open.Page.Locator("#failed + ul").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_numbers_sort_by_value_and_what_was_not_measured_comes_last()
    {
        await using var open = await OpenPage.At(site, site.Overview);
        await open.Page.Locator("thead th").Nth(1).Locator("button").ClickAsync();
        var organisations = await open.Page.EvaluateAsync<int[]>("[...document.querySelectorAll('table.overview tbody tr')].map(row => +row.cells[1].dataset.value)");
        Assert.Equal(organisations.OrderDescending(), organisations);
        Assert.Equal(organisations.Length, organisations.Distinct().Count());
        await open.Page.Locator("thead th").Nth(2).Locator("button").ClickAsync();
        Assert.StartsWith("-", (await open.Column("table.overview", 2))[^1], StringComparison.Ordinal);
    }
}
