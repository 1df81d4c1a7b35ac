using System.Diagnostics;
using System.Globalization;
using GapAnalyzer.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["reading", .. var options])
    return ReadingBenchmark.Run(options, Console.Out);
if (args is ["kernels"])
{
    Kernels.Run();
    return 0;
}

if (args is not ["calibrate", var seed, var small, var large, var file])
{
    Console.Error.WriteLine("usage: reading [--size 1GB] [--narrow] [--folder FOLDER]");
    Console.Error.WriteLine("   or: kernels");
    Console.Error.WriteLine("   or: calibrate FIRST_SEED DATASETS_OF_200 DATASETS_OF_1500 FILE (the tables go between its <!-- tables --> and <!-- end -->, the chart beside it)");
    return 2;
}

const string Start = "<!-- tables -->", End = "<!-- end -->";
var results = new List<Calibrated>();
foreach (var scenario in Calibration.Scenarios(int.Parse(small, CultureInfo.InvariantCulture), int.Parse(large, CultureInfo.InvariantCulture)))
{
    var watch = Stopwatch.StartNew();
    results.Add(Calibration.Run(scenario, long.Parse(seed, CultureInfo.InvariantCulture)));
    Console.Error.WriteLine($"{scenario}: {watch.Elapsed.TotalSeconds:0} s");

    // After each, so that a run that is broken off leaves what it has.
    var text = File.ReadAllText(file);
    var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
    File.WriteAllText(file, $"{text[..from]}\n\n{Calibration.Tables(results)}\n{text[to..]}");
    File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, CalibrationChart.FileName), CalibrationChart.Svg(results));
}

return 0;
