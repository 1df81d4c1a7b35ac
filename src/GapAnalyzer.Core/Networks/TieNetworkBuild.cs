using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <content>From activities and declared ties to the tie graph.</content>
public sealed partial class TieNetwork
{
    /// <summary>
    /// Ties of the activities and declared ties inside the window: every pair of one activity of k participants gets strength
    /// <c>1/(k-1)</c> (Newman 2001), a funder is tied to the leads of what it funds, a row of the ties table adds its own strength.
    /// </summary>
    /// <param name="dataset">Activities and declared ties.</param>
    /// <param name="options">Effective options, defaults filled in.</param>
    /// <param name="period">Only ties active in this period; null: at any time.</param>
    /// <remarks>Activities above the participant limit make no ties of either kind. Time: the sum over activities of k squared.</remarks>
    internal static TieNetwork Build(Dataset dataset, AnalysisOptions options, Period? period = null)
    {
        var activities = TieActivities(dataset, options, period).ToArray();
        var joint = (options.Ties & TieKinds.Joint) == 0 ? [] : activities.Select(Joiners).Where(joiners => joiners.Length > 1).ToArray();
        var declared = (options.Ties & TieKinds.Declared) == 0
            ? []
            : activities.SelectMany(FunderTies).Concat(ActiveTies(dataset, options, period)).ToArray();
        var evidence = (joint.Length > 0 ? TieKinds.Joint : TieKinds.None) | (declared.Length > 0 ? TieKinds.Declared : TieKinds.None);
        return Build(dataset.Stakeholders.Count, joint, declared, evidence);
    }

    /// <summary>Participants that do more than pay: the k of the participant limit and of Newman's strength.</summary>
    internal static int[] Joiners(Activity activity) =>
        [.. activity.Participations.Where(participation => !participation.IsFunderOnly).Select(participation => participation.Stakeholder.Index)];

    /// <summary>Activities that can make ties: inside the window and not above the participant limit.</summary>
    internal static IEnumerable<Activity> TieActivities(Dataset dataset, AnalysisOptions options, Period? period = null)
    {
        var window = new Window(options.From, options.To);
        var limit = options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants;
        return dataset.Activities.Where(activity => window.Holds(activity.Dates)
            && (period is not { } only || activity.Dates is not { } dates || dates.Overlaps(only.First, only.Last))
            && activity.Participations.Count(participation => !participation.IsFunderOnly) <= limit);
    }

    /// <summary>Each funder that only pays with each lead; without a lead, with those that implement.</summary>
    internal static IEnumerable<(int A, int B, double Strength)> FunderTies(Activity activity)
    {
        var funders = activity.Participations.Where(participation => participation.IsFunderOnly);
        var leads = Having(activity, Roles.Lead) is { Length: > 0 } lead ? lead : Having(activity, Roles.Implementing);
        return funders.SelectMany(funder => leads.Select(other => (funder.Stakeholder.Index, other, 1.0)));
    }

    private static int[] Having(Activity activity, Roles role) =>
    [
        .. activity.Participations
            .Where(participation => (participation.Roles & role) != 0)
            .Select(participation => participation.Stakeholder.Index),
    ];

    /// <summary>Rows of the ties table that are active in the window and the period.</summary>
    internal static IEnumerable<(int A, int B, double Strength)> ActiveTies(Dataset dataset, AnalysisOptions options, Period? period)
    {
        var window = new Window(options.From, options.To);
        return dataset.Ties
            .Where(tie => Window.IsActive(tie, window.First, window.Last)
                && (period is not { } only || Window.IsActive(tie, only.First, only.Last)))
            .Select(tie => (tie.A.Index, tie.B.Index, tie.Strength));
    }

    private static TieNetwork Build(int n, int[][] joint, (int A, int B, double Strength)[] declared, TieKinds evidence)
    {
        var participation = Incidence.From(n, joint.Length, joint.SelectMany((joiners, a) => joiners.Select(i => (i, a))));
        var ends = declared.Concat(declared.Select(tie => (tie.B, tie.A, tie.Strength))).ToLookup(tie => tie.Item1);
        var (jointRow, declaredRow) = (new PairAccumulator(n), new PairAccumulator(n));
        var rowStart = new int[n + 1];
        var (neighbours, strength) = (new List<int>(), new List<double>());
        var (jointCount, declaredCount) = (new List<int>(), new List<int>());
        for (var i = 0; i < n; i++)
        {
            jointRow.Clear();
            declaredRow.Clear();
            foreach (var a in participation.ColumnsOf(i))
                jointRow.AddAround(participation.RowsOf(a), i, 1.0 / (joint[a].Length - 1));
            foreach (var (_, other, given) in ends[i])
                declaredRow.Add([other], given);
            foreach (var j in Union(jointRow, declaredRow))
            {
                neighbours.Add(j);
                strength.Add(jointRow.Weight(j) + declaredRow.Weight(j));
                jointCount.Add(jointRow.Count(j));
                declaredCount.Add(declaredRow.Count(j));
            }

            rowStart[i + 1] = neighbours.Count;
        }

        return new()
        {
            N = n,
            RowStart = rowStart,
            Neighbours = [.. neighbours],
            Strength = [.. strength],
            JointActivities = [.. jointCount],
            DeclaredRows = [.. declaredCount],
            Evidence = evidence,
        };
    }

    private static int[] Union(PairAccumulator joint, PairAccumulator declared)
    {
        var others = new List<int>(joint.Others.Length + declared.Others.Length);
        others.AddRange(joint.Others);
        foreach (var j in declared.Others)
        {
            if (joint.Count(j) == 0)
                others.Add(j);
        }

        others.Sort();
        return [.. others];
    }
}
