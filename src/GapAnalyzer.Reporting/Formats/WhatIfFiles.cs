using System.Text;
using System.Text.Json;
using GapAnalyzer.Planning;
using GapAnalyzer.Reporting.Document;
using GapAnalyzer.Reporting.Formats.Json;
using GapAnalyzer.Reporting.Gates;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>What <c>what-if</c> answers, for a reader and for a program.</summary>
public static class WhatIfFiles
{
    public static IEnumerable<string> Text(WhatIf what, Texts t) => PlainText.Lines(WhatIfDocument.Blocks(what, t));

    /// <summary>The scenario, the headline before and after under the names of <c>report.json</c>, gaps and verdicts.</summary>
    public static string Json(WhatIf what)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Options))
        {
            json.WriteStartObject();
            Scenario(json, what);
            Headlines(json, what);
            Gaps(json, what);
            Verdicts(json, what);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Scenario(Utf8JsonWriter json, WhatIf what)
    {
        var analysis = what.Before;
        json.WriteStartObject("scenario");
        json.WriteObjects("add_tie", what.Scenario.AddedTies, tie =>
        {
            json.WriteString("a", analysis.Id(tie.A));
            json.WriteString("b", analysis.Id(tie.B));
            json.WriteBoolean("tied_already", analysis.Ties.AreTied(tie.A, tie.B));
            json.WriteNumber("shared_arenas", analysis.Requirement.Of(tie.A, tie.B).Shared);
        });
        json.WriteObjects("hold", what.Scenario.Meetings, meeting =>
        {
            json.WriteString("theme", analysis.Name(meeting.Theme));
            json.WriteString("place", analysis.Name(meeting.Place));
            json.WriteNumber("present", meeting.Present);
            json.WriteTexts("invitees", meeting.Attendees.Select(id => analysis.Id(id)));
            json.WriteBoolean("ties_no_one", meeting.TiesNoOne);
        });
        json.WriteTexts("remove", what.Scenario.Removed.Select(id => analysis.Id(id)));
        json.WriteEndObject();
    }

    private static void Headlines(Utf8JsonWriter json, WhatIf what)
    {
        var (before, after) = (HeadlineNumbers.Of(what.Before), HeadlineNumbers.Of(what.After));
        json.WritePropertyName("before");
        before.WriteTo(json);
        json.WritePropertyName("after");
        after.WriteTo(json);
        json.WriteStartObject("change");
        foreach (var number in GateNumber.All)
            json.WriteNumberOrNull(number.Path, number.In(after) - number.In(before));
        json.WriteEndObject();
    }

    private static void Gaps(Utf8JsonWriter json, WhatIf what)
    {
        json.WriteStartObject("gaps");
        foreach (var (name, gaps) in new[] { ("closed", what.Closed), ("gone", what.Gone), ("opened", what.Opened) })
            json.WriteObjects(name, gaps, gap => JsonGaps.Row(json, what.Before, gap));
        json.WriteNumber("closed_of_plan", what.ClosedOfPlan.Count());
        json.WriteNumberOrNull("share_of_plan", what.ShareOfPlan);
        json.WriteEndObject();
    }

    private static void Verdicts(Utf8JsonWriter json, WhatIf what) =>
        json.WriteObjects("verdicts", what.Verdicts, pair =>
        {
            json.WriteString("a", what.Before.Name(pair.Before.A));
            json.WriteString("b", what.Before.Name(pair.Before.B));
            json.WriteString("before", Naming.NameOf(pair.Before.Verdict));
            json.WriteString("after", Naming.NameOf(pair.After.Verdict));
        });
}
