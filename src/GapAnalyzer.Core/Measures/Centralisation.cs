namespace GapAnalyzer.Measures;

/// <summary>How far the network hangs on its most central stakeholder.</summary>
internal static class Centralisation
{
    public static Measure Measure { get; } = new(
        "centralisation",
        "Centralisation",
        "network",
        "sum over i of (max - c_i), divided by what a star of n gives: (n-1)(n-2) for degree, n-1 for betweenness, (n-1)(n-2)/(2n-3) for closeness",
        "0: all alike; 1: a star. Closeness only where everyone reaches everyone. Undefined with fewer than three stakeholders.",
        "Freeman 1978, Soc. Networks 1:215, doi:10.1016/0378-8733(78)90021-7");

    /// <param name="degree">Partners of each stakeholder.</param>
    public static double OfDegree(IReadOnlyCollection<double> degree) => Of(degree, (degree.Count - 1.0) * (degree.Count - 2.0));

    /// <param name="betweenness">Normalised, 0 to 1.</param>
    public static double OfBetweenness(IReadOnlyCollection<double> betweenness) => Of(betweenness, betweenness.Count - 1.0);

    /// <param name="closeness">Of a connected network.</param>
    public static double OfCloseness(IReadOnlyCollection<double> closeness) =>
        Of(closeness, (closeness.Count - 1.0) * (closeness.Count - 2.0) / ((2.0 * closeness.Count) - 3));

    private static double Of(IReadOnlyCollection<double> values, double star)
    {
        if (values.Count < 3)
            return double.NaN;
        var most = values.Max();
        return values.Sum(value => most - value) / star;
    }
}
