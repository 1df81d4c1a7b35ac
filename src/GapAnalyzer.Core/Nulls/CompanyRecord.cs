using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>One joint activity as the company model sees it.</summary>
/// <param name="Cell">Position of its theme x place.</param>
/// <param name="Series">Series of recurring meetings that it belongs to, see <see cref="MeetingSeries"/>.</param>
/// <param name="Seats">Its participants of known sectors, counted by sector; ascending.</param>
internal readonly record struct CompanyActivity(int Cell, int Series, (int Sector, int Count)[] Seats)
{
    /// <summary>Pairs of its participants.</summary>
    public double Pairs => Seats.Sum(seat => (double)seat.Count) is var k ? k * (k - 1) / 2 : 0;

    /// <summary>Pairs of its participants per two different sectors.</summary>
    public IEnumerable<(int S, int T, double Pairs)> Together()
    {
        for (var a = 0; a < Seats.Length; a++)
        {
            for (var b = a + 1; b < Seats.Length; b++)
                yield return (Seats[a].Sector, Seats[b].Sector, (double)Seats[a].Count * Seats[b].Count);
        }
    }
}

/// <summary>Who takes part together: the joint activities with a known theme and place, as numbers of participants per known sector.</summary>
internal sealed class CompanyRecord
{
    /// <summary>Sectors.</summary>
    public required int S { get; init; }

    public required IReadOnlyList<CompanyActivity> Activities { get; init; }

    /// <summary>Per cell, the chance that two seats of its activities drawn at random are of sectors s and t; S x S, 0 on the diagonal.</summary>
    public required IReadOnlyList<double[]> Chance { get; init; }

    /// <summary>Times that members of two sectors took part together: pairs of participants, added up over activities; S x S, symmetric.</summary>
    public required double[] Together { get; init; }

    /// <summary>The same were seats filled at random in each cell.</summary>
    public required double[] AtRandom { get; init; }

    /// <param name="dataset">Activities in canonical order.</param>
    /// <param name="options">Effective options: the window, the place level, the participant limit.</param>
    /// <param name="sectors">Sector of each stakeholder.</param>
    /// <remarks>O(participations + (activities + cells) x sectors^2).</remarks>
    public static CompanyRecord Of(Dataset dataset, AnalysisOptions options, SectorMap sectors)
    {
        var frame = Frame.Of(dataset, options);
        var cells = new Dictionary<(ThemeId?, PlaceId?), int>();
        var joint = new List<(int Cell, int[] Participants)>();
        foreach (var activity in TieNetwork.TieActivities(dataset, options).Where(a => !frame.IsThemeUnknown(a) && !frame.IsPlaceUnknown(a)))
        {
            var participants = TieNetwork.Joiners(activity).Where(sectors.IsKnown).ToArray();
            if (participants.Length < 2)
                continue;
            var key = (frame.ThemeOf(activity.Theme), frame.PlaceOf(activity.PlaceAt(frame.PlaceLevel)));
            cells.TryAdd(key, cells.Count);
            joint.Add((cells[key], participants));
        }

        var series = MeetingSeries.Of(joint);
        return Of(sectors.Count, cells.Count, [.. joint.Select((a, k) => new CompanyActivity(a.Cell, series[k], Seats(a.Participants, sectors)))]);
    }

    public static CompanyRecord Of(int s, int cells, IReadOnlyList<CompanyActivity> activities)
    {
        var (seats, pairs, together) = (new double[cells * s], new double[cells], new double[s * s]);
        foreach (var activity in activities)
        {
            pairs[activity.Cell] += activity.Pairs;
            foreach (var (sector, count) in activity.Seats)
                seats[(activity.Cell * s) + sector] += count;
            foreach (var (a, b, times) in activity.Together())
                together[(b * s) + a] = together[(a * s) + b] += times;
        }

        double[][] chance = [.. Enumerable.Range(0, cells).Select(cell => ChanceOf(seats.AsSpan(cell * s, s)))];
        var random = new double[s * s];
        for (var cell = 0; cell < cells; cell++)
        {
            for (var at = 0; at < random.Length; at++)
                random[at] += pairs[cell] * chance[cell][at];
        }

        return new() { S = s, Activities = activities, Chance = chance, Together = together, AtRandom = random };
    }

    private static (int Sector, int Count)[] Seats(int[] participants, SectorMap sectors) =>
        [.. participants.CountBy(i => sectors.Of[i]).OrderBy(seat => seat.Key).Select(seat => (seat.Key, seat.Value))];

    private static double[] ChanceOf(ReadOnlySpan<double> seats)
    {
        var (s, all) = (seats.Length, 0.0);
        foreach (var count in seats)
            all += count;
        var chance = new double[s * s];
        for (var a = 0; a < s; a++)
        {
            for (var b = a + 1; b < s; b++)
                chance[(a * s) + b] = chance[(b * s) + a] = 2 * seats[a] * seats[b] / (all * (all - 1));
        }

        return chance;
    }
}
