using System.Runtime.CompilerServices;

namespace GapAnalyzer.Networks;

/// <summary>Ties with the partners that their two ends have in common, and the strengths of those partners' ties. Working space of one thread.</summary>
/// <remarks>
/// Each tie is looked at from its end with more ties, by going through the partners of the other: <c>sum over ties of min(d_u, d_w)</c>, at
/// most O(m sqrt m). Source: Chiba &amp; Nishizeki 1985, SIAM J. Comput. 14:210, doi:10.1137/0214017.
/// </remarks>
/// <param name="ties">The tie graph.</param>
internal sealed class CommonPartners(TieNetwork ties)
{
    private readonly double[] strengthTo = new double[ties.N];
    private readonly MarkedValues partners = new(ties.N);
    private int[] common = [];
    private double[] withFirst = [];
    private double[] withSecond = [];

    /// <summary>What is done with a tie.</summary>
    /// <param name="u">The end with more ties.</param>
    /// <param name="w">The other end.</param>
    /// <param name="strength">Strength of the tie.</param>
    /// <param name="common">Partners of both, ascending.</param>
    /// <param name="withU">Strengths of their ties with u; parallel.</param>
    /// <param name="withW">Strengths of their ties with w; parallel.</param>
    public delegate void Visit(int u, int w, double strength, ReadOnlySpan<int> common, ReadOnlySpan<double> withU, ReadOnlySpan<double> withW);

    /// <summary>The ties of u with those who have fewer ties than it, and of as many with those before it: over all u, every tie once.</summary>
    public void OfTies(int u, Visit visit)
    {
        var row = ties.Of(u);
        var first = ties.RowStart[u];
        if (common.Length < row.Length)
            (common, withFirst, withSecond) = (new int[row.Length], new double[row.Length], new double[row.Length]);
        for (var k = 0; k < row.Length; k++)
            strengthTo[row[k]] = ties.StrengthAt(first + k);
        partners.Mark(row);
        for (var k = 0; k < row.Length; k++)
        {
            var w = row[k];
            if ((Degree(w), w).CompareTo((row.Length, u)) > 0)
                continue;
            var found = Find(w);
            visit(u, w, strengthTo[w], common.AsSpan(0, found), withFirst.AsSpan(0, found), withSecond.AsSpan(0, found));
        }

        partners.Clear(row);
    }

    /// <summary>Partners of w that are marked as partners of u.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(int w)
    {
        var row = ties.Of(w);
        var supports = ties.Supports;
        var supportOf = ties.SupportOf.AsSpan(ties.RowStart[w], row.Length);
        var places = partners.PlacesIn(row);
        for (var f = 0; f < places.Length; f++)
        {
            var q = row[places[f]];
            (common[f], withFirst[f], withSecond[f]) = (q, strengthTo[q], supports[supportOf[places[f]]].Strength);
        }

        return places.Length;
    }

    private int Degree(int i) => ties.RowStart[i + 1] - ties.RowStart[i];
}
