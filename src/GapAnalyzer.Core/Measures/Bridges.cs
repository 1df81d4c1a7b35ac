namespace GapAnalyzer.Measures;

/// <summary>Ties whose loss splits the network; the kernel is <see cref="Networks.CutSearch"/>.</summary>
internal static class Bridges
{
    public static Measure Measure { get; } = new(
        "bridges",
        "Bridges",
        "pair, network",
        "ties without which their component falls into two",
        "Every tie of a stakeholder with one partner only is a bridge. Several joint activities of one pair are one tie.",
        "Tarjan 1972, SIAM J. Comput. 1:146, doi:10.1137/0201010");
}
