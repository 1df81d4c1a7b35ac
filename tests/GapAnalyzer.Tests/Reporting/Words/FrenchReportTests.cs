using System.Text.RegularExpressions;
using GapAnalyzer.Cli;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Reporting.Words;

/// <summary>A whole report in French: read through once, then held.</summary>
public sealed partial class FrenchReportTests
{
    private static readonly Lazy<Report> Lazy = new(() =>
    {
        var source = DataSources.Open(Committed.PathOf("sample-data", "pakistan-counter-trafficking"));
        var report = Report.Of(Analysis.Run(DatasetReader.Read(source, new(), default), new(), default), Texts.Load("fr"));
        return report with { Formats = new HashSet<string>(["md", "csv", "charts"]) };
    });

    private static Report Pakistan => Lazy.Value;

    [Fact]
    public void The_French_report_of_the_Pakistan_sample_is_as_it_was_read() => Committed.AssertText(
        MarkdownFormat.Render(ReportDocument.Blocks(Pakistan), Pakistan), "tests", "GapAnalyzer.Tests", "Reporting", "Words", "pakistan.fr.md");

    [Fact]
    public void No_English_word_remains_in_it()
    {
        foreach (var text in ReportDocument.Blocks(Pakistan).SelectMany(Said).Concat(Pakistan.Charts.SelectMany(chart => (string[])[chart.Title, chart.Subtitle, chart.AltText, .. chart.Texts.Select(t => t.Text)])))
        {
            if (Headers.Contains(text))
                continue;
            var own = FromData.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));
            Assert.False(EnglishWord().IsMatch(own), own);
            Assert.False(DecimalPoint().IsMatch(Address().Replace(own, "").Replace(Report.ToolVersion, "", StringComparison.Ordinal)), own);
        }
    }

    /// <summary>Names and notes that stand in the data, file names, and titles of sources: these are in no language of the report. Longest first.</summary>
    private static readonly string[] FromData =
    [
        .. ((IEnumerable<string?>)
        [
            Pakistan.Analysis.Dataset.Title, Pakistan.Analysis.Dataset.Defaults.Note,
            .. Pakistan.Analysis.Dataset.Stakeholders.SelectMany(s => (string?[])[s.Name, s.ShortName]),
            .. Pakistan.Analysis.Dataset.Sectors.Select(sector => sector.Name),
            .. Pakistan.Analysis.Dataset.Themes,
            .. Pakistan.Analysis.Dataset.Places.Select(place => place.Name),
            .. Pakistan.Analysis.Dataset.Files.Select(file => file.Name),
            .. MeasureCatalog.All.Where(measure => !measure.Source.StartsWith("This", StringComparison.Ordinal)).Select(measure => measure.Source),
        ]).OfType<string>().Where(name => name.Length > 0).OrderByDescending(name => name.Length),
    ];

    private static readonly HashSet<string> Headers = [.. Pakistan.Analysis.Dataset.Files.SelectMany(file => file.Columns).Select(column => column.Header)];

    private static IEnumerable<string> Said(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => [Said(paragraph.Text)],
        Bullets bullets => bullets.Items.Select(Said),
        Table table => [.. table.Columns.Select(column => column.Title), .. table.Rows.SelectMany(row => row.Select(Said))],
        _ => [],
    };

    private static string Said(Line line) => string.Concat(line.Select(part => part switch
    {
        Plain plain => plain.Text,
        Strong strong => strong.Text,
        _ => "",
    }));

    /// <summary>Common English words that are no French ones.</summary>
    [GeneratedRegex(@"\b(the|of|and|is|are|was|were|be|with|not|no|by|for|in|to|from|that|which|their|they|those|this|these|all|any|each|both|where|when|than|who|how|what|has|have|had|there|only|more|most|other|others|between|over|under|within|same|known|tie|ties|tied|pair|pairs|meets?|links?|rate|sector|year|name|header|need|none|unknown|shared|missing|work|together)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"\d\.\d")]
    private static partial Regex DecimalPoint();

    [GeneratedRegex(@"doi:\S+|[\w.-]+\.csv\S*")]
    private static partial Regex Address();
}
