using GapAnalyzer.Networks;

namespace GapAnalyzer.Planning;

/// <summary>From an analysis to what to do about its gaps.</summary>
public static class Planner
{
    /// <param name="analysis">The gaps.</param>
    /// <param name="options">How many meetings, for how many, with and without whom.</param>
    /// <param name="cancellation">Looked at once per venue.</param>
    /// <remarks>Both parts are empty where nothing was measured: without tie evidence there are no gaps to close.</remarks>
    public static ActionPlan Of(Analysis analysis, PlanOptions options, CancellationToken cancellation)
    {
        var sectors = SectorMap.From(analysis.Dataset);
        var seats = analysis.Options.MaxJointParticipants ?? AnalysisOptions.DefaultMaxJointParticipants;
        return new(
            Introducing.Of(
                analysis.Dataset, Frame.Of(analysis.Dataset, analysis.Options), analysis.Presence, analysis.Requirement, analysis.Ties, sectors, options),
            MeetingPlanning.Of(analysis.Dataset, analysis.Presence, analysis.Requirement, analysis.Ties, sectors, options, seats, cancellation));
    }
}
