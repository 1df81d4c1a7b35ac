using System.Text.Json;
using GapAnalyzer.Measures;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Sectors and pairs of sectors.</summary>
internal static class JsonSectors
{
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
            Chance(json, sector.EiChance);
            json.WriteRate("rate", sector.Rate, sector.Range.Se);
            json.WriteRate("cross_sector_rate", sector.CrossSectorRate);
        });

    public static void Pairs(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("sector_pairs", analysis.SectorPairs, pair => Pair(json, analysis, pair));

    /// <summary>The members of a pair of sectors.</summary>
    public static void Pair(Utf8JsonWriter json, Analysis analysis, SectorPairSummary pair)
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
        json.WriteNumberOrNull("disjoint_ties", pair.DisjointTies);
        json.WriteNumberOrNull("disjoint_routes", pair.DisjointRoutes);
        json.WriteTexts("cover", pair.Cover.Select(id => analysis.Id(id)));
        Tests(json, analysis.TestOf(pair));
    }

    /// <summary>What shuffled labels make of the E-I index.</summary>
    private static void Chance(Utf8JsonWriter json, ChanceRange chance)
    {
        json.WriteStartObject("ei_chance");
        json.WriteNumberOrNull("expected", chance.Expected);
        json.WriteNumberOrNull("low", chance.Low);
        json.WriteNumberOrNull("high", chance.High);
        json.WriteNumberOrNull("p", chance.P);
        json.WriteNumberOrNull("q", chance.Q);
        json.WriteEndObject();
    }

    private static void Tests(Utf8JsonWriter json, SectorPairTest test)
    {
        if (test.Verdict == Verdict.NotMeasured)
            json.WriteNull("verdict_ties");
        else
            json.WriteNumber("verdict_ties", test.VerdictTies);
        Model(json, "labels", test.Labels, () =>
        {
            if (test.Labels.Method == LabelMethod.None)
                json.WriteNull("exact");
            else
                json.WriteBoolean("exact", test.Labels.Method == LabelMethod.Enumeration);
            json.WriteString("method", Naming.NameOf(test.Labels.Method));
        });
        Model(json, "activity", test.Activity);
        Deciding(json, "homophily", test.Homophily, () => json.WriteBoolean("left_out_of_fit", test.Homophily.LeftOut));
        if (test.Company is { } company)
            Deciding(json, "company", company, () => json.WriteNumber("together", company.Together));
        else
            json.WriteNull("company");
        json.WriteString("verdict", Naming.NameOf(test.Verdict));
    }

    private static void Deciding(Utf8JsonWriter json, string name, DecidingTest test, Action more) => Model(json, name, test, () =>
    {
        json.WriteNumberOrNull("p_over", test.POver);
        json.WriteNumberOrNull("q_over", test.QOver);
        json.WriteNumberOrNull("ratio", test.Ratio);
        json.WriteNumberOrNull("detectable_ratio", test.DetectableRatio);
        json.WriteNumberOrNull("p_none", test.None);
        more();
    });

    private static void Model(Utf8JsonWriter json, string name, ModelTest test, Action? more = null)
    {
        json.WriteStartObject(name);
        json.WriteNumberOrNull("expected", test.Expected);
        json.WriteNumberOrNull("z", test.Z);
        json.WriteNumberOrNull("p", test.P);
        json.WriteNumberOrNull("q", test.Q);
        more?.Invoke();
        json.WriteEndObject();
    }
}
