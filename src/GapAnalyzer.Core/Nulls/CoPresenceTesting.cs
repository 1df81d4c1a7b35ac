using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>
/// Co-presence against chance, of every pair of present stakeholders and of every two sectors. Pairs are grouped by the degrees of the two and
/// what they share; groups have one tail, and counts instead of lists, so that pairs that share nothing cost nothing.
/// </summary>
/// <remarks>
/// Two passes over the required pairs, one tail per group. For sectors: arenas are independent in the model, and in one arena so are the
/// numbers present of two sectors, U and V; so the shared arenas <c>sum U V</c> have mean <c>sum mu nu</c> and variance
/// <c>sum (s^2 + mu^2)(t^2 + nu^2) - mu^2 nu^2</c>, exactly.
/// </remarks>
internal sealed class CoPresenceTesting
{
    private const double Level = SectorTesting.Level;

    private readonly CoPresenceTails tails;
    private readonly Presence presence;
    private readonly Requirement requirement;
    private readonly SectorMap sectors;
    private readonly int classes;
    private readonly int[] classOf;
    private readonly List<long>[] groups;
    private double[][] p = [];
    private double[][] q = [];
    private double[][] hypergeometric = [];
    private double[][] hypergeometricQ = [];

    private CoPresenceTesting(CoPresenceTails tails, Presence presence, Requirement requirement, SectorMap sectors)
    {
        (this.tails, this.presence, this.requirement, this.sectors) = (tails, presence, requirement, sectors);
        classes = tails.Classes;
        classOf = new int[sectors.N];
        for (var k = 0; k < tails.Present.Length; k++)
            classOf[tails.Present[k]] = tails.Model.RowClass[k];
        groups = new List<long>[classes * classes];
    }

    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="requirement">Pairs that share an arena.</param>
    /// <param name="sectors">Sector of each stakeholder.</param>
    /// <param name="top">Pairs that are listed.</param>
    public static CoPresence Of(Presence presence, Requirement requirement, SectorMap sectors, int top)
    {
        var testing = new CoPresenceTesting(CoPresenceTails.Of(presence), presence, requirement, sectors);
        testing.Group();
        testing.Test();
        return new()
        {
            Arenas = presence.Arenas.Count,
            Pairs = testing.groups.Sum(group => group?.Sum() ?? 0),
            CannotTell = testing.Count((group, x) => testing.p[group][0] > Level),
            Apart = testing.Count((group, x) => testing.q[group][x] <= Level),
            ApartHypergeometric = testing.Count((group, x) => testing.hypergeometricQ[group][x] <= Level),
            Exact = testing.tails.Exact,
            MostApart = testing.MostApart(top),
            Sectors = testing.Sectors(),
        };
    }

    private long Count(Func<int, int, bool> holds) =>
        Groups.Sum(group => groups[group].Index().Sum(shared => shared.Item > 0 && holds(group, shared.Index) ? shared.Item : 0));

    private IEnumerable<int> Groups => Enumerable.Range(0, groups.Length).Where(group => groups[group] is not null);

    private int GroupOf(int a, int b) => (Math.Min(a, b) * classes) + Math.Max(a, b);

    /// <summary>Pairs by the degrees of the two and what they share; those that share nothing are the rest.</summary>
    private void Group()
    {
        var size = new long[classes];
        foreach (var i in tails.Present)
            size[classOf[i]]++;
        for (var a = 0; a < classes; a++)
        {
            for (var b = a; b < classes; b++)
            {
                if ((a == b ? size[a] * (size[a] - 1) / 2 : size[a] * size[b]) is > 0 and var pairs)
                    groups[GroupOf(a, b)] = [pairs];
            }
        }

        var row = requirement.Reader();
        for (var i = 0; i < sectors.N; i++)
        {
            row.Read(i);
            for (var k = 0; k < row.Others.Length; k++)
            {
                var (group, shared) = (groups[GroupOf(classOf[i], classOf[row.Others[k]])], row.Shared[k]);
                while (group.Count <= shared)
                    group.Add(0);
                group[shared]++;
                group[0]--;
            }
        }
    }

    private void Test()
    {
        (p, hypergeometric) = (new double[groups.Length][], new double[groups.Length][]);
        Parallel.ForEach(Groups, group =>
        {
            var (a, b, most) = (group / classes, group % classes, groups[group].Count - 1);
            p[group] = tails.Lower(a, b, most);
            hypergeometric[group] = tails.HypergeometricLower(a, b, most);
        });
        (q, hypergeometricQ) = (Adjust(p), Adjust(hypergeometric));
    }

    private double[][] Adjust(double[][] of)
    {
        var kinds = Groups.SelectMany(group => groups[group].Index().Where(shared => shared.Item > 0).Select(shared => (Group: group, Shared: shared.Index))).ToArray();
        var adjusted = BenjaminiHochberg.Adjust([.. kinds.Select(kind => of[kind.Group][kind.Shared])], [.. kinds.Select(kind => groups[kind.Group][kind.Shared])]);
        var result = new double[groups.Length][];
        foreach (var group in Groups)
            result[group] = Enumerable.Repeat(double.NaN, groups[group].Count).ToArray();
        for (var k = 0; k < kinds.Length; k++)
            result[kinds[k].Group][kinds[k].Shared] = adjusted[k];
        return result;
    }

