namespace GapAnalyzer.Measures;

/// <summary>Stakeholders whose loss splits the network; the kernel is <see cref="Networks.CutSearch"/>.</summary>
internal static class Cutpoints
{
    public static Measure Measure { get; } = new(
        "cutpoints",
        "Cutpoints",
        "stakeholder, network",
        "stakeholders without which their component falls into several; cut off = others in the component - the largest piece that is left",
        "Of what is recorded: an unrecorded tie may hold the pieces together. The loss of a partner of one isolate makes a cutpoint, so read how many it cuts off.",
        "Tarjan 1972, SIAM J. Comput. 1:146, doi:10.1137/0201010");
}
