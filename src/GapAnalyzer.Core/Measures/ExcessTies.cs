namespace GapAnalyzer.Measures;

/// <summary>Coordination without a shared arena: reported, not judged.</summary>
internal static class ExcessTies
{
    public static Measure Measure { get; } = new(
        "excess_ties",
        "Excess ties",
        "network",
        "#{i<j: A_ij > 0 and R_ij = 0}",
        "Ties between stakeholders that share no arena here. Not a fault: they may meet in arenas that the dataset does not hold.",
        "Cataldo, Wagstrom, Herbsleb & Carley, CSCW 2006, doi:10.1145/1180875.1180929");

    /// <param name="ties">Number of ties.</param>
    /// <param name="rate">The rate over all required pairs.</param>
    public static long Of(long ties, Rate rate) => ties - rate.Satisfied;
}
