using System.Globalization;
using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Tests.Nulls;

public sealed class CoPresenceTests
{
    /// <summary>Per pair of the 18 women: shared events, hypergeometric lower tail, and expectation and both tails of the exact SDSM, by other programs.</summary>
    [SharedFact]
    public void Davis_is_that_of_independent_programs()
    {
        var dataset = OracleFiles.Load("davis");
        var names = OracleFiles.Rows("davis", "stakeholders.csv").ToDictionary(row => row["name"], row => row["org_id"]);
        var index = dataset.Stakeholders.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i);
        var presence = EventsAsArenas(dataset);
        var (tails, requirement) = (CoPresenceTails.Of(presence), Requirement.Build(presence, [.. presence.Arenas.Select(_ => 1.0)], default));
        var position = tails.Present.Index().ToDictionary(item => item.Item, item => item.Index);
        var rows = OracleFiles.Rows("davis", "copresence_pairs.csv");
        Assert.Equal(153, rows.Count);
        foreach (var row in rows)
        {
            var (i, j) = (index[names[row["a"]]], index[names[row["b"]]]);
            var (a, b, shared) = (tails.Model.RowClass[position[i]], tails.Model.RowClass[position[j]], (int)Number(row["co_events"]));
            Assert.Equal(shared, presence.ArenasOf(i).ToArray().Intersect(presence.ArenasOf(j).ToArray()).Count());
            Assert.Equal(Number(row["hyper_lower"]), tails.HypergeometricLower(a, b, shared)[shared], 1e-8);
            Assert.Equal(Number(row["sdsm_expected"]), tails.Moments(a, b).Mean, 1e-5);
            Assert.Equal(Number(row["sdsm_exact_lower"]), tails.Lower(a, b, shared)[shared], 1e-5);
            Assert.Equal(Number(row["sdsm_exact_upper"]), tails.Tails(a, b, shared).Upper, 1e-5);
        }

