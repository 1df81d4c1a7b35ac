using System.Text;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Reporting.Formats;

/// <summary><c>charts/ID.svg</c>, <c>charts/ID.png</c> and, beside each, the numbers it shows as <c>charts/ID.csv</c>.</summary>
internal static class ChartsFormat
{
    public static ReportFormat Format { get; } = new(
        "charts", "charts/*.svg, charts/*.png, charts/*.csv", "briefings: every chart as a drawing, as a picture and as the numbers it shows", Write);

    private static void Write(Report report, IReportSink sink, CancellationToken cancellation)
    {
        // Drawn on all cores, written in the order of the report: a chart's bytes do not depend on the others.
        var drawn = new (byte[] Svg, byte[] Png)[report.Charts.Count];
        Parallel.For(0, drawn.Length, new ParallelOptions { CancellationToken = cancellation }, i => drawn[i] = (Encoding.UTF8.GetBytes(report.Charts[i].ToSvg()), report.Charts[i].ToPng()));
        foreach (var (chart, (svg, png)) in report.Charts.Zip(drawn))
            Write(chart, svg, png, sink);
    }

    /// <summary>One chart, drawn and as numbers.</summary>
    internal static void Write(Chart chart, IReportSink sink) => Write(chart, Encoding.UTF8.GetBytes(chart.ToSvg()), chart.ToPng(), sink);

    private static void Write(Chart chart, byte[] svg, byte[] png, IReportSink sink)
    {
        WriteBytes(sink, $"charts/{chart.Id}.svg", svg);
        WriteBytes(sink, $"charts/{chart.Id}.png", png);
        using var stream = sink.Create($"charts/{chart.Id}.csv");
        using var csv = new SafeCsv(stream, chart.Table.Columns.Select(column => column.Name));
        foreach (var row in chart.Table.Rows)
            csv.Write(row.Select(Cell));
    }

    private static CellValue Cell(object value) => value switch
    {
        double number => number,
        long whole => whole,
        int whole => whole,
        _ => (string)value,
    };

    private static void WriteBytes(IReportSink sink, string path, byte[] bytes)
    {
        using var stream = sink.Create(path);
        stream.Write(bytes);
    }
}
