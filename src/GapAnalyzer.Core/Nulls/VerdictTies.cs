using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>Which ties the sector tests look at.</summary>
public enum VerdictTieMode
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Who invites whom: a lead, co-host or funder with each participant of its activity, and declared ties.</summary>
    Lead,

    /// <summary>All ties: too few activities say who invited.</summary>
    Clique,

    /// <summary>Declared ties alone: there are no joint activities.</summary>
    Declared,
}

/// <summary>
/// The ties that sector tests look at, upper triangle (i &lt; j) in compressed sparse rows. Two attendees brought together by a third party
/// are tied everywhere else, but not here: cliques hide who invites whom.
/// </summary>
internal sealed class VerdictTies
{
    private const double ClusteringPower = 0.6;
    private const double ClusteringPowerClique = 2.0 / 3;
    private const Roles Initiating = Roles.Lead | Roles.CoHost | Roles.Funder;

    public required VerdictTieMode Mode { get; init; }

    /// <summary>Joint activities (two participants or more) that name who invited.</summary>
    public required int ActivitiesNamingInitiator { get; init; }

    public required int JointActivities { get; init; }

    /// <summary>
    /// What the variance of a count of ties is multiplied with, because the ties of an activity come at once:
    /// <c>(sum x^2 / sum x)^.6</c> (<c>^2/3</c> in clique mode) over activities and pairs of different known sectors, x = verdict ties that the activity makes between the two;
    /// a declared tie comes alone. At least 1.
    /// </summary>
    /// <remarks>
    /// Were ties independent but for their activity, <c>sum x^2 / sum x</c> would be the factor (a compound Poisson count); the fit already
    /// follows who is active, which takes a part of it away. How much is left, the powers, was found on generated datasets; docs/calibration.md.
    /// </remarks>
    public required double Clustering { get; init; }

    /// <summary>Length n + 1.</summary>
    public required int[] RowStart { get; init; }

    public required int[] Other { get; init; }

    /// <summary>
    /// Lead mode where at least half of the joint activities name an initiator; activities that name none then make no verdict tie.
    /// </summary>
    /// <param name="dataset">Activities and declared ties.</param>
    /// <param name="options">Effective options.</param>
    /// <param name="ties">All ties: what clique mode uses.</param>
    /// <remarks>O(participations + ties log ties).</remarks>
    public static VerdictTies Of(Dataset dataset, AnalysisOptions options, TieNetwork ties)
    {
        var joint = (options.Ties & TieKinds.Joint) == 0
            ? []
            : TieNetwork.TieActivities(dataset, options).Where(activity => TieNetwork.Joiners(activity).Length > 1).ToArray();
        var named = joint.Count(activity => activity.Participations.Any(IsInitiator));
        var mode = ties.M == 0 ? VerdictTieMode.None
            : joint.Length == 0 ? VerdictTieMode.Declared
            : named * 2 >= joint.Length ? VerdictTieMode.Lead
            : VerdictTieMode.Clique;
        var declared = Declared(dataset, options).ToArray();
        var pairs = mode == VerdictTieMode.Lead ? Inviting(joint).Concat(declared) : All(ties);
        var (rowStart, other) = Rows(ties.N, pairs);
        return new()
        {
            Mode = mode,
            ActivitiesNamingInitiator = named,
            JointActivities = joint.Length,
            Clustering = Math.Max(1, ClusteringOf(dataset, joint, mode == VerdictTieMode.Lead, declared)),
            RowStart = rowStart,
            Other = other,
        };
    }

    private static double ClusteringOf(Dataset dataset, Activity[] joint, bool inviting, IEnumerable<(int A, int B)> declared)
    {
        int SectorOf(int i) => dataset.Stakeholders[i].Sector.Index;
        bool IsKnown(int s) => dataset.Sectors[s].Known;
        double alone = declared.Count(tie => SectorOf(tie.A) != SectorOf(tie.B) && IsKnown(SectorOf(tie.A)) && IsKnown(SectorOf(tie.B)));
        var (ties, squares) = (alone, alone);
        foreach (var activity in joint)
        {
            var (joiners, initiators) = (TieNetwork.Joiners(activity), Initiators(activity));
            var groups = joiners.GroupBy(SectorOf).Where(group => IsKnown(group.Key))
                .Select(group => (All: (double)group.Count(), First: inviting ? group.Count(initiators.Contains) : group.Count()))
                .ToArray();
            for (var a = 0; a < groups.Length; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    var x = (groups[a].First * groups[b].All) + (groups[b].First * groups[a].All) - (groups[a].First * (double)groups[b].First);
                    ties += x;
                    squares += x * x;
                }
            }
        }

        return ties > 0 ? Math.Pow(squares / ties, inviting ? ClusteringPower : ClusteringPowerClique) : 1;
    }

    private static HashSet<int> Initiators(Activity activity) =>
        [.. activity.Participations.Where(participation => IsInitiator(participation) && !participation.IsFunderOnly).Select(participation => participation.Stakeholder.Index)];

    private static bool IsInitiator(Participation participation) => (participation.Roles & Initiating) != 0;

    private static IEnumerable<(int A, int B)> Inviting(IEnumerable<Activity> joint) => joint.SelectMany(activity =>
        Initiators(activity).SelectMany(initiator => TieNetwork.Joiners(activity).Select(other => (initiator, other))));

    /// <summary>Rows of the ties table, and funders that only pay with the leads.</summary>
    private static IEnumerable<(int A, int B)> Declared(Dataset dataset, AnalysisOptions options) => (options.Ties & TieKinds.Declared) == 0
        ? []
        : TieNetwork.TieActivities(dataset, options).SelectMany(TieNetwork.FunderTies)
            .Concat(TieNetwork.ActiveTies(dataset, options))
            .Select(tie => (tie.A, tie.B));

    private static IEnumerable<(int A, int B)> All(TieNetwork ties) =>
        Enumerable.Range(0, ties.N).SelectMany(i => ties.Of(i).ToArray().Where(j => j > i).Select(j => (i, j)));

    private static (int[] RowStart, int[] Other) Rows(int n, IEnumerable<(int A, int B)> pairs)
    {
        var keys = pairs.Where(pair => pair.A != pair.B)
            .Select(pair => ((long)Math.Min(pair.A, pair.B) << 32) | (uint)Math.Max(pair.A, pair.B))
            .ToArray();
        Array.Sort(keys);
        var (rowStart, other) = (new int[n + 1], new List<int>(keys.Length));
        for (var k = 0; k < keys.Length; k++)
        {
            if (k > 0 && keys[k] == keys[k - 1])
                continue;
            other.Add((int)keys[k]);
            rowStart[(int)(keys[k] >> 32) + 1]++;
        }

        for (var i = 0; i < n; i++)
            rowStart[i + 1] += rowStart[i];
        return (rowStart, [.. other]);
    }
}
