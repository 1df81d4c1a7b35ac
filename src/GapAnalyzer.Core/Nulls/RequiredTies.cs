using GapAnalyzer.Networks;

namespace GapAnalyzer.Nulls;

/// <summary>
/// What the sector tests look at: the required pairs between stakeholders of known sectors, and which of them have a verdict tie.
/// Both as upper triangles (i &lt; j) in compressed sparse rows; pairs of unknown sectors are in the rows and skipped by every kernel.
/// </summary>
internal sealed class RequiredTies
{
    public required Requirement Required { get; init; }

    /// <summary>Length n + 1: required pairs of row i with a verdict tie are <c>TieOther[TieStart[i]..TieStart[i+1]]</c>.</summary>
    public required long[] TieStart { get; init; }

    public required int[] TieOther { get; init; }

    public required SectorMap Sectors { get; init; }

    /// <summary>Required pairs of each two sectors, S x S, both triangles; 0 where a sector is unknown.</summary>
    public required long[] RequiredOf { get; init; }

    /// <summary>Those of them with a verdict tie.</summary>
    public required long[] SatisfiedOf { get; init; }

    /// <summary>Stakeholders of known sector that are in an arena: those whose labels are shuffled.</summary>
    public required int[] Present { get; init; }

    public int N => Sectors.N;

    public int S => Sectors.Count;

    public long RequiredTotal => Upper(RequiredOf);

    public long SatisfiedTotal => Upper(SatisfiedOf);

    public double Rate => (double)SatisfiedTotal / RequiredTotal;

    /// <param name="required">Required pairs.</param>
    /// <param name="tieStart">Verdict ties, upper triangle.</param>
    /// <param name="tieOther">Ascending in each row.</param>
    /// <param name="sectors">Sector of each stakeholder.</param>
    /// <param name="isPresent">Whether a stakeholder is in an arena.</param>
    /// <remarks>O(required pairs + ties).</remarks>
    public static RequiredTies Of(Requirement required, int[] tieStart, int[] tieOther, SectorMap sectors, Func<int, bool> isPresent)
    {
        var (start, other) = (new long[sectors.N + 1], new List<int>(tieOther.Length));
        var (requiredOf, satisfiedOf) = (new long[sectors.Count * sectors.Count], new long[sectors.Count * sectors.Count]);
        var row = required.Reader();
        for (var i = 0; i < sectors.N; i++)
        {
            var next = tieStart[i];
            foreach (var j in row.OthersOf(i))
            {
                Count(requiredOf, sectors, i, j);
                while (next < tieStart[i + 1] && tieOther[next] < j)
                    next++;
                if (next == tieStart[i + 1] || tieOther[next] != j)
                    continue;
                Count(satisfiedOf, sectors, i, j);
                other.Add(j);
            }

            start[i + 1] = other.Count;
        }

        return new()
        {
            Required = required,
            TieStart = start,
            TieOther = [.. other],
            Sectors = sectors,
            RequiredOf = requiredOf,
            SatisfiedOf = satisfiedOf,
            Present = [.. Enumerable.Range(0, sectors.N).Where(i => sectors.IsKnown(i) && isPresent(i))],
        };
    }

    /// <summary>Where the required pairs of a row are read; each thread needs its own.</summary>
    public RequiredRow Reader() => Required.Reader();

    public ReadOnlySpan<int> TiesOf(int i) => TieOther.AsSpan((int)TieStart[i], (int)(TieStart[i + 1] - TieStart[i]));

    /// <summary>Rows cut into blocks of about as many pairs each, by the data alone: sums over blocks in order do not depend on threads.</summary>
    public int[] Blocks(int most = 32, long least = 1 << 16)
    {
        var pairs = Required.RowStart[N];
        var count = (int)Math.Clamp(pairs / least, 1, most);
        var bounds = new List<int> { 0 };
        for (var b = 1; b < count; b++)
        {
            var row = Array.BinarySearch(Required.RowStart, pairs * b / count) is var at && at >= 0 ? at : ~at;
            if (row > bounds[^1] && row < N)
                bounds.Add(row);
        }

        bounds.Add(N);
        return [.. bounds];
    }

    private long Upper(long[] of)
    {
        var sum = 0L;
        for (var s = 0; s < S; s++)
        {
            for (var t = s; t < S; t++)
                sum += of[(s * S) + t];
        }

        return sum;
    }

    private static void Count(long[] of, SectorMap sectors, int i, int j)
    {
        if (!sectors.IsKnown(i) || !sectors.IsKnown(j))
            return;
        var (s, t) = (sectors.Of[i], sectors.Of[j]);
        of[(s * sectors.Count) + t]++;
        if (s != t)
            of[(t * sectors.Count) + s]++;
    }
}
