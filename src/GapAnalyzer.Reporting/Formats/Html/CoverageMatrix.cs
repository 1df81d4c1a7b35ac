using System.Text.Json;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Reporting.Charts;
using GapAnalyzer.Reporting.Words;

namespace GapAnalyzer.Reporting.Formats.Html;

/// <summary>Places against themes: the status of each cell as colour and letter, and who is there.</summary>
internal sealed class CoverageMatrix : IPart
{
    /// <summary>Cells in the page; where there are more, the places where least is amiss are left out.</summary>
    private const int MostCells = 2_400;

    private readonly Analysis analysis;
    private readonly Texts t;
    private readonly GridMarkup grid;
    private readonly PlaceId?[] places;
    private readonly int left;
    private readonly Dictionary<(ThemeId?, PlaceId?), int[]> members;

    public CoverageMatrix(Report report)
    {
        (analysis, t) = (report.Analysis, report.Texts);
        string[] keys = ["status", "organisations", "sectors-present", "activities", "cross-ties", "need", "reached", "missing-sectors"];
        grid = new GridMarkup("coverage", t.Say("html.coverage"), [.. keys.Select(key => t.Say(key is "status" or "organisations" or "activities" ? $"column.{key}" : $"html.{key}"))]);
        var themes = Math.Max(1, analysis.Cells.Select(cell => cell.Theme).Distinct().Count());
        places = [.. CoverageGrid.Ordered(analysis.Cells.GroupBy(cell => cell.Place), Math.Max(1, MostCells / themes), out left)];
        members = Members(analysis.CellPresence);
    }

    /// <summary>The chart leaves out places that the page has room for.</summary>
    public string? Subtitle => CoverageGrid.Subtitle(analysis, t, t.Say("chart.coverage.order"));

    public string Render()
    {
        var themes = analysis.Cells.Select(cell => cell.Theme).Distinct().ToArray();
        var cells = analysis.Cells.ToDictionary(cell => (cell.Theme, cell.Place));
        var rows = places.Select(place => (Head: PlaceName(place), Cells: themes.Select(theme => (GridCell?)Cell(cells[(theme, place)]))));
        var cut = left == 0 ? "" : $"<p>{Markup.Text(t.Say("html.places-left", ("n", left)))}</p>\n";
        return grid.Render(t.Say("column.places"), [.. themes.Select(ThemeName)], rows) + cut + Legend();
    }

    public void WriteData(Utf8JsonWriter json) => grid.WriteData(json);

    private static Dictionary<(ThemeId?, PlaceId?), int[]> Members(Presence presence) => presence.Arenas.Index()
        .ToDictionary(cell => (cell.Item.Theme, cell.Item.Place), cell => presence.MembersOf(cell.Index).ToArray());

    private string PlaceName(PlaceId? place) => place is null ? t.Say("all.place") : analysis.Name(place);

    private string ThemeName(ThemeId? theme) => theme is null ? t.Say("all.theme") : analysis.Name(theme);

    private GridCell Cell(Cell cell)
    {
        var look = StatusLook.Of(cell.Status);
        var count = cell.Stakeholders > 1 ? $"<small>{Numbers.Count(cell.Stakeholders)}</small>" : "";
        var status = CellText.Status(cell.Status, t);
        string[] values =
        [
            $"{status}: {CellText.Definition(cell.Status, t)}", Numbers.Count(cell.Stakeholders), cell.Stakeholders > 0 ? Numbers.Count(cell.Sectors) : "",
            cell.Stakeholders > 0 ? Numbers.Count(cell.Activities) : "",
            cell.Stakeholders > 1 && analysis.Measured ? Numbers.Count(cell.CrossSectorTies) : "",
            double.IsFinite(cell.Need) ? Numbers.Text(cell.Need, t) : "", double.IsFinite(cell.Reached) ? Numbers.Text(cell.Reached, t) : "",
            string.Join(t.Say("list.comma"), cell.MissingSectors.Select(sector => analysis.Name(sector))),
        ];
        return new($"st-{Naming.NameOf(cell.Status)}", $"<b>{Markup.Text(look.Letter)}</b>{count}", $"{ThemeName(cell.Theme)}{t.Say("list.comma")}{PlaceName(cell.Place)}", values)
        {
            About = members.GetValueOrDefault((cell.Theme, cell.Place), []),
        };
    }

    private string Legend()
    {
        var items = StatusLook.All.Where(look => analysis.Cells.Any(cell => cell.Status == look.Status)).Select(look =>
            $"<li><span class=\"swatch st-{Naming.NameOf(look.Status)}\">{Markup.Text(look.Letter)}</span> <b>{Markup.Text(CellText.Status(look.Status, t))}</b>{Markup.Text(t.Say("colon"))}{Markup.Text(CellText.Definition(look.Status, t))}</li>");
        return $"<ul class=\"legend\">{string.Concat(items)}</ul>\n";
    }
}
