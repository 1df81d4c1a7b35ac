using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>
/// Suggestions as lines of <c>aliases.csv</c>: each name is an alias once at most, or the file could not be used unchanged.
/// </summary>
public static class SuggestedAliases
{
    /// <summary>
    /// The strongest suggestions that connect what belongs together, a maximum spanning forest, best first: where A, B and C all look alike, two
    /// lines say so and the third is implied. Every line is a pair that looks alike itself, and points towards the
    /// name with most participations of its group, so that the shown name is the one most used.
    /// </summary>
    /// <param name="suggestions">From <see cref="LookAlikes.Find"/>, best first.</param>
    public static IReadOnlyList<NameSuggestion> Lines(Dataset dataset, IReadOnlyList<NameSuggestion> suggestions)
    {
        var group = Enumerable.Range(0, dataset.Stakeholders.Count).ToArray();
        var kept = new List<NameSuggestion>();
        foreach (var suggestion in suggestions)
        {
            var (a, b) = (GroupOf(group, suggestion.Alias.Index), GroupOf(group, suggestion.Canonical.Index));
            if (a == b)
                continue;
            group[Math.Max(a, b)] = Math.Min(a, b);
            kept.Add(suggestion);
        }

        return Towards(MostUsed(dataset, group), kept);
    }

    /// <summary>What lines call each stakeholder: its name; its id where another one has the same name but for spelling.</summary>
    public static IReadOnlyList<string> Texts(Dataset dataset)
    {
        var bearers = dataset.Stakeholders.CountBy(stakeholder => Fold.Name(stakeholder.Name)).ToDictionary(StringComparer.Ordinal);
        return [.. dataset.Stakeholders.Select(stakeholder => bearers[Fold.Name(stakeholder.Name)] > 1 ? stakeholder.Id : stakeholder.Name)];
    }

    private static int GroupOf(int[] group, int at)
    {
        while (group[at] != at)
            at = group[at] = group[group[at]];
        return at;
    }

    /// <summary>The member of each group with most participations; ties to the first by name.</summary>
    private static HashSet<int> MostUsed(Dataset dataset, int[] group)
    {
        var uses = dataset.ParticipationsByStakeholder();
        return [.. Enumerable.Range(0, group.Length)
            .GroupBy(at => GroupOf(group, at))
            .Select(members => members.OrderByDescending(at => uses[at]).ThenBy(at => at).First())];
    }

    /// <summary>Turns each pair so that following the lines leads to the root of its group.</summary>
    private static List<NameSuggestion> Towards(HashSet<int> roots, List<NameSuggestion> kept)
    {
        var neighbours = kept.SelectMany(s => new[] { (s.Alias.Index, Other: s.Canonical.Index), (s.Canonical.Index, Other: s.Alias.Index) }).ToLookup(pair => pair.Item1, pair => pair.Other);
        var depth = new Dictionary<int, int>();
        var open = new Queue<int>(roots.Where(neighbours.Contains).Order());
        foreach (var root in open)
            depth[root] = 0;
        while (open.TryDequeue(out var at))
        {
            foreach (var next in neighbours[at].Where(next => !depth.ContainsKey(next)))
            {
                depth[next] = depth[at] + 1;
                open.Enqueue(next);
            }
        }

        return [.. kept.Select(s => depth[s.Alias.Index] > depth[s.Canonical.Index] ? s : s with { Alias = s.Canonical, Canonical = s.Alias })];
    }
}

/// <summary>Participations per stakeholder.</summary>
internal static class ParticipationCounts
{
    public static long[] ParticipationsByStakeholder(this Dataset dataset)
    {
        var counts = new long[dataset.Stakeholders.Count];
        foreach (var participation in dataset.Activities.SelectMany(activity => activity.Participations))
            counts[participation.Stakeholder.Index]++;
        return counts;
    }
}
