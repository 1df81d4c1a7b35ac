using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace GapAnalyzer.Reporting.Formats;

/// <summary>Writing several files at once.</summary>
internal static class SideBySide
{
    /// <summary>Does all of it, on all cores; they are begun in their order. A failure is thrown as it is, of several the one that came first.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Run<T>(IEnumerable<T> parts, Action<T> write, CancellationToken cancellation)
    {
        try
        {
            Parallel.ForEach(Partitioner.Create(parts, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { CancellationToken = cancellation }, write);
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
