using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>
/// Co-presence against chance, of every pair of present stakeholders and of every two sectors. Pairs of one kind have one tail: what a tail
/// depends on are the degrees of the two and what they share.
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
    private readonly CoPresenceKinds kinds;
    private readonly SectorMap sectors;
    private readonly int[] groups;
    private readonly double[][] p;
    private readonly double[][] hypergeometric;
    private readonly double[][] q;
    private readonly double[][] hypergeometricQ;

    private CoPresenceTesting(CoPresenceTails tails, CoPresenceKinds kinds, SectorMap sectors)
    {
        (this.tails, this.kinds, this.sectors, groups) = (tails, kinds, sectors, [.. kinds.Groups]);
        (p, hypergeometric) = (new double[kinds.Classes * kinds.Classes][], new double[kinds.Classes * kinds.Classes][]);
        Parallel.ForEach(groups, group =>
        {
            var ((a, b), most) = (kinds.DegreesOf(group), kinds.Pairs(group).Length - 1);
            p[group] = tails.Lower(a, b, most);
            hypergeometric[group] = tails.HypergeometricLower(a, b, most);
        });
        var (adjusted, adjustedHypergeometric) = (Array.Empty<double[]>(), Array.Empty<double[]>());
        Parallel.Invoke(() => adjusted = Adjust(p), () => adjustedHypergeometric = Adjust(hypergeometric));
        (q, hypergeometricQ) = (adjusted, adjustedHypergeometric);
    }

    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="requirement">Pairs that share an arena.</param>
    /// <param name="sectors">Sector of each stakeholder.</param>
    /// <param name="top">Pairs that are listed.</param>
    public static CoPresence Of(Presence presence, Requirement requirement, SectorMap sectors, int top)
    {
        var tails = CoPresenceTails.Of(presence);
        var testing = new CoPresenceTesting(tails, CoPresenceKinds.Of(tails, requirement), sectors);
        var (mostApart, ofSectors) = (Array.Empty<CoPresencePair>(), Array.Empty<SectorCoPresence>());
        Parallel.Invoke(() => mostApart = testing.MostApart(top), () => ofSectors = testing.Sectors());
        return new()
        {
            Arenas = presence.Arenas.Count,
            Pairs = testing.groups.Sum(group => testing.kinds.Pairs(group).Sum()),
            CannotTell = testing.Count((group, x) => testing.p[group][0] > Level),
            Apart = testing.Count((group, x) => testing.q[group][x] <= Level),
            ApartHypergeometric = testing.Count((group, x) => testing.hypergeometricQ[group][x] <= Level),
            Exact = tails.Exact,
            MostApart = mostApart,
            Sectors = ofSectors,
        };
    }

    private long Count(Func<int, int, bool> holds) =>
        Kinds().Sum(kind => holds(kind.Group, kind.Shared) ? kinds.Pairs(kind.Group)[kind.Shared] : 0);

    /// <summary>Kinds that have a pair, group by group.</summary>
    private IEnumerable<(int Group, int Shared)> Kinds()
    {
        foreach (var group in groups)
        {
            var pairs = kinds.Pairs(group);
            for (var shared = 0; shared < pairs.Length; shared++)
            {
                if (pairs[shared] > 0)
                    yield return (group, shared);
            }
        }
    }

    /// <summary>Adjusted p of each kind, NaN where it is above <see cref="Level"/>: nothing else is asked of those.</summary>
    private double[][] Adjust(double[][] of)
    {
        var low = Kinds().Where(kind => of[kind.Group][kind.Shared] <= Level).ToArray();
        var result = new double[of.Length][];
        foreach (var group in groups)
        {
            result[group] = new double[kinds.Pairs(group).Length];
            Array.Fill(result[group], double.NaN);
        }

        long[] times = [.. low.Select(kind => kinds.Pairs(kind.Group)[kind.Shared])];
        var larger = Count((group, shared) => of[group][shared] > Level);
        var adjusted = BenjaminiHochberg.Adjust([.. low.Select(kind => of[kind.Group][kind.Shared])], times, larger);
        for (var k = 0; k < low.Length; k++)
            result[low[k].Group][low[k].Shared] = adjusted[k];
        return result;
    }

    /// <summary>Goes through the kinds of pairs by p, and through the stakeholders only for those that are listed.</summary>
    private CoPresencePair[] MostApart(int top)
    {
        var (found, row) = (new List<CoPresencePair>(), kinds.Reader());
        var low = Kinds().Where(kind => q[kind.Group][kind.Shared] <= Level).ToArray();
        Array.Sort(low.Select(kind => p[kind.Group][kind.Shared]).ToArray(), low);
        for (var k = 0; k < low.Length && found.Count < top;)
        {
            var (level, left) = (p[low[k].Group][low[k].Shared], top - found.Count);
            var alike = low.Skip(k).TakeWhile(kind => p[kind.Group][kind.Shared] == level).ToArray();
            found.AddRange(alike.SelectMany(kind => PairsOf(kind.Group, kind.Shared, row).Take(left)).OrderBy(pair => (pair.A.Index, pair.B.Index)).Take(left));
            k += alike.Length;
        }

        return [.. found];
    }

    /// <summary>The pairs of a kind, by the first of the two, then the second.</summary>
    private IEnumerable<CoPresencePair> PairsOf(int group, int shared, RequiredRow row)
    {
        var (a, b) = kinds.DegreesOf(group);
        var expected = tails.Moments(a, b).Mean;
        foreach (var i in kinds.Members(a).Union(kinds.Members(b)).Order())
        {
            row.Read(i);
            var others = kinds.Members(kinds.ClassOf(i) == a ? b : a);
            var at = Array.BinarySearch(others, i);
            for (var k = at < 0 ? ~at : at + 1; k < others.Length; k++)
            {
                if (row.SharedWith(others[k]) == shared)
                    yield return new(new(i), new(others[k]), shared, expected, p[group][shared], q[group][shared], hypergeometric[group][shared]);
            }
        }
    }

    private SectorCoPresence[] Sectors()
    {
        var (s, classes) = (sectors.Count, kinds.Classes);
        var (shared, apart) = (new long[s * s], new long[s * s]);
        var size = new long[s * classes];
        foreach (var i in tails.Present)
            size[(sectors.Of[i] * classes) + kinds.ClassOf(i)]++;
        int[] apartIfUntied = [.. groups.Where(group => q[group][0] <= Level)];
        for (var a = 0; a < s; a++)
        {
            for (var b = a + 1; b < s; b++)
                apart[(a * s) + b] = PairsIn(apartIfUntied, size, a, b);
        }

        kinds.ForEachDegree(() => new SectorTally(this), (tally, a) => tally.Add(a), tally => tally.AddTo(shared, apart));
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
        var (sum, classes) = (0L, kinds.Classes);
        foreach (var group in some)
        {
            var (a, b) = kinds.DegreesOf(group);
            sum += size[(s * classes) + a] * size[(t * classes) + b];
            if (a != b)
                sum += size[(s * classes) + b] * size[(t * classes) + a];
        }

        return sum;
    }

    private (double Mean, double Variance)[] Expect(long[] size)
    {
        var (s, columns, classes) = (sectors.Count, tails.Model.ColumnDegrees.Length, kinds.Classes);
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

    /// <summary>Adds up what pairs of sectors share, one degree at a time. Working space of one thread.</summary>
    private sealed class SectorTally(CoPresenceTesting testing)
    {
        private readonly RequiredRow row = testing.kinds.Reader();
        private readonly int[] start = new int[testing.kinds.Classes + 1];
        private readonly long[] shared = new long[testing.sectors.Count * testing.sectors.Count];
        private readonly long[] apart = new long[testing.sectors.Count * testing.sectors.Count];
        private sbyte[] step = [];

        /// <summary>Adds the rows of one degree.</summary>
        public void Add(int a)
        {
            LayOut(a);
            var (kinds, sectors, s) = (testing.kinds, testing.sectors, testing.sectors.Count);
            foreach (var i in kinds.Members(a))
            {
                row.Read(i);
                var mine = sectors.Of[i];
                var others = row.Others;
                var times = row.Shared;
                for (var k = 0; k < others.Length; k++)
                {
                    var j = others[k];
                    var at = (Math.Min(mine, sectors.Of[j]) * s) + Math.Max(mine, sectors.Of[j]);
                    shared[at] += times[k];
                    apart[at] += step[start[kinds.ClassOf(j)] + times[k]];
                }
            }
        }

        public void AddTo(long[] allShared, long[] allApart)
        {
            for (var at = 0; at < shared.Length; at++)
                (allShared[at], allApart[at]) = (allShared[at] + shared[at], allApart[at] + apart[at]);
        }

        /// <summary>Of each kind of this degree: 1 where sharing so much is apart and sharing nothing would not be, -1 the other way round, else 0.</summary>
        private void LayOut(int a)
        {
            var kinds = testing.kinds;
            for (var b = 0; b < kinds.Classes; b++)
                start[b + 1] = start[b] + kinds.Pairs(kinds.GroupOf(a, b)).Length;
            if (step.Length < start[^1])
                step = new sbyte[start[^1]];
            for (var b = 0; b < kinds.Classes; b++)
            {
                var q = testing.q[kinds.GroupOf(a, b)];
                for (var x = 0; x < start[b + 1] - start[b]; x++)
                    step[start[b] + x] = (sbyte)((q[x] <= Level ? 1 : 0) - (q[0] <= Level ? 1 : 0));
            }
        }
    }
}
