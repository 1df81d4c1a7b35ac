using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Reporting.Words;
using static GapAnalyzer.Reporting.Charts.Phrases;

namespace GapAnalyzer.Reporting.Charts;

/// <summary>Places against themes: the status of each cell as colour and letter, and how many stakeholders are present.</summary>
internal static class CoverageGrid
{
    private const int MostPlaces = 24;
    private const int MostThemes = 14;

    public static ChartDefinition<Analysis> Definition { get; } = new(
        "coverage-grid", "Coverage of places and themes", "Where is no one, one alone, or many who do not work together?", Draw)
    { Needs = AnalysisParts.Coverage };

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
            StatusLook.Of(cell.Status).Name(Texts.English), (long)cell.Stakeholders, (long)cell.Sectors,
            analysis.TieEvidence == TieKinds.None ? double.NaN : cell.CrossSectorTies, cell.Need,
        })]);

    internal static ChartResult Draw(Analysis analysis, Texts t, Typography type)
    {
        var cells = analysis.Cells;
        if (cells.Count == 0 || cells.All(cell => cell.Theme is null && cell.Place is null))
            return ChartResult.None(t.Say("chart.coverage.why-not"));
        var places = Ordered(cells.GroupBy(cell => cell.Place), MostPlaces, out int placesLeft);
        var themes = Ordered(cells.GroupBy(cell => cell.Theme), MostThemes, out int themesLeft);
        var inOrder = cells.Select(cell => cell.Theme).Distinct().Where(themes.Contains).ToList();
        var names = new ChartNames(analysis.Dataset, t, type);
        var layout = new GridLayout(names, t, cells, places, inOrder);
        var words = Words(analysis, Cut(places.Count, placesLeft, themes.Count, themesLeft, t), names, t);
        return ChartResult.Of(new Chart(Definition.Id, words, Table(analysis), layout.Height, layout.Draw, type));
    }

    /// <summary>Rows or columns by what is most amiss in them: need without anyone, then sectors side by side without ties, then fewer at work.</summary>
    internal static List<TKey> Ordered<TKey>(IEnumerable<IGrouping<TKey, Cell>> groups, int most, out int left)
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

    private static string Cut(int placesShown, int placesLeft, int themesShown, int themesLeft, Texts t)
    {
        string places = placesLeft == 0 ? t.Say("chart.coverage.order") : t.Say("chart.coverage.places", ("n", placesShown), ("all", placesShown + placesLeft));
        return themesLeft == 0 ? places : $"{places} {t.Say("chart.coverage.themes", ("n", themesShown), ("all", themesShown + themesLeft))}";
    }

    private static ChartWords Words(Analysis analysis, string cut, ChartNames names, Texts t)
    {
        var counts = StatusLook.All
            .Select(look => (look, Cells: analysis.Cells.Count(cell => cell.Status == look.Status)))
            .Where(entry => entry.Cells > 0).Select(entry => $"{entry.look.Name(t).ToLowerInvariant()} {Number(entry.Cells)}");
        string title = Title(analysis, t);
        return new(
            title,
            Subtitle(analysis, t, cut, names.Note),
            t.Say("chart.coverage.alt", ("n", analysis.Cells.Count), ("title", title), ("counts", string.Join(t.Say("list.comma"), counts))));
    }

    /// <summary>Of whom and when, what a cell is, and what follows.</summary>
    internal static string Subtitle(Analysis analysis, Texts t, params string[] more) =>
        ChartWords.Sentences([Scope(analysis, t), t.Say("chart.coverage.meaning"), .. more]);

    /// <summary>Leads with need that no one meets, then with sectors that work side by side.</summary>
    private static string Title(Analysis analysis, Texts t)
    {
        int uncovered = Having(analysis, CellStatus.Uncovered);
        if (uncovered == 0)
            return Side(analysis, t);
        string title = t.Say("chart.coverage.uncovered", ("n", uncovered), ("need", analysis.Cells.Count(cell => cell.Need > 0 || cell.Expected)));
        if (Having(analysis, CellStatus.CoveredUncoordinated, CellStatus.CoordinationUnknown) == 0)
            return title;
        string side = Side(analysis, t);
        return t.Say("chart.coverage.uncovered-and", ("uncovered", title), ("side", char.ToLowerInvariant(side[0]) + side[1..]));
    }

    /// <summary>How sectors fare that share a cell.</summary>
    private static string Side(Analysis analysis, Texts t)
    {
        int cells = analysis.Cells.Count;
        int several = Having(analysis, CellStatus.CoveredUncoordinated, CellStatus.Fragmented, CellStatus.Coordinated);
        int loose = Having(analysis, CellStatus.Fragmented);
        if (Having(analysis, CellStatus.CoveredUncoordinated) is > 0 and var apart)
            return t.Say(loose > 0 ? "chart.coverage.apart-and-loose" : "chart.coverage.apart", ("n", apart), ("several", several), ("loose", loose));
        if (Having(analysis, CellStatus.CoordinationUnknown) is > 0 and var untold)
            return t.Say(cells == 1 ? "chart.coverage.untold-one" : "chart.coverage.untold", ("n", untold), ("cells", cells));
        if (several == 0)
        {
            int unknown = Having(analysis, CellStatus.SectorsUnknown);
            return unknown > 0 ? t.Say("chart.coverage.unknown", ("n", unknown), ("cells", cells)) : t.Say("chart.coverage.none");
        }

        return loose > 0
            ? t.Say("chart.coverage.loose", ("n", loose), ("several", several))
            : t.Say(several == 1 ? "chart.coverage.one" : "chart.coverage.all", ("several", several));
    }

    private static int Having(Analysis analysis, params CellStatus[] statuses) => analysis.Cells.Count(cell => statuses.Contains(cell.Status));
}
