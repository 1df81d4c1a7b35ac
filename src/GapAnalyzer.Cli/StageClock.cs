using System.Diagnostics;
using System.Globalization;
using GapAnalyzer.Reporting;

namespace GapAnalyzer.Cli;

/// <summary>What each step of a run takes, for people who wait. Part of a report only where that is asked for: no two runs take the same time.</summary>
internal sealed class StageClock : IDisposable
{
    private readonly List<StepTime> steps = [];
    private readonly Stopwatch wall = Stopwatch.StartNew();
    private readonly Process process = Process.GetCurrentProcess();
    private string? running;
    private StepTime before = new("", 0, 0, 0);

    /// <summary>The steps that have ended, in order.</summary>
    public IReadOnlyList<StepTime> Steps => steps;

    /// <summary>Ends the step that runs, and begins another.</summary>
    public void Begin(string step)
    {
        End();
        (running, before) = (step, Now(step));
    }

    /// <summary>Ends the step that runs.</summary>
    public void End()
    {
        if (running is null)
            return;
        var now = Now(running);
        steps.Add(now with { WallSeconds = now.WallSeconds - before.WallSeconds, ProcessorSeconds = now.ProcessorSeconds - before.ProcessorSeconds });
        running = null;
    }

    /// <summary>One line per step, and the whole run last.</summary>
    public IEnumerable<string> Lines() =>
        [$"{"step",-22} {"wall s",9} {"cpu s",9} {"peak MB",9}", .. steps.Append(Now("all")).Select(Line)];

    public void Dispose() => process.Dispose();

    private StepTime Now(string step)
    {
        process.Refresh();
        return new(step, wall.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, process.PeakWorkingSet64);
    }

    private static string Line(StepTime step) => string.Create(CultureInfo.InvariantCulture,
        $"{step.Step,-22} {step.WallSeconds,9:0.000} {step.ProcessorSeconds,9:0.000} {step.PeakBytes / 1e6,9:0}");
}
