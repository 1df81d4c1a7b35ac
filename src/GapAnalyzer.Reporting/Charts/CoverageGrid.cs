using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Places against themes: the status of each cell as colour and letter, and how many stakeholders are present.</summary>
internal static class CoverageGrid
{
    private const int MostPlaces = 24;
    private const int MostThemes = 14;

    public static ChartDefinition Definition { get; } = new(
        "coverage-grid", "Coverage of places and themes", "Where is no one, one alone, or many who do not work together?", Draw);

    /// <summary>Every cell of the dataset, in its order.</summary>
    public static ChartTable Table(Analysis analysis) => new(
        [
            new("Theme"), new("Place"), new("Status"), new("Stakeholders", ColumnKind.Count), new("Sectors", ColumnKind.Count),
            new("Cross-sector ties", ColumnKind.Count), new("Need", ColumnKind.Number),
        ],
        [.. analysis.Cells.Select(cell => new object[]
        {
            cell.Theme is { } theme ? analysis.Dataset.Themes[theme.Index] : Vocabulary.All,
            cell.Place is { } place ? analysis.Dataset.Places[place.Index].Name : Vocabulary.All,
            StatusLook.Of(cell.Status).Name, (long)cell.Stakeholders, (long)cell.Sectors,
            analysis.TieEvidence == TieKinds.None ? double.NaN : cell.CrossSectorTies, cell.Need,
        })]);

    internal static ChartResult Draw(Analysis analysis)
    {
        var cells = analysis.Cells;
        if (cells.Count == 0 || cells.All(cell => cell.Theme is null && cell.Place is null))
            return ChartResult.None("No activity has both a theme and a place, so there is no grid to fill.");
        var places = Ordered(cells.GroupBy(cell => cell.Place), MostPlaces, out int placesLeft);
        var themes = Ordered(cells.GroupBy(cell => cell.Theme), MostThemes, out int themesLeft);
        var inOrder = cells.Select(cell => cell.Theme).Distinct().Where(themes.Contains).ToList();
        var names = new ChartNames(analysis.Dataset);
        var layout = new GridLayout(names, cells, places, inOrder);
        var words = Words(analysis, Cut(places.Count, placesLeft, themes.Count, themesLeft), names);
        return ChartResult.Of(new Chart(Definition.Id, words, Table(analysis), layout.Height, layout.Draw));
    }

    /// <summary>Rows or columns by what is most amiss in them: need without anyone, then sectors side by side without ties, then fewer at work.</summary>
    private static List<TKey> Ordered<TKey>(IEnumerable<IGrouping<TKey, Cell>> groups, int most, out int left)
    {
        var all = groups
            .OrderByDescending(group => group.Where(c => c.Status == CellStatus.Uncovered && c.Need > 0).Sum(c => c.Need))
            .ThenByDescending(group => group.Count(c => c.Status == CellStatus.Uncovered))
            .ThenByDescending(group => group.Count(c => c.Status == CellStatus.CoveredUncoordinated))
            .ThenByDescending(group => group.Count(c => c.Status is CellStatus.Fragmented or CellStatus.CoordinationUnknown or CellStatus.SectorsUnknown))
            .ThenByDescending(group => group.Count(c => c.Status is CellStatus.SingleProvider or CellStatus.SingleSector))
            .Select(group => group.Key).ToList();
        left = Math.Max(0, all.Count - most);
        return all.Count > most ? all[..most] : all;
    }

    private static string Cut(int placesShown, int placesLeft, int themesShown, int themesLeft)
    {
        string places = placesLeft == 0 ? "Places with most unmet need and fewest ties come first."
            : $"Shown are the {placesShown} of {Number(placesShown + placesLeft)} places with most unmet need and fewest ties, worst first.";
        return themesLeft == 0 ? $" {places}" : $" {places} Of {Number(themesShown + themesLeft)} themes, likewise, {themesShown}.";
    }

    private static ChartWords Words(Analysis analysis, string cut, ChartNames names)
    {
        string title = Title(analysis);
        string subtitle = $"{Scope(analysis)} A cell is one theme in one place over all periods; the number in it counts the stakeholders present."
            + $"{cut}{(names.Replaced ? " " + ChartNames.ReplacedNote : string.Empty)}";
        var counts = StatusLook.All
            .Select(look => (look.Name, Cells: analysis.Cells.Count(cell => cell.Status == look.Status)))
            .Where(entry => entry.Cells > 0).Select(entry => $"{entry.Name.ToLowerInvariant()} {Number(entry.Cells)}");
        return new(title, subtitle, $"Grid of places against themes, {Count(analysis.Cells.Count, "cell", "cells")}: {string.Join(", ", counts)}.");
    }

    /// <summary>Leads with need that no one meets, then with sectors that work side by side.</summary>
    private static string Title(Analysis analysis)
    {
        var cells = analysis.Cells;
        int Having(params CellStatus[] statuses) => cells.Count(cell => statuses.Contains(cell.Status));

        int inNeed = cells.Count(cell => cell.Need > 0 || cell.Expected);
        int uncovered = Having(CellStatus.Uncovered);
        int apart = Having(CellStatus.CoveredUncoordinated);
        int loose = Having(CellStatus.Fragmented);
        int several = Having(CellStatus.CoveredUncoordinated, CellStatus.Fragmented, CellStatus.Coordinated);
        int unknown = Having(CellStatus.SectorsUnknown);
        int untold = Having(CellStatus.CoordinationUnknown);
        string side = apart > 0 ? $"in {Number(apart)} of {Number(several)} {(uncovered > 0 ? "with" : several == 1 ? "cell with" : "cells with")} several sectors no tie joins them"
            : untold > 0 ? $"several sectors are present in {(cells.Count == 1 ? "the one cell" : $"{Number(untold)} of {Number(cells.Count)} cells")}; whether they coordinate cannot be told"
            : several == 0 && unknown > 0 ? $"in {Number(unknown)} of {Count(cells.Count, "cell", "cells")} too few stakeholders have a known sector to tell"
            : several == 0 ? "stakeholders of several sectors share no cell"
            : loose > 0 ? $"in {Number(loose)} of {Count(several, "cell", "cells")} with several sectors, not everyone is linked up"
            : $"in {(several == 1 ? "the one cell" : $"all {Number(several)} cells")} with several sectors, everyone is linked up";
        return uncovered == 0
            ? char.ToUpperInvariant(side[0]) + side[1..]
            : $"No one is present in {Number(uncovered)} of {Count(inNeed, "cell", "cells")} in need{(apart + untold == 0 ? string.Empty : "; " + side)}";
    }
}
