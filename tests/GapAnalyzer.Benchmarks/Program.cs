using System.Globalization;
using GapAnalyzer.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["reading", .. var options])
    return ReadingBenchmark.Run(options, Console.Out);
if (args is not ["calibrate", var seed, var small, var large, var file])
{
    Console.Error.WriteLine("usage: reading [--size 1GB] [--narrow] [--folder FOLDER]");
    Console.Error.WriteLine("   or: calibrate FIRST_SEED DATASETS_OF_200 DATASETS_OF_1500 FILE (the tables go between its <!-- tables --> and <!-- end -->)");
    return 2;
}

const string Start = "<!-- tables -->", End = "<!-- end -->";
var text = File.ReadAllText(file);
var (from, to) = (text.IndexOf(Start, StringComparison.Ordinal) + Start.Length, text.IndexOf(End, StringComparison.Ordinal));
var scenarios = Calibration.Scenarios(int.Parse(small, CultureInfo.InvariantCulture), int.Parse(large, CultureInfo.InvariantCulture));
var tables = Calibration.Tables(scenarios, long.Parse(seed, CultureInfo.InvariantCulture), Console.Error);
File.WriteAllText(file, $"{text[..from]}\n\n{tables}\n{text[to..]}");
return 0;
