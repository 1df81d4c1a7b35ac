using CsCheck;
using GapAnalyzer.Nulls;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;
using MathNet.Numerics.Statistics;

namespace GapAnalyzer.Tests.Nulls;

/// <summary>The company model against its score equations, MathNet's general optimiser, and the variance of counts drawn at random.</summary>
public sealed class CompanyTests
{
    private const int Sectors = 5;
    private const int Cells = 3;

    [Fact]
    public void Each_sector_keeps_as_much_company_as_it_does() =>
        Gen.Int[1, 10_000].Sample(seed =>
        {
            var record = Drawn((ulong)seed, activities: 60, times: 1);
            var fit = CompanyFit.Of(record)!;
            for (var a = 0; a < Sectors; a++)
                Assert.Equal(Row(record.Together, a).Sum(), Row(fit.Expected, a).Sum(), 1e-6);
        }, iter: 100);

    [Fact]
    public void The_fit_is_that_of_a_general_optimiser() =>
        Gen.Int[1, 10_000].Sample(seed =>
        {
            var record = Drawn((ulong)seed, activities: 80, times: 1);
            if (Enumerable.Range(0, Sectors).Any(a => Row(record.Together, a).Sum() == 0))
                return;
            var fit = CompanyFit.Of(record)!;
            var objective = ObjectiveFunction.Gradient(x => -Likelihood(record, x), x => -Gradient(record, x));
            var best = new BfgsMinimizer(1e-8, 1e-12, 1e-12, 5000).FindMinimum(objective, Vector<double>.Build.Dense(Sectors)).MinimizingPoint;
            for (var at = 0; at < Sectors * Sectors; at++)
                Assert.Equal(Mu(record, best, at), fit.Expected[at], 1e-3 * Math.Max(1, fit.Expected[at]));
        }, iter: 40);

    /// <summary>
    /// 400 records drawn from the same chances: the variance that is stated is, on average, that of what was drawn; also where each
    /// meeting is held three times, which makes it three times as large (400 variances have a relative standard error of 7 %).
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_variance_is_that_of_counts_drawn_at_random(int times)
    {
        var drawn = Enumerable.Range(1, 400).Select(seed => Drawn((ulong)seed, activities: 200, times)).Select(record => (Record: record, Fit: CompanyFit.Of(record)!)).ToList();
        for (var a = 0; a < Sectors; a++)
        {
            for (var b = a + 1; b < Sectors; b++)
            {
                var at = (a * Sectors) + b;
                var seen = drawn.Select(x => x.Record.Together[at] - x.Fit.Expected[at]).Variance();
                Assert.InRange(drawn.Average(x => x.Fit.Variance[at]) / seen, 0.8, 1.3);
            }
        }
    }

    /// <summary>Three sectors have three pairs and three a's: the model reproduces each count, and there is nothing to test.</summary>
    [Fact]
    public void Three_sectors_leave_nothing_to_test()
    {
        var activities = Enumerable.Range(0, 30).Select(k => new CompanyActivity(0, k, k % 3 == 0 ? [(0, 1), (1, 2)] : k % 3 == 1 ? [(1, 1), (2, 1)] : [(0, 2), (2, 2)])).ToList();
        var record = CompanyRecord.Of(3, 1, activities);
        var fit = CompanyFit.Of(record)!;
        Assert.All(Enumerable.Range(0, 9), at => Assert.Equal(record.Together[at], fit.Expected[at], 1e-6));
        Assert.All(fit.Variance, variance => Assert.Equal(0, variance));
    }

    /// <summary>Activities of four seats, each filled by a sector with a chance of its own in each cell; each is held so many times over, as one series.</summary>
    private static CompanyRecord Drawn(ulong seed, int activities, int times)
    {
        var random = new RandomStream(seed, 7);
        var held = new List<CompanyActivity>();
        for (var k = 0; k < activities; k++)
        {
            var (cell, seats) = (random.NextBelow(Cells), new int[Sectors]);
            for (var seat = 0; seat < 4; seat++)
                seats[Math.Min(random.NextBelow(Sectors + cell), Sectors - 1)]++;
            var filled = seats.Select((count, sector) => (sector, count)).Where(seat => seat.count > 0).ToArray();
            held.AddRange(Enumerable.Repeat(new CompanyActivity(cell, k, filled), times));
        }

        return CompanyRecord.Of(Sectors, Cells, held);
    }

    private static double[] Row(double[] matrix, int a) => matrix[(a * Sectors)..((a + 1) * Sectors)];

    private static double Mu(CompanyRecord record, Vector<double> logs, int at) => record.AtRandom[at] * Math.Exp(logs[at / Sectors] + logs[at % Sectors]);

    private static double Likelihood(CompanyRecord record, Vector<double> logs) =>
        Enumerable.Range(0, Sectors * Sectors).Sum(at => (record.Together[at] * (logs[at / Sectors] + logs[at % Sectors])) - Mu(record, logs, at)) / 2;

    private static Vector<double> Gradient(CompanyRecord record, Vector<double> logs) =>
        Vector<double>.Build.Dense(Sectors, a => Enumerable.Range(0, Sectors).Sum(b => record.Together[(a * Sectors) + b] - Mu(record, logs, (a * Sectors) + b)));
}
