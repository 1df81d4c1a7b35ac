using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

public sealed class IndexTests
{
    /// <summary>Newman 2003, table I: couples in San Francisco by ethnicity; he gives r = 0.621 from unrounded data, 0.623 from the table's own figures.</summary>
    [Fact]
    public void Assortativity_of_Newmans_mixing_matrix_is_0_623()
    {
        double[,] e = { { 0.258, 0.016, 0.035, 0.013 }, { 0.012, 0.157, 0.058, 0.019 }, { 0.013, 0.023, 0.306, 0.035 }, { 0.005, 0.007, 0.024, 0.016 } };
        var small = new SmallDatasets();
        for (var s = 0; s < 4; s++)
            small.Sector($"S{s}", $"a{s}", $"b{s}");
        for (var s = 0; s < 4; s++)
        {
            small.Tie($"a{s}", $"b{s}", e[s, s] / 2);
            for (var t = s + 1; t < 4; t++)
                small.Tie($"a{s}", $"a{t}", (e[s, t] + e[t, s]) / 2);
        }

        Assert.Equal(0.623, small.Run().Network.AssortativityWeighted, 2e-3);
    }

    [Fact]
    public void Assortativity_is_undefined_with_one_sector_and_1_where_no_tie_leaves_a_sector()
    {
        Assert.True(double.IsNaN(new SmallDatasets().Sector("X", "A", "B").Tie("A", "B").Run().Network.Assortativity));
        Assert.Equal(1, new SmallDatasets().Sector("X", "A", "B").Sector("Y", "C", "D").Tie("A", "B").Tie("C", "D").Run().Network.Assortativity, 1e-12);
    }

    [Fact]
    public void With_one_known_sector_nothing_across_sectors_is_defined()
    {
        var analysis = new SmallDatasets().Sector("X", "A", "B").Sector(Vocabulary.UnknownSector, "C")
            .Activity("x", "T", "P", "2024", "A", "B", "C").Run();
        Assert.True(double.IsNaN(analysis.Headline.Ei.Value));
        Assert.True(double.IsNaN(analysis.Headline.Ei.Expected));
        Assert.True(double.IsNaN(analysis.Headline.CrossSector.Value));
        Assert.All(analysis.Sectors, sector => Assert.True(double.IsNaN(sector.EiIndex)));
        Assert.All(analysis.Stakeholders, stakeholder => Assert.True(double.IsNaN(stakeholder.EiIndex)));
        Assert.Equal(1, analysis.Headline.Coordination.Value);
    }

    /// <summary>Sizes 2 and 2 (X = 4, within 2), m = 3: E from 1 to 3. Observed E = 2, I = 1: value 1/3, expected 2*4/6 - 1 = 1/3, rescaled 0.</summary>
    [Fact]
    public void The_EI_index_is_compared_with_chance_and_rescaled_between_its_extremes()
    {
        var ei = new SmallDatasets().Sector("X", "A", "B").Sector("Y", "C", "D").Tie("A", "B").Tie("A", "C").Tie("B", "D").Run().Headline.Ei;
        Assert.Equal((2, 1), (ei.External, ei.Internal));
        Assert.Equal(1.0 / 3, ei.Value, 1e-12);
        Assert.Equal(1.0 / 3, ei.Expected, 1e-12);
        Assert.Equal(0, ei.Rescaled, 1e-12);
    }

    /// <summary>Every way to place the ties: the rescaled index is -1 at the least external, +1 at the most.</summary>
    [Fact]
    public void The_rescaled_EI_index_reaches_its_ends_for_the_given_sizes_and_number_of_ties()
    {
        string[] names = ["A", "B", "C", "D"];
        var pairs = names.SelectMany((a, i) => names.Skip(i + 1).Select(b => (a, b))).ToArray();
        for (var m = 1; m <= 5; m++)
        {
            var rescaled = Enumerable.Range(0, 1 << pairs.Length).Where(set => int.PopCount(set) == m)
                .Select(set => pairs.Where((_, k) => (set >> k & 1) == 1)
                    .Aggregate(new SmallDatasets().Sector("X", "A", "B", "C").Sector("Y", "D"), (small, pair) => small.Tie(pair.a, pair.b)).Run().Headline.Ei.Rescaled)
                .ToArray();
            Assert.Equal((-1.0, 1.0), (rescaled.Min(), rescaled.Max()));
        }
    }

    [Fact]
    public void Density_of_one_stakeholder_or_without_tie_evidence_is_undefined()
    {
        var unmeasured = new SmallDatasets().Sector("X", "A", "B").Run();
        Assert.True(double.IsNaN(unmeasured.Network.Density));
        Assert.All(unmeasured.SectorPairs, pair => Assert.True(double.IsNaN(pair.Density)));
        Assert.True(double.IsNaN(new SmallDatasets().Sector("X", "A").Run().Network.Density));
        Assert.Equal(1, new SmallDatasets().Sector("X", "A", "B").Tie("A", "B").Run().Network.Density);
    }

    [Fact]
    public void An_empty_dataset_has_no_number_and_no_failure()
    {
        var analysis = new SmallDatasets().Run();
        Assert.Equal(0, analysis.Network.N);
        Assert.True(double.IsNaN(analysis.Headline.Coordination.Value));
        Assert.Empty(analysis.Findings);
        Assert.Empty(analysis.Cells);
    }

    /// <summary>Jaccard: 2 joint of 3 and 4 activities is 2/5.</summary>
    [Fact]
    public void Jaccard_is_joint_over_all() => Assert.Equal(0.4, TieStrength.Jaccard(2, 3, 4));

    /// <summary>All ways to place m ties, enumerated: mean and variance of closed triangles.</summary>
    [Fact]
    public void The_random_ties_baseline_is_the_mean_and_variance_over_all_placements() => RandomDatasets.Cases
        .Where(drawn => drawn.Plan.SectorOf.Count is >= 3 and <= 5)
        .Sample(drawn =>
        {
            var dataset = drawn.Plan.Build().Build();
            var slow = new SlowReference(dataset, drawn.Options);
            var analysis = Analysis.Run(dataset, drawn.Options, CancellationToken.None);
            if (analysis.TieEvidence == TieKinds.None)
                return;
            var shared = slow.Pairs.Select(pair => slow.Shared(pair.I, pair.J).Count).ToArray();
            var closed = Enumerable.Range(0, 1 << shared.Length).Where(set => int.PopCount(set) == analysis.Network.M)
                .Select(set => (double)shared.Where((_, k) => (set >> k & 1) == 1).Sum()).ToArray();
            Assert.Equal(closed.Average(), analysis.Headline.Baseline.ExpectedClosed, 1e-9);
            Assert.Equal(closed.Average(x => (x - closed.Average()) * (x - closed.Average())), analysis.Headline.Baseline.VarianceClosed, 1e-9);
        });

    [Fact]
    public void Every_measure_of_the_catalog_says_what_it_is_and_where_it_comes_from()
    {
        Assert.Equal(MeasureCatalog.All.Count, MeasureCatalog.All.Select(measure => measure.Id).Distinct().Count());
        Assert.All(MeasureCatalog.All, m => Assert.All([m.Id, m.Name, m.Of, m.Definition, m.Convention, m.Source], text => Assert.False(string.IsNullOrWhiteSpace(text))));
    }
}
