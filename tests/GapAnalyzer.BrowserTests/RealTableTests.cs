using GapAnalyzer.Tests;

namespace GapAnalyzer.BrowserTests;

/// <summary>Pages of tables as published on HDX: long titles, unknown sectors, missing dates, many places.</summary>
[Collection(OneSite.Name)]
public sealed class RealTableTests(Site site)
{
    private const long MostBytes = 5_000_000;

    [SharedTheory(SharedData.TablesFolder)]
    [InlineData("afghanistan_2021_q3.csv")]
    [InlineData("burkina_5w_feb2022.csv")]
    [InlineData("cameroon_5w_nwsw_raw.csv")]
    [InlineData("honduras_2021.csv")]
    [InlineData("mozambique_2019_response_tracking.csv")]
    public async Task Nothing_sticks_out_of_the_page_of_a_real_table_and_it_stays_small(string file)
    {
        var folder = Directory.CreateTempSubdirectory("gap-pages-").FullName;
        try
        {
            Assert.Equal(0, await Cli.Program.Run(["analyze", Path.Combine(SharedData.Tables, file), "-o", Path.Combine(folder, "report"), "--format", "html", "-q"], TextWriter.Null, TextWriter.Null, CancellationToken.None));
            var page = new FileInfo(Path.Combine(folder, "report", "report.html"));
            Assert.InRange(page.Length, 1, MostBytes);
            foreach (var width in new[] { 390, 1280 })
            {
                await using var open = await OpenPage.At(site, new Uri(page.FullName).AbsoluteUri, width);
                Assert.Empty(open.Problems);
                Assert.True(await open.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"at {width} the page is wider than the screen");
                Assert.Equal("", await open.Page.EvaluateAsync<string>(TableTests.Cut));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
