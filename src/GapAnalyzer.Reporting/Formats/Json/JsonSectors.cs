using System.Text.Json;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Sectors and pairs of sectors.</summary>
internal static class JsonSectors
{
    private const string NotMeasured = "not measured";

    public static void Sectors(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("sectors", analysis.Sectors, sector =>
        {
            json.WriteString("sector", analysis.Name(sector.Sector));
            json.WriteBoolean("known", analysis.Dataset.Sectors[sector.Sector.Index].Known);
            json.WriteNumber("stakeholders", sector.Stakeholders);
            json.WriteNumber("activities", sector.Activities);
            json.WriteNumber("ties_internal", sector.TiesInternal);
            json.WriteNumber("ties_external", sector.TiesExternal);
            json.WriteNumberOrNull("ei_index", sector.EiIndex);
            json.WriteRate("rate", sector.Rate, sector.Range.Se);
            json.WriteRate("cross_sector_rate", sector.CrossSectorRate);
        });

    public static void Pairs(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("sector_pairs", analysis.SectorPairs, pair => Pair(json, analysis, pair));

    private static void Pair(Utf8JsonWriter json, Analysis analysis, SectorPairSummary pair)
    {
        json.WriteString("a", analysis.Name(pair.A));
        json.WriteString("b", analysis.Name(pair.B));
        json.WriteBoolean("cross_sector", pair.IsCross);
        json.WriteNumber("stakeholders_a", pair.StakeholdersA);
        json.WriteNumber("stakeholders_b", pair.StakeholdersB);
        json.WriteNumber("ties", pair.Ties);
        json.WriteNumber("possible", pair.Possible);
        json.WriteNumberOrNull("density", pair.Density);
        json.WriteNumberOrNull("strength", pair.Strength);
        json.WriteNumber("required", pair.Rate.Required);
        if (pair.Rate.Measured)
            json.WriteNumber("satisfied", pair.Rate.Satisfied);
        else
            json.WriteNull("satisfied");
        json.WriteNumberOrNull("rate", pair.Rate.Value);
        json.WriteNumberOrNull("rate_se", pair.Range.Se);
        json.WriteNumberOrNull("requirement_weight", pair.Rate.RequiredWeight);
        json.WriteNumber("gaps", pair.Rate.Gaps);
        json.WriteNulls("verdict_ties");
        Model(json, "labels", "expected", "z", "p", "q", "exact");
        Model(json, "activity", "expected", "z", "p", "q");
        Model(json, "homophily", "expected", "z", "p", "q", "ratio", "detectable_ratio");
        json.WriteNumberOrNull("disjoint_ties", pair.DisjointTies);
        json.WriteNumberOrNull("disjoint_routes", pair.DisjointRoutes);
        json.WriteTexts("cover", pair.Cover.Select(id => analysis.Id(id)));
        json.WriteString("verdict", NotMeasured);
    }

    /// <summary>A null model that this version does not fit.</summary>
    private static void Model(Utf8JsonWriter json, string name, params ReadOnlySpan<string> numbers)
    {
        json.WriteStartObject(name);
        json.WriteNulls(numbers);
        json.WriteEndObject();
    }
}
