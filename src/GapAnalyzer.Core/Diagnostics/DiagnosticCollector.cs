namespace GapAnalyzer.Diagnostics;

/// <summary>Gathers diagnostics while reading and resolving; the order of gathering does not matter.</summary>
internal sealed class DiagnosticCollector
{
    private static readonly Comparer<Diagnostic> CanonicalOrder = Comparer<Diagnostic>.Create(Compare);

    private readonly SortedDictionary<string, List<Diagnostic>> kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Adds one diagnostic that stands for a number of occurrences, of which the first is named; nothing for none.</summary>
    /// <param name="rows">Rows that it concerns, where these are not what is counted; 0: as many as occurrences.</param>
    public void Add(DiagnosticKind kind, string file, int line, string column, string found, string expected, string done, long occurrences = 1, long rows = 0)
    {
        if (occurrences > 0)
            Add(new(kind, file, line, column, found, expected, done) { Occurrences = occurrences, Rows = Math.Max(rows, occurrences) });
    }

    /// <summary>As above, of a file and line rather than of a column.</summary>
    public void Add(DiagnosticKind kind, (string File, int Line) at, string found, string expected, string done, long occurrences = 1, long rows = 0) =>
        Add(kind, at.File, at.Line, "", found, expected, done, occurrences, rows);

    /// <summary>Takes over what another collector has gathered.</summary>
    public void AddAll(DiagnosticCollector other)
    {
        foreach (var diagnostic in other.kinds.Values.SelectMany(kind => kind))
            Add(diagnostic, 0);
        foreach (var (code, count) in other.counts)
            counts[code] = counts.GetValueOrDefault(code) + count;
    }

    /// <summary>In canonical order, the first <see cref="DiagnosticList.MaxPerKind"/> of each kind.</summary>
    public DiagnosticList ToList() => new([.. kinds.Values.SelectMany(kind => kind.Order(CanonicalOrder).Take(DiagnosticList.MaxPerKind))], counts);

    private void Add(Diagnostic diagnostic) => Add(diagnostic, diagnostic.Occurrences);

    private void Add(Diagnostic diagnostic, long counted)
    {
        counts[diagnostic.Code] = counts.GetValueOrDefault(diagnostic.Code) + counted;
        if (!kinds.TryGetValue(diagnostic.Code, out var kind))
            kinds[diagnostic.Code] = kind = [];
        kind.Add(diagnostic);
        // A million bad rows must not fill the memory: the first in canonical order stay, whatever order they come in.
        if (kind.Count >= 2 * DiagnosticList.MaxPerKind)
        {
            kind.Sort(CanonicalOrder);
            kind.RemoveRange(DiagnosticList.MaxPerKind, kind.Count - DiagnosticList.MaxPerKind);
        }
    }

    private static int Compare(Diagnostic x, Diagnostic y)
    {
        foreach (var part in (ReadOnlySpan<Func<Diagnostic, string>>)[d => d.Found, d => d.Expected, d => d.Done, d => d.Column, d => d.File])
        {
            if (string.CompareOrdinal(part(x), part(y)) is not 0 and var order)
                return order;
        }

        return x.Line.CompareTo(y.Line);
    }
}
