using GapAnalyzer.Diagnostics;
using GapAnalyzer.Domain;
using GapAnalyzer.Generating;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Planning;
using GapAnalyzer.Resolving;
using GapAnalyzer.Tests.Nulls;
using GapAnalyzer.Tests.Reporting.Formats;

namespace GapAnalyzer.Tests.Networks;

/// <summary>What only shows with many stakeholders: several blocks of rows, several batches of sources, limits.</summary>
public sealed class LargeNetworkTests
{
    private static readonly Lazy<Dataset> Generated = new(() => DatasetReader.Read(
        SyntheticFiles.AsSource(new() { Stakeholders = 700, Activities = 4_000, Themes = 3, Places = 8, Seed = 5 }), new()));

    private static readonly Lazy<Analysis> Analysed = new(() => Analysis.Run(Generated.Value, new() { Permutations = 99 }, CancellationToken.None));

    [Fact]
    public void One_thread_and_many_give_the_same_bytes()
    {
        var alone = SingleThread.Run(() => Analysis.Run(Generated.Value, new() { Permutations = 99 }, CancellationToken.None));
        Assert.Equal(Written.Text(alone, "report.json", "json"), Written.Text(Analysed.Value, "report.json", "json"));
    }

    /// <summary>Against the arenas of every two stakeholders, in rows of several blocks, with steps that do not fit a byte.</summary>
    [Fact]
    public void Rows_hold_what_any_two_share()
    {
        var (presence, row) = (Analysed.Value.Presence, Analysed.Value.Requirement.Reader());
        var count = 0L;
        for (var i = 0; i < presence.N; i++)
        {
            row.Read(i);
            var mine = presence.ArenasOf(i).ToArray();
            var expected = Enumerable.Range(i + 1, presence.N - i - 1)
                .Select(j => (j, Shared: mine.Intersect(presence.ArenasOf(j).ToArray()).Count()))
                .Where(pair => pair.Shared > 0).ToArray();
            Assert.Equal(expected.Select(pair => pair.j), row.Others.ToArray());
            Assert.Equal(expected.Select(pair => pair.Shared), row.Shared.ToArray());
            Assert.Equal(expected.Select(pair => (double)pair.Shared), row.Weights.ToArray());
            count += expected.Length;
        }

        Assert.Equal(count, Analysed.Value.Requirement.Count);
        Assert.Equal(count, Analysed.Value.Headline.Coordination.Required);
    }

    /// <summary>One that meets only the last of a thousand and that a thousand times over: both numbers take more than a byte.</summary>
    [Fact]
    public void Steps_and_shares_beyond_a_byte_are_kept()
    {
        var small = new SmallDatasets();
        for (var i = 0; i < 600; i++)
            small.Stakeholder($"O{i:000}", "X");
        for (var a = 0; a < 300; a++)
            small.Activity($"a{a}", $"theme {a}", "North", "2024", "O000", "O599");
        var row = small.Run(new() { Permutations = 9 }).Requirement.Reader().Read(0);
        Assert.Equal([599], row.Others.ToArray());
        Assert.Equal([300], row.Shared.ToArray());
        Assert.Equal((300, 0), (row.SharedWith(599), row.SharedWith(598)));
    }

    /// <summary>Shortest paths one source at a time, by the plainest search there is.</summary>
    [Fact]
    public void Paths_of_eight_sources_at_once_are_those_of_each_alone()
    {
        var ties = Analysed.Value.Ties;
        var sums = PathSums.Of(ties, 1, CancellationToken.None);
        var (dependencies, distances) = (new double[ties.N], new double[ties.N]);
        for (var s = 0; s < ties.N; s++)
            AddOneByOne(ties, s, dependencies, distances);
        for (var v = 0; v < ties.N; v++)
        {
            Assert.Equal(dependencies[v], sums.Dependencies(v).Sum, 1e-6);
            Assert.Equal(distances[v], sums.Distances(v).Sum);
        }
    }

    /// <summary>Common partners by looking at all, and constraint by its formula.</summary>
    [Fact]
    public void Constraint_and_triangles_are_those_of_the_definition()
    {
        var (ties, analysis) = (Analysed.Value.Ties, Analysed.Value);
        for (var i = 0; i < ties.N; i += 17)
        {
            var mine = ties.Of(i).ToArray();
            double P(int a, int b) => ties.Of(a).BinarySearch(b) is var k and >= 0 ? ties.StrengthsOf(a)[k] / ties.StrengthsOf(a).ToArray().Sum() : 0;
            var constraint = mine.Sum(j => Math.Pow(P(i, j) + mine.Sum(q => P(i, q) * P(q, j)), 2));
            Assert.Equal(mine.Length == 0 ? double.NaN : constraint, analysis.Stakeholders[i].ConstraintWeighted, 1e-9);
            var closed = mine.Sum(j => mine.Count(q => q > j && ties.Of(j).BinarySearch(q) >= 0));
            Assert.Equal(mine.Length < 2 ? double.NaN : closed / (mine.Length * (mine.Length - 1) / 2.0), analysis.Stakeholders[i].Clustering, 1e-12);
        }
    }

