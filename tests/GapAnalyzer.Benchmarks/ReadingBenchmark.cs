using System.Diagnostics;
using System.Globalization;
using GapAnalyzer.Reading;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Benchmarks;

/// <summary>How fast a tidy folder is read and resolved, cold: one run in a new process, the files in the page cache.</summary>
internal static class ReadingBenchmark
{
    public static int Run(IReadOnlyList<string> args, TextWriter output)
    {
        var narrow = args.Contains("--narrow");
        var size = ValueOf(args, "--size") ?? "1GB";
        var folder = ValueOf(args, "--folder") ?? Path.Combine(Path.GetTempPath(), $"gap-analyzer-reading-{size}{(narrow ? "-narrow" : "")}");
        if (!File.Exists(Path.Combine(folder, "stakeholders.csv")))
            ReadingData.Write(folder, Bytes(size), narrow);
        var files = new DirectoryInfo(folder).GetFiles("*.csv").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
        var watch = new Watch();
        var dataset = DatasetReader.Read(new("benchmark", true, [.. files.Select(file => new DataFile(file.Name, file.Length, file.OpenRead))]), new(), watch, default);
        watch.Stop();
        var (total, rows, bytes) = (watch.Total, dataset.Rows.Read, files.Sum(file => file.Length));
        foreach (var (step, seconds) in watch.Steps)
            Say($"{step}: {seconds:0.00} s, {bytes / seconds / 1e6:0} MB/s, {rows / seconds / 1e6:0.00} M rows/s");
        Say($"in all: {total:0.00} s, {bytes / total / 1e6:0} MB/s, {rows / total / 1e6:0.00} M rows/s");
        Say($"data: {bytes / 1e6:0} MB, {rows:n0} rows; {dataset.Activities.Count:n0} activities, {dataset.ParticipationRows:n0} participations, {dataset.Stakeholders.Count:n0} stakeholders");
        Say($"processor: {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds - watch.ProcessorBefore:0.00} s; garbage collector: {100 * watch.Paused / total:0.0} % of the time, {GC.CollectionCount(2)} full collections");
        Say($"memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at its peak, {GC.GetTotalMemory(true) / 1e6:0} MB kept by the dataset; {watch.Allocated / 1e6:0} MB allocated");
        GC.KeepAlive(dataset);
        return 0;

        void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private static string? ValueOf(IReadOnlyList<string> args, string option) => args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault();

    private static long Bytes(string size)
    {
        var unit = size.EndsWith("GB", StringComparison.OrdinalIgnoreCase) ? 1_000_000_000L : 1_000_000;
        return (long)(double.Parse(size[..^2], CultureInfo.InvariantCulture) * unit);
    }

    /// <summary>Seconds of each step that the reader reports.</summary>
    private sealed class Watch : IProgress<string>
    {
        private readonly Stopwatch watch = Stopwatch.StartNew();
        private readonly List<(string Step, double Start)> starts = [];
        private readonly TimeSpan pausedBefore = GC.GetTotalPauseDuration();

        private readonly long allocatedBefore = GC.GetTotalAllocatedBytes();

        public double ProcessorBefore { get; } = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

        public double Total { get; private set; }

        public double Paused { get; private set; }

        public double Allocated { get; private set; }

        public IEnumerable<(string Step, double Seconds)> Steps =>
            starts.Select((step, i) => (step.Step, (i + 1 < starts.Count ? starts[i + 1].Start : Total) - step.Start));

        public void Report(string value) => starts.Add((value, watch.Elapsed.TotalSeconds));

        public void Stop() =>
            (Total, Paused, Allocated) = (watch.Elapsed.TotalSeconds, (GC.GetTotalPauseDuration() - pausedBefore).TotalSeconds, GC.GetTotalAllocatedBytes() - allocatedBefore);
    }
}
