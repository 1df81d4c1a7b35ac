using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Counts what could not be placed, and therefore makes no arena.</summary>
internal static class DataQuality
{
    public static Unplaced Unplaced(Dataset dataset, Frame frame, AnalysisOptions options)
    {
        var inside = dataset.Activities.Where(frame.Holds).ToArray();
        return new(
            inside.Count(frame.IsThemeUnknown),
            inside.Count(frame.IsPlaceUnknown),
            inside.Count(frame.IsDateUnknown),
            inside.Count(activity => frame.IsDateUnknown(activity) && !frame.IsThemeUnknown(activity) && !frame.IsPlaceUnknown(activity)),
            inside.Count(activity => frame.IsThemeUnknown(activity) || frame.IsPlaceUnknown(activity) || frame.IsDateUnknown(activity)),
            dataset.Activities.Count - inside.Length,
            dataset.Activities.Count(activity => activity.Dates is null && !frame.Holds(activity)),
            TooLarge(dataset, frame, options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants),
            AbsentDimensions(frame));
    }

    /// <summary>Activities inside the window with more participants than make ties, largest first, then by id.</summary>
    private static ActivityId[] TooLarge(Dataset dataset, Frame frame, int limit) =>
    [
        .. dataset.Activities
            .Select((activity, a) => (Id: new ActivityId(a), Inside: frame.Holds(activity), Size: TieNetwork.Joiners(activity).Length))
            .Where(activity => activity.Inside && activity.Size > limit)
            .OrderByDescending(activity => activity.Size)
            .ThenBy(activity => activity.Id.Index)
            .Select(activity => activity.Id),
    ];

    private static string[] AbsentDimensions(Frame frame) =>
    [
        .. new (string Name, bool Absent)[]
        {
            ("theme", !frame.HasThemes),
            ("place", !frame.HasPlaces),
            ("date", !frame.HasDates && frame.Grain != PeriodGrain.All),
        }.Where(dimension => dimension.Absent).Select(dimension => dimension.Name),
    ];
}
