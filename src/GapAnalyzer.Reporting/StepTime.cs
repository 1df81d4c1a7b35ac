namespace GapAnalyzer.Reporting;

/// <summary>What a step of a run took.</summary>
/// <param name="Step">Its name, as in the messages on progress.</param>
/// <param name="WallSeconds">Time on the clock.</param>
/// <param name="ProcessorSeconds">Time of all threads together.</param>
/// <param name="PeakBytes">Most memory that the process has held up to the end of the step.</param>
public sealed record StepTime(string Step, double WallSeconds, double ProcessorSeconds, long PeakBytes);
