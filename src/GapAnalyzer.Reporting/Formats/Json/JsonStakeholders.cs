using System.Text.Json;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Stakeholders.</summary>
internal static class JsonStakeholders
{
    public static void Stakeholders(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("stakeholders", analysis.Stakeholders, stakeholder => Stakeholder(json, analysis, stakeholder));

    /// <summary>The members of a stakeholder.</summary>
    public static void Stakeholder(Utf8JsonWriter json, Analysis analysis, StakeholderSummary summary)
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
        json.WriteNumberOrNull("betweenness", summary.Betweenness);
        json.WriteNumberOrNull("closeness", summary.Closeness);
        json.WriteNumberOrNull("eigenvector", summary.Eigenvector);
        json.WriteNumberOrNull("clustering", summary.Clustering);
        json.WriteNumberOrNull("constraint", summary.Constraint);
        json.WriteNumberOrNull("constraint_weighted", summary.ConstraintWeighted);
        json.WriteNumberOrNull("effective_size", summary.EffectiveSize);
        json.WriteNumberOrNull("effective_size_weighted", summary.EffectiveSizeWeighted);
        json.WriteNumberOrNull("coreness", summary.Coreness);
        if (summary.Cutpoint is { } isCutpoint)
            json.WriteBoolean("cutpoint", isCutpoint);
        else
            json.WriteNull("cutpoint");
        json.WriteNumberOrNull("cut_off", summary.CutOff);
        json.WriteNumberOrNull("community", summary.Community);
        json.WriteNumberOrNull("ei_index", summary.EiIndex);
        json.WriteNumberOrNull("rate", summary.Rate.Value);
        json.WriteNumber("required", summary.Rate.Required);
        json.WriteNumberOrNull("satisfied", summary.Rate.Measured ? summary.Rate.Satisfied : double.NaN);
        json.WriteRate("cross_sector_rate", summary.CrossSectorRate);
        JsonBrokerage.OfStakeholder(json, summary);
    }
}
