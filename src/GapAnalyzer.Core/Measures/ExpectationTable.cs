using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Which sectors are expected where: everywhere, at a place, at the places within it, or at the place that it lies in.</summary>
internal sealed class ExpectationTable
{
    private readonly Dataset dataset;
    private readonly Frame frame;
    private readonly ILookup<ThemeId?, Expectation> byTheme;

    public ExpectationTable(Dataset dataset, Frame frame)
    {
        (this.dataset, this.frame) = (dataset, frame);
        byTheme = dataset.Expectations.ToLookup(expectation => frame.ThemeOf(expectation.Theme));
    }

    public IEnumerable<ThemeId?> Themes => byTheme.Select(theme => theme.Key);

    /// <summary>Places that an expectation names, at the level of the frame.</summary>
    public IEnumerable<PlaceId?> Places => frame.HasPlaces
        ? dataset.Expectations.Select(expectation => AtLevel(expectation.Place)).Where(place => place is not null)
        : [];

    /// <summary>Expected sectors of a cell, in canonical order.</summary>
    public SectorId[] SectorsAt(ThemeId? theme, PlaceId? place) =>
    [
        .. RowsAt(theme, place)
            .Select(expectation => expectation.Sector)
            .Distinct()
            .OrderBy(sector => sector.Index),
    ];

    /// <summary>The rows that say so.</summary>
    public IEnumerable<Expectation> RowsAt(ThemeId? theme, PlaceId? place) => byTheme[theme].Where(expectation => AppliesAt(expectation.Place, place));

    private bool AppliesAt(PlaceId? expectedAt, PlaceId? cell) =>
        expectedAt is null
        || !frame.HasPlaces
        || AtLevel(expectedAt) == cell
        || (cell is { } place && dataset.Places[place.Index].Parent == expectedAt);

    /// <summary>The place itself at the level of the frame, the parent of a finer one; null for a coarser one, which is many places.</summary>
    private PlaceId? AtLevel(PlaceId? place) => place is not { } given
        ? null
        : (dataset.Places[given.Index].Level, frame.PlaceLevel) switch
        {
            (0, _) => place,
            (var level, var wanted) when level == wanted => place,
            (2, 1) => dataset.Places[given.Index].Parent,
            _ => null,
        };
}
