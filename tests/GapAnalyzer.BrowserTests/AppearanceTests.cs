using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

[Collection(OneSite.Name)]
public sealed class AppearanceTests(Site site)
{
    [Theory]
    [InlineData(ColorScheme.Light, true)]
    [InlineData(ColorScheme.Dark, false)]
    public async Task Colours_follow_the_system_and_the_toggle_goes_its_own_way(ColorScheme scheme, bool isLight)
    {
        await using var open = await OpenPage.Of(site, "province-referral", scheme: scheme);
        Assert.Equal(isLight, await IsLight(open.Page));
        var toggle = open.Page.Locator("#theme");
        await toggle.ClickAsync();
        Assert.True(await IsLight(open.Page));
        await toggle.ClickAsync();
        Assert.False(await IsLight(open.Page));
        await toggle.ClickAsync();
        Assert.Equal(isLight, await IsLight(open.Page));
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task On_paper_it_is_light_without_controls_and_with_the_evidence_unfolded()
    {
        await using var open = await OpenPage.Of(site, "province-referral", scheme: ColorScheme.Dark);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await IsLight(open.Page));
        Assert.Equal(0, await open.Page.Locator("button:visible, input:visible, select:visible, nav:visible, .evidence:visible").CountAsync());
        var evidence = open.Page.Locator("#gaps-first details li");
        Assert.True(await evidence.CountAsync() > 20);
        Assert.True(await evidence.First.IsVisibleAsync());
    }

    [Theory]
    [InlineData("pakistan-counter-trafficking")]
    [InlineData("hostile")]
    public async Task It_prints_to_a_pdf_of_several_pages(string report)
    {
        await using var open = await OpenPage.Of(site, report);
        var pdf = await open.Page.PdfAsync(new() { PreferCSSPageSize = true });
        var pages = System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
        Assert.InRange(pages, 4, 60);
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task The_first_screen_has_the_numbers_and_answers_the_five_questions()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var last = await open.Page.Locator(".answers > div").Last.BoundingBoxAsync();
        Assert.Equal(5, await open.Page.Locator(".answers dt").CountAsync());
        Assert.InRange(last!.Y + last.Height, 300, 900);
        Assert.True(await open.Page.Locator(".card").CountAsync() >= 4);
    }

    [Fact]
    public async Task On_a_phone_the_answers_come_first_and_the_contents_are_folded()
    {
        await using var open = await OpenPage.Of(site, "pakistan-counter-trafficking", 390);
        var answers = await open.Page.Locator(".answers").BoundingBoxAsync();
        var cards = await open.Page.Locator(".cards").BoundingBoxAsync();
        Assert.True(answers!.Y < cards!.Y);
        Assert.False(await open.Page.Locator("#contents ol").First.IsVisibleAsync());
        await open.Page.Locator("#contents summary").ClickAsync();
        await open.Page.Locator("#contents a").Nth(2).ClickAsync();
        Assert.False(await open.Page.Locator("#contents ol").First.IsVisibleAsync());
        Assert.NotEmpty(new Uri(open.Page.Url).Fragment);
    }

    private static async Task<bool> IsLight(IPage page) =>
        await page.EvaluateAsync<bool>("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).every(c => c > 127)");
}
