using CsCheck;
using GapAnalyzer.Nulls;
using MathNet.Numerics.Distributions;

namespace GapAnalyzer.Tests.Nulls;

public sealed class TailTests
{
    /// <summary>Every one of the 2^k outcomes, written out.</summary>
    [Fact]
    public void Poisson_binomial_tails_are_those_of_all_outcomes() =>
        Gen.Select(Gen.Double[0, 1].Array[1, 11], Gen.Int[0, 11]).Sample((p, x) =>
        {
            var observed = Math.Min(x, p.Length);
            var (lower, upper) = (0.0, 0.0);
            for (var outcome = 0; outcome < 1 << p.Length; outcome++)
            {
                var chance = Enumerable.Range(0, p.Length).Aggregate(1.0, (product, k) => product * ((outcome >> k & 1) == 1 ? p[k] : 1 - p[k]));
                var successes = System.Numerics.BitOperations.PopCount((uint)outcome);
                lower += successes <= observed ? chance : 0;
                upper += successes >= observed ? chance : 0;
            }

            var tails = PoissonBinomial.Exact(p, observed);
            Assert.Equal(lower, tails.Lower, 1e-12);
            Assert.Equal(upper, tails.Upper, 1e-12);
        });

    [Theory]
    [InlineData(40, 0.3, 5)]
    [InlineData(300, 0.02, 1)]
    [InlineData(5000, 0.5, 2400)]
    [InlineData(5000, 0.9, 4400)]
    [InlineData(5000, 0.9, 4600)]
    public void Equal_chances_give_the_binomial_tail(int trials, double p, int observed)
    {
        var tails = PoissonBinomial.Exact(Enumerable.Repeat(p, trials).ToArray(), observed);
        var binomial = new Binomial(p, trials);
        Assert.Equal(binomial.CumulativeDistribution(observed), tails.Lower, 1e-10);
        Assert.Equal(1 - binomial.CumulativeDistribution(observed - 1), tails.Upper, 1e-10);
    }

    /// <summary>The convolution goes on where the chance of none is below the smallest number: .3^5000 is 1e-2614.</summary>
    [Fact]
    public void A_tail_too_small_for_a_number_is_0_and_the_other_is_1() =>
        Assert.Equal(new Tails(0, 1), PoissonBinomial.Exact(Enumerable.Repeat(0.7, 5000).ToArray(), 10));

    /// <summary>The error of the refined tail is of the order of 1 / variance; without the refinement it would be .009 at scale .02.</summary>
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.2)]
    public void The_refined_normal_is_near_the_exact_tail_of_many_trials(double scale)
    {
        var random = new RandomStream(3, 0);
        var p = Enumerable.Range(0, 6000).Select(_ => random.NextDouble() * scale).ToArray();
        var sum = p.Aggregate(BernoulliSum.Empty, (s, x) => s.Plus(x));
        foreach (var z in new[] { -3.5, -2, -1, 0, 1, 2, 3.5 })
        {
            var observed = (int)Math.Round(sum.Mean + (z * Math.Sqrt(sum.Variance)));
            var (exact, refined) = (PoissonBinomial.Exact(p, observed), PoissonBinomial.RefinedNormal(sum, observed));
            Assert.Equal(exact.Lower, refined.Lower, 5e-4);
            Assert.Equal(exact.Upper, refined.Upper, 5e-4);
        }
    }

    [Fact]
    public void Moments_add_up()
    {
        var sum = new[] { 0.1, 0.5, 0.8 }.Aggregate(BernoulliSum.Empty, (s, p) => s.Plus(p));
        Assert.Equal(3, sum.Count);
        Assert.Equal(1.4, sum.Mean, 1e-12);
        Assert.Equal(0.09 + 0.25 + 0.16, sum.Variance, 1e-12);
        Assert.Equal((0.09 * 0.8) - (0.16 * 0.6), sum.Third, 1e-12);
        Assert.Equal(0.9 * 0.5 * 0.2, sum.None, 1e-12);
    }

    /// <summary>By the definition: the smallest level at which the step-up procedure rejects, found among all candidates.</summary>
    [Fact]
    public void Benjamini_Hochberg_is_the_smallest_level_that_rejects() =>
        Gen.Int[0, 20].Select(k => k / 20.0).Array[1, 12].Sample(p =>
        {
            var q = BenjaminiHochberg.Adjust(p);
            bool Rejects(double level, double value)
            {
                var sorted = p.Order().ToArray();
                var rank = Enumerable.Range(1, p.Length).Where(k => sorted[k - 1] <= (k * level / p.Length) + 1e-12).DefaultIfEmpty(0).Max();
                return rank > 0 && value <= sorted[rank - 1];
            }

            for (var k = 0; k < p.Length; k++)
            {
                Assert.True(q[k] >= 1 || Rejects(q[k], p[k]));
                Assert.False(q[k] > 1e-9 && Rejects(q[k] - 1e-6, p[k]));
            }
        });

    /// <summary>R 4.2: <c>p.adjust(c(.01,.02,.03,.04,.05), "BH")</c> is .05 five times.</summary>
    [Fact]
    public void Benjamini_Hochberg_gives_what_R_gives_and_skips_what_is_no_test() => Assert.Equal(
        [0.05, double.NaN, 0.05, 0.05, 0.05, 0.05],
        BenjaminiHochberg.Adjust([0.01, double.NaN, 0.02, 0.03, 0.04, 0.05]).Select(q => Math.Round(q, 12)));

    [Fact]
    public void A_test_that_occurs_several_times_is_adjusted_as_if_listed_so_often()
    {
        var listed = BenjaminiHochberg.Adjust([0.01, 0.01, 0.01, 0.2, 0.2, 0.7]);
        Assert.Equal([listed[0], listed[3], listed[5]], BenjaminiHochberg.Adjust([0.01, 0.2, 0.7], [3, 2, 1]));
    }

    /// <summary>Larger p-values that are only counted change nothing of what can be below the smallest of them.</summary>
    [Fact]
    public void Tests_that_are_only_counted_adjust_the_others_as_if_listed() =>
        Gen.Double[0, 1].Array[1, 40].Select(Gen.Double[0.01, 0.99]).Sample((p, level) =>
        {
            var full = BenjaminiHochberg.Adjust(p);
            var low = Enumerable.Range(0, p.Length).Where(k => p[k] <= level).ToArray();
            var some = BenjaminiHochberg.Adjust([.. low.Select(k => p[k])], [.. low.Select(_ => 1L)], p.Length - low.Length);
            for (var k = 0; k < low.Length; k++)
            {
                Assert.Equal(full[low[k]] <= level, some[k] <= level);
                if (some[k] <= level)
                    Assert.Equal(full[low[k]], some[k]);
            }
        });
}
