using System.Globalization;
using CsCheck;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Tests.Nulls;

public sealed class LabelTests
{
    private const long Plenty = long.MaxValue;

    /// <summary>All 21 sector pairs of 12 organisations: mean, variance and lower tail of R's enumeration of all 4,989,600 labellings.</summary>
    [SharedFact]
    public void Exact_small_is_that_of_all_labellings()
    {
        var nodes = OracleFiles.Rows("exact_small", "small_nodes_expected.csv");
        var names = nodes.Select(node => node["sector"]).Distinct().Order(StringComparer.Ordinal).ToList();
        var ids = nodes.Select(node => node["id"]).ToList();
        var instance = NullInstance.Complete(
            [.. nodes.Select(node => names.IndexOf(node["sector"]))],
            names.Count,
            OracleFiles.Rows("exact_small", "small_edges.csv").Select(edge => (ids.IndexOf(edge["V1"]), ids.IndexOf(edge["V2"]))));
        var pairs = instance.Pairs;
        var labels = LabelPermutation.Of(pairs, 99, Plenty, 1, default);
        var moments = LabelMoments.Of(pairs);
        var rows = OracleFiles.Rows("exact_small", "small_exact_permutation.csv").Where(row => row["s"] != "EXTERNAL").ToArray();
        Assert.Equal(21, rows.Length);
        foreach (var row in rows)
        {
            var (s, t) = (names.IndexOf(row["s"]), names.IndexOf(row["t"]));
            var (a, b) = (pairs.Sectors.Sizes[s], pairs.Sectors.Sizes[t]);
            Assert.Equal(Number(row["perm_var"]), s == t ? moments.Within(a) : moments.Between(a, b), 1e-8);
            if (pairs.RequiredOf[(s * names.Count) + t] == 0)
                continue;
            Assert.Equal(Number(row["p_lower_exact"]), labels.Of(s, t).P, 1e-8);
            Assert.Equal(LabelMethod.Enumeration, labels.Of(s, t).Method);
            Assert.Equal(Number(row["perm_mean"]), pairs.Rate * pairs.RequiredOf[(s * names.Count) + t], 1e-8);
        }
    }

