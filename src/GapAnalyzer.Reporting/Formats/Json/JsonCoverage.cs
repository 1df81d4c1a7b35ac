using System.Text.Json;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Reporting.Formats.Json;

/// <summary>Cells, rates per theme, place and period, and sensitivity.</summary>
internal static class JsonCoverage
{
    public static void Cells(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("cells", analysis.Cells, cell => Cell(json, analysis, cell));

    /// <summary>The members of a cell.</summary>
    public static void Cell(Utf8JsonWriter json, Analysis analysis, Cell cell)
    {
        json.WriteString("theme", analysis.Name(cell.Theme));
        json.WriteString("place", analysis.Name(cell.Place));
        json.WriteTextOrNull("place_code", analysis.Code(cell.Place));
        json.WriteNumber("stakeholders", cell.Stakeholders);
        json.WriteNumber("sectors", cell.Sectors);
        json.WriteNumber("activities", cell.Activities);
        json.WriteNumberOrNull("need", cell.Need);
        json.WriteTextOrNull("need_unit", cell.NeedUnit == NeedUnit.None ? null : Naming.NameOf(cell.NeedUnit));
        json.WriteNumberOrNull("reached", cell.Reached);
        json.WriteNumberOrNull("unmet_share", cell.UnmetShare);
        json.WriteNumberOrNull("sector_diversity", cell.SectorDiversity);
        json.WriteBoolean("expected", cell.Expected);
        json.WriteNumberOrNull("cross_sector_ties", analysis.Measured ? cell.CrossSectorTies : double.NaN);
        json.WriteNumberOrNull("largest_component_share", analysis.Measured ? cell.LargestComponentShare : double.NaN);
        json.WriteTexts("missing_sectors", cell.MissingSectors.Select(sector => analysis.Name(sector)));
        json.WriteString("status", Naming.NameOf(cell.Status));
    }

    public static void Groups(Utf8JsonWriter json, string name, string member, IReadOnlyList<GroupRate> groups) =>
        json.WriteObjects(name, groups, group =>
        {
            json.WriteString(member, group.Label);
            json.WriteNumber("stakeholders", group.Stakeholders);
            json.WriteNumber("arenas", group.Arenas);
            json.WriteRate("rate", group.Rate, group.Range.Se);
            json.WriteRate("cross_sector_rate", group.CrossSectorRate, group.CrossSectorRange.Se);
        });

    public static void Sensitivity(Utf8JsonWriter json, Analysis analysis) =>
        json.WriteObjects("sensitivity", analysis.Sensitivity, row =>
        {
            json.WriteString("period", Naming.NameOf(row.Period));
            json.WriteNumber("place_level", row.PlaceLevel);
            json.WriteNumber("arenas", row.Arenas);
            json.WriteNumber("required", row.Rate.Required);
            json.WriteNumberOrNull("satisfied", row.Rate.Measured ? row.Rate.Satisfied : double.NaN);
            json.WriteNumberOrNull("rate", row.Rate.Value);
            json.WriteRate("cross_sector_rate", row.CrossSectorRate);
        });
}
