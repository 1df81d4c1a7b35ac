using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Networks;

/// <summary>Unit of the need: never mixed in one analysis.</summary>
public enum NeedUnit
{
    /// <summary>No need is given.</summary>
    None,

    /// <summary>People in need.</summary>
    People,

    /// <summary>Severity, 1 to 5.</summary>
    Severity,
}

/// <summary>Need per theme, place and period of the needs table, at the level of the frame.</summary>
internal sealed class NeedTable
{
    private sealed record Entry(DateSpan? Dates, double Need, double Reached);

    private readonly Dictionary<(ThemeId?, PlaceId?), Entry[]> entries;

    private NeedTable(NeedUnit unit, Dictionary<(ThemeId?, PlaceId?), Entry[]> entries)
    {
        (Unit, this.entries) = (unit, entries);
        var positive = entries.OrderBy(cell => (cell.Key.Item1?.Index ?? -1, cell.Key.Item2?.Index ?? -1))
            .SelectMany(cell => cell.Value).Where(entry => entry.Need > 0).Select(entry => entry.Need).ToArray();
        MeanPositive = positive.Length > 0 ? positive.Sum() / positive.Length : double.NaN;
    }

    public NeedUnit Unit { get; }

    /// <summary>Mean of the positive needs, one for each theme, place and period given; NaN without any.</summary>
    public double MeanPositive { get; }

    /// <summary>Themes and places that a need is given for.</summary>
    public IEnumerable<(ThemeId? Theme, PlaceId? Place)> Cells => entries.Keys;

    public static NeedTable Build(Dataset dataset, Frame frame)
    {
        var needs = dataset.Needs.Where(need => need.Dates is null || frame.Window.Holds(need.Dates)).ToArray();
        var unit = UnitOf(needs);
        var cells = needs
            .Select(need => (Need: need, Place: PlaceOf(dataset, frame, need), Theme: frame.ThemeOf(need.Theme)))
            .Where(row => (row.Place is not null || !frame.HasPlaces) && (row.Theme is not null || !frame.HasThemes))
            .GroupBy(row => (row.Theme, row.Place));
        return new(unit, cells.ToDictionary(cell => cell.Key, cell => cell
            .GroupBy(row => row.Need.Dates)
            .Select(period => Combine(dataset, frame, unit, period.Key, [.. period.Select(row => row.Need)]))
            .Where(entry => !double.IsNaN(entry.Need) || !double.IsNaN(entry.Reached))
            .OrderBy(entry => entry.Dates?.First).ThenBy(entry => entry.Dates?.Last)
            .ToArray()));
    }

    /// <summary>Need of a theme at a place: the largest over its periods, with the people reached in that period; NaN where not given.</summary>
    public (double Need, double Reached) OfCell(ThemeId? theme, PlaceId? place) => Largest(entries.GetValueOrDefault((theme, place), []));

    /// <summary>Need of an arena: of the periods that overlap it, else the need that is given without a period; NaN where not given.</summary>
    public double OfArena(Arena arena)
    {
        var given = entries.GetValueOrDefault((arena.Theme, arena.Place), []);
        var dated = given.Where(entry => entry.Dates is { } dates && dates.Overlaps(arena.Period.First, arena.Period.Last)).ToArray();
        return Largest(dated.Length > 0 ? dated : [.. given.Where(entry => entry.Dates is null)]).Need;
    }

    /// <summary>Need weight of an arena: its need in units of the mean positive need; 1 where no need is known.</summary>
    public double[] Weights(IReadOnlyList<Arena> arenas) =>
        [.. arenas.Select(OfArena).Select(need => double.IsNaN(need) || double.IsNaN(MeanPositive) ? 1 : need / MeanPositive)];

    /// <summary>People where anyone is in need anywhere, else severity; needs of 0 alone are people too.</summary>
    private static NeedUnit UnitOf(Need[] needs)
    {
        if (needs.Any(need => need.InNeed > 0))
            return NeedUnit.People;
        if (needs.Any(need => need.Severity is not null))
            return NeedUnit.Severity;
        return needs.Any(need => need.InNeed is not null) ? NeedUnit.People : NeedUnit.None;
    }

    private static (double Need, double Reached) Largest(IReadOnlyList<Entry> given) => given.Count == 0
        ? (double.NaN, double.NaN)
        : given.Select(entry => (entry.Need, entry.Reached)).MaxBy(entry => double.IsNaN(entry.Need) ? double.NegativeInfinity : entry.Need);

    /// <summary>The place that a row counts for: its own at the level of the frame, else the parent of a finer one.</summary>
    public static PlaceId? PlaceOf(Dataset dataset, Frame frame, Need need) => !frame.HasPlaces
        ? null
        : need.PlaceAt(frame.PlaceLevel)
            ?? (frame.PlaceLevel == 1 && need.Admin2 is { } fine ? dataset.Places[fine.Index].Parent : null);

    /// <summary>Rows at the level of the frame count where there are any, else the finer ones; people add up, severity does not.</summary>
    private static Entry Combine(Dataset dataset, Frame frame, NeedUnit unit, DateSpan? dates, Need[] rows)
    {
        bool IsFiner(Need need) => frame.PlaceLevel == 1 && need.Admin2 is { } fine && dataset.Places[fine.Index].Level == 2;
        var own = rows.Where(need => !IsFiner(need)).ToArray();
        var used = own.Length > 0 ? own : rows;
        var need = unit == NeedUnit.People
            ? SumOf(used.Select(row => row.InNeed))
            : used.Select(row => row.Severity ?? double.NaN).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Max();
        return new(dates, need, SumOf(used.Select(row => row.Reached)));
    }

    private static double SumOf(IEnumerable<double?> values)
    {
        var given = values.Where(value => value is not null).ToArray();
        return given.Length > 0 ? given.Sum(value => value!.Value) : double.NaN;
    }
}
