namespace GapAnalyzer.Nulls;

/// <summary>Where it cannot be seen who invited: do members of two sectors take part together less than the company they keep explains?</summary>
internal static class CompanyTesting
{
    /// <param name="record">Joint activities.</param>
    /// <param name="tested">Pairs of sectors to adjust over.</param>
    /// <returns>S x S, the upper triangle.</returns>
    public static CompanyTest[] Of(CompanyRecord record, IReadOnlyList<(int S, int T)> tested)
    {
        var (s, fit) = (record.S, CompanyFit.Of(record));
        var tests = Enumerable.Range(0, s * s).Select(at => fit is null ? CompanyTest.Undefined : Test(record, fit, at)).ToArray();
        var at = tested.Select(pair => (pair.S * s) + pair.T).ToArray();
        var under = BenjaminiHochberg.Adjust([.. at.Select(k => tests[k].P)]);
        var over = BenjaminiHochberg.Adjust([.. at.Select(k => tests[k].POver)]);
        for (var k = 0; k < at.Length; k++)
            tests[at[k]] = tests[at[k]] with { Q = under[k], QOver = over[k] };
        return tests;
    }

    private static CompanyTest Test(CompanyRecord record, CompanyFit fit, int at)
    {
        var (together, expected, variance) = (record.Together[at], fit.Expected[at], fit.Variance[at]);
        if (expected == 0)
            return CompanyTest.Undefined with { Together = (long)together, Expected = 0, None = 1 };
        if (variance == 0)
            return CompanyTest.Undefined with { Together = (long)together };
        var sd = Math.Sqrt(variance);
        return new(
            (long)together,
            expected,
            (together - expected) / sd,
            PoissonBinomial.NormalLower((together + 0.5 - expected) / sd),
            double.NaN,
            PoissonBinomial.NormalLower((expected - together + 0.5) / sd),
            double.NaN,
            together / expected,
            SectorTesting.DetectableRatio(sd, expected),
            PoissonBinomial.NormalLower((0.5 - expected) / sd));
    }
}
