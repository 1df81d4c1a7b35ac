namespace GapAnalyzer.Reporting.Formats;

/// <summary>An output format: the files it adds to a report folder.</summary>
/// <param name="Id">As in <c>--format</c>.</param>
/// <param name="Files">What it writes, for help and docs.</param>
/// <param name="Description">Whom it is for, in one line.</param>
/// <param name="Write">Writes the files; the same report gives the same bytes.</param>
public sealed record ReportFormat(string Id, string Files, string Description, Action<Report, IReportSink, CancellationToken> Write);
