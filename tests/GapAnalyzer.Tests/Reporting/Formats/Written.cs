using System.Text;
using GapAnalyzer.Reporting;
using GapAnalyzer.Reporting.Formats;

namespace GapAnalyzer.Tests.Reporting.Formats;

/// <summary>Reports written to memory.</summary>
internal static class Written
{
    public static MemorySink Files(Analysis analysis, params string[] formats)
    {
        var sink = new MemorySink();
        FormatCatalog.Write(Report.Of(analysis), FormatCatalog.Select(formats), sink, CancellationToken.None);
        return sink;
    }

    public static string Text(Analysis analysis, string path, params string[] formats) => Encoding.UTF8.GetString(Files(analysis, formats)[path]);
}
