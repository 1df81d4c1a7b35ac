using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>What a record of a tie is.</summary>
public enum TieRecordKind
{
    /// <summary>Both took part in one activity.</summary>
    Joint,

    /// <summary>One only pays for what the other leads, or implements where no one leads.</summary>
    Funding,

    /// <summary>A row of the ties table.</summary>
    Declared,
}

/// <summary>Whether a record counts as a tie under the options, and if not, why.</summary>
public enum RecordStanding
{
    Counted,

    /// <summary>The options look at the other kind of evidence alone.</summary>
    KindLeftOut,
    OutsideDates,

    /// <summary>More participants than tie anyone.</summary>
    TooManyParticipants,

    /// <summary>A tie, but not one made in the cell that is looked at, where the options count those alone.</summary>
    MadeElsewhere,
}

/// <summary>One piece of evidence that two stakeholders coordinate.</summary>
/// <param name="Activity">Null for a row of the ties table.</param>
/// <param name="Row">Null for an activity.</param>
/// <param name="Participants">Participants of the activity that do more than pay; 0 for a row of the ties table.</param>
/// <param name="Strength">What it adds to the strength of the tie where it counts: 1/(participants - 1), 1, or the given strength.</param>
/// <param name="Sources">The rows of both ends.</param>
public sealed record TieRecord(
    TieRecordKind Kind, RecordStanding Standing, ActivityId? Activity, DeclaredTie? Row, int Participants, double Strength, IReadOnlyList<SourceRow> Sources);

/// <summary>The records behind ties, and those that do not count: joint activities, funding, and rows of the ties table.</summary>
public static class TieRecords
{
    /// <summary>Records between some stakeholders and others, by the pair, the end that comes first in canonical order first.</summary>
    /// <param name="analysis">The dataset and the options.</param>
    /// <param name="some">One end.</param>
    /// <param name="others">The other end.</param>
    /// <param name="cell">The cell whose ties they are; null: ties made anywhere.</param>
    /// <remarks>The counted records of a pair are those of the tie network, or of <see cref="Analysis.TiesIn"/>: as many, and of the same strength. O(participations + pairs within activities).</remarks>
    public static ILookup<(StakeholderId A, StakeholderId B), TieRecord> Between(
        Analysis analysis, IEnumerable<StakeholderId> some, IEnumerable<StakeholderId> others, Cell? cell = null)
    {
        var (left, right, frame) = (some.ToHashSet(), others.ToHashSet(), Frame.Of(analysis.Dataset, analysis.Options));
        bool IsElsewhere(Activity activity) => cell is not null && analysis.Options.LocalTies && frame.CellOf(activity) != (cell.Theme, cell.Place);
        return analysis.Dataset.Activities.Index().SelectMany(activity => OfActivity(analysis, new(activity.Index), activity.Item, IsElsewhere, left, right))
            .Concat(OfRows(analysis, left, right))
            .ToLookup(item => item.Pair, item => item.Record);
    }

    private static IEnumerable<((StakeholderId A, StakeholderId B) Pair, TieRecord Record)> OfActivity(
        Analysis analysis, ActivityId id, Activity activity, Func<Activity, bool> isElsewhere, HashSet<StakeholderId> left, HashSet<StakeholderId> right)
    {
        var some = activity.Participations.Where(p => left.Contains(p.Stakeholder)).ToArray();
        var others = activity.Participations.Where(p => right.Contains(p.Stakeholder)).ToArray();
        if (some.Length == 0 || others.Length == 0)
            return [];
        var participants = TieNetwork.Joiners(activity).Length;
        var funding = TieNetwork.FunderTies(activity).Select(tie => Ordered(new(tie.A), new(tie.B))).ToLookup(pair => pair);
        return some.SelectMany(p => others.Where(q => q.Stakeholder != p.Stakeholder).Select(q => (P: p, Q: q, Pair: Ordered(p.Stakeholder, q.Stakeholder))))
            .DistinctBy(item => item.Pair)
            .SelectMany(item =>
            {
                SourceRow[] rows = [.. item.P.Sources.Concat(item.Q.Sources).Distinct().Order()];
                var joint = !item.P.IsFunderOnly && !item.Q.IsFunderOnly ? 1 : 0;
                return Enumerable.Repeat(Record(TieRecordKind.Joint, 1.0 / (participants - 1)), joint)
                    .Concat(funding[item.Pair].Select(_ => Record(TieRecordKind.Funding, 1)))
                    .Select(record => (item.Pair, record));

                TieRecord Record(TieRecordKind kind, double strength) =>
                    new(kind, StandingOf(analysis.Options, kind, activity, participants, isElsewhere), id, null, participants, strength, rows);
            });
    }

    private static IEnumerable<((StakeholderId A, StakeholderId B) Pair, TieRecord Record)> OfRows(
        Analysis analysis, HashSet<StakeholderId> left, HashSet<StakeholderId> right)
    {
        var window = new Window(analysis.Options.From, analysis.Options.To);
        return analysis.Dataset.Ties
            .Where(tie => (left.Contains(tie.A) && right.Contains(tie.B)) || (left.Contains(tie.B) && right.Contains(tie.A)))
            .Select(tie => ((tie.A, tie.B), new TieRecord(TieRecordKind.Declared, Standing(tie), null, tie, 0, tie.Strength, [tie.Source])));

        RecordStanding Standing(DeclaredTie tie) => (analysis.Options.Ties & TieKinds.Declared) == 0 ? RecordStanding.KindLeftOut
            : Window.IsActive(tie, window.First, window.Last) ? RecordStanding.Counted
            : RecordStanding.OutsideDates;
    }

    private static RecordStanding StandingOf(AnalysisOptions options, TieRecordKind kind, Activity activity, int participants, Func<Activity, bool> isElsewhere) =>
        (options.Ties & (kind == TieRecordKind.Joint ? TieKinds.Joint : TieKinds.Declared)) == 0 ? RecordStanding.KindLeftOut
        : !new Window(options.From, options.To).Holds(activity.Dates) ? RecordStanding.OutsideDates
        : participants > (options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants) ? RecordStanding.TooManyParticipants
        : isElsewhere(activity) ? RecordStanding.MadeElsewhere
        : RecordStanding.Counted;

    private static (StakeholderId A, StakeholderId B) Ordered(StakeholderId a, StakeholderId b) => a.Index < b.Index ? (a, b) : (b, a);
}
