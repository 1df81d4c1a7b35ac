using System.Text.Json;
using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

[Collection(OneSite.Name)]
public sealed class GridTests(Site site)
{
    [Fact]
    public async Task A_cell_of_the_matrix_answers_to_the_pointer_and_a_click_keeps_the_answer()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        var (cells, panel) = (open.Page.Locator("#matrix td[data-i]"), open.Page.Locator("#matrix-evidence"));
        var hint = await panel.InnerTextAsync();
        await cells.Nth(5).HoverAsync();
        var first = await panel.InnerTextAsync();
        Assert.NotEqual(hint, first);
        await cells.Nth(5).ClickAsync();
        await cells.Nth(7).HoverAsync();
        Assert.Equal(first, await panel.InnerTextAsync());
        Assert.Equal("true", await cells.Nth(5).GetAttributeAsync("aria-selected"));
        await open.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(hint, await panel.InnerTextAsync());
    }

    [Fact]
    public async Task The_missing_links_of_two_sectors_are_one_click_away()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        await open.Page.Locator("#matrix td.under").First.ClickAsync();
        await open.Page.Locator("#matrix-evidence button").ClickAsync();
        Assert.StartsWith("51 of ", await open.Page.Locator("#gaps output").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(open.Page.Locator("#gaps")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Arrow_keys_move_from_cell_to_cell_and_one_stop_is_enough_for_a_grid()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        foreach (var grid in new[] { "#matrix", "#coverage" })
        {
            var stops = open.Page.Locator($"{grid} td[tabindex='0']");
            Assert.Equal(1, await stops.CountAsync());
            await stops.FocusAsync();
            await open.Page.Keyboard.PressAsync("ArrowDown");
            await open.Page.Keyboard.PressAsync("ArrowRight");
            Assert.Equal("2 2", await open.Page.EvaluateAsync<string>("`${document.activeElement.parentElement.rowIndex} ${document.activeElement.cellIndex}`"));
            Assert.Equal(1, await stops.CountAsync());
            await open.Page.Keyboard.PressAsync("Enter");
            Assert.Equal("true", await stops.GetAttributeAsync("aria-selected"));
        }
    }

    [Theory]
    [InlineData("pakistan-counter-trafficking")]
    [InlineData("province-referral")]
    public async Task Every_cell_of_the_coverage_grid_shows_who_is_there_as_in_the_report_for_programs(string name)
    {
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(site.Folder(name), "report.json")));
        await using var open = await OpenPage.Of(site, name);
        var shown = new Dictionary<string, int>();
        var cells = open.Page.Locator("#coverage td[data-i]");
        for (var i = 0; i < await cells.CountAsync(); i++)
        {
            await cells.Nth(i).FocusAsync();
            var panel = open.Page.Locator("#coverage-evidence");
            shown.Add(await panel.Locator(".title").InnerTextAsync(), await panel.Locator("li").CountAsync());
        }

        var expected = report.RootElement.GetProperty("cells").EnumerateArray()
            .ToDictionary(cell => $"{cell.GetProperty("theme").GetString()}, {cell.GetProperty("place").GetString()}", cell => cell.GetProperty("stakeholders").GetInt32());
        Assert.Equal(expected.OrderBy(one => one.Key, StringComparer.Ordinal), shown.OrderBy(one => one.Key, StringComparer.Ordinal));
    }
}
