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
        matrix.Tally(network, sectors.Of);
        return matrix;
    }

    /// <summary>Counts every tie once, at its pair of sectors. O(n + m).</summary>
    private void Tally(TieNetwork network, ReadOnlySpan<int> sectorOf)
    {
        for (var i = 0; i < network.N; i++)
        {
            for (var k = network.RowStart[i]; k < network.RowStart[i + 1]; k++)
            {
                if (network.Neighbours[k] < i)
                    continue;
                var position = Position(sectorOf[i], sectorOf[network.Neighbours[k]]);
                ties[position]++;
                strength[position] += network.StrengthAt(k);
            }
        }
    }

    private int Position(int s, int t) => (Math.Min(s, t) * count) + Math.Max(s, t);
}
