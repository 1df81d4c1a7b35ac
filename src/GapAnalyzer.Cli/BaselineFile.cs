using System.Text;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Reporting.Formats;
using GapAnalyzer.Reporting.Gates;
using GapAnalyzer.Reporting.Tables;

namespace GapAnalyzer.Cli;

/// <summary>Adds rows to a baseline and takes rows out of it; every other byte stays as it was.</summary>
internal static class BaselineFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The accepted gaps in a file; none where it is not there yet.</summary>
    public static Baseline Read(string path, bool mayBeNew = false) => File.Exists(path) ? Baseline.Read(DataSources.Entry(path))
        : mayBeNew ? Baseline.Empty(Path.GetFileName(path))
        : throw new InputException($"{path}: no such file; 'gap-analyzer baseline add' makes one");

    /// <param name="path">The file.</param>
    /// <param name="baseline">What it holds.</param>
    /// <param name="added">New rows; each goes before the first row that comes after it in ordinal order, so that a sorted file stays sorted.</param>
    /// <param name="removed">Rows to take out.</param>
    /// <exception cref="InputException">The file is not UTF-8, or cannot be written.</exception>
    public static void Change(string path, Baseline baseline, IEnumerable<AcceptedGap> added, IReadOnlyCollection<AcceptedGap> removed)
    {
        var text = File.Exists(path) ? Text(path) : "";
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var lines = Lines(text);
        var starts = baseline.Entries.Select(entry => entry.Row.Line - 1).ToList();
        var (head, rows) = starts.Count == 0 ? (string.Concat(lines), []) : (
            string.Concat(lines[..starts[0]]),
            baseline.Entries.Select((entry, i) => (Entry: entry, Text: string.Concat(lines[starts[i]..(i + 1 < starts.Count ? starts[i + 1] : lines.Length)]))).Where(row => !removed.Contains(row.Entry)).ToList());
        if (head.Length == 0)
            head = string.Join(',', Baseline.Columns);
        foreach (var entry in added.OrderBy(entry => entry, Order))
        {
            var at = rows.FindIndex(row => Order.Compare(row.Entry, entry) > 0);
            rows.Insert(at < 0 ? rows.Count : at, (entry, Row(entry, baseline) + newLine));
        }

        AtomicFile.Write(path, Strict.GetBytes(string.Concat(rows.Select(row => row.Text).Prepend(head).Select(part => part.EndsWith('\n') ? part : part + newLine))));
    }

    private static Comparer<AcceptedGap> Order { get; } = Comparer<AcceptedGap>.Create((x, y) =>
        string.CompareOrdinal(x.A, y.A) is not 0 and var first ? first : string.CompareOrdinal(x.B, y.B));

    private static string Row(AcceptedGap entry, Baseline baseline) => SafeCsv.Line(baseline.Table.Delimiter, baseline.Table.Columns.Select(column => CellValue.FromString(column switch
    {
        "a" => entry.A,
        "b" => entry.B,
        "reason" => entry.Reason,
        _ => entry.Expires is { } day ? Reporting.Numbers.Date(day) : "",
    })));

    private static string Text(string path)
    {
        try
        {
            return Strict.GetString(File.ReadAllBytes(path));
        }
        catch (DecoderFallbackException e)
        {
            throw new InputException($"{path}: not UTF-8; save it as CSV UTF-8; nothing was changed", e);
        }
    }

    /// <summary>Lines with what ends them.</summary>
    private static string[] Lines(string text)
    {
        List<string> lines = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var at ? start + at + 1 : text.Length;
            if (end < text.Length && text[end - 1] == '\r' && text[end] == '\n')
                end++;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }
}
