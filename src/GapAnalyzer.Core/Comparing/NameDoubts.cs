using GapAnalyzer.Domain;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Comparing;

/// <summary>Organisations that left and arrived and may be one under two names: they would turn a change of spelling into a change of the network.</summary>
internal static class NameDoubts
{
    /// <summary>Alike names, best first, then the same ids under different names.</summary>
    public static IReadOnlyList<NameDoubt> Of(
        Dataset before, Dataset after, NameUnion names, IReadOnlyList<int> left, IReadOnlyList<int> arrived, CancellationToken cancellation)
    {
        if (left.Count == 0 || arrived.Count == 0)
            return [];
        int[] numbers = [.. left, .. arrived];
        var both = after with
        {
            Stakeholders = [.. numbers.Select(number => names.Stakeholder(number))],
            Activities = [],
            Places = [.. before.Places, .. after.Places],
        };
        var alike = LookAlikes.Find(both, cancellation: cancellation)
            .Select(pair => (A: Math.Min(pair.Alias.Index, pair.Canonical.Index), B: Math.Max(pair.Alias.Index, pair.Canonical.Index), pair.Score))
            .Where(pair => pair.A < left.Count && pair.B >= left.Count)
            .Select(pair => new NameDoubt(numbers[pair.A], numbers[pair.B], pair.Score)).ToList();
        var byId = arrived.Where(number => names.Stakeholders.Items[number].Before is null).ToDictionary(number => names.Stakeholder(number).Id, StringComparer.Ordinal);
        var sameId = left.Where(number => names.Stakeholders.Items[number].After is null && byId.ContainsKey(names.Stakeholder(number).Id))
            .Select(number => new NameDoubt(number, byId[names.Stakeholder(number).Id], 0));
        return [.. alike, .. sameId.Where(doubt => !alike.Any(pair => (pair.Left, pair.Arrived) == (doubt.Left, doubt.Arrived)))];
    }
}
