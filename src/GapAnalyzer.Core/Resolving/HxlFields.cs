using GapAnalyzer.Reading;

namespace GapAnalyzer.Resolving;

/// <summary>What HXL tags stand for, the older tags of HXL 1.0 beta included.</summary>
internal static class HxlFields
{
    /// <summary>Field of a tag that is not about an organisation; null where the tool has no use for it.</summary>
    public static string? Of(HxlTag tag) => tag.Tag switch
    {
        "sector" => tag.Has("code", "id") ? Fields.ThemeCode : Fields.Theme,
        "adm1" => IsCode(tag) ? Fields.Admin1Code : Fields.Admin1Name,
        "adm2" => IsCode(tag) ? Fields.Admin2Code : Fields.Admin2Name,
        "adm1_id" => Fields.Admin1Code,
        "adm2_id" => Fields.Admin2Code,
        "loc" or "region" when !IsCode(tag) && !tag.Has("type") => Fields.Location,
        "from_date" => Fields.StartDate,
        "to_date" => Fields.EndDate,
        "date" => OfDate(tag),
        "activity" when tag.Has("id", "code") => Fields.ActivityId,
        "activity" when tag.Has("name") && !tag.Has("type") => Fields.Title,
        _ => null,
    };

    /// <summary>Field of an <c>#org</c> tag; codes, counts and contact details are never read.</summary>
    public static string? OfOrganisation(HxlTag tag)
    {
        if (tag.Has("code", "id", "num", "count", "contact", "email", "phone", "url"))
            return null;
        var role = tag.Has("funder", "funding", "donor") ? Fields.Funder
            : tag.Has("prog", "programme", "reporting", "leader", "lead") ? Fields.Lead
            : tag.Has("impl", "implementing") ? Fields.Implementer
            : tag.Has("partner") ? Fields.Partner
            : Fields.Organisation;
        var part = tag.Tag == "org_type" || tag.Has("type") ? OrganisationPart.Type
            : tag.Has("acronym") ? OrganisationPart.Acronym
            : OrganisationPart.Unsaid;
        return OrganisationColumns.Field(role, part);
    }

    private static string? OfDate(HxlTag tag) =>
        tag.Has("updated", "validated") ? null
        : tag.Has("start", "begin") ? Fields.StartDate
        : tag.Has("end") ? Fields.EndDate
        : tag.Has("month") ? Fields.Month
        : tag.Has("year") ? Fields.Year
        : tag.Has("reported", "report") ? Fields.ReportedDate
        : Fields.StartDate;

    private static bool IsCode(HxlTag tag) => tag.Has("code", "pcode", "v_pcode", "v_pcodes", "id");
}
