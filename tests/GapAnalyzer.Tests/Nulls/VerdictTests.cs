using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Generating;
using GapAnalyzer.Nulls;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Tests.Nulls;

public sealed class VerdictTests
{
    [Fact]
    public void A_lead_is_tied_with_each_participant_and_two_participants_are_not()
    {
        var tests = new SmallDatasets().Sector("A", "a").Sector("B", "b").Sector("C", "c")
            .Activity("1", "T", "P", "2024", "a:lead", "b", "c").Run().SectorTests;
        Assert.Equal((VerdictTieMode.Lead, 1, 1), (tests.Mode, tests.JointActivities, tests.ActivitiesNamingInitiator));
        Assert.Equal([(0, 1), (0, 2)], tests.Pairs.Where(pair => pair.VerdictTies == 1).Select(pair => (pair.A.Index, pair.B.Index)));
    }

    [Theory]
    [InlineData("a:cohost", VerdictTieMode.Lead)]
    [InlineData("a:funder", VerdictTieMode.Lead)]
    [InlineData("a:implementing", VerdictTieMode.Clique)]
    [InlineData("a:coordinator", VerdictTieMode.Clique)]
    public void Leads_co_hosts_and_funders_are_initiators(string first, VerdictTieMode mode) =>
        Assert.Equal(mode, new SmallDatasets().Sector("A", "a").Sector("B", "b", "c").Activity("1", "T", "P", "2024", first, "b", "c").Run().SectorTests.Mode);

    [Fact]
    public void Half_of_the_joint_activities_naming_a_lead_make_lead_mode_and_fewer_do_not()
    {
        var small = new SmallDatasets().Sector("A", "a").Sector("B", "b").Activity("1", "T", "P", "2024", "a:lead", "b").Activity("2", "T", "P", "2024", "a", "b");
        Assert.Equal(VerdictTieMode.Lead, small.Run().SectorTests.Mode);
        Assert.Equal(VerdictTieMode.Clique, small.Activity("3", "T", "P", "2024", "a", "b").Run().SectorTests.Mode);
        Assert.Equal(VerdictTieMode.Declared, small.Tie("a", "b").Run(new() { Ties = TieKinds.Declared }).SectorTests.Mode);
        Assert.Equal(VerdictTieMode.None, new SmallDatasets().Sector("A", "a").Run().SectorTests.Mode);
    }

    [Fact]
    public void A_funder_that_only_pays_has_a_verdict_tie_with_the_lead_alone()
    {
        var pairs = new SmallDatasets().Sector("A", "a").Sector("B", "b").Sector("C", "f")
            .Activity("1", "T", "P", "2024", "a:lead", "b", "f:funder").Activity("2", "T", "P", "2024", "f:participant").Run().SectorTests.Pairs;
        Assert.Equal([(0, 1), (0, 2)], pairs.Where(pair => pair.VerdictTies == 1).Select(pair => (pair.A.Index, pair.B.Index)));
    }

    /// <summary>Verdict ties are counted pair by pair from the roles, sharing no code with the tests.</summary>
    [Fact]
    public void Verdict_ties_are_required_pairs_tied_by_role() => RandomDatasets.Plans.Sample(plan =>
    {
        var dataset = plan.Build().Build();
        var analysis = Analysis.Run(dataset, new(), CancellationToken.None);
        if (analysis.SectorTests.Mode != VerdictTieMode.Lead)
            return;
        var slow = new SlowReference(dataset, new());
        bool Invited(int i, int j) => dataset.Ties.Any(tie => (tie.A.Index, tie.B.Index) == (i, j))
            || dataset.Activities.Any(activity => (Initiates(activity, i) && Joins(activity, j)) || (Initiates(activity, j) && Joins(activity, i)) || slow.Tie(i, j).Declared > 0);
        foreach (var pair in analysis.SectorTests.Pairs.Where(pair => dataset.Sectors[pair.A.Index].Known && dataset.Sectors[pair.B.Index].Known))
        {
            var of = slow.Pairs.Where(p => slow.Shared(p.I, p.J).Count > 0)
                .Where(p => new[] { (pair.A, pair.B), (pair.B, pair.A) }.Contains((dataset.Stakeholders[p.I].Sector, dataset.Stakeholders[p.J].Sector))).ToArray();
            Assert.Equal(of.Length, pair.Required);
            Assert.Equal(of.Count(p => Invited(p.I, p.J)), pair.VerdictTies);
        }

        static bool Joins(Activity activity, int i) => activity.Participations.Any(p => p.Stakeholder.Index == i && p.Roles != Roles.Funder);
        static bool Initiates(Activity activity, int i) => activity.Participations.Any(p => p.Stakeholder.Index == i && p.Roles != Roles.Funder && (p.Roles & (Roles.Lead | Roles.CoHost | Roles.Funder)) != 0);
    }, iter: 100);

    [Fact]
    public void Without_tie_evidence_nothing_is_measured_and_co_presence_is_still_tested()
    {
        var analysis = new SmallDatasets().Sector("A", "a").Sector("B", "b").Activity("1", "T", "P", "2024", "a").Activity("2", "T", "P", "2024", "b").Run();
        Assert.All(analysis.SectorTests.Pairs, pair => Assert.Equal(Verdict.NotMeasured, pair.Verdict));
        Assert.True(double.IsNaN(analysis.SectorTests.Pairs[1].Labels.P));
        Assert.Equal(1, analysis.CoPresence.Pairs);
    }

