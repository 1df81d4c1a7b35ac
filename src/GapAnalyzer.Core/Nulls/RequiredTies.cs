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

    /// <summary>Required pairs of each stakeholder, both of known sector; length n.</summary>
    public required int[] RequiredBy { get; init; }

    /// <summary>Those of them with a verdict tie.</summary>
    public required int[] SatisfiedBy { get; init; }

    /// <summary>Stakeholders of known sector that are in an arena: those whose labels are shuffled.</summary>
    public required int[] Present { get; init; }

    public int N => Sectors.N;

    public int S => Sectors.Count;

    public required long RequiredTotal { get; init; }

    public required long SatisfiedTotal { get; init; }

    public double Rate => (double)SatisfiedTotal / RequiredTotal;

    /// <param name="required">Required pairs.</param>
    /// <param name="tieStart">Verdict ties, upper triangle.</param>
    /// <param name="tieOther">Ascending in each row.</param>
    /// <param name="sectors">Sector of each stakeholder.</param>
    /// <param name="isPresent">Whether a stakeholder is in an arena.</param>
    /// <remarks>O(required pairs + ties).</remarks>
    public static RequiredTies Of(Requirement required, int[] tieStart, int[] tieOther, SectorMap sectors, Func<int, bool> isPresent)
    {
        var (sum, start, other) = (new Tally(sectors), new long[sectors.N + 1], new List<int>(tieOther.Length));
        var blocks = Blocks(required);
        OrderedBlocks.Sum(
            blocks.Length - 1,
            required.Reader,
            (block, row) =>
            {
                var part = new Tally(sectors);
                for (var i = blocks[block]; i < blocks[block + 1]; i++)
                    part.Add(i, row.OthersOf(i), tieOther.AsSpan(tieStart[i]..tieStart[i + 1]));
                return part;
            },
            part =>
            {
                sum.Add(part);
                other.AddRange(part.Tied);
            },
            CancellationToken.None);
        for (var i = 0; i < sectors.N; i++)
            start[i + 1] = start[i] + sum.TiedAbove[i];
        return new()
        {
            Required = required,
            TieStart = start,
            TieOther = [.. other],
            Sectors = sectors,
            RequiredOf = sum.RequiredOf,
            SatisfiedOf = sum.SatisfiedOf,
            RequiredBy = sum.RequiredBy,
            SatisfiedBy = sum.SatisfiedBy,
            RequiredTotal = Upper(sum.RequiredOf, sectors.Count),
            SatisfiedTotal = Upper(sum.SatisfiedOf, sectors.Count),
            Present = [.. Enumerable.Range(0, sectors.N).Where(i => sectors.IsKnown(i) && isPresent(i))],
        };
    }

    /// <summary>Where the required pairs of a row are read; each thread needs its own.</summary>
    public RequiredRow Reader() => Required.Reader();

    public ReadOnlySpan<int> TiesOf(int i) => TieOther.AsSpan((int)TieStart[i], (int)(TieStart[i + 1] - TieStart[i]));

    /// <summary>Rows cut into blocks of about as many pairs each, by the data alone: sums over blocks in order do not depend on threads.</summary>
    public int[] Blocks(int most = 32, long least = 1 << 16) => Blocks(Required, most, least);

    private static int[] Blocks(Requirement required, int most = 32, long least = 1 << 16)
    {
        var (pairs, n) = (required.Count, required.N);
        var count = (int)Math.Clamp(pairs / least, 1, most);
        var bounds = new List<int> { 0 };
        for (var b = 1; b < count; b++)
        {
            var row = Array.BinarySearch(required.RowStart, pairs * b / count) is var at && at >= 0 ? at : ~at;
            if (row > bounds[^1] && row < n)
                bounds.Add(row);
        }

        bounds.Add(n);
        return [.. bounds];
    }

    private static long Upper(long[] of, int sectors)
    {
        var sum = 0L;
        for (var s = 0; s < sectors; s++)
        {
            for (var t = s; t < sectors; t++)
                sum += of[(s * sectors) + t];
        }

        return sum;
    }

    /// <summary>What a block of rows adds.</summary>
    private sealed class Tally(SectorMap sectors)
    {
        public long[] RequiredOf { get; } = new long[sectors.Count * sectors.Count];

        public long[] SatisfiedOf { get; } = new long[sectors.Count * sectors.Count];

        public int[] RequiredBy { get; } = new int[sectors.N];

        public int[] SatisfiedBy { get; } = new int[sectors.N];

        /// <summary>Required pairs with a verdict tie in each row, and their other ends, row after row.</summary>
        public int[] TiedAbove { get; } = new int[sectors.N];

        public List<int> Tied { get; } = [];

        /// <summary>A row: the others of its required pairs and those of its verdict ties, both ascending.</summary>
        public void Add(int i, ReadOnlySpan<int> required, ReadOnlySpan<int> tied)
        {
            foreach (var j in required)
            {
                Count(RequiredOf, RequiredBy, i, j);
                while (tied.Length > 0 && tied[0] < j)
                    tied = tied[1..];
                if (tied.Length == 0 || tied[0] != j)
                    continue;
                Count(SatisfiedOf, SatisfiedBy, i, j);
                Tied.Add(j);
                TiedAbove[i]++;
            }
        }

        public void Add(Tally other)
        {
            for (var at = 0; at < RequiredOf.Length; at++)
                (RequiredOf[at], SatisfiedOf[at]) = (RequiredOf[at] + other.RequiredOf[at], SatisfiedOf[at] + other.SatisfiedOf[at]);
            for (var i = 0; i < RequiredBy.Length; i++)
            {
                RequiredBy[i] += other.RequiredBy[i];
                SatisfiedBy[i] += other.SatisfiedBy[i];
                TiedAbove[i] += other.TiedAbove[i];
            }
        }

        private void Count(long[] of, int[] by, int i, int j)
        {
            if (!sectors.IsKnown(i) || !sectors.IsKnown(j))
                return;
            var (s, t) = (sectors.Of[i], sectors.Of[j]);
            of[(s * sectors.Count) + t]++;
            if (s != t)
                of[(t * sectors.Count) + s]++;
            by[i]++;
            by[j]++;
        }
    }
}
