using GapAnalyzer.Domain;

namespace GapAnalyzer.Resolving;

/// <summary>Roles as people and IATI write them.</summary>
internal static class RoleNames
{
    private static readonly Dictionary<string, Roles> Known = new(StringComparer.Ordinal)
    {
        ["lead"] = Roles.Lead, ["organiser"] = Roles.Lead, ["organizer"] = Roles.Lead, ["host"] = Roles.Lead, ["chair"] = Roles.Lead,
        ["cohost"] = Roles.CoHost, ["colead"] = Roles.CoHost, ["coorganiser"] = Roles.CoHost, ["coorganizer"] = Roles.CoHost, ["cochair"] = Roles.CoHost,
        ["implementing"] = Roles.Implementing, ["implementer"] = Roles.Implementing, ["implementingpartner"] = Roles.Implementing, ["4"] = Roles.Implementing,
        ["participant"] = Roles.Participant, ["attendee"] = Roles.Participant, ["partner"] = Roles.Participant, ["member"] = Roles.Participant,
        ["coordinator"] = Roles.Coordinator, ["coordination"] = Roles.Coordinator,
        ["funder"] = Roles.Funder, ["funding"] = Roles.Funder, ["donor"] = Roles.Funder, ["1"] = Roles.Funder,
        ["accountable"] = Roles.Accountable, ["2"] = Roles.Accountable, ["extending"] = Roles.Coordinator, ["3"] = Roles.Coordinator,
    };

    /// <summary>The role, and whether it is one that the documents name.</summary>
    public static (Roles Role, bool IsKnown) Parse(string text)
    {
        var compact = Fold.Compact(text);
        return Known.TryGetValue(compact, out var role) ? (role, compact is not ("attendee" or "partner" or "member")) : (Roles.Participant, text.Length == 0);
    }
}
