using System.Text.Json;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Stakeholders.</summary>
internal static class JsonStakeholders
{
    public static void Stakeholders(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("stakeholders", analysis.Stakeholders, stakeholder => Stakeholder(json, analysis, stakeholder));

    private static void Stakeholder(Utf8JsonWriter json, Analysis analysis, StakeholderSummary summary)
    {
        var stakeholder = analysis.Of(summary.Stakeholder);
        json.WriteString("id", stakeholder.Id);
        json.WriteString("name", stakeholder.Name);
        json.WriteTextOrNull("acronym", stakeholder.Acronym);
        json.WriteString("sector", analysis.Sector(summary.Stakeholder));
        json.WriteTextOrNull("organisation_type", stakeholder.OrganisationType);
        json.WriteBoolean("stands_for_sector", stakeholder.StandsForSector);
        json.WriteNumber("activities", summary.Activities);
        json.WriteNumber("arenas", summary.Arenas);
        json.WriteNumber("degree", summary.Degree);
        json.WriteNumberOrNull("strength", summary.Strength);
        json.WriteNumber("component", summary.Component);
        json.WriteNulls("betweenness", "closeness", "eigenvector", "constraint", "constraint_weighted", "effective_size", "coreness", "cutpoint", "community");
        json.WriteNumberOrNull("ei_index", summary.EiIndex);
        json.WriteNumberOrNull("rate", summary.Rate.Value);
        json.WriteNumber("required", summary.Rate.Required);
        json.WriteNumberOrNull("satisfied", summary.Rate.Measured ? summary.Rate.Satisfied : double.NaN);
        json.WriteRate("cross_sector_rate", summary.CrossSectorRate);
        json.WriteStartObject("brokerage");
        json.WriteNulls("coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total", "exclusive");
        json.WriteEndObject();
    }
}
