namespace GapAnalyzer.Measures;

/// <summary>How many partners a stakeholder has that are not joined anyway. Weighted by strength: <see cref="Embeddedness"/>.</summary>
internal static class EffectiveSize
{
    public static Measure Measure { get; } = new(
        "effective_size",
        "Effective size",
        "stakeholder",
        "sum over partners j of (1 - sum over other partners q of p_iq m_jq), m_jq = w_jq / max_k w_jk; with w = 1: d_i - 2 t_i / d_i, t_i ties among partners",
        "From 1 (all partners joined) to the degree (none joined); by number of ties and weighted by strength. Undefined for an isolate.",
        "Burt 1992, Structural Holes, Harvard University Press; Borgatti 1997, Connections 20:35");

    /// <summary>Unweighted, from the ties among the partners; NaN for an isolate.</summary>
    public static double Of(long triangles, int degree) => degree == 0 ? double.NaN : degree - (2.0 * triangles / degree);
}
