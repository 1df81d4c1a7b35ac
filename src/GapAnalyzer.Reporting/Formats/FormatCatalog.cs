using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>Every output format, in order of help and writing. Adding one is one file and one line here.</summary>
public static class FormatCatalog
{
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        MarkdownFormat.Format,
        JsonFormat.Format,
        CsvFormat.Format,
        ChartsFormat.Format,
        HtmlFormat.Format,
        GraphMlFormat.Format,
    ];

    /// <summary>Formats written when none is chosen.</summary>
    public static IReadOnlyList<string> Default { get; } = ["md", "json", "csv", "charts", "html", "graphml"];

    /// <summary>The formats with these ids, in catalog order.</summary>
    /// <exception cref="InputException">An id is not in the catalog.</exception>
    public static IReadOnlyList<ReportFormat> Select(IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        var unknown = wanted.Where(id => All.All(format => format.Id != id)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
            throw new InputException($"there is no output format '{unknown}'; known formats: {string.Join(", ", All.Select(format => format.Id))}");
        return [.. All.Where(format => wanted.Contains(format.Id))];
    }

    /// <summary>Writes a report in these formats, side by side.</summary>
    public static void Write(Report report, IReadOnlyList<ReportFormat> formats, IReportSink sink, CancellationToken cancellation)
    {
        var complete = report with { Formats = formats.Select(format => format.Id).ToHashSet(StringComparer.Ordinal) };
        SideBySide.Run(formats, format => format.Write(complete, sink, cancellation), cancellation);
    }
}
