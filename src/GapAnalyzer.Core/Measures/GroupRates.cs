using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Coordination rates within each theme, place and period: pairs that share an arena of it.</summary>
internal static class GroupRates
{
    /// <summary>Marks whom a stakeholder is tied to in a group; see <see cref="PeriodTies.Mark"/>.</summary>
    private delegate void MarkTied(int stakeholder, int group, int[] marks, int mark);

    /// <summary>One result per theme that has an arena, in the dataset's order.</summary>
    public static IReadOnlyList<GroupRate> ByTheme(Dataset dataset, RateInput input) => By(
        input, arena => arena.Theme?.Index ?? -1, arena => arena.Theme is { } theme ? dataset.Themes[theme.Index] : Vocabulary.All, _ => AtAnyTime(input.Ties));

    public static IReadOnlyList<GroupRate> ByPlace(Dataset dataset, RateInput input) => By(
        input, arena => arena.Place?.Index ?? -1, arena => arena.Place is { } place ? dataset.Places[place.Index].Name : Vocabulary.All, _ => AtAnyTime(input.Ties));

    /// <summary>Per period only the ties active in it count.</summary>
    public static IReadOnlyList<GroupRate> ByPeriod(Dataset dataset, AnalysisOptions options, RateInput input) => By(
        input, arena => arena.Period.Ordinal, arena => arena.Period.Label, arenas => new PeriodTies(dataset, options, [.. arenas.Select(arena => arena.Period)]).Mark);

    private static MarkTied AtAnyTime(TieNetwork ties) => (i, _, marks, mark) => ties.Mark(i, marks, mark);

    /// <param name="input">Presence, need weights, ties, sectors.</param>
    /// <param name="key">Which group an arena is in; groups are in its order.</param>
    /// <param name="label">What the group is called.</param>
    /// <param name="ties">Given an arena of each group: the ties that count.</param>
    private static GroupRate[] By(RateInput input, Func<Arena, int> key, Func<Arena, string> label, Func<Arena[], MarkTied> ties)
    {
        var groups = input.Presence.Arenas.GroupBy(key).OrderBy(group => group.Key).Select(group => group.ToArray()).ToArray();
        var numbers = groups.Select((group, g) => (Key: key(group[0]), g)).ToDictionary(pair => pair.Key, pair => pair.g);
        var present = GroupedPresence.Of(input.Presence, [.. input.Presence.Arenas.Select(arena => numbers[key(arena)])], groups.Length);
        var mark = ties([.. groups.Select(group => group[0])]);
        using var rows = new ThreadLocal<MetRow>(() => new(input.Presence, input.NeedWeight));
        return [.. groups.Select((group, g) => Summarise(label(group[0]), group.Length, Tally(input, present, g, mark, rows), input.Ties.Evidence != TieKinds.None))];
    }

    private static GroupRate Summarise(string label, int arenas, Part[] parts, bool measured)
    {
        var (all, cross) = (new Rate(0, 0, 0, 0, measured), new Rate(0, 0, 0, 0, measured));
        foreach (var part in parts)
            (all, cross) = (all + part.All, cross + part.Cross);
        (all, cross) = (Half(all), Half(cross));
        return new(label, parts.Length, arenas, all, cross)
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
    /// One part per stakeholder present in a group. Every pair is seen from both ends, which gives the leave-one-out terms at the same time.
    /// </summary>
    /// <param name="input">Presence, need weights, sectors.</param>
    /// <param name="present">Who is where, group by group.</param>
    /// <param name="group">The group.</param>
    /// <param name="mark">The ties that count in it.</param>
    /// <param name="rows">Working space of each thread.</param>
    /// <remarks>Time: the sum over arenas of the squared number of members, and what it takes to mark.</remarks>
    private static Part[] Tally(RateInput input, GroupedPresence present, int group, MarkTied mark, ThreadLocal<MetRow> rows)
    {
        var first = present.FirstOf(group);
        var parts = new Part[present.FirstOf(group + 1) - first];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = input.Cancellation }, k =>
        {
            var (row, i) = (rows.Value!, present.Stakeholder(first + k));
            row.MeetAround(i, present.ArenasOf(first + k));
            mark(i, group, row.TiedTo, first + k);
            var sums = new PairSums();
            sums.Add(i, row, first + k, input.Sectors);
            parts[k] = new(i, sums.All(measured: false), sums.Cross(measured: false));
        });
        return parts;
    }
}

/// <summary>What rates are made from.</summary>
/// <param name="Presence">Who is present where.</param>
/// <param name="NeedWeight">Need weight of each arena.</param>
/// <param name="Ties">Ties at any time.</param>
/// <param name="Sectors">Who belongs where.</param>
/// <param name="Cancellation">Looked at once per stakeholder.</param>
internal sealed record RateInput(Presence Presence, double[] NeedWeight, TieNetwork Ties, SectorMap Sectors, CancellationToken Cancellation);