        var found = CoPresenceTesting.Of(presence, requirement, SectorMap.From(dataset), 200);
        Assert.Equal((153, 14, true), (found.Pairs, found.Arenas, found.Exact));
    }

    /// <summary>BiCM of [[0,0,1],[0,1,0],[1,0,1]]: .216 .216 .568 / the same / .568 .568 .863, from the oracle README (bicm, Python).</summary>
    [Fact]
    public void The_fit_of_a_published_matrix_is_that_of_BiCM()
    {
        var model = BipartiteModel.Fit([1, 1, 2], [1, 1, 2]);
        double Of(int i, int c) => model.Chance(model.RowClass[i], model.ColumnClass[c]);
        Assert.Equal([0.216, 0.216, 0.568, 0.568, 0.568, 0.863], new[] { Of(0, 0), Of(1, 1), Of(0, 2), Of(2, 0), Of(2, 1), Of(2, 2) }.Select(p => Math.Round(p, 3)));
    }

    /// <summary>Hypergeometric, rows of [[1,0,1,1],[0,1,0,0],[1,0,0,1]] of 4 columns, from the oracle README.</summary>
    [Theory]
    [InlineData(3, 1, 0, 0.25)]
    [InlineData(3, 2, 2, 1)]
    [InlineData(1, 2, 0, 0.5)]
    public void Hypergeometric_lower_tails_of_a_published_matrix(int a, int b, int shared, double lower) =>
        Assert.Equal(lower, new Hypergeometric(4).Lower(a, b, shared)[shared], 1e-12);

    /// <summary>exact SDSM of rows 0 and 2 of that matrix: upper .5553, lower .8558, from the oracle README.</summary>
    [Fact]
    public void The_exact_SDSM_of_a_published_matrix()
    {
        var model = BipartiteModel.Fit([3, 1, 2], [2, 1, 1, 2]);
        double[] p = [.. Enumerable.Range(0, 4).Select(c => model.Chance(model.RowClass[0], model.ColumnClass[c]) * model.Chance(model.RowClass[2], model.ColumnClass[c]))];
        var tails = PoissonBinomial.Exact(p, 2);
        Assert.Equal((0.5553, 0.8558), (Math.Round(tails.Upper, 4), Math.Round(tails.Lower, 4)));
    }

    [Fact]
    public void Both_margins_are_reproduced_also_where_rows_or_columns_are_full_or_empty() =>
        Gen.Int[0, 3].Array[60].Select(Gen.Int[1, 10], Gen.Int[1, 6]).Sample((cells, rows, columns) =>
        {
            bool At(int i, int c) => cells[(i * columns) + c] < 2 - (c % 2) + (i % 3 == 0 ? 1 : 0);
            int[] rowDegrees = [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, columns).Count(c => At(i, c)))];
            int[] columnDegrees = [.. Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Count(i => At(i, c)))];
            var model = BipartiteModel.Fit(rowDegrees, columnDegrees);
            double Of(int i, int c) => model.Chance(model.RowClass[i], model.ColumnClass[c]);
            for (var i = 0; i < rows; i++)
                Assert.Equal(rowDegrees[i], Enumerable.Range(0, columns).Sum(c => Of(i, c)), 1e-6);
            for (var c = 0; c < columns; c++)
                Assert.Equal(columnDegrees[c], Enumerable.Range(0, rows).Sum(i => Of(i, c)), 1e-6);
        });

    /// <summary>Counts, lists and sums pair by pair, without groups or classes.</summary>
    [Fact]
    public void Groups_give_what_every_pair_gives_one_by_one() => RandomDatasets.Plans.Sample(plan =>
    {
        var dataset = plan.Build().Build();
        var analysis = Analysis.Run(dataset, new(), CancellationToken.None);
        var (presence, requirement, sectors) = (analysis.Presence, analysis.Requirement, SectorMap.From(dataset));
        var tails = CoPresenceTails.Of(presence);
        var found = CoPresenceTesting.Of(presence, requirement, sectors, int.MaxValue);
        var pairs = (from x in Enumerable.Range(0, tails.Present.Length)
                     from y in Enumerable.Range(x + 1, tails.Present.Length - x - 1)
                     let i = tails.Present[x]
                     let j = tails.Present[y]
                     let shared = presence.ArenasOf(i).ToArray().Intersect(presence.ArenasOf(j).ToArray()).Count()
                     let a = tails.Model.RowClass[x]
                     let b = tails.Model.RowClass[y]
                     select (I: i, J: j, Shared: shared, P: tails.Lower(a, b, shared)[shared], None: tails.Lower(a, b, 0)[0], tails.Moments(a, b).Mean)).ToArray();
        var q = BenjaminiHochberg.Adjust([.. pairs.Select(pair => pair.P)]);
        Assert.Equal(pairs.Length, found.Pairs);
        Assert.Equal(pairs.Count(pair => pair.None > 0.05), found.CannotTell);
        var apart = pairs.Where((_, k) => q[k] <= 0.05).Select(pair => (pair.I, pair.J)).Order().ToArray();
        Assert.Equal(apart.Length, found.Apart);
        Assert.Equal(apart, found.MostApart.Select(pair => (pair.A.Index, pair.B.Index)).Order());
        foreach (var sector in found.Sectors)
        {
            var of = pairs.Where(pair => new[] { (sectors.Of[pair.I], sectors.Of[pair.J]), (sectors.Of[pair.J], sectors.Of[pair.I]) }.Contains((sector.A.Index, sector.B.Index))).ToArray();
            Assert.Equal(of.Length, sector.Pairs);
            Assert.Equal(of.Sum(pair => (long)pair.Shared), sector.Shared);
            Assert.Equal(of.Sum(pair => pair.Mean), sector.Expected, 1e-9);
            Assert.Equal(of.Count(pair => apart.Contains((pair.I, pair.J))), sector.PairsApart);
        }
    }, iter: 100);

    /// <summary>Two camps that never share one of 40 arenas, and a third sector that is in all of them.</summary>
    [Fact]
    public void Sectors_that_never_meet_are_found_and_listed()
    {
        var small = new SmallDatasets().Sector("A", "a1", "a2", "a3").Sector("B", "b1", "b2", "b3").Sector("C", "c1", "c2");
        for (var k = 0; k < 20; k++)
        {
            small.Activity(Text($"x{k:00}"), Text($"T{k}"), "P", "2024", "a1", "a2", "a3", "c1");
            small.Activity(Text($"y{k:00}"), Text($"U{k}"), "P", "2024", "b1", "b2", "b3", "c2");
        }

        var found = small.Run().CoPresence;
        var (apart, named) = (found.Sectors.Single(pair => pair.P < 1e-4), found.Sectors.ToDictionary(pair => (pair.A.Index, pair.B.Index)));
        Assert.Equal((0, 1, 0L, 9L), (apart.A.Index, apart.B.Index, apart.Shared, apart.PairsApart));
        Assert.Equal(90, apart.Expected, 1e-6);
        Assert.Equal(3, named.Count);
        Assert.All(found.MostApart, pair => Assert.Equal(0, pair.Shared));
        Assert.Equal(9 + 3 + 3 + 1, found.MostApart.Count);
    }

    /// <summary>By simulation from the fitted chances: mean and variance of the shared arenas of two sectors.</summary>
    [Fact]
    public void The_moments_of_sectors_are_those_of_a_simulation()
    {
        var analysis = new SmallDatasets().Sector("A", "a1", "a2").Sector("B", "b1", "b2", "b3")
            .Activity("1", "T", "P", "2021", "a1", "a2", "b1").Activity("2", "T", "P", "2022", "a1", "b1", "b2").Activity("3", "T", "P", "2023", "b3", "a2")
            .Activity("4", "T", "P", "2024", "b1").Activity("5", "T", "P", "2025", "a1", "b3", "b2").Run();
        var (model, pair, random) = (CoPresenceTails.Of(analysis.Presence).Model, Assert.Single(analysis.CoPresence.Sectors), new RandomStream(4, 0));
        var draws = Enumerable.Range(0, 100_000).Select(_ => (double)Enumerable.Range(0, 5).Sum(c =>
        {
            var here = Enumerable.Range(0, 5).Select(i => random.NextDouble() < model.Chance(model.RowClass[i], model.ColumnClass[c]) ? 1 : 0).ToArray();
            return (here[0] + here[1]) * (here[2] + here[3] + here[4]);
        })).ToArray();
        Assert.Equal(draws.Average(), pair.Expected, 0.05);
        var sd = Math.Sqrt(draws.Average(x => x * x) - (draws.Average() * draws.Average()));
        Assert.Equal((pair.Shared - pair.Expected) / sd, pair.Z, 0.05);
    }

    /// <summary>Every event of the women is an arena of its own.</summary>
    private static Presence EventsAsArenas(Dataset dataset)
    {
        var incidence = Incidence.From(dataset.Stakeholders.Count, dataset.Activities.Count, dataset.Activities.SelectMany((activity, a) => activity.Participations.Select(p => (p.Stakeholder.Index, a))));
        return new()
        {
            Arenas = [.. dataset.Activities.Select((_, a) => new Arena(new(a), null, Period.All))],
            RowStart = incidence.RowStart,
            ArenaOf = incidence.Columns,
            Activities = incidence.Counts,
            ColumnStart = incidence.ColumnStart,
            MemberOf = incidence.Rows,
        };
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
