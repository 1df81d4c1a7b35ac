using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>
/// Who is tied to whom in one period after another, asked for one stakeholder at a time: the rules of <see cref="TieNetwork"/>, without
/// building the graph of each period.
/// </summary>
internal sealed class PeriodTies
{
    private readonly Incidence joint;

    /// <summary>When the activities of each stakeholder were, parallel to the columns of <see cref="joint"/>: read one after the other.</summary>
    private readonly (int First, int Last)[] jointActive;
    private readonly ILookup<int, (int Of, int Other, int First, int Last)> declared;

    /// <param name="dataset">Activities and declared ties.</param>
    /// <param name="options">Effective options.</param>
    /// <param name="periods">Of one grain, ascending; below, periods are positions in it.</param>
    /// <remarks>O(participations + ties), and for each of them the logarithm of the periods.</remarks>
    public PeriodTies(Dataset dataset, AnalysisOptions options, Period[] periods)
    {
        var (firsts, lasts) = (periods.Select(period => period.First).ToArray(), periods.Select(period => period.Last).ToArray());
        (int First, int Last) Active(DateOnly? first, DateOnly? last) => (
            first is { } from ? FirstEndingBy(lasts, from) : 0, last is { } to ? LastBegunOn(firsts, to) : periods.Length - 1);

        var (wantsJoint, wantsDeclared) = ((options.Ties & TieKinds.Joint) != 0, (options.Ties & TieKinds.Declared) != 0);
        var (active, members, ends) = (new List<(int, int)>(), new List<(int, int)>(), new List<(int Of, int Other, int First, int Last)>());
        foreach (var activity in TieNetwork.TieActivities(dataset, options))
        {
            var when = Active(activity.Dates?.First, activity.Dates?.Last);
            if (wantsJoint && TieNetwork.Joiners(activity) is { Length: > 1 } joiners)
            {
                members.AddRange(joiners.Select(i => (i, active.Count)));
                active.Add(when);
            }

            if (wantsDeclared)
                ends.AddRange(TieNetwork.FunderTies(activity).Select(tie => (tie.A, tie.B, when.First, when.Last)));
        }

        foreach (var tie in wantsDeclared ? TieNetwork.ActiveRows(dataset, options) : [])
        {
            var when = Active(tie.Since?.First, tie.Until?.Last);
            ends.Add((tie.A.Index, tie.B.Index, when.First, when.Last));
        }

        joint = Incidence.From(dataset.Stakeholders.Count, active.Count, members);
        jointActive = [.. joint.Columns.Select(a => active[a])];
        declared = ends.Concat(ends.Select(end => (Of: end.Other, Other: end.Of, end.First, end.Last))).ToLookup(end => end.Of);
    }

    /// <summary>Marks whom a stakeholder is tied to in a period, itself among them where it is in a joint activity.</summary>
    /// <param name="i">The stakeholder.</param>
    /// <param name="period">Position of the period.</param>
    /// <param name="marks">Length n; receives <paramref name="mark"/>.</param>
    /// <param name="mark">What no one is marked with so far.</param>
    /// <remarks>O(activities of the stakeholder + participants of those in the period).</remarks>
    public void Mark(int i, int period, int[] marks, int mark)
    {
        for (var k = joint.RowStart[i]; k < joint.RowStart[i + 1]; k++)
        {
            if (period < jointActive[k].First || period > jointActive[k].Last)
                continue;
            foreach (var j in joint.RowsOf(joint.Columns[k]))
                marks[j] = mark;
        }

        foreach (var (_, other, first, last) in declared[i])
        {
            if (first <= period && period <= last)
                marks[other] = mark;
        }
    }

    /// <summary>Position of the first period that ends on a day or after it.</summary>
    private static int FirstEndingBy(DateOnly[] lasts, DateOnly day) => Array.BinarySearch(lasts, day) is var at && at < 0 ? ~at : at;

    /// <summary>Position of the last period that begins on a day or before it; -1 where none does.</summary>
    private static int LastBegunOn(DateOnly[] firsts, DateOnly day) => Array.BinarySearch(firsts, day) is var at && at < 0 ? ~at - 1 : at;
}
