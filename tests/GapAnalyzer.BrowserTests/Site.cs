using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

/// <summary>One browser for all tests, and the reports they look at, made once by the tool itself.</summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("gap-pages-").FullName;
    private IPlaywright? playwright;

    /// <summary>The samples, a dataset with more missing links than the page lists, one with hostile names, and one without any tie.</summary>
    public static readonly string[] Reports = ["pakistan-counter-trafficking", "province-referral", "3w-hxl", "large", "hostile", "without-ties"];

    public static string Repository { get; } = Find();

    public IBrowser Browser { get; private set; } = null!;

    public string Folder(string report) => Path.Combine(folder, report);

    public string Address(string report) => new Uri(Path.Combine(Folder(report), "report.html")).AbsoluteUri;

    /// <summary>The page over all datasets of a batch: the samples, a table that holds no ties, and an archive that is broken.</summary>
    public string Overview => new Uri(Path.Combine(folder, "batch", "index.html")).AbsoluteUri;

    public async Task InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
            throw new InvalidOperationException($"there is no Chromium at {chromium}; .ci/run installs it, or set CHROMIUM to where it is");
        await Make("pakistan-counter-trafficking", Path.Combine(Repository, "sample-data", "pakistan-counter-trafficking"));
        await Make("province-referral", Path.Combine(Repository, "sample-data", "province-referral"));
        await Make("3w-hxl", Path.Combine(Repository, "sample-data", "3w-hxl.csv"));
        await Make("hostile", HostileDataset.Write(Path.Combine(folder, "hostile-data")));
        await Make("without-ties", Path.Combine(Repository, "sample-data", "pakistan-counter-trafficking"), "--ties", "declared");
        await Run("generate", Path.Combine(folder, "large-data"), "--stakeholders", "420", "--activities", "1600");
        await Make("large", Path.Combine(folder, "large-data"));
        var broken = Path.Combine(folder, "broken.zip");
        await File.WriteAllTextAsync(broken, "PK");
        var presence = Path.Combine(folder, "presence.csv");
        await File.WriteAllTextAsync(presence, "Organisation,Organisation type,Cluster,Admin1\nNorth Relief,NGO,Health,North\nHealth Office,Government,Health,North\n");
        var code = await Cli.Program.Run(["batch", Path.Combine(Repository, "sample-data"), presence, broken, "-o", Path.Combine(folder, "batch"), "--format", "html", "-q"], TextWriter.Null, TextWriter.Null, CancellationToken.None);
        if (code != 2)
            throw new InvalidOperationException($"a batch with a broken archive ended with {code}");
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Arguments });
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
            await Browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Task Make(string report, string dataset, params string[] options) =>
        Run(["analyze", dataset, "-o", Folder(report), "--quiet", "--format", "html,json,csv", .. options]);

    private static async Task Run(params string[] arguments)
    {
        using var errors = new StringWriter();
        var code = await Cli.Program.Run(arguments, TextWriter.Null, errors, CancellationToken.None);
        if (code != 0)
            throw new InvalidOperationException($"gap-analyzer {string.Join(' ', arguments)} ended with {code}: {errors}");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GapAnalyzer.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("no GapAnalyzer.sln above the test binaries");
    }
}

[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<Site>
{
    public const string Name = "site";
}
