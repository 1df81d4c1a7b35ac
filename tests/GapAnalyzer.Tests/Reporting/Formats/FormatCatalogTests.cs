using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;

namespace GapAnalyzer.Tests.Reporting.Formats;

public sealed class FormatCatalogTests
{
    public static TheoryData<string, string> EveryFormatAndAnalysis
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var format in FormatCatalog.All)
            {
                foreach (var name in ReportFixtures.All.Keys)
                    cases.Add(format.Id, name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EveryFormatAndAnalysis))]
    public void The_same_analysis_gives_the_same_bytes_in_every_culture(string format, string analysis)
    {
        var invariant = Write(format, analysis, "");
        foreach (var culture in new[] { "tr-TR", "de-DE" })
        {
            var other = Write(format, analysis, culture);
            Assert.Equal(invariant.Paths, other.Paths);
            Assert.All(invariant.Paths, path => Assert.True(invariant[path].AsSpan().SequenceEqual(other[path]), $"{path} differs under {culture}"));
        }
    }

    [Theory]
    [MemberData(nameof(EveryFormatAndAnalysis))]
    public void Text_files_use_line_feeds_and_no_byte_order_mark(string format, string analysis)
    {
        var files = Write(format, analysis, "");
        foreach (var path in files.Paths.Where(path => !path.EndsWith(".png", StringComparison.Ordinal)))
        {
            var bytes = files[path].AsSpan();
            Assert.NotEqual(0xEF, bytes[0]);
            if (!path.EndsWith(".csv", StringComparison.Ordinal))
                Assert.False(bytes.Contains((byte)'\r'), $"{path} has a carriage return");
        }
    }

    [Fact]
    public void The_formats_written_by_default_are_in_the_catalog() =>
        Assert.Equal(FormatCatalog.Default.Order(), FormatCatalog.Select(FormatCatalog.Default).Select(format => format.Id).Order());

    [Fact]
    public void Every_format_says_what_it_writes_and_for_whom() =>
        Assert.All(FormatCatalog.All, format => Assert.True(format.Files.Length > 0 && format.Description.Length > 0));

    [Fact]
    public void An_unknown_format_is_refused_by_name()
    {
        var message = Assert.Throws<InputException>(() => FormatCatalog.Select(["md", "docs"])).Message;
        Assert.Contains("'docs'", message, StringComparison.Ordinal);
        Assert.Contains("graphml", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_run_stops_before_the_next_format()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var sink = new MemorySink();
        Assert.Throws<OperationCanceledException>(() => FormatCatalog.Write(Report.Of(ReportFixtures.Small), FormatCatalog.All, sink, cancelled.Token));
        Assert.Empty(sink.Paths);
    }

    /// <summary>Formats and tables are written by several threads; what is told is still what went wrong.</summary>
    [Theory]
    [InlineData("report.md")]
    [InlineData("tables/ties.csv")]
    [InlineData("charts/network.png")]
    public void A_file_that_cannot_be_written_ends_the_run_with_the_reason(string path)
    {
        var sink = new FullDisk(path);
        var problem = Assert.Throws<IOException>(() => FormatCatalog.Write(Report.Of(ReportFixtures.Small), FormatCatalog.All, sink, CancellationToken.None));
        Assert.Equal($"no space for {path}", problem.Message);
    }

    private sealed class FullDisk(string full) : IReportSink
    {
        private readonly MemorySink memory = new();

        public Stream Create(string path) => path == full ? throw new IOException($"no space for {path}") : memory.Create(path);
    }

    private static MemorySink Write(string format, string analysis, string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return Written.Files(ReportFixtures.All[analysis], format);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
