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
    /// <param name="wanted">Which activities count; null: all of them. Rows of the ties table belong to none, and count whatever is wanted.</param>
    /// <remarks>Activities above the participant limit make no ties of either kind. Time: the sum over activities of k squared.</remarks>
    internal static TieNetwork Build(Dataset dataset, AnalysisOptions options, Func<Activity, bool>? wanted = null)
    {
        var (declared, joined, count) = (new List<(int A, int B, double Strength)>(), new List<(int Stakeholder, int Activity)>(), 0);
        foreach (var activity in TieActivities(dataset, options).Where(wanted ?? (_ => true)))
        {
            if ((options.Ties & TieKinds.Joint) != 0 && Joiners(activity) is { Length: > 1 } joiners)
            {
                foreach (var i in joiners)
                    joined.Add((i, count));
                count++;
            }

            if ((options.Ties & TieKinds.Declared) != 0)
                declared.AddRange(FunderTies(activity));
        }

        if ((options.Ties & TieKinds.Declared) != 0)
            declared.AddRange(ActiveTies(dataset, options));
        var evidence = (count > 0 ? TieKinds.Joint : TieKinds.None) | (declared.Count > 0 ? TieKinds.Declared : TieKinds.None);
        return Build(dataset.Stakeholders.Count, Incidence.From(dataset.Stakeholders.Count, count, joined), declared, evidence);
    }

    /// <summary>Participants that do more than pay: the k of the participant limit and of Newman's strength.</summary>
    internal static int[] Joiners(Activity activity) =>
        [.. activity.Participations.Where(participation => !participation.IsFunderOnly).Select(participation => participation.Stakeholder.Index)];

    /// <summary>Activities that can make ties: inside the window and not above the participant limit.</summary>
    internal static IEnumerable<Activity> TieActivities(Dataset dataset, AnalysisOptions options)
    {
        var window = new Window(options.From, options.To);
        var limit = options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants;
        return dataset.Activities.Where(activity => window.Holds(activity.Dates) && activity.Participations.Count(participation => !participation.IsFunderOnly) <= limit);
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

    /// <summary>Rows of the ties table that are active in the window.</summary>
    internal static IEnumerable<DeclaredTie> ActiveRows(Dataset dataset, AnalysisOptions options)
    {
        var window = new Window(options.From, options.To);
        return dataset.Ties.Where(tie => Window.IsActive(tie, window.First, window.Last));
    }

    /// <summary>The ties that they declare.</summary>
    internal static IEnumerable<(int A, int B, double Strength)> ActiveTies(Dataset dataset, AnalysisOptions options) =>
        ActiveRows(dataset, options).Select(tie => (tie.A.Index, tie.B.Index, tie.Strength));

    /// <summary>Row by row, in parallel: once to count, so that the arrays are exactly as long as needed, and once to fill.</summary>
    private static TieNetwork Build(int n, Incidence joint, List<(int A, int B, double Strength)> declared, TieKinds evidence)
    {
        using var rows = new ThreadLocal<Row>(() => new(n));
        var ends = declared.Concat(declared.Select(tie => (tie.B, tie.A, tie.Strength))).ToLookup(tie => tie.Item1);
        var rowStart = new int[n + 1];
        Parallel.For(0, n, i => rowStart[i + 1] = rows.Value!.Fill(i, joint, ends).Count);
        for (var i = 0; i < n; i++)
            rowStart[i + 1] = checked(rowStart[i] + rowStart[i + 1]);

        var ties = new TieNetwork
        {
            N = n,
            RowStart = rowStart,
            Neighbours = new int[rowStart[n]],
            Strength = new double[rowStart[n]],
            JointActivities = new int[rowStart[n]],
            DeclaredRows = new int[rowStart[n]],
            Evidence = evidence,
        };
        Parallel.For(0, n, i =>
        {
            var row = rows.Value!;
            row.Fill(i, joint, ends);
            row.CopyTo(ties, rowStart[i]);
        });
        return ties;
    }

    /// <summary>The ties of one stakeholder at a time. Working space of one thread.</summary>
    private sealed class Row(int n)
    {
        private readonly PairAccumulator joint = new(n, weighted: true);
        private readonly PairAccumulator declared = new(n, weighted: true);
        private readonly List<int> others = [];

        /// <summary>The others that i is tied to, ascending.</summary>
        public List<int> Fill(int i, Incidence activities, ILookup<int, (int, int Other, double Strength)> ends)
        {
            joint.Clear();
            declared.Clear();
            others.Clear();
            foreach (var a in activities.ColumnsOf(i))
                joint.AddAround(activities.RowsOf(a), i, 1.0 / (activities.RowsOf(a).Length - 1));
            foreach (var (_, other, given) in ends[i])
                declared.Add([other], given);
            joint.Sort();
            others.AddRange(joint.Others);
            foreach (var j in declared.Others)
            {
                if (joint.Count(j) == 0)
                    others.Add(j);
            }

            if (others.Count > joint.Others.Length)
                others.Sort();
            return others;
        }

        public void CopyTo(TieNetwork ties, int at)
        {
            foreach (var j in others)
            {
                (ties.Neighbours[at], ties.Strength[at]) = (j, joint.Weight(j) + declared.Weight(j));
                (ties.JointActivities[at], ties.DeclaredRows[at]) = (joint.Count(j), declared.Count(j));
                at++;
            }
        }
    }
}
