using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

public sealed class TrendTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void A_series_that_only_rises_has_the_numbers_of_the_textbook()
    {
        var test = MannKendall.Of(Points([1, 2, 4, 7, 11, 16, 22, 29, 37, 46]));
        // Kendall 1975: n(n-1)/2 = 45, variance n(n-1)(2n+5)/18 = 125.
        Assert.Equal((10, 45L, 1.0, 125.0, 44 / Math.Sqrt(125)), (test.N, test.S, test.Tau, test.Variance, test.Z));
    }

    [Fact]
    public void A_series_that_never_changes_has_no_trend()
    {
        var test = MannKendall.Of(Points([3, 3, 3, 3, 3, 3, 3, 3]));
        Assert.Equal((0L, 0.0, 0.0, 1.0, 1.0), (test.S, test.Variance, test.Z, test.P, test.Correction));
        Assert.Equal(0, TheilSen.Slope(Points([3, 3, 3])));
    }

    [Fact]
    public void A_straight_line_is_not_corrected_for_the_rounding_of_its_residuals() =>
        Assert.Equal(1, MannKendall.Of(Points([.. Enumerable.Range(0, 15).Select(i => 0.1 * i)])).Correction);

    /// <summary>tests/independent/trend.py computes in fractions, from the papers alone. The fourth is autocorrelated, the third swings, the fifth lacks windows.</summary>
    [PythonTheory]
    [InlineData("0.41 0.38 0.44 0.36 0.35 0.33 0.37 0.30 0.28 0.31")]
    [InlineData("3 3 4 4 4 5 3 6 6 7 7 7")]
    [InlineData("1 3 1 3 1 3 1 3 1 3")]
    [InlineData("5 6 6.5 7 6.8 5.9 5 4.1 3.6 3.3 3.9 4.8 5.6 6.9 7.7 8.4 8.8 8.1 7.2 6.4")]
    [InlineData("1 2 - 3 4 5 6 - 7 8.5 9")]
    public async Task Another_program_gives_the_same(string series)
    {
        var values = series.Split(' ').Select(value => value == "-" ? "" : value).ToArray();
        var expected = await Recompute(values);
        (double X, double Y)[] points = [.. values.Index().Where(value => value.Item.Length > 0).Select(value => ((double)value.Index, double.Parse(value.Item, CultureInfo.InvariantCulture)))];
        var test = MannKendall.Of(points);
        foreach (var (name, ours) in new[]
        {
            ("n", test.N), ("s", test.S), ("tau", test.Tau), ("slope", TheilSen.Slope(points)), ("variance", test.Variance), ("correction", test.Correction),
            ("corrected_variance", test.CorrectedVariance), ("z", test.Z), ("p", test.P),
        })
        {
            Assert.True(Math.Abs(expected.GetProperty(name).GetDouble() - ours) < Tolerance, $"{name}: {expected.GetProperty(name)} and {ours}");
        }
    }

    [Fact]
    public void The_slope_is_the_median_of_all_slopes_and_turning_the_series_around_turns_the_signs() => Gen.Int[0, 9].Array[2, 15].Sample(values =>
    {
        var points = Points([.. values.Select(value => (double)value)]);
        var all = points.SelectMany((a, i) => points.Skip(i + 1).Select(b => (b.Y - a.Y) / (b.X - a.X))).Order().ToArray();
        Assert.Equal((all[(all.Length - 1) / 2] + all[all.Length / 2]) / 2, TheilSen.Slope(points), Tolerance);
        if (values.Length < 4)
            return;
        var (test, mirrored) = (MannKendall.Of(points), MannKendall.Of(Points([.. values.Reverse().Select(value => (double)value)])));
        Assert.Equal((test.S, test.Variance), (-mirrored.S, mirrored.Variance));
        Assert.Equal(test.P, mirrored.P, Tolerance);
        Assert.True(test.CorrectedVariance >= test.Variance);
    });

    private static (double X, double Y)[] Points(double[] values) => [.. values.Select((value, at) => ((double)at, value))];

    private static async Task<JsonElement> Recompute(string[] values)
    {
        var start = new ProcessStartInfo(PythonTheoryAttribute.Python!, [Committed.PathOf("tests", "independent", "trend.py"), .. values]) { RedirectStandardOutput = true };
        using var python = Process.Start(start)!;
        var output = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return JsonDocument.Parse(output).RootElement;
    }
}
