using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Networks;

/// <summary>
/// What counts as meeting: which activities are looked at, who is present in them, and which arenas each of them is in.
/// A dimension that no activity of the dataset has is the one value "all"; where the dimension exists, an activity without it is
/// in no arena.
/// </summary>
internal sealed record Frame
{
    public required PeriodGrain Grain { get; init; }
    public required int PlaceLevel { get; init; }
    public required Window Window { get; init; }
    public required bool FundersPresent { get; init; }
    public required bool HasThemes { get; init; }
    public required bool HasPlaces { get; init; }
    public required bool HasDates { get; init; }

    /// <param name="dataset">The whole dataset: a dimension is absent when no activity has it, inside the window or not.</param>
    /// <param name="options">Effective options, defaults filled in.</param>
    public static Frame Of(Dataset dataset, AnalysisOptions options)
    {
        var grain = options.Period ?? AnalysisOptions.DefaultPeriod;
        var level = options.PlaceLevel ?? AnalysisOptions.DefaultPlaceLevel;
        var activities = dataset.Activities.Where(activity => !activity.IsInNoArena);
        return new()
        {
            Grain = grain,
            PlaceLevel = level,
            Window = new(options.From, options.To),
            FundersPresent = options.FundersPresent,
            HasThemes = activities.Any(activity => activity.Theme is not null),
            HasPlaces = activities.Any(activity => activity.PlaceAt(level) is not null),
            HasDates = activities.Any(activity => HasUsableDate(activity, grain)),
        };
    }

    /// <summary>The same over all periods: an activity needs no date to be present, unless a window asks when it was.</summary>
    public Frame OverAllPeriods => this with { Grain = PeriodGrain.All };

    public bool Holds(Activity activity) => Window.Holds(activity.Dates);

    /// <summary>A funder that only pays is not there, unless the options say so.</summary>
    public bool IsPresent(Participation participation) => FundersPresent || !participation.IsFunderOnly;

    public bool IsThemeUnknown(Activity activity) => HasThemes && activity.Theme is null;

    public bool IsPlaceUnknown(Activity activity) => HasPlaces && activity.PlaceAt(PlaceLevel) is null;

    /// <summary>All time needs no date; otherwise the date must be at least as fine as the period.</summary>
    public bool IsDateUnknown(Activity activity) => Grain != PeriodGrain.All && HasDates && !HasUsableDate(activity, Grain);

    public ThemeId? ThemeOf(ThemeId? theme) => HasThemes ? theme : null;

    public PlaceId? PlaceOf(PlaceId? place) => HasPlaces ? place : null;

    /// <summary>The theme and place of an activity, or those that a meeting of a scenario is held on; null where a dimension is unknown.</summary>
    public (ThemeId? Theme, PlaceId? Place)? CellOf(Activity activity) => activity.Venue is { } venue ? venue
        : IsThemeUnknown(activity) || IsPlaceUnknown(activity) ? null
        : (ThemeOf(activity.Theme), PlaceOf(activity.PlaceAt(PlaceLevel)));

    /// <summary>The first and the last arena of an activity, which has one in each period that its dates touch; null where a dimension is unknown.</summary>
    public (Arena First, Arena Last)? ArenasOf(Activity activity)
    {
        if (activity.IsInNoArena || !Holds(activity) || CellOf(activity) is not { } cell || IsDateUnknown(activity))
            return null;
        var (first, last) = PeriodsOf(activity);
        return (new(cell.Theme, cell.Place, first), new(cell.Theme, cell.Place, last));
    }

    private (Period First, Period Last) PeriodsOf(Activity activity)
    {
        if (Grain == PeriodGrain.All || !HasDates || activity.Dates is not { } dates)
            return (Period.All, Period.All);
        return (
            Period.Containing(dates.First < Window.First ? Window.First : dates.First, Grain),
            Period.Containing(dates.Last > Window.Last ? Window.Last : dates.Last, Grain));
    }

    private static bool HasUsableDate(Activity activity, PeriodGrain grain) =>
        activity.Dates is { } dates && Period.Resolves(dates.Precision, grain);
}