    /// <summary>With room for fewer gaps than there are, the ones of largest requirement are looked at, and all are counted.</summary>
    [Fact]
    public void A_plan_of_too_many_gaps_looks_at_the_heaviest()
    {
        var (requirement, ties) = (Analysed.Value.Requirement, Analysed.Value.Ties);
        var all = OpenGaps.Of(requirement, ties, (_, _) => true);
        var some = OpenGaps.Of(requirement, ties, (_, _) => true, most: all.Count / 3);
        int[] everyone = [.. Enumerable.Range(0, ties.N)];
        Assert.Equal((all.Count, all.TotalWeight, all.Count), (some.Count, some.TotalWeight, all.Considered));
        Assert.InRange(some.Considered, 1, all.Count / 3);
        var weights = all.Among(everyone).Select(gap => gap.Weight).OrderDescending().ToArray();
        Assert.Equal(weights.Take(some.Considered), some.Among(everyone).Select(gap => gap.Weight).OrderDescending());
        Assert.True(weights[some.Considered] < weights[some.Considered - 1]);
    }

    /// <summary>Where many are wanted, a pass beforehand says which may be among them.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(9_999)]
    [InlineData(10_000)]
    [InlineData(12_345)]
    public void The_first_gaps_are_those_of_all_gaps_in_rank_order(int limit)
    {
        var (requirement, ties, sectors) = (Analysed.Value.Requirement, Analysed.Value.Ties, SectorMap.From(Generated.Value));
        var row = requirement.Reader();
        var all = Enumerable.Range(0, ties.N).SelectMany(i =>
        {
            var (others, weights, shared) = (row.Read(i).Others.ToArray(), row.Weights.ToArray(), row.Shared.ToArray());
            return others.Index().Where(other => ties.Of(i).BinarySearch(other.Item) < 0)
                .Select(other => new GapRow(new(i), new(other.Item), sectors.IsCross(i, other.Item), weights[other.Index], shared[other.Index]));
        }).OrderByDescending(gap => gap.Requirement).ThenByDescending(gap => gap.SharedArenas).ThenBy(gap => gap.A.Index).ThenBy(gap => gap.B.Index).ToArray();
        Assert.True(all.Length > 15_000);
        Assert.Equal(all.Take(limit), GapRanking.First(requirement, ties, sectors, limit, _ => true));
        Assert.Equal(all.Where(gap => gap.CrossSector).Take(limit), GapRanking.First(requirement, ties, sectors, limit, gap => gap.CrossSector));
    }

    [Fact]
    public void Exclusive_brokerage_is_left_out_where_it_would_take_too_long()
    {
        var (ties, sectors) = (Analysed.Value.Ties, SectorMap.From(Generated.Value));
        Assert.False(ExclusiveBrokerage.Of(ties, sectors, new long[ties.N], CancellationToken.None, mostWork: 1));
    }

    /// <summary>The estimate is of the right size, and refuses in words that say what to do.</summary>
    [Fact]
    public void What_needs_more_memory_than_it_may_is_refused()
    {
        var estimate = MemoryEstimate.Of(Generated.Value, Analysed.Value.Options, Analysed.Value.Presence, weighted: false);
        Assert.InRange((double)estimate.RequiredPairs / Analysed.Value.Requirement.Count, 0.8, 1.25);
        Assert.True(estimate.Ties >= Analysed.Value.Ties.M);
        estimate.Require(estimate.Bytes);
        var refused = Assert.Throws<InputException>(() => Analysis.Run(Generated.Value, new() { Memory = 1_000_000 }, CancellationToken.None)).Message;
        Assert.Contains("may take 0.0 GB; give it more (--memory)", refused, StringComparison.Ordinal);
    }

    private static void AddOneByOne(TieNetwork ties, int s, double[] dependencies, double[] distances)
    {
        var (distance, paths, delta) = (new int[ties.N], new double[ties.N], new double[ties.N]);
        Array.Fill(distance, -1);
        (distance[s], paths[s]) = (0, 1);
        var order = new List<int> { s };
        for (var at = 0; at < order.Count; at++)
        {
            foreach (var w in ties.Of(order[at]))
            {
                if (distance[w] < 0)
                {
                    distance[w] = distance[order[at]] + 1;
                    order.Add(w);
                }

                if (distance[w] == distance[order[at]] + 1)
                    paths[w] += paths[order[at]];
            }
        }

        for (var at = order.Count - 1; at > 0; at--)
        {
            var w = order[at];
            foreach (var v in ties.Of(w))
                delta[v] += distance[v] == distance[w] - 1 ? paths[v] / paths[w] * (1 + delta[w]) : 0;
            dependencies[w] += delta[w];
            distances[w] += distance[w];
        }
    }
}
