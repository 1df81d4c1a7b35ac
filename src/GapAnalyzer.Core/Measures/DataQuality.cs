using GapAnalyzer.Domain;
using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Counts what could not be placed, and therefore makes no arena.</summary>
internal static class DataQuality
{
    public static Unplaced Unplaced(Dataset dataset, Frame frame, AnalysisOptions options)
    {
        var (themes, places, dates, inCell, nowhere, outside, undated) = (0, 0, 0, 0, 0, 0, 0);
        var (tooLarge, limit) = (new List<(ActivityId Id, int Size)>(), options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants);
        for (var a = 0; a < dataset.Activities.Count; a++)
        {
            var activity = dataset.Activities[a];
            if (!frame.Holds(activity))
            {
                outside++;
                undated += activity.Dates is null ? 1 : 0;
                continue;
            }

            var (theme, place, date) = (frame.IsThemeUnknown(activity), frame.IsPlaceUnknown(activity), frame.IsDateUnknown(activity));
            themes += theme ? 1 : 0;
            places += place ? 1 : 0;
            dates += date ? 1 : 0;
            inCell += date && !theme && !place ? 1 : 0;
            nowhere += date || theme || place ? 1 : 0;
            if (activity.Participations.Count > limit && TieNetwork.Joiners(activity).Length is var size && size > limit)
                tooLarge.Add((new(a), size));
        }

        return new(
            themes, places, dates, inCell, nowhere, outside, undated,
            [.. tooLarge.OrderByDescending(activity => activity.Size).ThenBy(activity => activity.Id.Index).Select(activity => activity.Id)],
            AbsentDimensions(frame));
    }

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
