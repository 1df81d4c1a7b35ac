using System.Text.Json;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Brokerage roles: counts under the names of the roles, then what shuffled sector labels would give, and p.</summary>
internal static class JsonBrokerage
{
    private static readonly (string Name, Func<BrokerageRoles, RoleCount> Of)[] Roles =
    [
        ("coordinator", roles => roles.Coordinator),
        ("itinerant", roles => roles.Itinerant),
        ("gatekeeper", roles => roles.Gatekeeper),
        ("representative", roles => roles.Representative),
        ("liaison", roles => roles.Liaison),
    ];

    public static void OfStakeholder(Utf8JsonWriter json, StakeholderSummary stakeholder)
    {
        json.WriteStartObject("brokerage");
        Counts(json, stakeholder.Brokerage);
        json.WriteNumberOrNull("between", stakeholder.Between);
        json.WriteNumberOrNull("exclusive", stakeholder.Exclusive);
        json.WriteNumberOrNull("expected_across", stakeholder.Brokerage?.Across.Expected ?? double.NaN);
        json.WriteNumberOrNull("p_across", stakeholder.Brokerage?.Across.P ?? double.NaN);
        Numbers(json, "p", stakeholder.Brokerage, role => role.P);
        json.WriteEndObject();
    }

    public static void OfNetwork(Utf8JsonWriter json, NetworkSummary network)
    {
        json.WriteStartObject("brokerage");
        Counts(json, network.Brokerage);
        Numbers(json, "expected", network.Brokerage, role => role.Expected);
        Numbers(json, "p", network.Brokerage, role => role.P);
        json.WriteNumberOrNull("shuffles", network.SectorShuffles);
        json.WriteEndObject();
    }

    private static void Counts(Utf8JsonWriter json, BrokerageRoles? roles)
    {
        foreach (var (name, of) in Roles)
            json.WriteNumberOrNull(name, roles is null ? null : of(roles).Count);
        json.WriteNumberOrNull("total", roles?.Total);
    }

    private static void Numbers(Utf8JsonWriter json, string name, BrokerageRoles? roles, Func<RoleCount, double> number)
    {
        json.WriteStartObject(name);
        foreach (var (role, of) in Roles)
            json.WriteNumberOrNull(role, roles is null ? double.NaN : number(of(roles)));
        json.WriteEndObject();
    }
}
