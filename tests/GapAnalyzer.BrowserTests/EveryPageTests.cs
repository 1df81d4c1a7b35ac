using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

[Collection(OneSite.Name)]
public sealed class EveryPageTests(Site site)
{
    public static TheoryData<string, int> EveryReportAndWidth
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var report in Site.Reports)
            {
                cases.Add(report, 1280);
                cases.Add(report, 390);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EveryReportAndWidth))]
    public async Task A_page_opens_without_an_error_or_a_request_and_nothing_sticks_out(string report, int width)
    {
        await using var open = await OpenPage.Of(site, report, width);
        Assert.Empty(open.Problems);
        Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");
        Assert.NotEqual("broken", await open.Page.TitleAsync());
    }

    [Theory]
    [MemberData(nameof(EveryReportAndWidth))]
    public async Task The_rules_of_accessibility_find_nothing(string report, int width)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var open = await OpenPage.Of(site, report, width, scheme);
            await Answer(open.Page);
            Assert.Equal("", await Axe.Violations(open.Page));
        }
    }

    [Theory]
    [MemberData(nameof(EveryReportAndWidth))]
    public async Task Without_scripts_the_page_reads_and_offers_nothing_that_does_not_work(string report, int width)
    {
        await using var open = await OpenPage.Of(site, report, width, scripts: false);
        Assert.Empty(open.Problems);
        Assert.Equal(0, await open.Page.Locator("button:visible, input:visible, select:visible").CountAsync());
        Assert.True(await open.Page.Locator("h2:visible").CountAsync() > 3);
        Assert.True(await open.Page.Locator("table.data:visible").CountAsync() > 3);
        Assert.Equal(0, await open.Page.Locator(".evidence:visible, #gaps:visible").CountAsync());
    }

    [Fact]
    public async Task Without_scripts_the_first_missing_links_have_their_evidence_in_folds_and_the_rest_is_pointed_to()
    {
        await using var open = await OpenPage.Of(site, "province-referral", scripts: false);
        var folds = open.Page.Locator("#gaps-first details");
        Assert.Equal(20, await folds.CountAsync());
        await folds.First.Locator("summary").ClickAsync();
        Assert.Contains("participations.csv:", await folds.First.Locator("li").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await open.Page.Locator("a[href='tables/gaps.csv']").IsVisibleAsync());
    }

    [Theory]
    [InlineData("pakistan-counter-trafficking")]
    [InlineData("hostile")]
    [InlineData("large")]
    public async Task Every_link_inside_the_page_leads_somewhere(string report)
    {
        await using var open = await OpenPage.Of(site, report);
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"#\"]')].filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash)"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"));
    }

    [Fact]
    public async Task Hostile_names_are_shown_as_they_are_written()
    {
        await using var open = await OpenPage.Of(site, "hostile");
        var shown = await open.Page.EvaluateAsync<string>("document.body.innerText");
        foreach (var name in HostileDataset.Names.Where(name => name.Length < 100 && !name.Contains('\u202E', StringComparison.Ordinal)))
            Assert.Contains(name, shown, StringComparison.Ordinal);
        Assert.Equal(0, await open.Page.Locator("main b:text-is('Sector'), main img, main i, main u").CountAsync());
        Assert.DoesNotContain('\u202E', shown);
        Assert.True(await open.Page.Locator("bdi:text-is('منظمة حقوق الإنسان')").CountAsync() > 0);
    }

    /// <summary>Everything that answers has answered: cells and nodes are kept, evidence and numbers unfolded.</summary>
    private static async Task Answer(IPage page)
    {
        await page.EvaluateAsync("""
            () => {
              for (const one of ['#matrix td[data-i]', '#coverage td[data-i]', '#network .node']) document.querySelector(one)?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
              document.querySelector('#gaps tbody button')?.click();
              document.querySelectorAll('main details').forEach(details => { details.open = true; });
            }
            """);
    }
}
