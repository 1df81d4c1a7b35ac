using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using GapAnalyzer.Diagnostics;
using GapAnalyzer.Resolving;

namespace GapAnalyzer.Reporting.Gates;

/// <summary>A rule that a report must not break.</summary>
/// <param name="Rule">As it was given.</param>
/// <param name="Number">What it looks at.</param>
public abstract partial record Gate(string Rule, GateNumber Number)
{
    /// <summary>Looks at a report.</summary>
    /// <param name="report">Root of <c>report.json</c>.</param>
    public abstract GateResult Check(JsonElement report);

    /// <summary>A gate from an expression such as <c>rate&lt;0.4</c>, <c>cross_sector_rate &lt; 40%</c>, <c>gaps.cross_sector&gt;120</c>.</summary>
    /// <exception cref="InputException">It cannot be read, names no number of the headline, or its limit has the wrong unit.</exception>
    public static Gate FailIf(string expression)
    {
        var match = Expression().Match(expression);
        if (!match.Success || !double.TryParse(match.Groups["limit"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var limit))
            throw new InputException($"--fail-if '{expression}': expected NUMBER OPERATOR LIMIT, such as rate<0.4 or gaps.cross_sector>120; operators are < <= > >= == !=");
        var number = Find("--fail-if", match.Groups["path"].Value);
        var percent = match.Groups["percent"].Length > 0;
        if (percent && number.Unit != GateUnit.Share)
            throw new InputException($"--fail-if '{expression}': {number.Path} is {Unit(number)}, not a share; write the limit without %");
        if (number.Unit == GateUnit.Share && !percent && Math.Abs(limit) > 1)
            throw new InputException($"--fail-if '{expression}': {number.Path} is a share from 0 to 1; write {match.Groups["limit"].Value}% for percent, or a limit from 0 to 1");
        if (number.Unit == GateUnit.Count && limit != Math.Floor(limit))
            throw new InputException($"--fail-if '{expression}': {number.Path} is a count; write a whole number");
        return new LimitGate(expression, number, match.Groups["operator"].Value, percent ? limit / 100 : limit);
    }

    /// <summary>A gate that a number, such as <c>cross_sector_rate</c>, must not be worse than in an earlier report.</summary>
    /// <param name="name">Name of the number.</param>
    /// <param name="earlier">Root of the earlier <c>report.json</c>.</param>
    /// <param name="source">What the earlier report is called in messages.</param>
    /// <exception cref="InputException">There is no such number, or neither way is worse, or the earlier report lacks it.</exception>
    public static Gate FailIfWorse(string name, JsonElement earlier, string source)
    {
        var number = Find("--fail-if-worse", name);
        if (number.Worse == Worse.Neither)
            throw new InputException($"--fail-if-worse {name}: {number.Path} is neither better nor worse when it rises; use --fail-if with a limit");
        return new WorseGate($"{name} worse than in {source}", number, number.In(earlier));
    }

    /// <summary>A value of this number for a reader.</summary>
    protected static string Text(GateNumber number, double value) => !double.IsFinite(value) ? "undefined" : number.Unit switch
    {
        GateUnit.Share => string.Create(CultureInfo.InvariantCulture, $"{value:0.####} ({Numbers.Percent(value)})"),
        GateUnit.Count => Numbers.Exact((long)value),
        _ => Numbers.Text(value),
    };

    private static GateNumber Find(string option, string name) => GateNumber.ByName.TryGetValue(name, out var number)
        ? number
        : throw new InputException(Sentence.Of(
            $"{option}: there is no number '{name}' in the headline",
            Nearest.Question(name, GateNumber.ByName.Keys.Where(known => !known.StartsWith("headline.", StringComparison.Ordinal))),
            $"it has {string.Join(", ", GateNumber.All.Select(known => known.Path))}"));

    private static string Unit(GateNumber number) => number.Unit == GateUnit.Count ? "a count" : "a number";

    [GeneratedRegex(@"^\s*(?<path>[A-Za-z_.]+)\s*(?<operator><=|>=|==|!=|<|>)\s*(?<limit>[-+]?[0-9]*\.?[0-9]+)\s*(?<percent>%?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Expression();
}

/// <summary>Fails where a comparison with a limit is true.</summary>
internal sealed record LimitGate(string Rule, GateNumber Number, string Operator, double Limit) : Gate(Rule, Number)
{
    public override GateResult Check(JsonElement report)
    {
        var value = Number.In(report);
        if (double.IsNaN(value))
            return GateResult.Undefined(this, Text(Number, Limit));
        var broken = Operator switch
        {
            "<" => value < Limit,
            "<=" => value <= Limit,
            ">" => value > Limit,
            ">=" => value >= Limit,
            "==" => value == Limit,
            _ => value != Limit,
        };
        return new(Rule, Number.Path, !broken, Text(Number, value), $"{Operator} {Text(Number, Limit)}");
    }
}

/// <summary>Fails where a number is worse than it was.</summary>
internal sealed record WorseGate(string Rule, GateNumber Number, double Before) : Gate(Rule, Number)
{
    /// <summary>Below this a difference is rounding.</summary>
    private const double Rounding = 1e-9;

    public override GateResult Check(JsonElement report)
    {
        var value = Number.In(report);
        if (double.IsNaN(value) || double.IsNaN(Before))
            return GateResult.Undefined(this, Text(Number, Before));
        var worse = Number.Worse == Worse.Lower ? value < Before - Rounding : value > Before + Rounding;
        return new(Rule, Number.Path, !worse, Text(Number, value), $"{(Number.Worse == Worse.Lower ? "<" : ">")} {Text(Number, Before)}, as it was");
    }
}

/// <summary>What a gate came to.</summary>
/// <param name="Rule">As it was given.</param>
/// <param name="Path">The number below <c>headline</c>, or <c>gap</c> for a single one.</param>
/// <param name="Passed">Whether the report may pass.</param>
/// <param name="Value">The number, for a reader.</param>
/// <param name="FailsWhen">When it fails, for a reader: <c>&lt; 0.4 (40 %)</c>.</param>
public sealed record GateResult(string Rule, string Path, bool Passed, string Value, string FailsWhen)
{
    /// <summary>A page or command that explains this one; null: what explains all of them.</summary>
    public string? Explain { get; init; }

    /// <summary>Whether it stands for others that follow it, each with what explains it.</summary>
    public bool IsTotal { get; init; }

    /// <summary>A number that is not there holds no promise: the gate fails.</summary>
    internal static GateResult Undefined(Gate gate, string limit) => new(gate.Rule, gate.Number.Path, false, "undefined", $"undefined, or beyond {limit}");

    /// <summary>One line.</summary>
    public string Text => Passed
        ? $"gate passed: {Rule}: {Path} is {Value}"
        : $"gate failed: {Rule}: {Path} is {Value}; it fails when {FailsWhen}";
}
