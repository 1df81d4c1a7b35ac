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
        var (named, joint, inviting) = (0, 0, new List<long>());
        var (declared, clustering) = (Declared(dataset, options).ToArray(), new ActivityClustering(dataset));
        foreach (var activity in (options.Ties & TieKinds.Joint) == 0 ? [] : TieNetwork.TieActivities(dataset, options))
        {
            if (TieNetwork.Joiners(activity) is not { Length: > 1 } joiners)
                continue;
            joint++;
            named += activity.Participations.Any(IsInitiator) ? 1 : 0;
            var initiators = Initiators(activity);
            foreach (var initiator in initiators)
                inviting.AddRange(joiners.Where(other => other != initiator).Select(other => Key(initiator, other)));
            clustering.Add(joiners, initiators);
        }

        var mode = ties.M == 0 ? VerdictTieMode.None
            : joint == 0 ? VerdictTieMode.Declared
            : named * 2 >= joint ? VerdictTieMode.Lead
            : VerdictTieMode.Clique;
        inviting.AddRange(mode == VerdictTieMode.Lead ? declared.Where(tie => tie.A != tie.B).Select(tie => Key(tie.A, tie.B)) : []);
        var (rowStart, other) = mode == VerdictTieMode.Lead ? Rows(ties.N, inviting) : Above(ties);
        return new()
        {
            Mode = mode,
            ActivitiesNamingInitiator = named,
            JointActivities = joint,
            Clustering = Math.Max(1, clustering.Of(mode == VerdictTieMode.Lead, declared)),
            RowStart = rowStart,
            Other = other,
        };
    }

    private static HashSet<int> Initiators(Activity activity) =>
        [.. activity.Participations.Where(participation => IsInitiator(participation) && !participation.IsFunderOnly).Select(participation => participation.Stakeholder.Index)];

    private static bool IsInitiator(Participation participation) => (participation.Roles & Initiating) != 0;

    /// <summary>Rows of the ties table, and funders that only pay with the leads.</summary>
    private static IEnumerable<(int A, int B)> Declared(Dataset dataset, AnalysisOptions options) => (options.Ties & TieKinds.Declared) == 0
        ? []
        : TieNetwork.TieActivities(dataset, options).SelectMany(TieNetwork.FunderTies)
            .Concat(TieNetwork.ActiveTies(dataset, options))
            .Select(tie => (tie.A, tie.B));

    private static long Key(int a, int b) => ((long)Math.Min(a, b) << 32) | (uint)Math.Max(a, b);

    /// <summary>Of all ties the upper triangle.</summary>
    private static (int[] RowStart, int[] Other) Above(TieNetwork ties)
    {
        var (rowStart, other) = (new int[ties.N + 1], new int[ties.M]);
        for (var i = 0; i < ties.N; i++)
        {
            var above = ties.Above(i);
            above.CopyTo(other.AsSpan(rowStart[i]));
            rowStart[i + 1] = rowStart[i] + above.Length;
        }

        return (rowStart, other);
    }

    private static (int[] RowStart, int[] Other) Rows(int n, List<long> keys)
    {
        keys.Sort();
        var (rowStart, other) = (new int[n + 1], new List<int>(keys.Count));
        for (var k = 0; k < keys.Count; k++)
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
