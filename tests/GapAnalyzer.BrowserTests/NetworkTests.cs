namespace GapAnalyzer.BrowserTests;

[Collection(OneSite.Name)]
public sealed class NetworkTests(Site site)
{
    [Fact]
    public async Task All_of_the_network_is_seen_without_moving_it()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        Assert.True(await open.Page.EvaluateAsync<bool>("(frame => frame.scrollHeight <= frame.clientHeight + 1 && frame.scrollWidth <= frame.clientWidth + 1)(document.querySelector('.net'))"));
    }

    [Fact]
    public async Task A_node_shows_its_ties_and_missing_links_to_pointer_and_keyboard()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var (nodes, panel) = (open.Page.Locator("#network .node"), open.Page.Locator("#network-evidence"));
        await nodes.Nth(3).HoverAsync(new() { Force = true });
        Assert.Contains("Partners", await panel.InnerTextAsync(), StringComparison.Ordinal);
        Assert.NotEqual("", await open.Page.Locator("#network .near").GetAttributeAsync("d"));
        await nodes.First.FocusAsync();
        var first = await panel.Locator(".title").InnerTextAsync();
        await open.Page.Keyboard.PressAsync("ArrowDown");
        Assert.NotEqual(first, await panel.Locator(".title").InnerTextAsync());
        await open.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("true", await nodes.Nth(1).GetAttributeAsync("aria-pressed"));
        Assert.Equal(1, await open.Page.Locator("#network .node[tabindex='0']").CountAsync());
        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task A_search_finds_an_organisation_by_name_and_says_when_there_is_none()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var tools = open.Page.Locator("#chart-network > .tools");
        await tools.Locator("input[type=search]").FillAsync("national referral");
        Assert.StartsWith("1 of 59", await tools.Locator("output").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("National Referral Coordination Office", await open.Page.Locator("#network-evidence .title").InnerTextAsync(), StringComparison.Ordinal);
        await tools.Locator("input[type=search]").FillAsync("no such name");
        Assert.Equal("Not in this picture, or not known.", await tools.Locator("output").InnerTextAsync());
    }

    [Fact]
    public async Task Sector_ties_and_missing_links_can_be_chosen()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var tools = open.Page.Locator("#chart-network > .tools");
        var all = await Lines(open, ".ties");
        await tools.Locator("select").SelectOptionAsync("Media");
        var media = await Lines(open, ".ties");
        Assert.InRange(media, 1, all - 1);
        Assert.True(await open.Page.Locator("#network .node.off").CountAsync() > 0);
        await tools.Locator("select").SelectOptionAsync("");
        await tools.GetByLabel("Ties").UncheckAsync();
        Assert.Equal(0, await Lines(open, ".ties"));
        Assert.Equal(12, await Lines(open, ".gaps"));
        await tools.GetByLabel("Missing links").UncheckAsync();
        Assert.Equal(0, await Lines(open, ".gaps"));
    }

    [Fact]
    public async Task It_enlarges_pans_and_comes_back()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var tools = open.Page.Locator("#chart-network > .tools");
        var svg = open.Page.Locator("#network");
        var whole = await svg.GetAttributeAsync("viewBox");
        await tools.GetByText("Enlarge").ClickAsync();
        await tools.GetByText("Enlarge").ClickAsync();
        var near = await svg.GetAttributeAsync("viewBox");
        Assert.NotEqual(whole, near);
        await svg.ScrollIntoViewIfNeededAsync();
        var box = (await open.Page.Locator(".net").BoundingBoxAsync())!;
        await open.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 200);
        await open.Page.Mouse.DownAsync();
        await open.Page.Mouse.MoveAsync(box.X + (box.Width / 2) - 90, box.Y + 160, new() { Steps = 5 });
        await open.Page.Mouse.UpAsync();
        Assert.NotEqual(near, await svg.GetAttributeAsync("viewBox"));
        await tools.GetByText("Whole network").ClickAsync();
        Assert.Equal(whole, await svg.GetAttributeAsync("viewBox"));
    }

    /// <summary>Number of lines that a path draws.</summary>
    private static async Task<int> Lines(OpenPage open, string path) => (await open.Page.Locator($"#network {path}").GetAttributeAsync("d"))!.Count(c => c == 'M');
}
