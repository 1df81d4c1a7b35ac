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
    private const Roles Initiating = Roles.Lead | Roles.CoHost | Roles.Funder;

    public required VerdictTieMode Mode { get; init; }

    /// <summary>Joint activities (two participants or more) that name who invited.</summary>
    public required int ActivitiesNamingInitiator { get; init; }

    public required int JointActivities { get; init; }

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
            : TieNetwork.TieActivities(dataset, options, null).Where(activity => TieNetwork.Joiners(activity).Length > 1).ToArray();
        var named = joint.Count(activity => activity.Participations.Any(IsInitiator));
        var mode = ties.M == 0 ? VerdictTieMode.None
            : joint.Length == 0 ? VerdictTieMode.Declared
            : named * 2 >= joint.Length ? VerdictTieMode.Lead
            : VerdictTieMode.Clique;
        var pairs = mode == VerdictTieMode.Lead ? Inviting(dataset, options, joint) : All(ties);
        var (rowStart, other) = Rows(ties.N, pairs);
        return new() { Mode = mode, ActivitiesNamingInitiator = named, JointActivities = joint.Length, RowStart = rowStart, Other = other };
    }

    private static bool IsInitiator(Participation participation) => (participation.Roles & Initiating) != 0;

    /// <summary>A funder that only pays is not among those that join: its tie with the leads is a declared one.</summary>
    private static IEnumerable<(int A, int B)> Inviting(Dataset dataset, AnalysisOptions options, IEnumerable<Activity> joint)
    {
        var invited = joint.SelectMany(activity => activity.Participations
            .Where(participation => IsInitiator(participation) && !participation.IsFunderOnly)
            .SelectMany(initiator => TieNetwork.Joiners(activity).Select(other => (initiator.Stakeholder.Index, other))));
        return (options.Ties & TieKinds.Declared) == 0
            ? invited
            : invited
                .Concat(TieNetwork.TieActivities(dataset, options, null).SelectMany(TieNetwork.FunderTies).Select(tie => (tie.A, tie.B)))
                .Concat(TieNetwork.ActiveTies(dataset, options, null).Select(tie => (tie.A, tie.B)));
    }

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
