using GapAnalyzer.Domain;

namespace GapAnalyzer.Measures;

/// <summary>How far a rate moves when any one stakeholder is left out.</summary>
/// <param name="Se">Leave-one-stakeholder-out standard error; NaN with fewer than two terms or where the rate is undefined.</param>
/// <param name="MovesMost">The stakeholder whose absence moves the rate most, the first of equals; null where undefined.</param>
/// <param name="WithoutIt">The rate without that stakeholder; NaN where undefined.</param>
public readonly record struct Jackknife(double Se, StakeholderId? MovesMost, double WithoutIt)
{
    public static Jackknife Undefined => new(double.NaN, null, double.NaN);

    /// <summary>
    /// <c>C_-i = (S - s_i) / (Q - q_i)</c> for each stakeholder with a required pair of the kind;
    /// <c>se = sqrt((k-1)/k sum (C_-i - mean)^2)</c>. Those without whom nothing is left to require are left out.
    /// </summary>
    /// <param name="total">S of Q.</param>
    /// <param name="parts">s_i of q_i: what goes when stakeholder i goes.</param>
    /// <remarks>Source: Efron &amp; Stein 1981, Ann. Stat. 9:586, doi:10.1214/aos/1176345462.</remarks>
    internal static Jackknife Of(Rate total, IEnumerable<(int Stakeholder, Rate Rate)> parts)
    {
        if (double.IsNaN(total.Value))
            return Undefined;
        var without = parts
            .Where(part => part.Rate.Required > 0 && part.Rate.Required < total.Required)
            .Select(part => (part.Stakeholder,
                Rate: (double)(total.Satisfied - part.Rate.Satisfied) / (total.Required - part.Rate.Required)))
            .ToArray();
        if (without.Length == 0)
            return Undefined;
        var mean = without.Average(term => term.Rate);
        var k = without.Length;
        var se = k < 2 ? double.NaN : Math.Sqrt((k - 1.0) / k * without.Sum(term => (term.Rate - mean) * (term.Rate - mean)));
        var most = without.MaxBy(term => Math.Abs(term.Rate - total.Value));
        return new(se, new StakeholderId(most.Stakeholder), most.Rate);
    }
}
