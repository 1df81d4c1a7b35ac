using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Reporting.Formats.Json;

namespace GapAnalyzer.Reporting.Explaining;

/// <summary>Records of ties and presence for programs.</summary>
internal static class JsonEvidence
{
    public static void Records(Utf8JsonWriter json, Analysis analysis, IEnumerable<TieRecord> records) =>
        json.WriteObjects("records", records, record =>
        {
            json.WriteString("kind", Naming.SnakeCase(record.Kind.ToString()));
            json.WriteString("standing", Naming.SnakeCase(record.Standing.ToString()));
            json.WriteTextOrNull("activity", record.Activity is { } activity ? analysis.Of(activity).Id : null);
            json.WriteNumberOrNull("participants", record.Activity is null ? null : record.Participants);
            json.WriteTextOrNull("type", record.Row?.Type);
            json.WriteNumberOrNull("strength", record.Strength);
            json.WriteTexts("sources", record.Sources.Select(analysis.Dataset.Cite));
        });

    /// <summary>Ties with their records, one entry for each pair.</summary>
    public static void Ties(
        Utf8JsonWriter json, Analysis analysis, TieNetwork network, IEnumerable<(StakeholderId A, StakeholderId B)> ties, ILookup<(StakeholderId A, StakeholderId B), TieRecord> records) =>
        json.WriteObjects("ties", ties, tie =>
        {
            json.WriteString("a", analysis.Id(tie.A));
            json.WriteString("b", analysis.Id(tie.B));
            json.WriteNumberOrNull("strength", network.StrengthOf(tie.A, tie.B));
            Records(json, analysis, records[tie]);
        });

    public static void Presence(Utf8JsonWriter json, Analysis analysis, IEnumerable<(Arena Arena, ActivityEvidence Evidence)> presence) =>
        json.WriteObjects("activities", presence, item =>
        {
            json.WriteString("theme", analysis.Name(item.Arena.Theme));
            json.WriteString("place", analysis.Name(item.Arena.Place));
            json.WriteString("period", item.Arena.Period.Label);
            json.WriteString("id", analysis.Of(item.Evidence.Activity).Id);
            json.WriteTexts("sources", item.Evidence.Sources.Select(analysis.Dataset.Cite));
        });
}
