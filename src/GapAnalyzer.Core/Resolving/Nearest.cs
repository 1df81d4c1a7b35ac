using F23.StringSimilarity;
using GapAnalyzer.Diagnostics;

namespace GapAnalyzer.Resolving;

/// <summary>Finds what someone may have meant.</summary>
public static class Nearest
{
    /// <summary>Longer texts are compared with nothing: the comparison takes the product of the lengths in time and memory.</summary>
    private const int MaxLength = 500;

    /// <summary><c>did you mean 'Cluster'?</c>, or empty where nothing is near.</summary>
    public static string Question(string text, IEnumerable<string> candidates) => Find(text, candidates) is { } near ? $"did you mean {Quote.Value(near)}?" : "";

    /// <summary><see cref="Question"/> with a space behind it, for the middle of a sentence.</summary>
    public static string Among(string text, IEnumerable<string> candidates) => Question(text, candidates) is { Length: > 0 } question ? question + " " : "";

    /// <summary>The candidate with the smallest edit distance, at most a third of the longer text; ties in ordinal order.</summary>
    public static string? Find(string text, IEnumerable<string> candidates) => Find(Fold.Compact(text), candidates.Select(candidate => (candidate, Fold.Compact(candidate))));

    internal static string? Find(string folded, IEnumerable<(string Text, string Folded)> candidates)
    {
        var alignment = new OptimalStringAlignment(); // two letters swapped are one mistake
        (string Text, double Distance)? best = null;
        if (folded.Length > MaxLength)
            return null;
        foreach (var (text, candidate) in candidates)
        {
            var most = Math.Max(candidate.Length, folded.Length) / 3;
            if (candidate.Length == 0 || Math.Abs(candidate.Length - folded.Length) > most)
                continue;
            var distance = alignment.Distance(folded, candidate);
            if (distance <= most && (best is not { } b || distance < b.Distance || (distance == b.Distance && string.CompareOrdinal(text, b.Text) < 0)))
                best = (text, distance);
        }

        return best?.Text;
    }
}

/// <summary>
/// Suggestions for the many rows of a table: a text is looked up once, and when <see cref="Budget"/> comparisons are spent no more
/// are made, so that a table of wrong names costs seconds and not hours.
/// </summary>
internal sealed class Suggestions(Func<IEnumerable<string>> candidates)
{
    private const int Budget = 1_000_000;

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private (string Text, string Folded)[]? folded;
    private int spent;

    /// <summary><see cref="Nearest.Question"/>, else what is expected.</summary>
    public string For(string text, string expected)
    {
        if (known.TryGetValue(text, out var question))
            return question;
        folded ??= [.. candidates().Select(candidate => (candidate, Fold.Compact(candidate)))];
        if (spent > Budget - folded.Length)
            return expected;
        spent += folded.Length;
        return known[text] = Nearest.Find(Fold.Compact(text), folded) is { } near ? $"did you mean {Quote.Value(near)}?" : expected;
    }
}
