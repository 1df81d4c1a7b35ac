using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Ties and strength between every two sectors.</summary>
internal sealed class MixingMatrix
{
    public static Measure Measure { get; } = new(
        "mixing_matrix",
        "Mixing matrix",
        "sector pair",
        "m_st = ties between s and t; possible n_s n_t, within n_s(n_s-1)/2",
        "Symmetric; a tie within a sector counts once. A sector of one has no density within.",
        "Newman 2003, Phys. Rev. E 67:026126, doi:10.1103/PhysRevE.67.026126");

    private readonly int count;
    private readonly long[] ties;
    private readonly double[] strength;

    private MixingMatrix(int count) => (this.count, ties, strength) = (count, new long[count * count], new double[count * count]);

    /// <summary>Ties between two sectors, or within one.</summary>
    public long Ties(int s, int t) => ties[Position(s, t)];

    public double Strength(int s, int t) => strength[Position(s, t)];

    public static MixingMatrix Of(TieNetwork network, SectorMap sectors)
    {
        var matrix = new MixingMatrix(sectors.Count);
        Tally(network.RowStart, network.Neighbours, network.Strength, sectors.Of, matrix);
        return matrix;
    }

    /// <summary>Counts every tie once, at its pair of sectors.</summary>
    /// <param name="rowStart">Length n + 1.</param>
    /// <param name="neighbours">Both directions of every tie.</param>
    /// <param name="weight">Strength of each stored tie.</param>
    /// <param name="sectorOf">Sector of each stakeholder; length n.</param>
    /// <param name="matrix">Receives the counts.</param>
    /// <remarks>O(n + m).</remarks>
    private static void Tally(
        ReadOnlySpan<int> rowStart, ReadOnlySpan<int> neighbours, ReadOnlySpan<double> weight, ReadOnlySpan<int> sectorOf, MixingMatrix matrix)
    {
        for (var i = 0; i < sectorOf.Length; i++)
        {
            for (var k = rowStart[i]; k < rowStart[i + 1]; k++)
            {
                if (neighbours[k] < i)
                    continue;
                var position = matrix.Position(sectorOf[i], sectorOf[neighbours[k]]);
                matrix.ties[position]++;
                matrix.strength[position] += weight[k];
            }
        }
    }

    private int Position(int s, int t) => (Math.Min(s, t) * count) + Math.Max(s, t);
}
