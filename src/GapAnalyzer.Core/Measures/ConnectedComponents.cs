namespace GapAnalyzer.Measures;

/// <summary>Groups of stakeholders that ties connect; the kernel is <see cref="Networks.Components"/>.</summary>
internal static class ConnectedComponents
{
    public static Measure Measure { get; } = new(
        "components",
        "Connected components",
        "network, stakeholder",
        "maximal sets of stakeholders joined by paths of ties",
        "An isolate is a component. Component 0 is the largest.",
        "Hopcroft & Tarjan 1973, Commun. ACM 16:372, doi:10.1145/362248.362272");
}
