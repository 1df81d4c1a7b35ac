using System.Collections.Concurrent;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <content>From activities and declared ties to the tie graph.</content>
public sealed partial class TieNetwork
{
    /// <summary>Ranges of rows that receive the ties of their second ends side by side.</summary>
    private const int Ranges = 8;

    /// <summary>
    /// Ties of the activities and declared ties inside the window: every pair of one activity of k participants gets strength
    /// <c>1/(k-1)</c> (Newman 2001), a funder is tied to the leads of what it funds, a row of the ties table adds its own strength.
    /// </summary>
    /// <param name="dataset">Activities and declared ties.</param>
    /// <param name="options">Effective options, defaults filled in.</param>
    /// <param name="wanted">Which activities count; null: all of them. Rows of the ties table belong to none, and count whatever is wanted.</param>
    /// <remarks>Activities above the participant limit make no ties of either kind. Time: the sum over activities of k squared.</remarks>
    internal static TieNetwork Build(Dataset dataset, AnalysisOptions options, Func<Activity, bool>? wanted = null) => From(Gather(dataset, options, wanted));

    /// <summary>What <see cref="Build(Dataset, AnalysisOptions, Func{Activity, bool}?)"/> makes ties of.</summary>
    internal static TieSources Gather(Dataset dataset, AnalysisOptions options, Func<Activity, bool>? wanted = null)
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
        return new(Incidence.From(dataset.Stakeholders.Count, count, joined), declared, evidence);
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

    /// <summary>
    /// Row by row, in parallel, each tie from its first end: once to count, so that the arrays are exactly as long as needed, and once to
    /// fill; then each row receives the ties whose second end it is.
    /// </summary>
    internal static TieNetwork From(TieSources sources)
    {
        var (joint, declared, evidence) = sources;
        var n = joint.RowStart.Length - 1;
        var (rowStart, before) = (new int[n + 1], new int[n]);
        var ends = declared.ToLookup(tie => Math.Min(tie.A, tie.B), tie => (Math.Max(tie.A, tie.B), tie.Strength));
        using (var counted = new ThreadLocal<Row>(() => new(n, weighted: false), trackAllValues: true))
        {
            Parallel.For(0, n, i => rowStart[i + 1] = counted.Value!.Count(i, joint, ends));
            foreach (var row in counted.Values)
                row.AddBefore(before);
        }

        for (var i = 0; i < n; i++)
            rowStart[i + 1] = checked(rowStart[i] + before[i] + rowStart[i + 1]);

        var (neighbours, supportOf, supports) = (new int[rowStart[n]], new int[rowStart[n]], new Numbering());
        using (var filled = new ThreadLocal<Row>(() => new(n, weighted: true)))
        {
            Parallel.For(0, n, i => filled.Value!.Fill(i, joint, ends, supports, neighbours, supportOf, rowStart[i] + before[i]));
        }

        Mirror(rowStart, before, neighbours, supportOf);
        return new() { N = n, RowStart = rowStart, Neighbours = neighbours, SupportOf = supportOf, Supports = supports.All(), Evidence = evidence };
    }

    /// <summary>Puts each tie into the row of its second end too, ranges of rows in parallel.</summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="before">How many of each row come from earlier rows; the rest of it is there.</param>
    /// <param name="neighbours">Receives the other ends.</param>
    /// <param name="supportOf">Receives what they rest on.</param>
    private static void Mirror(int[] rowStart, int[] before, int[] neighbours, int[] supportOf)
    {
        var n = before.Length;
        Parallel.For(0, Ranges, range =>
        {
            var (from, to) = ((int)((long)n * range / Ranges), (int)((long)n * (range + 1) / Ranges));
            var next = rowStart[from..to];
            for (var i = 0; i < to; i++)
            {
                var (first, length) = (rowStart[i] + before[i], rowStart[i + 1] - rowStart[i] - before[i]);
                var others = neighbours.AsSpan(first, length);
                var k = others.BinarySearch(from) is var at && at < 0 ? ~at : at;
                for (; k < length && others[k] < to; k++)
                {
                    var place = next[others[k] - from]++;
                    (neighbours[place], supportOf[place]) = (i, supportOf[first + k]);
                }
            }
        });
    }

