using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Whether the partners of a stakeholder are partners of each other.</summary>
internal static class Clustering
{
    public static Measure Measure { get; } = new(
        "clustering",
        "Clustering",
        "network, stakeholder",
        "of i: t_i / (d_i(d_i-1)/2), t_i = ties among its partners; transitivity = 3 x triangles / connected triples; average = mean of i over all n",
        "Joint activities of three or more make triangles by themselves: compare only networks of one kind of evidence. "
            + "Of one stakeholder undefined below two partners; the average counts such as 0. Unweighted.",
        "Watts & Strogatz 1998, Nature 393:440, doi:10.1038/30918; Newman 2003, SIAM Rev. 45:167, doi:10.1137/S003614450342480");

    /// <param name="triangles">Triangles of the stakeholder.</param>
    /// <param name="degree">Its partners.</param>
    public static double Local(long triangles, int degree) => degree < 2 ? double.NaN : (double)triangles / Pairs(degree);

    /// <summary>Mean over all stakeholders, those with fewer than two partners as 0; NaN without stakeholders.</summary>
    public static double Average(IReadOnlyList<long> triangles, TieNetwork ties)
    {
        if (ties.N == 0)
            return double.NaN;
        var locals = Enumerable.Range(0, ties.N).Select(i => Local(triangles[i], Degree.Of(ties, i)));
        return locals.Sum(local => double.IsNaN(local) ? 0 : local) / ties.N;
    }

    /// <summary>Share of connected triples that are closed; NaN without any.</summary>
    public static double Transitivity(long triangles, TieNetwork ties)
    {
        var triples = Enumerable.Range(0, ties.N).Sum(i => Pairs(Degree.Of(ties, i)));
        return triples == 0 ? double.NaN : 3.0 * triangles / triples;
    }

    private static long Pairs(long degree) => degree * (degree - 1) / 2;
}
