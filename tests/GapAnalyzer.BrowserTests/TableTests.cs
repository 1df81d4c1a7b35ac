using System.Globalization;

namespace GapAnalyzer.BrowserTests;

[Collection(OneSite.Name)]
public sealed class TableTests(Site site)
{
    private const string Table = "#strongest";

    [Fact]
    public async Task A_head_sorts_by_its_numbers_one_way_the_other_way_and_not_at_all()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        await Mark(open);
        var before = await open.Column(Table, 2);
        var head = open.Page.Locator($"{Table} thead th").Nth(2);
        await head.Locator("button").ClickAsync();
        Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(before.OrderByDescending(Number), await open.Column(Table, 2));
        await head.Locator("button").PressAsync("Enter");
        Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(before.OrderBy(Number), await open.Column(Table, 2));
        await head.Locator("button").ClickAsync();
        Assert.Null(await head.GetAttributeAsync("aria-sort"));
        Assert.Equal(before, await open.Column(Table, 2));
    }

    [Fact]
    public async Task A_filter_leaves_the_rows_that_have_all_its_words_and_says_how_many()
    {
        await using var open = await OpenPage.Of(site, "province-referral");
        await Mark(open);
        var names = await open.Column(Table, 0);
        var tools = open.Page.Locator("#strongest-tools");
        await tools.Locator("input").FillAsync("PROTECTION agency");
        var shown = await open.Column(Table, 0);
        Assert.Equal(names.Where(name => name.Contains("Agency for Protection", StringComparison.Ordinal)), shown);
        Assert.NotEmpty(shown);
        Assert.Equal($"{shown.Count} of {names.Count}", await tools.Locator("output").InnerTextAsync());
        await tools.Locator("input").FillAsync("");
        Assert.Equal(names, await open.Column(Table, 0));
    }

    [Fact]
    public async Task What_is_copied_is_what_is_shown_and_cannot_run_as_a_formula()
    {
        await using var open = await OpenPage.Of(site, "hostile");
        await Mark(open);
        await open.Page.Locator("#strongest-tools button").ClickAsync();
        var lines = (await open.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).Split('\n');
        Assert.Equal(1 + (await open.Column(Table, 0)).Count, lines.Length);
        Assert.All(lines.SelectMany(line => line.Split('\t')), cell => Assert.True(cell.Length == 0 || !"=+@".Contains(cell[0], StringComparison.Ordinal), cell));
        Assert.Contains(lines, line => line.StartsWith("'=HYPERLINK", StringComparison.Ordinal));
    }

    public static TheoryData<string> EveryReport => [.. Site.Reports];

    [Theory]
    [MemberData(nameof(EveryReport))]
    public async Task On_a_phone_no_table_is_cut_and_every_number_has_its_head_with_it(string report)
    {
        await using var open = await OpenPage.Of(site, report, 390);
        Assert.Equal("", await open.Page.EvaluateAsync<string>(Cut));
        Assert.Equal(0, await open.Page.Locator("table.stacked tbody tr:not(.below) td:not([data-column]):visible").CountAsync());
        Assert.True(await open.Page.Locator("table.stacked td[data-column]:visible").CountAsync() > 0);
    }

    [Fact]
    public async Task On_a_phone_a_long_table_begins_with_eight_rows_and_shows_the_rest_when_asked()
    {
        await using var open = await OpenPage.Of(site, "province-referral", 390);
        await Mark(open);
        Assert.Equal(8, await open.Page.Locator($"{Table} tbody tr:visible").CountAsync());
        await open.Page.EvaluateAsync("document.querySelector('#strongest').closest('.frame').nextElementSibling.querySelector('button').click()");
        Assert.Equal(20, await open.Page.Locator($"{Table} tbody tr:visible").CountAsync());
        Assert.Equal(0, await open.Page.Locator("#strongest-tools ~ .rest:visible").First.CountAsync());
    }

    /// <summary>The beginnings of the tables that are wider than their frames; the numbers behind a chart, which are folded away, may be.</summary>
    internal const string Cut = "[...document.querySelectorAll('.frame:has(> table.data)')].filter(frame => !frame.closest('details') && frame.scrollWidth > frame.clientWidth + 1).map(frame => frame.textContent.slice(0, 60)).join()";

    /// <summary>The table under "The best connected" and its tools get ids, so that they are easy to speak of.</summary>
    private static async Task Mark(OpenPage open) => await open.Page.EvaluateAsync("""
        () => {
          const frame = document.getElementById('the-best-connected').parentElement.querySelectorAll('.frame');
          const table = [...frame].map(f => f.querySelector('table.data')).find(t => t?.caption.textContent === 'The best connected');
          table.id = 'strongest';
          table.closest('.frame').previousElementSibling.id = 'strongest-tools';
        }
        """);

    private static double Number(string text) => double.Parse(text.Replace("\u202f", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