    /// <summary>What ties are made of.</summary>
    /// <param name="Joint">Stakeholders x joint activities.</param>
    /// <param name="Declared">Declared ties, in either order.</param>
    /// <param name="Evidence">Which of the two there are.</param>
    internal sealed record TieSources(Incidence Joint, IReadOnlyList<(int A, int B, double Strength)> Declared, TieKinds Evidence);

    /// <summary>Numbers what ties rest on, as it is met; asked by several threads.</summary>
    private sealed class Numbering
    {
        private readonly ConcurrentDictionary<TieSupport, int> numbers = new();
        private readonly List<TieSupport> all = [];

        public int Of(TieSupport support) => numbers.TryGetValue(support, out var number) ? number : Add(support);

        public TieSupport[] All() => [.. all];

        private int Add(TieSupport support)
        {
            lock (all)
            {
                if (numbers.TryAdd(support, all.Count))
                    all.Add(support);
                return numbers[support];
            }
        }
    }

    /// <summary>The ties of one stakeholder with those after it, one stakeholder at a time. Working space of one thread.</summary>
    private sealed class Row(int n, bool weighted)
    {
        private const int Remembered = 1 << 12;

        private readonly PairAccumulator joint = new(n, weighted);
        private readonly PairAccumulator declared = new(n, weighted);
        private readonly List<int> others = [];
        private readonly int[] before = new int[n];
        private readonly (TieSupport Support, int Number)[] lately = new (TieSupport, int)[Remembered];

        /// <summary>How many ties i has with stakeholders after it.</summary>
        public int Count(int i, Incidence activities, ILookup<int, (int Other, double Strength)> ends)
        {
            Join(i, activities, ends);
            CollectOthers();
            foreach (var j in others)
                before[j]++;
            return others.Count;
        }

        /// <summary>Adds, for each stakeholder, its ties with those before it among the rows counted here.</summary>
        public void AddBefore(int[] sums)
        {
            for (var j = 0; j < n; j++)
                sums[j] += before[j];
        }

        /// <summary>Writes the ties of i with those after it, ascending.</summary>
        public void Fill(int i, Incidence activities, ILookup<int, (int Other, double Strength)> ends, Numbering supports, int[] neighbours, int[] supportOf, int at)
        {
            Join(i, activities, ends);
            joint.Sort();
            CollectOthers();
            if (others.Count > joint.Others.Length)
                others.Sort();
            foreach (var j in others)
            {
                neighbours[at] = j;
                supportOf[at++] = Number(new(joint.Weight(j) + declared.Weight(j), joint.Count(j), declared.Count(j)), supports);
            }
        }

        private void Join(int i, Incidence activities, ILookup<int, (int Other, double Strength)> ends)
        {
            joint.Clear();
            declared.Clear();
            foreach (var a in activities.ColumnsOf(i))
                joint.AddAbove(activities.RowsOf(a), i, 1.0 / (activities.RowsOf(a).Length - 1));
            foreach (var (other, given) in ends[i])
                declared.Add([other], given);
        }

        /// <summary>Those of joint activities in their order, then those of declared ties alone.</summary>
        private void CollectOthers()
        {
            others.Clear();
            others.AddRange(joint.Others);
            foreach (var j in declared.Others)
            {
                if (joint.Count(j) == 0)
                    others.Add(j);
            }
        }

        /// <summary>Most ties rest on what few others do: the number is mostly still known.</summary>
        private int Number(TieSupport support, Numbering supports)
        {
            ref var last = ref lately[(uint)support.GetHashCode() % Remembered];
            if (last.Support != support)
                last = (support, supports.Of(support));
            return last.Number;
        }
    }
}
