using GapAnalyzer.Networks;
using GapAnalyzer.Nulls;

namespace GapAnalyzer.Measures;

/// <summary>What shuffled sector labels make of an index. Undefined numbers are NaN.</summary>
/// <param name="Expected">Mean over the shuffles in which the index is defined.</param>
/// <param name="Low">A shuffle in forty is below.</param>
/// <param name="High">A shuffle in forty is above.</param>
/// <param name="P">Chance of a value as far out, two-sided.</param>
/// <param name="Q">Benjamini-Hochberg over the sectors.</param>
public readonly record struct ChanceRange(double Expected, double Low, double High, double P, double Q)
{
    public static ChanceRange Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}

/// <summary>The E-I index of each sector, and of the whole network, in each shuffle of the labels.</summary>
/// <remarks>Every shuffle has its own slot, so that threads need not wait for one another. 8 bytes for each sector and shuffle.</remarks>
internal sealed class SectorIndices
{
    /// <summary>Numbers that are kept; with more sectors there is no range.</summary>
    private const long MostNumbers = 5_000_000;

    private readonly int sectors;
    private readonly double[][] values;

    private SectorIndices(int sectors, int count) => (this.sectors, values) = (sectors, new double[count][]);

    /// <summary>Null where there is nothing to keep, or too much.</summary>
    public static SectorIndices? Room(SectorMap sectors, int count) =>
        count == 0 || (long)count * (sectors.Count + 1) > MostNumbers ? null : new(sectors.Count, count);

    /// <summary>The indices of one shuffle.</summary>
    /// <param name="number">Which shuffle it is.</param>
    /// <param name="difference">Ties across sectors less ties within, from both ends: per sector, then of the network.</param>
    /// <param name="ends">Ties from both ends, likewise.</param>
    public void Record(int number, ReadOnlySpan<int> difference, ReadOnlySpan<int> ends)
    {
        var value = new double[sectors + 1];
        for (var s = 0; s < value.Length; s++)
            value[s] = ends[s] > 0 ? (double)difference[s] / ends[s] : double.NaN;
        values[number] = value;
    }

    /// <summary>Each sector's range, q included; the whole network's comes last, with no q.</summary>
    /// <param name="observed">The index of each sector; NaN where it has none.</param>
    public ChanceRange[] Ranges(IReadOnlyList<double> observed)
    {
        var ranges = observed.Select((value, s) => RangeOf(s, value)).ToArray();
        var q = BenjaminiHochberg.Adjust([.. ranges.SkipLast(1).Select(range => range.P)]);
        return [.. ranges.Select((range, s) => s < q.Length ? range with { Q = q[s] } : range)];
    }

    private ChanceRange RangeOf(int s, double observed)
    {
        double[] sorted = [.. values.Select(shuffle => shuffle[s]).Where(double.IsFinite).Order()];
        if (sorted.Length == 0 || double.IsNaN(observed))
            return ChanceRange.Undefined;
        var (low, high) = (1, 1);
        foreach (var value in sorted)
        {
            low += value <= observed ? 1 : 0;
            high += value >= observed ? 1 : 0;
        }

        var p = Math.Min(1, 2.0 * Math.Min(low, high) / (1 + sorted.Length));
        return new(sorted.Average(), At(sorted, 0.025), At(sorted, 0.975), p, double.NaN);
    }

    /// <summary>The smallest value that at least this share of the shuffles does not exceed.</summary>
    private static double At(double[] sorted, double share) => sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
