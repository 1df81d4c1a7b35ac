namespace GapAnalyzer.Findings;

/// <summary>How much a finding matters, by the stated rule of its kind.</summary>
public enum FindingSeverity
{
    Low,
    Medium,
    High,
}

/// <summary>A kind of finding: what it says, when, and what it cannot say.</summary>
/// <param name="Code">Stable code, such as <c>missing-link</c>; the words are in the language resource under this code.</param>
/// <param name="Title">Name in the field's terms.</param>
/// <param name="Rule">When it is reported.</param>
/// <param name="SeverityRule">When it is high, medium or low.</param>
/// <param name="Limits">What it does not show.</param>
/// <param name="Facts">Names of the facts that every finding of this kind carries, for the words.</param>
/// <param name="Find">Applies the rule; results in the order they should be read.</param>
public sealed record FindingRule(
    string Code, string Title, string Rule, string SeverityRule, string Limits, IReadOnlyList<string> Facts, Func<Analysis, IEnumerable<Finding>> Find)
{
    /// <summary>The thresholds of the rule beside what was found; those of the finding itself hold for every finding of the rule.</summary>
    public required Func<Analysis, Finding, IEnumerable<Criterion>> Criteria { get; init; }

    /// <summary>What it is found from, where that can be left out.</summary>
    public AnalysisParts Needs { get; init; }
}

/// <summary>How a value is held against a threshold.</summary>
public enum Comparison
{
    AtMost,
    AtLeast,
    Exactly,
    Under,
    Over,
}

/// <summary>One threshold of a rule.</summary>
/// <param name="What">Name of the value, a fact or a number of the report.</param>
/// <param name="Value">What was found; NaN where undefined, which meets no threshold.</param>
/// <param name="Limit">The threshold; NaN where undefined.</param>
/// <param name="For">The severity that it decides on; null: without it there is no finding.</param>
public sealed record Criterion(string What, double Value, Comparison Is, double Limit, FindingSeverity? For = null)
{
    public bool Holds => Is switch
    {
        Comparison.AtMost => Value <= Limit,
        Comparison.AtLeast => Value >= Limit,
        Comparison.Exactly => Value == Limit,
        Comparison.Under => Value < Limit,
        _ => Value > Limit,
    };
}

/// <summary>Something worth saying, with the numbers behind it; the sentence is made from them by the words of the language.</summary>
/// <param name="Code">Code of its rule.</param>
/// <param name="Severity">By the rule's severity rule.</param>
/// <param name="Subject">What it is about, in names: for sorting and for programs.</param>
/// <param name="Facts">Numbers (int, long, double) and names (string) for the words, as the rule lists them.</param>
public sealed record Finding(string Code, FindingSeverity Severity, IReadOnlyList<string> Subject, IReadOnlyDictionary<string, object> Facts)
{
    /// <summary>A fact that is a number.</summary>
    public double Number(string fact) => Convert.ToDouble(Facts[fact], System.Globalization.CultureInfo.InvariantCulture);
}
