using System.Globalization;

namespace GapAnalyzer.Diagnostics;

/// <summary>How bad it is for the result.</summary>
public enum Severity
{
    /// <summary>A repair or a reading that is safe, listed so that it can be checked.</summary>
    Info,

    /// <summary>The result holds, but less than it could: a value was left unknown or a choice was made.</summary>
    Warning,

    /// <summary>A row was left out; with <c>--strict</c> the run stops.</summary>
    Error,
}

/// <summary>A kind of diagnostic: what it means and what to do about it.</summary>
/// <param name="Code">Stable code, <c>GAP</c> and four digits.</param>
/// <param name="Severity">Severity of every diagnostic of this kind.</param>
/// <param name="Key">Name in <c>data_quality.repairs</c>.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Remedy">What the reader can do.</param>
public sealed record DiagnosticKind(string Code, Severity Severity, string Key, string Title, string Remedy);

/// <summary>Something noticed in the input, for the person who has to act.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="File">File name without folder; empty where it concerns the whole dataset.</param>
/// <param name="Line">1-based line; 0 where it concerns the whole file.</param>
/// <param name="Column">Column header; empty where it concerns the whole row.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Done">What was done about it.</param>
public sealed record Diagnostic(DiagnosticKind Kind, string File, int Line, string Column, string Found, string Expected, string Done)
{
    public string Code => Kind.Code;

    public Severity Severity => Kind.Severity;

    /// <summary>How many times it happened; <see cref="Line"/> is where it happened first.</summary>
    public long Occurrences { get; init; } = 1;

    /// <summary>Rows that it concerns: what matters most concerns most of them.</summary>
    public long Rows { get; init; } = 1;

    /// <summary>Found, expected and done in one line, without the place.</summary>
    public string Message => Sentence.Of(Found, Expected, Done);

    /// <summary><c>activities.csv:17: GAP2104 start date '31/02/2024' is not a date; expected yyyy-MM-dd; date treated as unknown</c>.</summary>
    public override string ToString() => (File, Line) switch
    {
        ("", _) => $"{Code} {Message}",
        (_, 0) => $"{File}: {Code} {Message}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}: {Code} {Message}"),
    };
}

/// <summary>Diagnostics in canonical order, with exact counts where the list itself is capped.</summary>
/// <param name="Items">The diagnostics, by code, words, column, file and line; at most <see cref="MaxPerKind"/> of each kind.</param>
/// <param name="Counts">How many of each kind there were in all, by code.</param>
public sealed record DiagnosticList(IReadOnlyList<Diagnostic> Items, IReadOnlyDictionary<string, long> Counts)
{
    /// <summary>Diagnostics of one kind kept in the list; the rest are counted.</summary>
    public const int MaxPerKind = 10_000;

    public static DiagnosticList Empty { get; } = new([], new SortedDictionary<string, long>(StringComparer.Ordinal));

    /// <summary>The diagnostics of a kind, those that concern most rows first.</summary>
    public IEnumerable<Diagnostic> Of(DiagnosticKind kind) => Items.Where(item => item.Kind == kind).OrderByDescending(item => item.Rows);

    /// <summary>How many diagnostics of this severity there were.</summary>
    public long Count(Severity severity) =>
        Counts.Where(count => DiagnosticCatalog.ByCode(count.Key).Severity == severity).Sum(count => count.Value);
}
