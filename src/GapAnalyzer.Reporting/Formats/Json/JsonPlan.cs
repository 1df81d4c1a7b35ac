using System.Text.Json;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>What to do about the gaps.</summary>
internal static class JsonPlan
{
    public static void Plan(Utf8JsonWriter json, Analysis analysis)
    {
        var plan = analysis.Plan.Meetings;
        json.WriteStartObject("plan");
        json.WriteBoolean("across_sectors", plan.AcrossSectors);
        json.WriteNumber("gaps", plan.Gaps);
        json.WriteNumberOrNull("weight", plan.Weight);
        json.WriteNumber("seats", plan.Seats);
        json.WriteEndObject();
        json.WriteObjects("introductions", analysis.Plan.Introductions, gap =>
        {
            json.WriteString("id", analysis.GapId(gap.A, gap.B));
            json.WriteString("a", analysis.Id(gap.A));
            json.WriteString("b", analysis.Id(gap.B));
            json.WriteNumberOrNull("requirement", gap.Requirement);
            json.WriteNumber("shared_arenas", gap.SharedArenas);
            json.WriteTexts("introducers", gap.Introducers.Select(id => analysis.Id(id)));
        });
        json.WriteObjects("meetings", plan.Meetings, meeting =>
        {
            json.WriteString("theme", analysis.Name(meeting.Theme));
            json.WriteString("place", analysis.Name(meeting.Place));
            json.WriteTexts("invitees", meeting.Invitees.Select(id => analysis.Id(id)));
            json.WriteNumber("present", meeting.Present);
            json.WriteTextOrNull("host", meeting.Host is { } host ? analysis.Id(host) : null);
            json.WriteNumber("host_ties", meeting.HostTies);
            json.WriteNumber("gaps_closed", meeting.GapsClosed);
            json.WriteNumberOrNull("weight", meeting.Weight);
            json.WriteNumberOrNull("share", meeting.Share);
            json.WriteNumberOrNull("cumulative_share", meeting.CumulativeShare);
        });
    }
}
