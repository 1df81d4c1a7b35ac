using GapAnalyzer.Networks;

namespace GapAnalyzer.Measures;

/// <summary>Number of stakeholders that one has a tie with.</summary>
internal static class Degree
{
    public static Measure Measure { get; } = new(
        "degree",
        "Degree",
        "stakeholder",
        "d_i = sum_j [A_ij > 0]",
        "Several ties of one pair count once; isolates have 0 and stay in.",
        "Freeman 1978, Soc. Networks 1:215, doi:10.1016/0378-8733(78)90021-7");

    public static int Of(TieNetwork ties, int i) => ties.RowStart[i + 1] - ties.RowStart[i];
}
