using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Reading;

/// <summary>What to read from a table.</summary>
/// <param name="Kind">What it is read as.</param>
/// <param name="Delimiter">Delimiter; null: detected.</param>
/// <param name="Sheet">Sheet of a workbook; null: the one whose header is understood best.</param>
/// <param name="Understand">Finds the header and chooses the columns to read; columns that are not chosen are never decoded.</param>
/// <param name="WithDigests">Whether exact repeats have to be told.</param>
/// <param name="Limits">What is refused as too large.</param>
internal sealed record TableRequest(
    string Kind,
    char? Delimiter,
    string? Sheet,
    Func<TableFile, DiagnosticCollector, (TableLayout Layout, IReadOnlyList<ColumnBinding> Columns)> Understand,
    bool WithDigests,
    ReadLimits Limits);
