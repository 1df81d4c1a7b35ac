using GapAnalyzer.Networks;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Measures;

/// <summary>Ties that an organisation may have with itself, under two names.</summary>
internal static class LookAlikeTies
{
    /// <summary>Ties whose two ends are one organisation by the suggestions, directly or through further ones.</summary>
    /// <param name="suggestions">A forest: each name is an alias once at most.</param>
    /// <param name="ties">The ties.</param>
    public static long Count(IReadOnlyList<NameSuggestion> suggestions, TieNetwork ties)
    {
        var canonical = suggestions.ToDictionary(suggestion => suggestion.Alias.Index, suggestion => suggestion.Canonical.Index);
        var groups = suggestions.SelectMany(suggestion => new[] { suggestion.Alias.Index, suggestion.Canonical.Index }).Distinct().ToLookup(Root);
        return groups.Sum(group => group.Sum(i => group.LongCount(j => i < j && ties.AreTied(new(i), new(j)))));

        int Root(int name)
        {
            while (canonical.TryGetValue(name, out var next))
                name = next;
            return name;
        }
    }
}
