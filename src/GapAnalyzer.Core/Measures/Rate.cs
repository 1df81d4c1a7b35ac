namespace GapAnalyzer.Measures;

/// <summary>
/// A coordination rate: of the pairs that share an arena (required), how many have a tie (satisfied).
/// <c>C = #{i&lt;j: R&gt;0 and A&gt;0} / #{i&lt;j: R&gt;0}</c>; weighted <c>Cw = sum R [A&gt;0] / sum R</c>.
/// </summary>
/// <param name="Satisfied">Required pairs with a tie; meaningless where <paramref name="Measured"/> is false.</param>
/// <param name="Required">Pairs present together in at least one arena.</param>
/// <param name="SatisfiedWeight">Sum of the requirement over satisfied pairs.</param>
/// <param name="RequiredWeight">Sum of the requirement over required pairs.</param>
/// <param name="Measured">False where the dataset has no tie evidence: then nothing was measured and the rate is undefined.</param>
/// <remarks>Source: Cataldo, Wagstrom, Herbsleb &amp; Carley, CSCW 2006, doi:10.1145/1180875.1180929.</remarks>
public readonly record struct Rate(long Satisfied, long Required, double SatisfiedWeight, double RequiredWeight, bool Measured)
{
    /// <summary>Share of required pairs that have a tie; NaN (undefined) when none is required or nothing was measured.</summary>
    public double Value => Measured && Required > 0 ? (double)Satisfied / Required : double.NaN;

    /// <summary>The same, each pair counted with its requirement.</summary>
    public double Weighted => Measured && RequiredWeight > 0 ? SatisfiedWeight / RequiredWeight : double.NaN;

    /// <summary>Required pairs without a tie; 0 where nothing was measured.</summary>
    public long Gaps => Measured ? Required - Satisfied : 0;

    public static Rate operator +(Rate a, Rate b) => new(
        a.Satisfied + b.Satisfied, a.Required + b.Required, a.SatisfiedWeight + b.SatisfiedWeight, a.RequiredWeight + b.RequiredWeight, a.Measured || b.Measured);
}
