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

    /// <summary>The roles of a cell (<c>lead; funder</c>), and whether all of them are ones that the documents name.</summary>
    public static (Roles Roles, bool AreKnown) Parse(string text)
    {
        var (roles, known) = (Roles.None, true);
        foreach (var compact in Cells.Split(text).Select(Fold.Compact))
        {
            known &= Known.ContainsKey(compact) && compact is not ("attendee" or "partner" or "member");
            roles |= Known.GetValueOrDefault(compact, Roles.Participant);
        }

        return roles == Roles.None ? (Roles.Participant, true) : (roles, known);
    }
}
