using System.Globalization;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Planning;

/// <summary>From the names of a scenario to what is changed.</summary>
public static class ScenarioResolving
{
    /// <summary>What is said of a scenario without any change.</summary>
    public const string Empty = "nothing is changed; name an --add-tie, a --hold or a --remove, or a --scenario with one of them";

    /// <param name="names">What is to be changed.</param>
    /// <param name="analysis">Of the dataset as it is: who is present where, and what is open.</param>
    /// <param name="seats">Most attendees of a meeting without a list of invitees; null: all who are present come.</param>
    /// <exception cref="InputException">A name is not found, the changes contradict each other, or they would make up what was never measured.</exception>
    public static Scenario Of(ScenarioNames names, Analysis analysis, int? seats)
    {
        if (names.IsEmpty)
            throw new InputException(Empty);
        RequireEvidence(names, analysis);
        var find = new StakeholderNames(analysis.Dataset);
        StakeholderId[] removed = [.. names.Remove.Select(find.Organisation).Distinct().OrderBy(id => id.Index)];
        if (removed.Length == analysis.Dataset.Stakeholders.Count)
            throw new InputException("the scenario removes every organisation; nothing would be left to analyse");
        return new(
            [.. names.AddTie.Select(pair => Tie(pair, find, analysis, removed)).Distinct().OrderBy(tie => (tie.A.Index, tie.B.Index))],
            Meetings(names.Hold, find, analysis, removed, seats),
            removed);
    }

    /// <summary>One tie where none was ever recorded would turn "unknown" into a rate near 0, which nobody measured.</summary>
    private static void RequireEvidence(ScenarioNames names, Analysis analysis)
    {
        if (names.AddTie.Count > 0 && (analysis.Options.Ties & TieKinds.Declared) == 0)
            throw new InputException("an added tie is a declared one, and --ties joint counts joint activities alone; leave --ties out, or hold a meeting");
        if (names.Hold.Count > 0 && (analysis.Options.Ties & TieKinds.Joint) == 0)
            throw new InputException("a meeting is a joint activity, and --ties declared counts declared ties alone; leave --ties out, or add ties");
        if (names.AddTie.Count + names.Hold.Count > 0 && analysis.TieEvidence == TieKinds.None)
            throw new InputException("the dataset holds no evidence of who works with whom, so that no gap is known that a tie or a meeting could close; record ties or lists of participants first");
    }

    private static (StakeholderId A, StakeholderId B) Tie((string A, string B) pair, StakeholderNames find, Analysis analysis, StakeholderId[] removed)
    {
        var (a, b) = (find.Organisation(pair.A), find.Organisation(pair.B));
        if (a == b)
            throw new InputException($"the tie between {Quote.Value(pair.A)} and {Quote.Value(pair.B)} would tie {Quote.Value(NameOf(analysis, a))} to itself; name two organisations");
        RequireStay([a, b], removed, analysis, "a tie is added to it");
        return a.Index < b.Index ? (a, b) : (b, a);
    }

    private static ScenarioMeeting[] Meetings(
        IReadOnlyList<MeetingNames> names, StakeholderNames find, Analysis analysis, StakeholderId[] removed, int? seats)
    {
        if (names.Count == 0)
            return [];
        var sectors = SectorMap.From(analysis.Dataset);
        var venues = MeetingPlanning.Venues(analysis.Presence, MeetingPlanning.MayCome(analysis.Dataset, removed.ToHashSet()))
            .ToDictionary(venue => (venue.Theme, venue.Place), venue => venue.Members);
        var open = MeetingPlanning.Gaps(analysis.Dataset, analysis.Requirement, analysis.Ties, sectors, sectors.KnownInUse > 1);
        var limit = analysis.Options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants;
        return
        [
            .. names.Select(Meeting)
                .DistinctBy(meeting => (meeting.Theme, meeting.Place, string.Join(',', meeting.Attendees.Select(id => id.Index))))
                .OrderBy(meeting => (meeting.Theme?.Index ?? -1, meeting.Place?.Index ?? -1))
                .ThenBy(meeting => string.Join(',', meeting.Attendees.Select(id => id.Index)), StringComparer.Ordinal),
        ];

        ScenarioMeeting Meeting(MeetingNames meeting)
        {
            var (theme, place) = find.Venue(meeting.Theme, meeting.Place, analysis);
            var present = venues.GetValueOrDefault((theme, place), []);
            if (meeting.Invitees is not null)
            {
                StakeholderId[] invited = [.. meeting.Invitees.Select(find.Organisation).Distinct().OrderBy(id => id.Index)];
                RequireStay(invited, removed, analysis, "it is invited to a meeting");
                return new(theme, place, present.Length, invited, limit);
            }

            if (present.Length == 0)
                throw new InputException($"no organisation is present at {Quote.Value(meeting.Theme)}, {Quote.Value(meeting.Place)}, so no one would come to a meeting there; 'gap-analyzer plan' lists meetings that close gaps");
            var attendees = present.Length > seats ? Seating.Choose(present, [], open, seats.Value) : present;
            return new(theme, place, present.Length, [.. attendees.Select(i => new StakeholderId(i))], limit);
        }
    }

    private static void RequireStay(IEnumerable<StakeholderId> ids, StakeholderId[] removed, Analysis analysis, string because)
    {
        if (ids.FirstOrDefault(removed.Contains, new(-1)) is { Index: >= 0 } both)
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"the scenario removes {Quote.Value(NameOf(analysis, both))}, and {because}; leave one of the two out"));
    }

    private static string NameOf(Analysis analysis, StakeholderId id) => analysis.Dataset.Stakeholders[id.Index].Name;
}
