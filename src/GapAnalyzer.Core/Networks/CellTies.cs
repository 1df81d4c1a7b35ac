using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>
/// The ties that count in a cell, theme x place: those made anywhere, or with <see cref="AnalysisOptions.LocalTies"/> those made
/// there. Made in a cell are the ties of its own activities; rows of the ties table name neither theme nor place, and count in every cell.
/// </summary>
internal sealed class CellTies
{
    private readonly TieNetwork everywhere;
    private readonly Activity[] activities;
    private readonly Incidence activitiesOf;
    private readonly TieKinds kinds;

    /// <param name="everywhere">Ties that count in every cell.</param>
    /// <param name="activities">Activities whose ties count in their cell alone.</param>
    /// <param name="cellOf">Number of the cell of each of them; -1: in none.</param>
    /// <param name="cells">How many cells there are.</param>
    /// <param name="kinds">Ties that these activities make.</param>
    private CellTies(TieNetwork everywhere, Activity[] activities, Func<Activity, int> cellOf, int cells, TieKinds kinds)
    {
        (this.everywhere, this.activities, this.kinds) = (everywhere, activities, kinds);
        activitiesOf = Incidence.From(cells, activities.Length, activities.Select((activity, a) => (cellOf(activity), a)).Where(placed => placed.Item1 >= 0));
    }

    /// <param name="dataset">Activities and declared ties.</param>
    /// <param name="frame">What puts an activity into a cell.</param>
    /// <param name="options">Effective options, defaults filled in.</param>
    /// <param name="cells">Presence over all periods: its arenas are the cells.</param>
    /// <param name="ties">Ties made anywhere.</param>
    public static CellTies Of(Dataset dataset, Frame frame, AnalysisOptions options, Presence cells, TieNetwork ties)
    {
        if (!options.LocalTies)
            return new(ties, [], _ => -1, cells.Arenas.Count, TieKinds.None);
        var number = cells.Arenas.Index().ToDictionary(cell => (cell.Item.Theme, cell.Item.Place), cell => cell.Index);
        return new(
            TieNetwork.Build(dataset, options, _ => false),
            [.. TieNetwork.TieActivities(dataset, options)],
            activity => frame.CellOf(activity) is { } cell ? number.GetValueOrDefault(cell, -1) : -1,
            cells.Arenas.Count,
            options.Ties);
    }

    /// <summary>The ties made in one cell, with their strengths.</summary>
    public static TieNetwork MadeIn(ThemeId? theme, PlaceId? place, Dataset dataset, AnalysisOptions options)
    {
        var frame = Frame.Of(dataset, options);
        return TieNetwork.Build(dataset, options, activity => frame.CellOf(activity) == (theme, place));
    }

    /// <summary>Working space of one thread for <see cref="Among"/>.</summary>
    public MemberPlaces Space() => new(everywhere.N);

    /// <summary>Who is tied to whom among the members of a cell, in compressed sparse rows of their positions; a row is in no order.</summary>
    /// <param name="cell">Number of the cell; -1 where no one is present.</param>
    /// <param name="members">Who is present there, ascending.</param>
    /// <param name="position">From <see cref="Space"/>, and left as it was.</param>
    /// <remarks>Time: the participants of the cell's activities squared, and the degrees of the members. Memory: the members and the ties among them.</remarks>
    public (int[] RowStart, int[] Neighbours) Among(int cell, ReadOnlySpan<int> members, MemberPlaces position)
    {
        position.Enter(members);
        Activity[] here = cell < 0 ? [] : [.. activitiesOf.ColumnsOf(cell).ToArray().Select(a => activities[a])];
        int[][] joint = [.. Joint(here, position)];
        var participation = Incidence.From(members.Length, joint.Length, joint.SelectMany((joiners, a) => joiners.Select(i => (i, a))));
        var funding = Funding(here, position).ToLookup(pair => pair.A, pair => pair.B);
        var (rowStart, neighbours, met) = (new int[members.Length + 1], new List<int>(), new int[members.Length]);
        Array.Fill(met, -1);
        for (var k = 0; k < members.Length; k++)
        {
            met[k] = k;
            foreach (var a in participation.ColumnsOf(k))
            {
                foreach (var j in participation.RowsOf(a))
                    Meet(k, j);
            }

            foreach (var j in funding[k])
                Meet(k, j);
            var tied = everywhere.Of(members[k]);
            foreach (var at in position.PlacesIn(tied))
                Meet(k, position[tied[at]]);

            rowStart[k + 1] = neighbours.Count;
        }

        position.Leave(members);
        return (rowStart, [.. neighbours]);

        void Meet(int k, int j)
        {
            if (met[j] == k)
                return;
            met[j] = k;
            neighbours.Add(j);
        }
    }

    /// <summary>Positions of those that take part in each joint activity of the cell. Those invited to a meeting need not be present.</summary>
    private IEnumerable<int[]> Joint(Activity[] here, MemberPlaces position) => (kinds & TieKinds.Joint) == 0
        ? []
        : here.Select(activity => TieNetwork.Joiners(activity).Select(position.Of).Where(k => k >= 0).ToArray());

    /// <summary>Positions of funders and of those whose activities they pay for, both ways.</summary>
    private IEnumerable<(int A, int B)> Funding(Activity[] here, MemberPlaces position) => (kinds & TieKinds.Declared) == 0
        ? []
        : here.SelectMany(TieNetwork.FunderTies).Select(tie => (A: position.Of(tie.A), B: position.Of(tie.B))).Where(pair => pair is { A: >= 0, B: >= 0 })
            .SelectMany(pair => new[] { pair, (A: pair.B, B: pair.A) });
}
