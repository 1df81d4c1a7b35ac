using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

/// <summary>p values under shuffled sector labels, against all ways to place the labels.</summary>
public sealed class SectorShufflesTests
{
    private const int Shuffles = 9_999;

    private static readonly string[] Names = ["A", "B", "C", "D", "E", "F", "G", "H"];
    private static readonly string[] Sectors = ["X", "X", "X", "Y", "Y", "Y", "Z", "Unknown"];
    private static readonly (int A, int B)[] Ties = [(0, 1), (0, 3), (0, 4), (1, 3), (2, 4), (4, 5), (4, 6), (3, 6), (5, 7), (0, 7)];

    [Fact]
    public void P_values_of_brokerage_and_of_the_EI_index_are_those_of_all_placements()
    {
        var observed = Run(Sectors, Shuffles);
        var all = Placements().ToArray();
        Assert.Equal(140, all.Length);
        for (var v = 0; v < Names.Length - 1; v++)
        {
            var ours = observed.Stakeholders[v].Brokerage!;
            AssertNear(all.Average(a => AtLeast(a.Stakeholders[v].Brokerage!.Coordinator, ours.Coordinator)), ours.Coordinator.P);
            AssertNear(all.Average(a => AtLeast(a.Stakeholders[v].Brokerage!.Gatekeeper, ours.Gatekeeper)), ours.Gatekeeper.P);
            AssertNear(all.Average(a => AtLeast(a.Stakeholders[v].Brokerage!.Across, ours.Across)), ours.Across.P);
            Assert.Equal(all.Average(a => a.Stakeholders[v].Brokerage!.Liaison.Count), ours.Liaison.Expected, 1e-9);
            Assert.Equal(all.Average(a => a.Stakeholders[v].Brokerage!.Itinerant.Count), ours.Itinerant.Expected, 1e-9);
        }

        var network = observed.Network.Brokerage!;
        AssertNear(TwoSided(all, a => a.Network.Brokerage!.Itinerant.Count, network.Itinerant.Count), network.Itinerant.P);
        AssertNear(TwoSided(all, a => a.Headline.Ei.External, observed.Headline.Ei.External), observed.Headline.Ei.P);
        Assert.Equal(all.Average(a => a.Headline.Ei.Value), observed.Headline.Ei.Expected, 1e-9);
        Assert.Equal(Shuffles, observed.Network.SectorShuffles);
    }

    /// <summary>Against all 140 placements, each as likely: their mean, and the values that 2.5 % of them do not exceed or reach.</summary>
    [Fact]
    public void The_range_of_the_EI_index_of_a_sector_is_that_of_all_placements()
    {
        var observed = Run(Sectors, Shuffles);
        var all = Placements().ToArray();
        foreach (var s in new[] { 0, 1, 2 })
        {
            double[] sorted = [.. all.Select(a => a.Sectors[s].EiIndex).Where(double.IsFinite).Order()];
            var chance = observed.Sectors[s].EiChance;
            Assert.InRange(chance.Expected, sorted.Average() - 0.03, sorted.Average() + 0.03);
            Assert.Contains(sorted, value => Math.Abs(value - chance.Low) < 1e-6);
            Assert.Contains(sorted, value => Math.Abs(value - chance.High) < 1e-6);
            Assert.InRange(sorted.Count(value => value < chance.Low - 1e-6) / (double)sorted.Length, 0, 0.03);
            Assert.InRange(sorted.Count(value => value > chance.High + 1e-6) / (double)sorted.Length, 0, 0.03);
            var index = observed.Sectors[s].EiIndex;
            AssertNear(Math.Min(1, 2 * Math.Min(sorted.Average(v => v <= index + 1e-9 ? 1.0 : 0), sorted.Average(v => v >= index - 1e-9 ? 1.0 : 0))), chance.P);
            Assert.True(chance.Q >= chance.P);
        }

        Assert.Equal(all.Average(a => a.Headline.Ei.Value), observed.Headline.Ei.Chance.Expected, 0.03);
        Assert.Equal(observed.Headline.Ei.P, observed.Headline.Ei.Chance.P, 1e-12);
        Assert.True(double.IsNaN(observed.Sectors[3].EiChance.Expected));
    }

    [Fact]
    public void The_same_seed_gives_the_same_p_and_another_seed_another()
    {
        double P(long seed) => Run(Sectors, 99, seed).Stakeholders.Sum(s => s.Brokerage?.Across.P ?? 0);
        Assert.Equal(P(1), P(1));
        Assert.True(Enumerable.Range(1, 20).Select(seed => P(seed)).Distinct().Count() > 1);
    }

    [Fact]
    public void With_one_known_sector_nothing_is_tested()
    {
        var analysis = Run([.. Sectors.Select(s => s == "Unknown" ? s : "X")], 99);
        Assert.True(double.IsNaN(analysis.Headline.Ei.P) && double.IsNaN(analysis.Stakeholders[0].Brokerage!.Across.P));
        Assert.Equal(0, analysis.Network.SectorShuffles);
    }

    /// <summary>Every distinct way to give the seven known the labels X X X Y Y Y Z: 7! / (3! 3! 1!) = 140.</summary>
    private static IEnumerable<Analysis> Placements() =>
        from x in Enumerable.Range(0, 1 << 7).Where(set => int.PopCount(set) == 3)
        from z in Enumerable.Range(0, 7).Where(i => (x >> i & 1) == 0)
        select Run([.. Enumerable.Range(0, 7).Select(i => (x >> i & 1) == 1 ? "X" : i == z ? "Z" : "Y"), "Unknown"], 1);

    private static Analysis Run(string[] sectors, int shuffles, long seed = 1)
    {
        var small = new SmallDatasets();
        for (var i = 0; i < Names.Length; i++)
            small.Stakeholder(Names[i], sectors[i]);
        foreach (var (a, b) in Ties)
            small.Tie(Names[a], Names[b]);
        return small.Run(new() { Permutations = shuffles, Seed = seed });
    }

    private static double AtLeast(RoleCount shuffled, RoleCount observed) => shuffled.Count >= observed.Count ? 1 : 0;

    private static double TwoSided(Analysis[] all, Func<Analysis, long> count, long observed) =>
        Math.Min(1, 2 * Math.Min(all.Average(a => count(a) <= observed ? 1.0 : 0), all.Average(a => count(a) >= observed ? 1.0 : 0)));

    /// <summary>Ten standard errors of a share from 9,999 shuffles are at most .05: room for a doubled tail and the added one.</summary>
    private static void AssertNear(double exact, double p) => Assert.InRange(p, exact - 0.05, exact + 0.05);
}
