using System.Text.Json;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>What the sector tests looked at, sectors without ties, and co-presence against chance.</summary>
internal static class JsonTests
{
    public static void SectorTests(Utf8JsonWriter json, Analysis analysis)
    {
        var tests = analysis.SectorTests;
        json.WriteStartObject("sector_tests");
        json.WriteString("verdict_tie_mode", Naming.NameOf(tests.Mode));
        json.WriteNumber("joint_activities", tests.JointActivities);
        json.WriteNumber("activities_naming_initiator", tests.ActivitiesNamingInitiator);
        json.WriteNumberOrNull("material", tests.Material);
        json.WriteNumberOrNull("material_over", tests.MaterialOver);
        json.WriteNumberOrNull("clustering", tests.Clustering);
        json.WriteNumberOrNull("same_sector_log_odds", tests.Homophily);
        json.WriteBoolean("fit_fell_short", tests.FitFellShort);
        json.WriteNumber("shuffles", tests.Shuffles);
        json.WriteObjects("sectors_without_ties", tests.WithoutTies, sector =>
        {
            json.WriteString("sector", analysis.Name(sector.Sector));
            json.WriteNumber("present", sector.Present);
            json.WriteNumber("required", sector.Required);
            json.WriteNumberOrNull("expected", sector.Labels.Expected);
            json.WriteNumberOrNull("z", sector.Labels.Z);
            json.WriteNumberOrNull("p", sector.Labels.P);
            json.WriteString("method", Naming.NameOf(sector.Labels.Method));
        });
        json.WriteEndObject();
    }

    public static void CoPresence(Utf8JsonWriter json, Analysis analysis)
    {
        var found = analysis.CoPresence;
        json.WriteStartObject("copresence");
        json.WriteNumber("arenas", found.Arenas);
        json.WriteNumber("pairs", found.Pairs);
        json.WriteNumber("cannot_tell", found.CannotTell);
        json.WriteNumber("apart", found.Apart);
        json.WriteNumber("apart_hypergeometric", found.ApartHypergeometric);
        json.WriteBoolean("exact", found.Exact);
        json.WriteObjects("sectors", found.Sectors, pair => Sectors(json, analysis, pair));
        json.WriteObjects("most_apart", found.MostApart, pair =>
        {
            json.WriteString("a", analysis.Id(pair.A));
            json.WriteString("b", analysis.Id(pair.B));
            json.WriteNumber("shared_arenas", pair.Shared);
            json.WriteNumberOrNull("expected", pair.Expected);
            json.WriteNumberOrNull("p", pair.P);
            json.WriteNumberOrNull("q", pair.Q);
            json.WriteNumberOrNull("p_hypergeometric", pair.PHypergeometric);
        });
        json.WriteEndObject();
    }

    private static void Sectors(Utf8JsonWriter json, Analysis analysis, SectorCoPresence pair)
    {
        json.WriteString("a", analysis.Name(pair.A));
        json.WriteString("b", analysis.Name(pair.B));
        json.WriteNumber("pairs", pair.Pairs);
        json.WriteNumber("pairs_apart", pair.PairsApart);
        json.WriteNumber("shared_arenas", pair.Shared);
        json.WriteNumberOrNull("expected", pair.Expected);
        json.WriteNumberOrNull("ratio", pair.Ratio);
        json.WriteNumberOrNull("z", pair.Z);
        json.WriteNumberOrNull("p", pair.P);
        json.WriteNumberOrNull("q", pair.Q);
    }
}
