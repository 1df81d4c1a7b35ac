using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Findings;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Gaps with their evidence, and findings.</summary>
internal static class JsonGaps
{
    public static void Gaps(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("gaps", analysis.Gaps, gap => Gap(json, analysis, gap));

    /// <summary>The members of a gap with its evidence.</summary>
    public static void Gap(Utf8JsonWriter json, Analysis analysis, Gap gap)
    {
        Row(json, analysis, new(gap.A, gap.B, gap.CrossSector, gap.Requirement, gap.SharedArenas));
        json.WriteNumberOrNull("distance", gap.Distance ?? double.NaN);
        json.WriteTexts("path", gap.Path.Select(id => analysis.Id(id)));
        json.WriteTexts("introducers", gap.Introducers.Select(id => analysis.Id(id)));
        json.WriteObjects("evidence", gap.Evidence, evidence => Evidence(json, analysis, evidence));
    }

    /// <summary>The members of a gap without its evidence.</summary>
    public static void Row(Utf8JsonWriter json, Analysis analysis, GapRow gap)
    {
        json.WriteString("id", analysis.GapId(gap.A, gap.B));
        json.WriteString("a", analysis.Id(gap.A));
        json.WriteString("b", analysis.Id(gap.B));
        json.WriteString("sector_a", analysis.Sector(gap.A));
        json.WriteString("sector_b", analysis.Sector(gap.B));
        json.WriteBoolean("cross_sector", gap.CrossSector);
        json.WriteNumberOrNull("requirement", gap.Requirement);
        json.WriteNumber("shared_arenas", gap.SharedArenas);
    }

    public static void Findings(Utf8JsonWriter json, Report report) =>
        json.WriteObjects("findings", report.Analysis.Findings, finding => Finding(json, finding, report.Texts));

    /// <summary>The members of a finding.</summary>
    public static void Finding(Utf8JsonWriter json, Finding finding, Texts texts)
    {
        json.WriteString("code", finding.Code);
        json.WriteString("severity", Naming.SnakeCase(finding.Severity.ToString()));
        json.WriteTexts("subject", finding.Subject);
        json.WriteString("text", FindingText.Sentence(finding, texts));
        json.WriteStartObject("facts");
        foreach (var (name, value) in finding.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
            Fact(json, name, value);
        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case int or long:
                json.WriteNumber(name, Convert.ToInt64(value, null));
                break;
            case double number:
                json.WriteNumberOrNull(name, number);
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }

    private static void Evidence(Utf8JsonWriter json, Analysis analysis, GapEvidence evidence)
    {
        json.WriteString("theme", analysis.Name(evidence.Arena.Theme));
        json.WriteString("place", analysis.Name(evidence.Arena.Place));
        json.WriteString("period", evidence.Arena.Period.Label);
        Activities(json, analysis, "a_activities", evidence.ActivitiesA);
        Activities(json, analysis, "b_activities", evidence.ActivitiesB);
    }

    /// <summary>One entry per activity and row, so that <c>source</c> is one <c>file:line</c>.</summary>
    private static void Activities(Utf8JsonWriter json, Analysis analysis, string name, IReadOnlyList<ActivityEvidence> activities)
    {
        var rows = activities.SelectMany(evidence => evidence.Sources.Select(source => (evidence.Activity, Source: source)));
        json.WriteObjects<(ActivityId Activity, SourceRow Source)>(name, rows, row =>
        {
            json.WriteString("id", analysis.Of(row.Activity).Id);
            json.WriteString("source", analysis.Dataset.Cite(row.Source));
        });
    }
}
