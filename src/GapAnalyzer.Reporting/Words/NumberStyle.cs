namespace GapAnalyzer.Reporting.Words;

/// <summary>How a language writes numbers; thousands are apart by a narrow no-break space in all.</summary>
/// <param name="DecimalSign">Decimal sign.</param>
/// <param name="Percent">Behind a share in percent.</param>
/// <param name="Date">Format of a day.</param>
public sealed record NumberStyle(string DecimalSign, string Percent, string Date)
{
    public static NumberStyle English { get; } = new(".", " %", "yyyy-MM-dd");
}
