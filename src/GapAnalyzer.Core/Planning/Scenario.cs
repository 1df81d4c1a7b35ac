using GapAnalyzer.Domain;

namespace GapAnalyzer.Planning;

/// <summary>A meeting of a scenario.</summary>
/// <param name="Theme">Null: the dataset has no theme.</param>
/// <param name="Place">Null: the dataset has no place.</param>
/// <param name="Present">Named organisations that are present there in any period and stay in the dataset.</param>
/// <param name="Attendees">Who comes, in canonical order.</param>
/// <param name="Limit">Most participants of an activity that ties them.</param>
public sealed record ScenarioMeeting(ThemeId? Theme, PlaceId? Place, int Present, IReadOnlyList<StakeholderId> Attendees, int Limit)
{
    public bool IsTooLarge => Attendees.Count > Limit;

    public bool TiesNoOne => IsTooLarge || Attendees.Count < 2;
}

/// <summary>What is changed, all at once: the order of the changes makes no difference.</summary>
/// <param name="AddedTies">Declared ties, the end that comes first in canonical order first; each once.</param>
/// <param name="Meetings">Meetings, in the order of themes and places; each once.</param>
/// <param name="Removed">Stakeholders that leave with all their participations and ties; they come to no meeting.</param>
public sealed record Scenario(
    IReadOnlyList<(StakeholderId A, StakeholderId B)> AddedTies, IReadOnlyList<ScenarioMeeting> Meetings, IReadOnlyList<StakeholderId> Removed)
{
    /// <summary>Position of each stakeholder in the changed dataset; -1 where it has left. Length n.</summary>
    public int[] Positions(int n)
    {
        var (gone, next) = (Removed.ToHashSet(), 0);
        return [.. Enumerable.Range(0, n).Select(i => gone.Contains(new(i)) ? -1 : next++)];
    }

    /// <summary>
    /// The dataset as it would be. An added tie is a row of the ties table of strength 1 without dates. A meeting is one more joint
    /// activity that is in no arena: it makes ties, and no pair that ought to coordinate. Activities stay although no one is left in them.
    /// </summary>
    /// <param name="dataset">As it is.</param>
    /// <param name="options">Effective options: a meeting takes place on a day that they look at.</param>
    /// <remarks>O(participations + ties log ties).</remarks>
    public Dataset Apply(Dataset dataset, AnalysisOptions options)
    {
        var position = Positions(dataset.Stakeholders.Count);
        bool Stays(StakeholderId id) => position[id.Index] >= 0;
        StakeholderId Moved(StakeholderId id) => new(position[id.Index]);
        var here = new SourceRow(dataset.Files.Count, 0);
        DateSpan? day = (options.From ?? options.To) is { } inside ? DateSpan.Day(inside) : null;
        Activity[] activities =
        [
            .. dataset.Activities.Select(activity => activity with
            {
                Participations = [.. activity.Participations.Where(p => Stays(p.Stakeholder)).Select(p => p with { Stakeholder = Moved(p.Stakeholder) })],
            }),
            .. Meetings.Select((meeting, m) => new Activity(
                $"what-if-{Numbered(m)}", null, null, null, null, day,
                [.. meeting.Attendees.Select(id => new Participation(Moved(id), Roles.Participant, [here]))], [here]) { Venue = (meeting.Theme, meeting.Place) }),
        ];
        return dataset with
        {
            Files = [.. dataset.Files, new("scenario", "scenario", "", null, 0, [], new(0, new Dictionary<string, long>()))],
            Stakeholders = [.. dataset.Stakeholders.Where((_, i) => position[i] >= 0)],
            Activities = activities,
            Ties =
            [
                .. dataset.Ties.Where(tie => Stays(tie.A) && Stays(tie.B)).Select(tie => tie with { A = Moved(tie.A), B = Moved(tie.B) })
                    .Concat(AddedTies.Select(tie => new DeclaredTie(Moved(tie.A), Moved(tie.B), null, 1, null, null, here)))
                    .OrderBy(tie => (tie.A.Index, tie.B.Index)),
            ],
            Resolution = [.. dataset.Resolution.Where(spelling => Stays(spelling.Stakeholder)).Select(spelling => spelling with { Stakeholder = Moved(spelling.Stakeholder) })],
            ParticipationRows = activities.Sum(activity => (long)activity.Participations.Count),
        };
    }

    private static string Numbered(int m) => (m + 1).ToString("000", System.Globalization.CultureInfo.InvariantCulture);
}
