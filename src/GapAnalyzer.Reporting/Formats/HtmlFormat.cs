using System.Text;
using GapAnalyzer.Reporting.Formats.Html;

namespace GapAnalyzer.Reporting.Formats;

/// <summary><c>report.html</c>: one file that needs no other, no network and no script, and does more where scripts run.</summary>
internal static class HtmlFormat
{
    public static ReportFormat Format { get; } = new(
        "html", "report.html", "everyone: the report as one page that needs no other file, to read, search, print and pass on", Write);

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        using var stream = sink.Create("report.html");
        stream.Write(Encoding.UTF8.GetBytes(Page.Render(report, cancellation)));
    }
}
