using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Planning;

namespace GapAnalyzer.Reporting.Tables;

/// <summary>What to do: introductions, meetings, and whom to invite.</summary>
internal static class PlanTables
{
    public static CsvTable Introductions { get; } = new CsvTable<(int Index, Gap Gap)>
    {
        Id = "introductions",
        Needs = AnalysisParts.Plan,
        Description = "Missing links that someone could close by an introduction, those that matter most first",
        From = analysis => analysis.Plan.Introductions.Index(),
    }
        .With("rank", "1 for the first", (_, row) => row.Index + 1)
        .With("a", "Id of the stakeholder that comes first in canonical order", (a, row) => a.Id(row.Gap.A))
        .With("a_name", "Its name", (a, row) => a.Name(row.Gap.A))
        .With("a_sector", "Its sector", (a, row) => a.Sector(row.Gap.A))
        .With("b", "Id of the other stakeholder", (a, row) => a.Id(row.Gap.B))
        .With("b_name", "Its name", (a, row) => a.Name(row.Gap.B))
        .With("b_sector", "Its sector", (a, row) => a.Sector(row.Gap.B))
        .With("requirement", "Need-weighted shared arenas", (_, row) => row.Gap.Requirement)
        .With("shared_arenas", "Arenas that both are in", (_, row) => row.Gap.SharedArenas)
        .With("introducers", "Names of those who have ties with both, strongest first, separated by ' | '", (a, row) => string.Join(" | ", row.Gap.Introducers.Select(id => a.Name(id))));

    public static CsvTable Meetings { get; } = new CsvTable<(int Index, Meeting Meeting)>
    {
        Id = "meetings",
        Needs = AnalysisParts.Plan,
        Description = "Meetings to convene, in the order in which to hold them: each closes the most of what the earlier ones left open",
        From = analysis => analysis.Plan.Meetings.Meetings.Index(),
    }
        .With("meeting", "1 for the first", (_, row) => row.Index + 1)
        .With("theme", "Theme; all: the dataset has none", (a, row) => a.Name(row.Meeting.Theme))
        .With("place", "Place; all: the dataset has none", (a, row) => a.Name(row.Meeting.Place))
        .With("present", "Organisations at work there, in any period", (_, row) => row.Meeting.Present)
        .With("invitees", "Those of them for whom the meeting closes a gap, and those invited to every meeting", (_, row) => row.Meeting.Invitees.Count)
        .With("host", "Id of the one present with ties to the most invitees", (a, row) => row.Meeting.Host is { } host ? a.Id(host) : null)
        .With("host_name", "Its name", (a, row) => row.Meeting.Host is { } host ? a.Name(host) : null)
        .With("host_ties", "Invitees that the host has ties with", (_, row) => row.Meeting.HostTies)
        .With("gaps_closed", "Gaps that this meeting closes and no earlier one did", (_, row) => row.Meeting.GapsClosed)
        .With("weight", "Their requirement", (_, row) => row.Meeting.Weight)
        .With("share", "Their share of the requirement of all gaps that the plan is about", (_, row) => row.Meeting.Share)
        .With("cumulative_share", "The same for this and all earlier meetings", (_, row) => row.Meeting.CumulativeShare);

    public static CsvTable Invitations { get; } = new CsvTable<Invitation>
    {
        Id = "invitations",
        Needs = AnalysisParts.Plan,
        Description = "Whom to invite to which meeting, by meeting, sector and name",
        From = Invitation.All,
    }
        .With("meeting", "Its number", (_, row) => row.Number)
        .With("theme", "Its theme", (a, row) => a.Name(row.Meeting.Theme))
        .With("place", "Its place", (a, row) => a.Name(row.Meeting.Place))
        .With("sector", "Sector of the invitee", (a, row) => a.Sector(row.Invitee))
        .With("id", "Id of the invitee", (a, row) => a.Id(row.Invitee))
        .With("name", "Name of the invitee", (a, row) => a.Name(row.Invitee))
        .With("knows", "Other invitees that it has ties with", (_, row) => row.Knows);
}

/// <summary>A line of invitations.csv.</summary>
internal sealed record Invitation(int Number, Meeting Meeting, StakeholderId Invitee, int Knows)
{
    public static IEnumerable<Invitation> All(Analysis analysis)
    {
        var isInvited = new bool[analysis.Ties.N];
        foreach (var (m, meeting) in analysis.Plan.Meetings.Meetings.Index())
        {
            foreach (var id in meeting.Invitees)
                isInvited[id.Index] = true;
            foreach (var id in meeting.Invitees.OrderBy(id => analysis.Of(id).Sector.Index).ThenBy(id => id.Index))
                yield return new(m + 1, meeting, id, analysis.Ties.Of(id.Index).ToArray().Count(other => isInvited[other]));
            foreach (var id in meeting.Invitees)
                isInvited[id.Index] = false;
        }
    }
}
