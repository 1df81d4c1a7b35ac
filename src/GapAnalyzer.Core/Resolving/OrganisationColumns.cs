namespace GapAnalyzer.Resolving;

/// <summary>What a column tells about the organisation of its role.</summary>
internal enum OrganisationPart
{
    /// <summary>A name, or an acronym where a name stands beside it.</summary>
    Unsaid,
    Acronym,
    Type,
}

/// <summary>The organisation columns of a wide table: a role, and what the column tells about the organisation in it.</summary>
internal static class OrganisationColumns
{
    /// <summary>Roles in the order in which they are listed for an activity.</summary>
    public static IReadOnlyList<string> Roles { get; } = [Fields.Lead, Fields.Organisation, Fields.Implementer, Fields.Partner, Fields.Funder];

    public static IEnumerable<(string Name, string Acronym)> NameAndAcronym =>
        Roles.Select(role => (role, Field(role, OrganisationPart.Acronym)));

    public static string Field(string role, OrganisationPart part) => part switch
    {
        OrganisationPart.Acronym => role + "_acronym",
        OrganisationPart.Type => role == Fields.Organisation ? Fields.OrganisationType : role + "_type",
        _ => role,
    };

    /// <summary>Role and part of a field; false where it is no organisation column.</summary>
    public static bool Parse(string field, out string role, out OrganisationPart part)
    {
        foreach (var candidate in Roles)
        {
            foreach (var kind in Enum.GetValues<OrganisationPart>())
            {
                if (Field(candidate, kind) == field)
                {
                    (role, part) = (candidate, kind);
                    return true;
                }
            }
        }

        (role, part) = ("", OrganisationPart.Unsaid);
        return false;
    }
}
