using System.Globalization;
using GapAnalyzer.Domain;

namespace GapAnalyzer.Tests.Reading;

/// <summary>What a dataset says, one fact a line, without the rows that say it: for comparing datasets of different files.</summary>
internal static class Facts
{
    public static IReadOnlyList<string> Of(Dataset data, bool withIds = true)
    {
        string Theme(ThemeId? theme) => theme is { } t ? data.Themes[t.Index] : "-";
        string Place(PlaceId? place) => place is { } p ? $"{data.Places[p.Index].Name}@{data.Places[p.Index].Level}" : "-";
        string Dates(DateSpan? dates) => dates is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d.First:yyyy-MM-dd}..{d.Last:yyyy-MM-dd} {d.Precision}") : "-";
        string Who(StakeholderId who) => data.Stakeholders[who.Index].Name;
        string Id(string id) => withIds ? id : "";
        return
        [
            .. data.Sectors.Select(s => $"sector {s.Name} {s.Known}"),
            .. data.Stakeholders.Select(s => $"stakeholder {Id(s.Id)} {s.Name} ({s.Acronym}) {data.Sectors[s.Sector.Index].Name} {s.StandsForSector}"),
            .. data.Themes.Select(theme => $"theme {theme}"),
            .. data.Places.Select(p => $"place {p.Name} {p.Code} {p.Level} {Place(p.Parent)}"),
            .. Sorted(data.Activities.Select(a => $"activity {Id(a.Id)} {a.Title} {Theme(a.Theme)} {Place(a.Admin1)} {Place(a.Admin2)} {Dates(a.Dates)}: "
                + string.Join(", ", a.Participations.Select(p => $"{Who(p.Stakeholder)} {p.Roles}"))), withIds),
            .. data.Ties.Select(t => string.Create(CultureInfo.InvariantCulture, $"tie {Who(t.A)} - {Who(t.B)} {t.Type} {t.Strength} {Dates(t.Since)} {Dates(t.Until)}")),
            .. data.Needs.Select(n => string.Create(CultureInfo.InvariantCulture, $"need {Theme(n.Theme)} {Place(n.Admin1)} {Place(n.Admin2)} {Dates(n.Dates)} {n.InNeed} {n.Severity} {n.Reached}")),
            .. data.Expectations.Select(e => string.Create(CultureInfo.InvariantCulture, $"expectation {Theme(e.Theme)} {data.Sectors[e.Sector.Index].Name} {Place(e.Place)} {e.Weight}")),
            string.Create(CultureInfo.InvariantCulture, $"participations {data.ParticipationRows}"),
        ];
    }

    private static IEnumerable<string> Sorted(IEnumerable<string> lines, bool inOrder) => inOrder ? lines : lines.Order(StringComparer.Ordinal);
}
