using CsCheck;
using GapAnalyzer.Domain;
using GapAnalyzer.Measures;
using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Tests.Nulls;

/// <summary>A small instance of the sector tests written as dense matrices, for slow references.</summary>
internal sealed record NullInstance(int[] Sector, bool[,] Required, bool[,] Tied, int Sectors, bool LastIsUnknown = false)
{
    public int N => Sector.Length;

    public SectorMap Map => new()
    {
        Of = Sector,
        Known = [.. Enumerable.Range(0, Sectors).Select(s => !LastIsUnknown || s < Sectors - 1)],
        Sizes = [.. Enumerable.Range(0, Sectors).Select(s => Sector.Count(x => x == s))],
    };

    public RequiredTies Pairs
    {
        get
        {
            var (tieStart, tieOther) = Upper(Tied);
            return RequiredTies.Of(Requirement.Build(EachPairAlone(), [.. EachPair.Select(_ => 1.0)], default), tieStart, tieOther, Map, _ => true);
        }
    }

    /// <summary>Required pairs between stakeholders of known sectors.</summary>
    public IEnumerable<(int I, int J)> All =>
        from i in Enumerable.Range(0, N)
        from j in Enumerable.Range(i + 1, N - i - 1)
        where Required[i, j] && Map.IsKnown(i) && Map.IsKnown(j)
        select (i, j);

    private (int I, int J)[] EachPair => [.. from i in Enumerable.Range(0, N) from j in Enumerable.Range(i + 1, N - i - 1) where Required[i, j] select (i, j)];

    /// <summary>An arena for each required pair, with nobody else in it.</summary>
    private Presence EachPairAlone()
    {
        var pairs = EachPair;
        var incidence = Incidence.From(N, pairs.Length, pairs.SelectMany((pair, c) => new[] { (pair.I, c), (pair.J, c) }));
        return new()
        {
            Arenas = [.. pairs.Select(_ => new Arena(null, null, Period.All))],
            RowStart = incidence.RowStart,
            ArenaOf = incidence.Columns,
            Activities = incidence.Counts,
            ColumnStart = incidence.ColumnStart,
            MemberOf = incidence.Rows,
        };
    }

    private (int[] Start, int[] Other) Upper(bool[,] matrix)
    {
        var (start, other) = (new int[N + 1], new List<int>());
        for (var i = 0; i < N; i++)
        {
            other.AddRange(Enumerable.Range(i + 1, N - i - 1).Where(j => matrix[i, j]));
            start[i + 1] = other.Count;
        }

        return (start, [.. other]);
    }

    /// <summary>Every pair required; ties as given.</summary>
    public static NullInstance Complete(int[] sector, int sectors, IEnumerable<(int A, int B)> ties)
    {
        var n = sector.Length;
        var (required, tied) = (new bool[n, n], new bool[n, n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                required[i, j] = i != j;
        }

        foreach (var (a, b) in ties)
            tied[a, b] = tied[b, a] = true;
        return new(sector, required, tied, sectors);
    }

    public static Gen<NullInstance> Random(int least, int most, int sectors) =>
        from n in Gen.Int[least, most]
        from sector in Gen.Int[0, sectors - 1].Array[n]
        from required in Gen.Int[0, 9].Array[n * n]
        from tied in Gen.Int[0, 9].Array[n * n]
        from unknown in Gen.Bool
        select Make(sector, sectors, required, tied, unknown && sectors > 2);

    private static NullInstance Make(int[] sector, int sectors, int[] required, int[] tied, bool unknown)
    {
        var n = sector.Length;
        var (r, a) = (new bool[n, n], new bool[n, n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                r[i, j] = r[j, i] = required[(i * n) + j] < 7;
                a[i, j] = a[j, i] = tied[(i * n) + j] < 3;
            }
        }

        return new(sector, r, a, sectors, unknown);
    }
}
