using GapAnalyzer.Measures;

namespace GapAnalyzer.Comparing;

/// <summary>What can be said of the difference of two rates.</summary>
public enum RateMove
{
    /// <summary>One of the two is undefined.</summary>
    Undefined,
    Same,

    /// <summary>Too few pairs, or nothing that leaving one out would move: no range, no judgement.</summary>
    NoRange,

    /// <summary>Different by no more than leaving single organisations out moves the difference.</summary>
    WithinRange,
    Rose,
    Fell,
}

/// <summary>A rate before and after.</summary>
/// <param name="BeforeSe">Leave-one-stakeholder-out standard error of the rate before.</param>
/// <param name="AfterSe">The same after.</param>
/// <param name="Se">The same of the difference; NaN where undefined.</param>
public sealed record RateChange(Rate Before, double BeforeSe, Rate After, double AfterSe, double Se)
{
    /// <summary>Below so many pairs one organisation more or less is everything.</summary>
    private const int FewestPairs = 10;

    /// <summary>Half of the scale to either side: such a range says only that the pairs are too few.</summary>
    private const double WidestRange = 0.5;

    /// <summary>Below this a standard error is rounding.</summary>
    private const double LeastSe = 1e-9;

    /// <summary>Standard errors that a difference has to exceed.</summary>
    private const double Errors = 2;

    /// <summary>After - before; NaN where either is undefined.</summary>
    public double Difference => After.Value - Before.Value;

    /// <summary>Two standard errors of the difference; NaN where they would say nothing.</summary>
    public double Range =>
        Math.Min(Before.Required, After.Required) >= FewestPairs && Se > LeastSe && Errors * Se <= WidestRange ? Errors * Se : double.NaN;

    public RateMove Move => double.IsNaN(Difference) ? RateMove.Undefined
        : Difference == 0 ? RateMove.Same
        : double.IsNaN(Range) ? RateMove.NoRange
        : Math.Abs(Difference) <= Range ? RateMove.WithinRange
        : Difference > 0 ? RateMove.Rose : RateMove.Fell;

    /// <summary>
    /// The change of a rate, with the standard error of the difference by leaving each stakeholder out of both sides at once:
    /// <c>se = sqrt((k-1)/k sum (D_-i - mean)^2)</c>, <c>D_-i</c> the difference without stakeholder i, over the k stakeholders with a
    /// required pair on either side without whom there is something left on both.
    /// </summary>
    /// <param name="before">Rate, its standard error, and what goes when each stakeholder goes.</param>
    /// <param name="after">The same after.</param>
    /// <remarks>
    /// The two sides share stakeholders, so that their errors are not independent and <c>sqrt(se1^2 + se2^2)</c> would be wrong: mostly
    /// too wide. Where they share none, the two agree but for the mean. Source: the jackknife over the vertices of a network, Snijders &amp; Borgatti
    /// 1999, Connections 22(2):161; conservative, Efron &amp; Stein 1981, doi:10.1214/aos/1176345462.
    /// </remarks>
    internal static RateChange Of(
        (Rate Rate, double Se, IEnumerable<(int Number, Rate Rate)> Parts) before, (Rate Rate, double Se, IEnumerable<(int Number, Rate Rate)> Parts) after)
    {
        var (first, last) = (ByNumber(before.Parts), ByNumber(after.Parts));
        var without = first.Keys.Union(last.Keys).Order()
            .Select(i => Without(after.Rate, last.GetValueOrDefault(i)) - Without(before.Rate, first.GetValueOrDefault(i)))
            .Where(double.IsFinite)
            .ToArray();
        var mean = without.Length == 0 ? 0 : without.Average();
        var k = without.Length;
        var se = k < 2 ? double.NaN : Math.Sqrt((k - 1.0) / k * without.Sum(d => (d - mean) * (d - mean)));
        return new(before.Rate, before.Se, after.Rate, after.Se, se);
    }

    private static Dictionary<int, Rate> ByNumber(IEnumerable<(int Number, Rate Rate)> parts) =>
        parts.Where(part => part.Rate.Required > 0).ToDictionary(part => part.Number, part => part.Rate);

    private static double Without(Rate total, Rate part) =>
        total.Measured && total.Required > part.Required ? (double)(total.Satisfied - part.Satisfied) / (total.Required - part.Required) : double.NaN;
}