    [Fact]
    public void Two_sectors_cannot_be_told_apart_by_the_third_model_but_have_shuffled_labels()
    {
        var tests = new SmallDatasets().Sector("A", "a1", "a2", "a3").Sector("B", "b1", "b2", "b3")
            .Activity("1", "T", "P", "2024", "a1:lead", "a2", "a3").Activity("2", "T", "P", "2024", "b1:lead", "b2", "a1").Activity("3", "T", "P", "2024", "b3").Run().SectorTests;
        var cross = tests.Pairs[1];
        Assert.Equal(Verdict.NotTestable, cross.Verdict);
        Assert.Equal(LabelMethod.Enumeration, cross.Labels.Method);
        Assert.Equal(cross.VerdictTies, cross.Homophily.Expected, 0.01);
    }

    [Fact]
    public void A_sector_without_a_single_tie_is_said_so_and_tested_by_shuffled_labels()
    {
        var small = new SmallDatasets().Sector("A", "a1", "a2", "a3", "a4").Sector("B", "b1", "b2", "b3", "b4").Sector("C", "c1", "c2", "c3", "c4").Sector("D", "d1", "d2", "d3", "d4");
        foreach (var lead in new[] { "a1", "a2", "b1", "b2", "d1", "d3" })
            small.Activity($"x{lead}", "T", "P", "2024", [$"{lead}:lead", .. new[] { "a3", "b3", "d2", "a4", "b4", "d4" }.Where(other => other != lead)]);
        foreach (var silent in new[] { "c1", "c2", "c3", "c4" })
            small.Activity($"y{silent}", "T", "P", "2024", silent);
        var tests = small.Run().SectorTests;
        Assert.Equal([2], tests.WithoutTies.Select(sector => sector.Sector.Index));
        Assert.Equal((4, 6 + (4 * 12)), (tests.WithoutTies[0].Present, (int)tests.WithoutTies[0].Required));
        Assert.Equal((LabelMethod.Enumeration, true), (tests.WithoutTies[0].Labels.Method, tests.WithoutTies[0].Labels.P < 0.01));
        Assert.All(tests.Pairs.Where(pair => pair.A != pair.B && (pair.A.Index == 2 || pair.B.Index == 2)), pair => Assert.Equal(Verdict.SectorWithoutTies, pair.Verdict));
        Assert.DoesNotContain(tests.Pairs.Where(pair => pair.A.Index != 2 && pair.B.Index != 2), pair => pair.Verdict == Verdict.SectorWithoutTies);
    }

    /// <summary>A gap planted by the generator is found, named in the truth, and nothing else is; the seed is fixed.</summary>
    [Fact]
    public void A_planted_silo_is_found_and_no_other_pair_is_called()
    {
        var options = new SyntheticOptions { Stakeholders = 300, Silos = [("Government", "Media", 0.1)], Seed = 11 };
        var analysis = Generated(options);
        var names = analysis.Dataset.Sectors.Select(sector => sector.Name).ToArray();
        var under = analysis.SectorTests.Pairs.Where(pair => pair.Verdict == Verdict.Under).ToArray();
        Assert.Equal(["Government/Media"], under.Select(pair => $"{names[pair.A.Index]}/{names[pair.B.Index]}"));
        Assert.True(under[0].Homophily is { Ratio: < 0.5, Q: < 0.01, LeftOut: true });
        Assert.InRange(under[0].VerdictTies, 0, (long)under[0].Homophily.Expected);
    }

    [Fact]
    public void The_material_ratio_can_be_chosen_and_defaults_by_mode()
    {
        var options = new SyntheticOptions { Stakeholders = 300, Silos = [("Government", "Media", 0.1)], Seed = 11 };
        Assert.DoesNotContain(Generated(options, new() { Material = 0.01 }).SectorTests.Pairs, pair => pair.Verdict == Verdict.Under);
        Assert.Equal((2.0 / 3, 1.5), (Generated(options).SectorTests.Material, Generated(options).SectorTests.MaterialOver));
        var cliques = Generated(options with { NameLeads = false }).SectorTests;
        Assert.Equal((VerdictTieMode.Clique, 0.8, 1.25), (cliques.Mode, cliques.Material, cliques.MaterialOver));
        Assert.True(cliques.Clustering > 1.2);
    }

    [Fact]
    public void Too_few_to_tell_where_even_no_tie_at_all_would_not_be_significant()
    {
        var analysis = Generated(new() { Stakeholders = 40, Activities = 60, Sectors = 6, Seed = 2 });
        Assert.Contains(analysis.SectorTests.Pairs, pair => pair.Verdict == Verdict.TooFewToTell);
        Assert.All(analysis.SectorTests.Pairs.Where(pair => pair.Verdict is Verdict.AsExpected or Verdict.Under), pair => Assert.True(pair.Homophily.None <= 0.05));
    }

    /// <summary>Expectations, tails and verdicts do not depend on threads; nor do the shuffles.</summary>
    [Fact]
    public void One_thread_gives_what_many_give()
    {
        var dataset = DatasetReader.Read(SyntheticFiles.AsSource(new() { Stakeholders = 120, Seed = 3 }), new());
        Analysis Run() => Analysis.Run(dataset, new(), CancellationToken.None);
        var (many, one) = (Run(), SingleThread.Run(Run));
        Assert.Equal(many.SectorTests.Pairs, one.SectorTests.Pairs);
        Assert.Equal(many.CoPresence.Sectors, one.CoPresence.Sectors);
        Assert.Equal(many.Headline.Ei, one.Headline.Ei);
    }

    private static Analysis Generated(SyntheticOptions options, AnalysisOptions? chosen = null) =>
        Analysis.Run(DatasetReader.Read(SyntheticFiles.AsSource(options), new()), chosen ?? new(), CancellationToken.None);
}
