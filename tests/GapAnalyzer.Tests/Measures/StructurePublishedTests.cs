using GapAnalyzer.Measures;

namespace GapAnalyzer.Tests.Measures;

/// <summary>Numbers printed elsewhere on named graphs.</summary>
public sealed class StructurePublishedTests
{
    /// <summary>
    /// Borgatti 1997, "Structural holes: unpacking Burt's redundancy measures", Connections 20:35, with weights as in NetworkX's tests,
    /// which took its values from UCINET and igraph: constraint .400 .595 1, effective size 4.67 2.50 1; weighted .299 .795 1 and
    /// 5.47 2.47 1.
    /// </summary>
    [Theory]
    [InlineData("G", 0.400, 4.67, 0.299, 5.47)]
    [InlineData("A", 0.595, 2.50, 0.795, 2.47)]
    [InlineData("C", 1, 1, 1, 1)]
    public void Constraint_and_effective_size_of_Borgattis_graph(string name, double constraint, double size, double constraintWeighted, double sizeWeighted)
    {
        var analysis = new SmallDatasets().Sector("X", "A", "B", "C", "D", "E", "F", "G")
            .Tie("A", "B", 2).Tie("A", "F", 3).Tie("A", "G", 5).Tie("A", "E", 2).Tie("E", "G", 8).Tie("F", "G", 3).Tie("B", "G", 4)
            .Tie("B", "D", 1).Tie("D", "G", 3).Tie("G", "C", 10).Run();
        var found = analysis.Stakeholders.Single(s => analysis.Dataset.Stakeholders[s.Stakeholder.Index].Name == name);
        Assert.Equal(constraint, found.Constraint, 5e-4);
        Assert.Equal(size, found.EffectiveSize, 5e-3);
        Assert.Equal(constraintWeighted, found.ConstraintWeighted, 5e-4);
        Assert.Equal(sizeWeighted, found.EffectiveSizeWeighted, 5e-3);
    }

    /// <summary>Burt's constraint can exceed 1: in a triad each has (1/2 + 1/4)^2 twice, 1.125.</summary>
    [Fact]
    public void Constraint_of_a_triad_is_1_125_and_of_an_isolate_undefined()
    {
        var found = new SmallDatasets().Sector("X", "A", "B", "C", "D").Tie("A", "B").Tie("B", "C").Tie("A", "C").Run().Stakeholders;
        Assert.Equal([1.125, 1.125, 1.125], found.Take(3).Select(s => s.Constraint));
        Assert.True(double.IsNaN(found[3].Constraint) && double.IsNaN(found[3].EffectiveSize) && double.IsNaN(found[3].EffectiveSizeWeighted));
    }

    /// <summary>The fish graph of NetworkX's tests: assortativity by attribute 6/22.</summary>
    [Fact]
    public void Assortativity_of_the_fish_graph_is_6_22() => Assert.Equal(
        6.0 / 22,
        new SmallDatasets().Sector("one", "0", "1").Sector("two", "2", "3").Sector("red", "4").Sector("blue", "5")
            .Tie("0", "1").Tie("2", "3").Tie("0", "4").Tie("2", "5").Run().Network.Assortativity,
        1e-12);

    /// <summary>Freeman 1978: every centralisation is 1 for a star and 0 for a circle; so is betweenness of the hub and the rim.</summary>
    [Fact]
    public void A_star_is_wholly_centralised_and_a_circle_not_at_all()
    {
        var star = new SmallDatasets().Sector("X", "A", "B", "C", "D", "E").Tie("A", "B").Tie("A", "C").Tie("A", "D").Tie("A", "E").Run();
        Assert.Equal([1, 1, 1], Centralisations(star), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1, 0, 0, 0, 0], star.Stakeholders.Select(s => s.Betweenness));
        Assert.Equal([1.0, 0.5, 0.5, 0.5, 0.5], star.Stakeholders.Select(s => Math.Round(s.Eigenvector, 12)));
        var circle = new SmallDatasets().Sector("X", "A", "B", "C", "D", "E").Tie("A", "B").Tie("B", "C").Tie("C", "D").Tie("D", "E").Tie("E", "A").Run();
        Assert.Equal([0, 0, 0], Centralisations(circle), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    /// <summary>Wetlands (motifr), by the independent program of the oracle folder: highest core 7, 6 cutpoints, 8 bridges, transitivity .33531.</summary>
    [SharedFact]
    public void Core_cutpoints_bridges_and_transitivity_of_the_wetlands_are_those_of_an_independent_program()
    {
        var network = WetlandsTests.Run("actor").Network;
        Assert.Equal((7, 6, 8), (network.HighestCore, network.Cutpoints, network.Bridges.Count));
        Assert.Equal(0.33531, network.Transitivity, 5e-6);
    }

    /// <summary>Hubert and Arabie 1985, table 2 (as scikit-learn has it too): sizes 1 1 0 / 1 2 1 / 0 0 4 of ten give an adjusted Rand of .313.</summary>
    [Fact]
    public void The_adjusted_Rand_of_Hubert_and_Arabies_table_is_0_313()
    {
        int[,] table = { { 1, 1, 0 }, { 1, 2, 1 }, { 0, 0, 4 } };
        var members = from u in Enumerable.Range(0, 3)
                      from v in Enumerable.Range(0, 3)
                      from _ in Enumerable.Range(0, table[u, v])
                      select (u, v);
        Assert.Equal(0.313, PartitionAgreement.Of([.. members]).AdjustedRand, 5e-4);
    }

    /// <summary>By hand: U = {1,1,2,2}, V = {1,1,1,2}: I = .2158, H = .6931 and .5623, so NMI = .3437; together 1 of expected 1, so adjusted Rand 0.</summary>
    [Fact]
    public void Agreement_of_two_small_partitions_is_as_worked_by_hand()
    {
        var agreement = PartitionAgreement.Of([(1, 1), (1, 1), (2, 1), (2, 2)]);
        Assert.Equal(0.3437, agreement.Nmi, 5e-5);
        Assert.Equal(0, agreement.AdjustedRand, 1e-12);
        Assert.Equal(new(1, 1), PartitionAgreement.Of([(1, 7), (1, 7), (2, 5), (2, 5)]));
        Assert.True(double.IsNaN(PartitionAgreement.Of([(1, 1), (1, 1)]).Nmi));
    }

    private static double[] Centralisations(Analysis analysis) =>
        [analysis.Network.CentralisationDegree, analysis.Network.CentralisationBetweenness, analysis.Network.CentralisationCloseness];
}
