using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

/// <summary>A report in a browser window, and everything in it that should not have happened.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> problems = [];

    private OpenPage(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        page.Console += (_, message) => problems.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => problems.Add($"error: {error}");
        page.Dialog += (_, dialog) => problems.Add($"dialog: {dialog.Message}");
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.Split('#')[0].EndsWith(".html", StringComparison.Ordinal))
                problems.Add($"request: {request.Url}");
        };
    }

    public IPage Page { get; }

    /// <summary>Messages on the console, errors, dialogs and requests for anything but the page itself.</summary>
    public IReadOnlyList<string> Problems => problems;

    public static Task<OpenPage> Of(Site site, string report, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true, string fragment = "") =>
        At(site, site.Address(report) + fragment, width, scheme, scripts);

    public static async Task<OpenPage> At(Site site, string address, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool scripts = true)
    {
        var context = await site.Browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 500 ? 844 : 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        var open = new OpenPage(context, await context.NewPageAsync());
        await open.Page.GotoAsync(address);
        // What is below the first screen is laid out when there is time for it.
        if (scripts)
            await Assertions.Expect(open.Page.Locator("main > section:not(:first-child, .laid)")).ToHaveCountAsync(0);
        return open;
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();

    /// <summary>The names and values of a table's column, in the order shown.</summary>
    public async Task<IReadOnlyList<string>> Column(string table, int column) =>
        await Page.Locator($"{table} tbody tr:not(.below):not([hidden]) > :nth-child({column + 1})").AllTextContentsAsync();
}
