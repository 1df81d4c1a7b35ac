using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Planning;

/// <summary>
/// Which meetings to convene: greedy maximum coverage. Candidates are the venues, theme x place; holding one closes every open gap
/// among those invited, and a closed gap is worth its whole requirement R, once. Each round takes the venue that closes the most.
/// </summary>
/// <remarks>
/// With room for all present, what a set of venues closes is monotone and submodular, so that greedy reaches at least 1 - 1/e of the
/// best choice of as many venues (Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971), and a gain once computed bounds all
/// later ones (lazy evaluation: Minoux 1978, doi:10.1007/BFb0006528). Where seats are short, the invitees are chosen by
/// <see cref="Seating"/>, to which the bound does not apply. Ties break by the dataset's order of themes and places.
/// Time: for each venue the squared number of those present, and for each round that of the few venues looked at again.
/// </remarks>
internal static class MeetingPlanning
{
    public static MeetingPlan Of(
        Dataset dataset, Presence presence, Requirement requirement, TieNetwork ties, SectorMap sectors, PlanOptions options, int defaultSeats, CancellationToken cancellation)
    {
        var seats = options.Seats ?? defaultSeats;
        var acrossSectors = !options.WithinSectors && sectors.KnownInUse > 1;
        var mayCome = MayCome(dataset, options.Excluded);
        var gaps = Gaps(dataset, requirement, ties, sectors, acrossSectors);
        int[] invited = [.. options.Invited.Select(id => id.Index).Distinct().Where(i => mayCome[i]).Order()];

        var venues = Venues(presence, mayCome);
        var queue = new PriorityQueue<int, (double Bound, int Venue)>(BestFirst);
        var bounds = gaps.BoundsAmong([.. venues.Select(venue => With(venue.Members, invited))], seats, cancellation);
        foreach (var (v, bound) in bounds.Index().Where(venue => venue.Item > 0))
            queue.Enqueue(v, (bound, v));

        var meetings = new List<Meeting>();
        while (meetings.Count < options.Meetings && Next(venues, queue, gaps, invited, seats, cancellation) is var (venue, chosen))
        {
            var (count, weight) = gaps.CloseAmong(chosen);
            var earlier = meetings.Sum(meeting => meeting.Weight);
            var (host, hostTies) = Host(venue.Members, chosen, ties);
            meetings.Add(new(
                venue.Theme, venue.Place, [.. chosen.Select(i => new StakeholderId(i))], host, hostTies, venue.Members.Length,
                count, weight, weight / gaps.TotalWeight, Math.Min(1, (earlier + weight) / gaps.TotalWeight)));
        }

        return new(meetings, acrossSectors, gaps.Count, gaps.TotalWeight, seats) { Considered = gaps.Considered };
    }

    /// <summary>Who can be invited: no stand-in for a sector, and no one excluded.</summary>
    public static bool[] MayCome(Dataset dataset, IReadOnlySet<StakeholderId> excluded) =>
        [.. dataset.Stakeholders.Select((stakeholder, i) => !stakeholder.StandsForSector && !excluded.Contains(new(i)))];

    /// <summary>The gaps that a meeting can close: those of two named organisations.</summary>
    public static OpenGaps Gaps(Dataset dataset, Requirement requirement, TieNetwork ties, SectorMap sectors, bool acrossSectors)
    {
        var named = MayCome(dataset, new HashSet<StakeholderId>());
        return OpenGaps.Of(requirement, ties, (i, j) => (!acrossSectors || sectors.IsCross(i, j)) && named[i] && named[j]);
    }

    /// <summary>The venue that closes the most, and whom to invite; null where none closes anything.</summary>
    private static (Venue Venue, int[] Invitees)? Next(
        List<Venue> venues, PriorityQueue<int, (double Bound, int Venue)> queue, OpenGaps gaps, int[] invited, int seats, CancellationToken cancellation)
    {
        (int Venue, int[] Invitees, double Weight)? best = null;
        var looked = new List<(int Venue, double Bound)>();
        while (queue.TryPeek(out var v, out var top) && (best is not { } b || BestFirst.Compare(top, (b.Weight, b.Venue)) < 0))
        {
            cancellation.ThrowIfCancellationRequested();
            queue.Dequeue();
            var members = With(venues[v].Members, invited);
            var bound = gaps.BoundAmong(members, seats);
            if (bound <= 0)
                continue;
            looked.Add((v, bound));
            if (best is { } found && BestFirst.Compare((found.Weight, found.Venue), (bound, v)) < 0)
                continue;
            var invitees = Seating.Choose(members, invited, gaps, seats);
            var weight = members.Length <= seats ? bound : gaps.WeightAmong(invitees);
            if (best is not { } known || BestFirst.Compare((weight, v), (known.Weight, known.Venue)) < 0)
                best = (v, invitees, weight);
        }

        foreach (var (v, bound) in looked)
            queue.Enqueue(v, (bound, v));
        return best is { Weight: > 0 } chosen ? (venues[chosen.Venue], chosen.Invitees) : null;
    }

    private static Comparer<(double Bound, int Venue)> BestFirst { get; } = Comparer<(double Bound, int Venue)>.Create((x, y) =>
        x.Bound != y.Bound ? y.Bound.CompareTo(x.Bound) : x.Venue.CompareTo(y.Venue));

    /// <summary>Theme x place with all who are present there in any period and may come, in the order of themes and places.</summary>
    public static List<Venue> Venues(Presence presence, bool[] mayCome) =>
    [
        .. presence.Arenas.Index().GroupBy(arena => (arena.Item.Theme, arena.Item.Place), arena => arena.Index)
            .OrderBy(venue => (venue.Key.Theme?.Index ?? -1, venue.Key.Place?.Index ?? -1))
            .Select(venue => new Venue(
                venue.Key.Theme, venue.Key.Place,
                [.. venue.SelectMany(c => presence.MembersOf(c).ToArray()).Distinct().Where(i => mayCome[i]).Order()])),
    ];

    private static int[] With(int[] members, int[] invited) => invited.Length == 0 ? members : [.. members.Union(invited).Order()];

    /// <summary>Of those present, the one with ties to the most invitees; first in canonical order among equals.</summary>
    private static (StakeholderId? Host, int Ties) Host(int[] members, int[] invitees, TieNetwork ties)
    {
        var invited = invitees.ToHashSet();
        var (host, most) = ((StakeholderId?)null, 0);
        foreach (var i in members)
        {
            var count = 0;
            foreach (var j in ties.Of(i))
                count += invited.Contains(j) ? 1 : 0;
            if (count > most)
                (host, most) = (new(i), count);
        }

        return (host, most);
    }

    /// <summary>A theme in a place, and who is present there, ascending.</summary>
    public sealed record Venue(ThemeId? Theme, PlaceId? Place, int[] Members);
}
