using F23.StringSimilarity;

namespace GapAnalyzer.Resolving;

/// <summary>Finds what someone may have meant.</summary>
public static class Nearest
{
    /// <summary><c>did you mean 'Cluster'? </c>, or empty where nothing is near.</summary>
    public static string Among(string text, IEnumerable<string> candidates) => Find(text, candidates) is { } near ? $"did you mean '{near}'? " : "";

    /// <summary>The candidate with the smallest edit distance, at most a third of its length; ties in ordinal order.</summary>
    public static string? Find(string text, IEnumerable<string> candidates)
    {
        var levenshtein = new Levenshtein();
        var folded = Fold.Compact(text);
        return candidates
            .Where(candidate => candidate.Length > 0)
            .Select(candidate => (Candidate: candidate, Distance: levenshtein.Distance(folded, Fold.Compact(candidate))))
            .Where(scored => scored.Distance * 3 <= Math.Max(scored.Candidate.Length, folded.Length))
            .OrderBy(scored => scored.Distance)
            .ThenBy(scored => scored.Candidate, StringComparer.Ordinal)
            .Select(scored => scored.Candidate)
            .FirstOrDefault();
    }
}
