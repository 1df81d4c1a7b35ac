using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reading;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Themes;
using GapAnalyzer.Reporting.Words;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Cli.Commands;

/// <summary>The report that a command makes of a dataset: its formats, language and house style, and whether a row may be left out.</summary>
internal sealed class ReportArguments
{
    private const int StrictRowsShown = 20;

    private readonly Option<string> format = new("--format")
    {
        Description = $"What to write, separated by commas: {string.Join(", ", FormatCatalog.All.Select(f => f.Id))} [default: {Defaults}]",
        HelpName = "LIST",
        CustomParser = Known,
    };

    private readonly Option<string?> language = LanguageOption();
    private readonly Option<string> theme = ThemeOption();
    private readonly Option<bool> strict = new("--strict") { Description = "Stop, and write nothing, when any row cannot be used" };

    private readonly Option<string?> without = new("--without")
    {
        Description = $"What to leave out, separated by commas, where it takes too long: {string.Join(", ", PartCatalog.All.Select(part => part.Id))}; 'catalog parts' explains them",
        HelpName = "LIST",
        CustomParser = KnownParts,
    };

    public IReadOnlyList<Option> Options => [format, without, language, theme, strict];

    /// <summary>Those of them that may differ from one dataset of a batch to the next.</summary>
    public IReadOnlyList<Option> OfOneDataset => [without, language, strict];

    /// <summary>The language of what people read.</summary>
    public static Option<string?> LanguageOption() =>
        Values.Choice("--language", "Language of the report; files for programs stay as they are [default: what dataset.json says, else en]", [.. Texts.Languages]);

    /// <summary>The house style.</summary>
    public static Option<string> ThemeOption() => new("--theme")
    {
        Description = $"House style of charts and pages: {string.Join(" or ", Theme.BuiltIn.Select(theme => theme.Name))}, or a JSON file with colours, font, logo and footer ('catalog theme-schema' explains it)",
        HelpName = "FILE",
        DefaultValueFactory = _ => Theme.Default.Name,
    };

    private static string Defaults => FormatCatalog.Default.Count == FormatCatalog.All.Count ? "all" : string.Join(',', FormatCatalog.Default);

    public IReadOnlyList<ReportFormat> Formats(ParseResult result) => FormatCatalog.Select(result.GetValue(format) is { } list ? Ids(list) : FormatCatalog.Default);

    /// <param name="result">The command line.</param>
    /// <param name="read">Told the bytes of every file that the style is made from.</param>
    /// <exception cref="InputException">There is no such theme, or its file cannot be worked with.</exception>
    public Theme Style(ParseResult result, Action<byte[]>? read = null) => ThemeFiles.Open(result.GetValue(theme)!, read);

    /// <summary>The language asked for; null where the dataset says.</summary>
    public string? Language(ParseResult result) => result.GetValue(language);

    /// <summary>The page of a report in these formats that a person opens first; empty where there is none.</summary>
    public static string Page(IReadOnlyList<ReportFormat> formats) =>
        formats.Any(f => f.Id == "html") ? "report.html" : formats.Any(f => f.Id == "md") ? "report.md" : "";

    /// <summary>Reads a dataset, analyses it, and writes the report on it.</summary>
    /// <exception cref="InputException">The dataset cannot be worked with.</exception>
    public Report Make(
        ParseResult result, AnalysisArguments arguments, DataSource source, Theme style, IReportSink sink, IProgress<string> progress, CancellationToken cancellation, StageClock? timings = null)
    {
        var options = arguments.AnalysisOptions(result) with { Without = PartCatalog.Of(Ids(result.GetValue(without))) };
        var reading = arguments.ReadOptions(result, source);
        ChartFonts.Prepare();
        progress.Report("reading");
        var dataset = DatasetReader.Read(source, reading, cancellation);
        AnalysisArguments.RequireContent(source, dataset);
        if (result.GetValue(strict))
            RequireNoErrors(dataset.Diagnostics);
        var names = options.Has(AnalysisParts.Names) ? Analysis.Suggest(dataset) : null;
        var analysis = Analysis.Run(dataset, options, cancellation, progress) with { Suggesting = names };
        AnalysisArguments.RequireActivityInWindow(analysis);
        progress.Report("charts");
        var report = Report.Of(analysis, Texts.For(Language(result), dataset.Defaults.Language), style);
        progress.Report("writing");
        if (timings is not null)
            report = report with { Timings = timings.Steps };
        FormatCatalog.Write(report, Formats(result), sink, cancellation);
        return report;
    }

    private static string[] Ids(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Known(ArgumentResult result) => Known(result, "format", [.. FormatCatalog.All.Select(f => f.Id)]);

    private static string? KnownParts(ArgumentResult result) => Known(result, "part", [.. PartCatalog.All.Select(part => part.Id)]);

    /// <summary>A list of which every word is known.</summary>
    private static string? Known(ArgumentResult result, string what, IReadOnlyList<string> known)
    {
        var ids = Ids(Values.Text(result));
        if (ids.Length == 0)
            return Values.Fail<string>(result, $"one or more of {string.Join(", ", known)}, separated by commas");
        if (ids.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            result.AddError(Sentence.Of($"{((OptionResult)result.Parent!).Option.Name}: there is no {what} '{unknown}'", Nearest.Question(unknown, known), $"known {what}s: {string.Join(", ", known)}"));
        return Values.Text(result);
    }

    private static void RequireNoErrors(DiagnosticList diagnostics)
    {
        var errors = diagnostics.Items.Where(item => item.Severity == Severity.Error).ToList();
        if (errors.Count == 0)
            return;
        var count = diagnostics.Count(Severity.Error);
        var lines = errors.Take(StrictRowsShown).Select(item => $"  {item}");
        var more = count > StrictRowsShown ? [string.Create(CultureInfo.InvariantCulture, $"  and {count - StrictRowsShown} more")] : Array.Empty<string>();
        throw new InputException(string.Join('\n',
            [string.Create(CultureInfo.InvariantCulture, $"--strict: {count} {(count == 1 ? "row" : "rows")} could not be used; nothing was written"), .. lines, .. more]));
    }
}
