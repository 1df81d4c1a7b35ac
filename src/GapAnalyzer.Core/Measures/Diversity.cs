using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>How evenly the stakeholders of a cell are spread over sectors.</summary>
internal static class Diversity
{
    public static Measure Measure { get; } = new(
        "sector_diversity",
        "Sector diversity",
        "cell",
        "Blau 1 - sum_s p_s^2; unbiased 1 - sum_s n_s(n_s-1) / (N(N-1))",
        "Over stakeholders of known sector. Blau's maximum is 1 - 1/k with k sectors; the unbiased form is undefined with one stakeholder.",
        "Blau 1977, Inequality and Heterogeneity; Simpson 1949, Nature 163:688, doi:10.1038/163688a0");

    /// <summary>Chance that two draws with replacement are of different sectors; NaN when empty.</summary>
    public static double Blau(int[] members, SectorMap sectors)
    {
        var (sizes, total) = Sizes(members, sectors);
        return total > 0 ? 1 - sizes.Sum(size => (double)size / total * ((double)size / total)) : double.NaN;
    }

    /// <summary>Chance that two different stakeholders are of different sectors; NaN with fewer than two.</summary>
    public static double Unbiased(int[] members, SectorMap sectors)
    {
        var (sizes, total) = Sizes(members, sectors);
        return total > 1 ? 1 - ((double)sizes.Sum(size => size * (size - 1)) / (total * (total - 1))) : double.NaN;
    }

    private static (long[] Sizes, long Total) Sizes(int[] members, SectorMap sectors)
    {
        var sizes = members.Where(sectors.IsKnown)
            .CountBy(i => sectors.Of[i])
            .OrderBy(sector => sector.Key)
            .Select(sector => (long)sector.Value)
            .ToArray();
        return (sizes, sizes.Sum());
    }
}
