using GapAnalyzer.Domain;

namespace GapAnalyzer.Networks;

/// <summary>
/// Required pairs: <c>R[i,j] = sum_c n_c b_ic b_jc</c>, upper triangle (i &lt; j), row by row, columns ascending. Kept packed, mostly two
/// bytes for each pair, and read one row at a time.
/// </summary>
public sealed class Requirement
{
    private const int RowsOfBlock = 256;

    private readonly PackedRows[] blocks;

    private Requirement(int n, PackedRows[] blocks)
    {
        (N, this.blocks) = (n, blocks);
        RowStart = new long[n + 1];
        for (var i = 0; i < n; i++)
            RowStart[i + 1] = RowStart[i] + RowsOf(i).Rows.Length(RowsOf(i).Row);
    }

    /// <summary>Number of stakeholders n.</summary>
    public int N { get; }

    /// <summary>Number of required pairs.</summary>
    public long Count => RowStart[^1];

    /// <summary>Length n + 1: required pairs of the rows before each.</summary>
    internal long[] RowStart { get; }

    /// <summary>Shared arenas and requirement of a pair in either order; 0 and 0 where the two do not meet. O(pairs of the first).</summary>
    public (int Shared, double Weight) Of(StakeholderId a, StakeholderId b)
    {
        var row = Reader().Read(Math.Min(a.Index, b.Index));
        var at = row.Others.BinarySearch(Math.Max(a.Index, b.Index));
        return at < 0 ? (0, 0) : (row.Shared[at], row.Weights[at]);
    }

    /// <summary>Where rows are read, one at a time; each thread needs its own.</summary>
    public RequiredRow Reader() => new(this);

    internal (PackedRows Rows, int Row) RowsOf(int i) => (blocks[i / RowsOfBlock], i % RowsOfBlock);

    /// <summary>Sparse symmetric product, row by row, upper triangle; blocks of rows in parallel.</summary>
    /// <param name="presence">Stakeholders x arenas.</param>
    /// <param name="needWeight">Need weight <c>n_c</c> of each arena, 1 where unknown; length arenas.</param>
    /// <param name="cancellation">Looked at once per stakeholder.</param>
    /// <remarks>
    /// A pair that only meets in arenas of need 0 is required with weight 0. Time: the sum over arenas of half the squared number of
    /// members, and putting the columns of each row in order. Memory: about 2 bytes per pair, 10 with needs, and 16 bytes per stakeholder
    /// and thread.
    /// </remarks>
    internal static Requirement Build(Presence presence, double[] needWeight, CancellationToken cancellation)
    {
        var n = presence.N;
        var weighted = Array.Exists(needWeight, weight => weight != 1);
        var blocks = new PackedRows[(n + RowsOfBlock - 1) / RowsOfBlock];
        Parallel.For(0, blocks.Length, new ParallelOptions { CancellationToken = cancellation }, () => (Row: new PairAccumulator(n, weighted), Writer: new PackedRows.Writer(weighted)), (block, _, space) =>
        {
            var (row, writer) = space;
            for (var i = block * RowsOfBlock; i < Math.Min(n, (block + 1) * RowsOfBlock); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                row.Clear();
                foreach (var c in presence.ArenasOf(i))
                    row.AddAbove(presence.MembersOf(c), i, needWeight[c]);
                row.Sort();
                writer.Add(i, row);
            }

            blocks[block] = writer.Pack();
            return space;
        }, _ => { });
        return new(n, blocks);
    }
}
