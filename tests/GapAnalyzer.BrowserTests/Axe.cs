using System.Text.Json;
using Microsoft.Playwright;

namespace GapAnalyzer.BrowserTests;

/// <summary>The rules of axe-core, run inside a page; taken from the npm registry for these tests alone.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Source = new(() =>
    {
        var path = Path.Combine(Site.Repository, "tests", "GapAnalyzer.BrowserTests", "node_modules", "axe-core", "axe.min.js");
        return File.Exists(path) ? File.ReadAllText(path) : throw new InvalidOperationException("axe-core is not installed: run 'npm ci' in tests/GapAnalyzer.BrowserTests, as .ci/run does");
    });

    /// <summary>What breaks a rule, however minor: rule, impact and the first elements that do.</summary>
    public static async Task<string> Violations(IPage page)
    {
        await page.EvaluateAsync(Source.Value);
        var result = await page.EvaluateAsync<JsonElement>("async () => { const r = await axe.run(); return { passes: r.passes.length, violations: r.violations.map(v => `${v.impact} ${v.id}: ${v.nodes.slice(0, 2).map(n => n.html.slice(0, 120)).join(' | ')}`) }; }");
        Assert.True(result.GetProperty("passes").GetInt32() > 20, "the rules did not run");
        return string.Join('\n', result.GetProperty("violations").EnumerateArray());
    }
}
