namespace GapAnalyzer.Measures;

/// <summary>How far the partners of a stakeholder are joined without it: how little room it has to broker. Counted by <see cref="Embeddedness"/>.</summary>
internal static class Constraint
{
    public static Measure Measure { get; } = new(
        "constraint",
        "Constraint",
        "stakeholder",
        "C_i = sum over partners j of (p_ij + sum_q p_iq p_qj)^2, p_ij = w_ij / sum_k w_ik; by number of ties (w = 1) and weighted by strength",
        "Low: brokers between partners who do not know each other. Can exceed 1 (a triad gives 1.125). Undefined for an isolate, not 0.",
        "Burt 1992, Structural Holes, Harvard University Press");
}
