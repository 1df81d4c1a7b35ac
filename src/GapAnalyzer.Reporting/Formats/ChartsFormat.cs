using System.Text;

namespace GapAnalyzer.Reporting.Formats;

/// <summary><c>charts/*.svg</c> and <c>charts/*.png</c>: every chart of the report in both.</summary>
internal static class ChartsFormat
{
    public static ReportFormat Format { get; } = new(
        "charts", "charts/*.png, charts/*.svg", "briefings: every chart as a picture and as a drawing that scales", Write);

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        foreach (var chart in report.Charts)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteBytes(sink, $"charts/{chart.Id}.svg", Encoding.UTF8.GetBytes(chart.Svg()));
            WriteBytes(sink, $"charts/{chart.Id}.png", chart.Png());
        }
    }

    private static void WriteBytes(IReportSink sink, string path, byte[] bytes)
    {
        using var stream = sink.Create(path);
        stream.Write(bytes);
    }
}
