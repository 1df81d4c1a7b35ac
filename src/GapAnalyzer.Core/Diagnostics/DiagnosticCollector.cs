namespace GapAnalyzer.Diagnostics;

/// <summary>Gathers diagnostics while reading and resolving; the order of gathering does not matter.</summary>
internal sealed class DiagnosticCollector
{
    private readonly List<Diagnostic> items = [];
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Adds one diagnostic that stands for a number of occurrences.</summary>
    public void Add(DiagnosticKind kind, string file, int line, string column, string found, string expected, string done, long occurrences = 1)
    {
        if (occurrences == 0)
            return;
        counts[kind.Code] = counts.GetValueOrDefault(kind.Code) + occurrences;
        items.Add(new(kind, file, line, column, found, expected, done));
    }

    /// <summary>In canonical order, the first <see cref="DiagnosticList.MaxPerKind"/> of each kind.</summary>
    public DiagnosticList ToList() => new(
        [.. items
            .GroupBy(item => item.Code)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .SelectMany(kind => kind
                .OrderBy(item => item.Message, StringComparer.Ordinal)
                .ThenBy(item => item.Column, StringComparer.Ordinal)
                .ThenBy(item => item.File, StringComparer.Ordinal)
                .ThenBy(item => item.Line)
                .Take(DiagnosticList.MaxPerKind))],
        counts);
}
