using System.Globalization;
using GapAnalyzer.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ["calibrate", ..] || args.Length != 4)
{
    Console.Error.WriteLine("usage: calibrate FIRST_SEED DATASETS_OF_200 DATASETS_OF_1500");
    return 2;
}

var numbers = args[1..].Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
Console.Write(Calibration.Table(Calibration.Scenarios(numbers[1], numbers[2]), numbers[0], Console.Error));
return 0;