    /// <summary>Exact over all 5,040 orders of seven labels: <c>edges_le</c> counts labellings with as few ties or fewer.</summary>
    [SharedFact]
    public void Tiny_is_that_of_all_5040_orders()
    {
        var analysis = Analysis.Run(OracleFiles.Load("tiny"), new(), CancellationToken.None);
        var sectors = analysis.Dataset.Sectors;
        var instance = NullInstance.Complete(
            [.. analysis.Dataset.Stakeholders.Select(s => s.Sector.Index)],
            sectors.Count,
            Enumerable.Range(0, analysis.Ties.N).SelectMany(i => analysis.Ties.Of(i).ToArray().Select(j => (i, j))));
        var labels = LabelPermutation.Of(instance.Pairs, 99, Plenty, 1, default);
        using var file = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.Oracles, "tiny", "perm_p.json")));
        var expected = file.RootElement.GetProperty("pairs").EnumerateObject().ToArray();
        Assert.Equal(6, expected.Length);
        foreach (var pair in expected)
        {
            var (s, t) = pair.Name.Split(" | ") is [var a, var b] ? (Index(a), Index(b)) : default;
            Assert.Equal(pair.Value.GetProperty("edges_le").GetDouble(), labels.Of(s, t).P, 1e-12);
        }

        int Index(string name) => sectors.Select((sector, k) => (sector.Name, k)).First(item => item.Name == name).k;
    }

    /// <summary>Every distinct labelling of a small random instance, one by one: mean 0, variance and lower tail of every sum.</summary>
    [Fact]
    public void Moments_and_tails_are_those_of_all_labellings() =>
        NullInstance.Random(4, 7, 3).Sample(instance =>
        {
            var pairs = instance.Pairs;
            if (pairs.RequiredTotal == 0)
                return;
            var (labels, moments) = (LabelPermutation.Of(pairs, 9, Plenty, 1, default), LabelMoments.Of(pairs));
            var all = Labellings(instance).Select(sector => Sums(instance, sector)).ToArray();
            var seen = Sums(instance, instance.Sector);
            for (var s = 0; s < pairs.S; s++)
            {
                var a = pairs.Present.Count(i => instance.Sector[i] == s);
                for (var t = s; t < pairs.S; t++)
                {
                    if (!pairs.Sectors.Known[s] || !pairs.Sectors.Known[t] || pairs.RequiredOf[(s * pairs.S) + t] == 0)
                        continue;
                    var b = pairs.Present.Count(i => instance.Sector[i] == t);
                    var at = (s * pairs.S) + t;
                    Assert.Equal(0, all.Average(sums => sums[at]), 1e-9);
                    Assert.Equal(all.Average(sums => sums[at] * sums[at]), s == t ? moments.Within(a) : moments.Between(a, b), 1e-9);
                    Assert.Equal(all.Average(sums => sums[at] <= seen[at] + 1e-9 ? 1.0 : 0), labels.Of(s, t).P, 1e-9);
                }

                if (labels.Touching(s).Method == LabelMethod.None)
                    continue;
                double Around(double[] sums) => Enumerable.Range(0, pairs.S).Sum(t => sums[(Math.Min(s, t) * pairs.S) + Math.Max(s, t)]);
                Assert.Equal(all.Average(sums => Around(sums) <= Around(seen) + 1e-9 ? 1.0 : 0), labels.Touching(s).P, 1e-9);
                Assert.Equal(all.Average(sums => Around(sums) * Around(sums)), moments.Touching(a), 1e-9);
            }
        }, iter: 60);

    /// <summary>Twelve in sectors of three: 369,600 labellings are too many to list here, 18,480 placements of two sectors are not.</summary>
    [Fact]
    public void Shuffles_are_near_the_enumeration_and_never_0()
    {
        var instance = NullInstance.Random(16, 16, 4).Single();
        var pairs = instance.Pairs;
        var exact = LabelEnumeration.Of(pairs)!;
        var sizes = pairs.Sectors.Sizes;
        var shuffled = LabelPermutation.Shuffled(pairs, 9_999, 42, default);
        var checks = 0;
        for (var s = 0; s < pairs.S; s++)
        {
            for (var t = s + 1; t < pairs.S; t++)
            {
                if (!pairs.Sectors.AreCross(s, t) || LabelEnumeration.Placements(pairs.Present.Length, sizes[s], sizes[t]) > 3e6)
                    continue;
                var sum = (pairs.SatisfiedOf[(s * pairs.S) + t] * pairs.RequiredTotal) - (pairs.RequiredOf[(s * pairs.S) + t] * pairs.SatisfiedTotal);
                Assert.Equal(exact.Between(sizes[s], sizes[t], sum), shuffled.Of(s, t), 0.025);
                Assert.True(shuffled.Of(s, t) >= 1e-4);
                checks++;
            }
        }

        Assert.True(checks > 0);
    }

    [Fact]
    public void Shuffles_are_the_same_on_one_thread_and_follow_the_seed()
    {
        var pairs = PairModelTests.Large(60, 3).Pairs;
        LabelTail[] Run(ulong seed) => [.. Enumerable.Range(0, 5).SelectMany(s => Enumerable.Range(0, 5).Select(t => LabelPermutation.Of(pairs, 999, Plenty, seed, default).Of(s, t)))];
        Assert.Equal(Run(1), SingleThread.Run(() => Run(1)));
        Assert.NotEqual(Run(1), Run(2));
    }

    [Fact]
    public void Above_the_budget_p_is_the_normal_tail_of_the_exact_z_and_says_so()
    {
        var pairs = PairModelTests.Large(60, 3).Pairs;
        var (normal, shuffled) = (LabelPermutation.Of(pairs, 9_999, 1, 1, default), LabelPermutation.Of(pairs, 9_999, Plenty, 1, default));
        for (var s = 0; s < 5; s++)
        {
            var (tail, other) = (normal.Of(s, (s + 1) % 5), shuffled.Of(s, (s + 1) % 5));
            Assert.Equal((LabelMethod.Normal, LabelMethod.Shuffles), (tail.Method, other.Method));
            Assert.Equal(PoissonBinomial.NormalLower(tail.Z), tail.P, 1e-12);
            Assert.Equal(other.Z, tail.Z, 1e-12);
            Assert.Equal(other.P, tail.P, 0.05);
        }
    }

    [Theory]
    [InlineData(12, 2, 3, 7920)]
    [InlineData(7, 3, 0, 35)]
    [InlineData(4, 2, 2, 6)]
    public void Placements_are_counted(int n, int s, int t, double expected) => Assert.Equal(expected, LabelEnumeration.Placements(n, s, t));

    /// <summary>All distinct labellings: known labels moved over the known stakeholders.</summary>
    private static IEnumerable<int[]> Labellings(NullInstance instance)
    {
        var known = instance.Pairs.Present;
        return Orders([.. known.Select(i => instance.Sector[i])]).Select(order =>
        {
            var sector = (int[])instance.Sector.Clone();
            for (var k = 0; k < known.Length; k++)
                sector[known[k]] = order[k];
            return sector;
        });
    }

    private static IEnumerable<int[]> Orders(List<int> labels) => labels.Count == 0
        ? [[]]
        : labels.Distinct().SelectMany(first =>
        {
            var rest = new List<int>(labels);
            rest.Remove(first);
            return Orders(rest).Select(order => order.Prepend(first).ToArray());
        });

    private static double[] Sums(NullInstance instance, int[] sector)
    {
        var sums = new double[instance.Sectors * instance.Sectors];
        var pairs = instance.All.ToArray();
        var rate = pairs.Average(pair => instance.Tied[pair.I, pair.J] ? 1.0 : 0);
        foreach (var (i, j) in pairs)
            sums[(Math.Min(sector[i], sector[j]) * instance.Sectors) + Math.Max(sector[i], sector[j])] += (instance.Tied[i, j] ? 1 : 0) - rate;
        return sums;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
