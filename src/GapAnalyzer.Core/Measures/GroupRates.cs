using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Coordination rates within each theme, place and period: pairs that share an arena of it.</summary>
internal static class GroupRates
{
    /// <summary>One result per theme that has an arena, in the dataset's order.</summary>
    public static IReadOnlyList<GroupRate> ByTheme(Dataset dataset, RateInput input) => By(
        input,
        arena => arena.Theme?.Index ?? -1,
        arena => arena.Theme is { } theme ? dataset.Themes[theme.Index] : Vocabulary.All,
        _ => input.Ties);

    public static IReadOnlyList<GroupRate> ByPlace(Dataset dataset, RateInput input) => By(
        input,
        arena => arena.Place?.Index ?? -1,
        arena => arena.Place is { } place ? dataset.Places[place.Index].Name : Vocabulary.All,
        _ => input.Ties);

    /// <summary>Per period only the ties active in it count.</summary>
    public static IReadOnlyList<GroupRate> ByPeriod(Dataset dataset, AnalysisOptions options, RateInput input) => By(
        input, arena => arena.Period.Ordinal, arena => arena.Period.Label, arena => TieNetwork.Build(dataset, options, arena.Period));

    private static GroupRate[] By(RateInput input, Func<Arena, int> key, Func<Arena, string> label, Func<Arena, TieNetwork> ties)
    {
        var groups = input.Presence.Arenas.GroupBy(key).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var numbers = groups.Select((group, g) => (Key: key(group[0]), g)).ToDictionary(pair => pair.Key, pair => pair.g);
        var groupOf = input.Presence.Arenas.Select(arena => numbers[key(arena)]).ToArray();
        var networks = groups.Select(group => ties(group[0])).ToArray();
        var parts = Tally(input, groupOf, networks);
        return [.. groups.Select((group, g) => Summarise(label(group[0]), group.Length, parts[g], input.Ties.Evidence != TieKinds.None))];
    }

    private static GroupRate Summarise(string label, int arenas, List<Part> parts, bool measured)
    {
        var (all, cross) = (new Rate(0, 0, 0, 0, measured), new Rate(0, 0, 0, 0, measured));
        foreach (var part in parts)
            (all, cross) = (all + part.All, cross + part.Cross);
        (all, cross) = (Half(all), Half(cross));
        return new(label, parts.Count, arenas, all, cross)
        {
            Range = Jackknife.Of(all, parts.Select(part => (part.Stakeholder, part.All))),
            CrossSectorRange = Jackknife.Of(cross, parts.Select(part => (part.Stakeholder, part.Cross))),
        };
    }

    private static Rate Half(Rate both) =>
        new(both.Satisfied / 2, both.Required / 2, both.SatisfiedWeight / 2, both.RequiredWeight / 2, both.Measured);

    /// <summary>What one stakeholder present in a group requires there, and how much of it is satisfied.</summary>
    private readonly record struct Part(int Stakeholder, Rate All, Rate Cross);

    /// <summary>
    /// For every group, one part per stakeholder present in it. Every pair is seen from both ends, which gives the leave-one-out terms
    /// at the same time.
    /// </summary>
    /// <param name="input">Presence, need weights, sectors.</param>
    /// <param name="groupOf">Group of each arena; length arenas.</param>
    /// <param name="networks">The ties that count in each group.</param>
    /// <remarks>Time: the sum over arenas of the squared number of members, and of the degrees over groups.</remarks>
    private static List<Part>[] Tally(RateInput input, int[] groupOf, TieNetwork[] networks)
    {
        var (presence, sectors) = (input.Presence, input.Sectors);
        var parts = networks.Select(_ => new List<Part>()).ToArray();
        var row = new PairAccumulator(presence.N);
        for (var i = 0; i < presence.N; i++)
        {
            input.Cancellation.ThrowIfCancellationRequested();
            foreach (var arenas in presence.ArenasOf(i).ToArray().GroupBy(c => groupOf[c]))
            {
                row.Clear();
                foreach (var c in arenas)
                    row.AddAround(presence.MembersOf(c), i, input.NeedWeight[c]);
                row.Sort();
                parts[arenas.Key].Add(PartOf(i, row, networks[arenas.Key].Of(i), sectors));
            }
        }

        return parts;
    }

    private static Part PartOf(int i, PairAccumulator row, ReadOnlySpan<int> neighbours, SectorMap sectors)
    {
        var (all, cross) = (default(Rate), default(Rate));
        var next = 0;
        foreach (var j in row.Others)
        {
            while (next < neighbours.Length && neighbours[next] < j)
                next++;
            var tied = next < neighbours.Length && neighbours[next] == j;
            var weight = row.Weight(j);
            var pair = new Rate(tied ? 1 : 0, 1, tied ? weight : 0, weight, false);
            all += pair;
            if (sectors.IsCross(i, j))
                cross += pair;
        }

        return new(i, all, cross);
    }
}

/// <summary>What rates are made from.</summary>
/// <param name="Presence">Who is present where.</param>
/// <param name="NeedWeight">Need weight of each arena.</param>
/// <param name="Ties">Ties at any time.</param>
/// <param name="Sectors">Who belongs where.</param>
/// <param name="Cancellation">Looked at once per stakeholder.</param>
internal sealed record RateInput(Presence Presence, double[] NeedWeight, TieNetwork Ties, SectorMap Sectors, CancellationToken Cancellation);