    /// <summary>Goes through the kinds of pairs by p, and through the stakeholders only for those that are listed.</summary>
    private CoPresencePair[] MostApart(int top)
    {
        var members = tails.Present.ToLookup(i => classOf[i]);
        var found = new List<CoPresencePair>();
        var kinds = Groups.SelectMany(group => groups[group].Index().Where(shared => shared.Item > 0 && q[group][shared.Index] <= Level).Select(shared => (Group: group, Shared: shared.Index)));
        foreach (var level in kinds.GroupBy(kind => p[kind.Group][kind.Shared]).OrderBy(level => level.Key))
        {
            if (found.Count >= top)
                break;
            found.AddRange(level.SelectMany(kind => PairsOf(members, kind.Group, kind.Shared)).OrderBy(pair => (pair.A.Index, pair.B.Index)).Take(top - found.Count));
        }

        return [.. found];
    }

    private IEnumerable<CoPresencePair> PairsOf(ILookup<int, int> members, int kind, int shared)
    {
        var (a, b) = (kind / classes, kind % classes);
        var expected = tails.Moments(a, b).Mean;
        return
            from i in members[a]
            from j in members[b]
            where a != b || i < j
            let first = Math.Min(i, j)
            let second = Math.Max(i, j)
            where presence.SharedArenas(first, second) == shared
            select new CoPresencePair(new(first), new(second), shared, expected, p[kind][shared], q[kind][shared], hypergeometric[kind][shared]);
    }

    private SectorCoPresence[] Sectors()
    {
        var s = sectors.Count;
        var (shared, apart) = (new long[s * s], new long[s * s]);
        var size = new long[s * classes];
        foreach (var i in tails.Present)
            size[(sectors.Of[i] * classes) + classOf[i]]++;
        int[] apartIfUntied = [.. Groups.Where(group => q[group][0] <= Level)];
        for (var a = 0; a < s; a++)
        {
            for (var b = a + 1; b < s; b++)
                apart[(a * s) + b] = PairsIn(apartIfUntied, size, a, b);
        }

        var row = requirement.Reader();
        for (var i = 0; i < sectors.N; i++)
        {
            row.Read(i);
            for (var k = 0; k < row.Others.Length; k++)
            {
                var j = row.Others[k];
                var at = (Math.Min(sectors.Of[i], sectors.Of[j]) * s) + Math.Max(sectors.Of[i], sectors.Of[j]);
                var group = GroupOf(classOf[i], classOf[j]);
                shared[at] += row.Shared[k];
                apart[at] += (q[group][row.Shared[k]] <= Level ? 1 : 0) - (q[group][0] <= Level ? 1 : 0);
            }
        }

        var expected = Expect(size);
        var tested = (from a in Enumerable.Range(0, s)
                      from b in Enumerable.Range(a + 1, s - a - 1)
                      where sectors.AreCross(a, b) && expected[(a * s) + b].Variance > 0
                      select (A: a, B: b, At: (a * s) + b)).ToArray();
        var z = tested.Select(pair => (shared[pair.At] - expected[pair.At].Mean) / Math.Sqrt(expected[pair.At].Variance)).ToArray();
        var sectorQ = BenjaminiHochberg.Adjust([.. z.Select(PoissonBinomial.NormalLower)]);
        return
        [
            .. tested.Select((pair, k) => new SectorCoPresence(
                new(pair.A), new(pair.B), Present(pair.A) * Present(pair.B), apart[pair.At], shared[pair.At],
                expected[pair.At].Mean, z[k], PoissonBinomial.NormalLower(z[k]), sectorQ[k])),
        ];

        long Present(int sector) => size.AsSpan(sector * classes, classes).ToArray().Sum();
    }

    /// <summary>Pairs of two sectors in some of the groups, shared arenas or not.</summary>
    private long PairsIn(int[] some, long[] size, int s, int t)
    {
        var sum = 0L;
        foreach (var group in some)
        {
            var (a, b) = (group / classes, group % classes);
            sum += size[(s * classes) + a] * size[(t * classes) + b];
            if (a != b)
                sum += size[(s * classes) + b] * size[(t * classes) + a];
        }

        return sum;
    }

    private (double Mean, double Variance)[] Expect(long[] size)
    {
        var (s, columns) = (sectors.Count, tails.Model.ColumnDegrees.Length);
        var (mean, variance) = (new double[s * columns], new double[s * columns]);
        for (var sector = 0; sector < s; sector++)
        {
            for (var a = 0; a < classes; a++)
            {
                for (var c = 0; c < columns && size[(sector * classes) + a] > 0; c++)
                {
                    var p = tails.Model.Chance(a, c);
                    mean[(sector * columns) + c] += size[(sector * classes) + a] * p;
                    variance[(sector * columns) + c] += size[(sector * classes) + a] * p * (1 - p);
                }
            }
        }

        var expected = new (double Mean, double Variance)[s * s];
        for (var a = 0; a < s; a++)
        {
            for (var b = a + 1; b < s; b++)
            {
                for (var c = 0; c < columns; c++)
                {
                    var (u, v) = ((a * columns) + c, (b * columns) + c);
                    ref var sum = ref expected[(a * s) + b];
                    sum.Mean += tails.Model.ColumnTimes[c] * mean[u] * mean[v];
                    var (squareU, squareV) = (mean[u] * mean[u], mean[v] * mean[v]);
                    sum.Variance += tails.Model.ColumnTimes[c] * (((variance[u] + squareU) * (variance[v] + squareV)) - (squareU * squareV));
                }
            }
        }

        return expected;
    }
}
